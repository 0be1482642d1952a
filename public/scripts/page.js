import { locale, read } from './api.js';
import { fill } from './fill.js';

const SITE = {
  'populate[organisation][populate][logo]': true,
  'populate[contact][populate][callToAction]': true,
  'populate[navigation]': true,
  'populate[seo]': true,
};

/**
 * Shows a page: reads the site's own texts and what `load` reads beside them, and fills in the
 * page's templates. What goes wrong is said on the page.
 * @param load returns the page's data; its `title` names the page
 */
export async function showPage(load) {
  const main = document.querySelector('main');
  const [site, page] = await Promise.allSettled([read('site', SITE), load()]);
  const query = locale === 'fr' ? '?locale=fr' : '';
  const links = { home: `/${query}`, policy: `/cookie-policy.html${query}` };
  fill(document.body, { ...page.value, site: site.value && { ...site.value, ...links } });

  const failure = site.reason ?? page.reason;
  if (failure) main.replaceChildren(fill(document.querySelector('#failure').content, failure));
  else
    document.title = page.value.title
      ? `${page.value.title} – ${site.value.name}`
      : site.value.seo.metaTitle;
  main.removeAttribute('aria-busy');
  document.getElementById(location.hash.slice(1))?.scrollIntoView();
}
