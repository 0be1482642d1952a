import { defaultLocale } from '../database/locale';
import { findRows } from '../database/rows';
import { oneLine } from './plain-text';
import type { MailContent } from './render';

/** Who a mail is from, in the reader's language as far as the site is written in it. */
export interface SiteDetails {
  name: string;
  /** Where visitors find the site. */
  url: string;
  /** The public address of the organisation, which a visitor may answer to. */
  email: string | undefined;
  /** The foot of a mail. */
  sender: MailContent['sender'];
}

interface Organisation {
  legalName: string | null;
  name: string;
  email: string | null;
  phone: string | null;
  street: string | null;
  postalCode: string | null;
  city: string | null;
}

interface SiteRow {
  locale: string;
  name: string;
  organisation: Organisation | null;
}

/** The site's own texts: those of the language, or else of the default one. */
async function findSite(locale: string): Promise<SiteRow | undefined> {
  const fallback = await defaultLocale();
  const rows = await findRows<SiteRow>('api::site.site', {
    where: { locale: { $in: [locale, fallback] } },
    populate: { organisation: true },
  });
  return rows.find((row) => row.locale === locale) ?? rows[0];
}

/** How to reach an organisation, one line for each way. */
function contactLines(organisation: Organisation | null | undefined): string[] {
  if (!organisation) return [];
  const { name, legalName, street, postalCode, city, phone, email } = organisation;
  const address = [street, [postalCode, city].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  return [legalName ?? name, address, phone, email].flatMap((line) =>
    line ? [oneLine(line)] : [],
  );
}

/**
 * The site's name and contact data.
 * @param locale the language of the reader
 */
export async function siteDetails(locale: string): Promise<SiteDetails> {
  const site = await findSite(locale);
  const url = strapi.config.get<string>('server.url');
  const name = oneLine(site?.name ?? new URL(url).host);
  const lines = [...contactLines(site?.organisation), url].filter((line) => line !== name);
  return { name, url, email: site?.organisation?.email ?? undefined, sender: { name, lines } };
}
