import { existingDocument, TRANSLATIONS, type LoadContext } from './load-context';
import { fileId } from './load-media';
import { resolveTime } from './relative-time';

/** The site's own texts: organisation, contact block, cookie notice, navigation. */
export async function loadSite(context: LoadContext): Promise<void> {
  await context.ledger.step('site/site', async () => {
    const existing = await existingDocument(context, 'api::site.site', {});
    if (existing) return existing;
    const { site } = context.content;
    const sites = context.strapi.documents('api::site.site');
    const logo = await fileId(context, site.organisation.logo);
    const shareImage = await fileId(context, site.shareImage);
    const organisation = { ...site.organisation, logo };
    const dataIn = (locale: 'en' | 'fr') => ({
      ...site[locale],
      organisation,
      seo: { ...site[locale].seo, shareImage },
    });
    const { documentId } = await sites.create({ locale: 'en', data: dataIn('en') });
    for (const locale of TRANSLATIONS) {
      await sites.update({ documentId, locale, data: dataIn(locale) });
    }
    return documentId;
  });
}

/** The address of the enquiry desk. */
export async function loadDesk(context: LoadContext): Promise<void> {
  const uid = 'api::enquiry-desk.enquiry-desk';
  await context.ledger.step('enquiry-desk/settings', async () => {
    const existing = await existingDocument(context, uid, {});
    if (existing) return existing;
    const data = { notificationEmail: context.content.site.deskEmail };
    return (await context.strapi.documents(uid).create({ data })).documentId;
  });
}

/** The cookie policy, in force already. */
export async function loadCookiePolicy(context: LoadContext): Promise<void> {
  const uid = 'api::cookie-policy.cookie-policy';
  const { cookiePolicy } = context.content;
  await context.ledger.step(`cookie-policy/${cookiePolicy.en.slug}`, async () => {
    const existing = await existingDocument(context, uid, { slug: cookiePolicy.en.slug });
    if (existing) return existing;
    const policies = context.strapi.documents(uid);
    const { effectiveFrom, timezone, body } = cookiePolicy;
    const dataIn = (locale: 'en' | 'fr') => ({
      ...cookiePolicy[locale],
      body: body[locale],
      effectiveFrom: resolveTime(effectiveFrom, context.now, timezone),
    });
    const { documentId } = await policies.create({ locale: 'en', data: dataIn('en') });
    for (const locale of TRANSLATIONS) {
      await policies.update({ documentId, locale, data: dataIn(locale) });
    }
    await policies.publish({ documentId, locale: '*' });
    return documentId;
  });
}
