/** What the tag's data attributes say. */
export interface Options {
  /** Where the API is, without a slash at the end: `data-api`, else where the script came from. */
  api: string;
  /** `data-locale`. */
  locale: string | undefined;
  /** `data-text`: the notice's sentence; else the one that editors wrote, else the built-in one. */
  text: string | undefined;
  /** `data-policy-url`: the policy's page; `{locale}` and `{slug}` stand for the policy's own. */
  policyUrl: string;
  /** `data-storage-key`: under which name the browser keeps the answer. */
  storageKey: string;
  /** `data-reload="never"`: whether to load the page anew when a script that ran is taken back. */
  reloads: boolean;
}

/** The page that Prospectus serves itself. */
const POLICY_PAGE = '/cookie-policy.html?locale={locale}';

/**
 * Reads the options of the tag that loads this script.
 * @param script `document.currentScript` while the script runs
 */
export function readOptions({ src, dataset }: HTMLScriptElement): Options {
  const api = new URL(dataset.api ?? new URL(src).origin, document.baseURI).href.replace(
    /\/+$/,
    '',
  );
  return {
    api,
    locale: dataset.locale,
    text: dataset.text,
    policyUrl: dataset.policyUrl ?? `${api}${POLICY_PAGE}`,
    storageKey: dataset.storageKey ?? 'prospectus-consent',
    reloads: dataset.reload !== 'never',
  };
}

/**
 * The address of the policy's page.
 * @param policyUrl as `Options` has it
 */
export function policyAddress(policyUrl: string, policy: { locale: string; slug: string }): string {
  return policyUrl
    .replaceAll('{locale}', encodeURIComponent(policy.locale))
    .replaceAll('{slug}', encodeURIComponent(policy.slug));
}
