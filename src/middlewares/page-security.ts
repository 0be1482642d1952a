import type { Core } from '@strapi/strapi';
import { routePath } from '../lib/route-path';

/** Settings of `global::page-security`. */
interface Config {
  /** Path of the panel, which keeps what `strapi::security` says: it styles itself inline. */
  panel: string;
}

type Policy = Record<string, string>;

/** Nothing runs, loads or frames: answers for programs, and files that somebody uploaded. */
const INERT: Policy = {
  'default-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
};

/**
 * What the site's own pages may load: scripts and styles from files of this server alone. Pictures
 * and videos may stand elsewhere; the panel frames the pages for its preview.
 */
const PAGE: Policy = {
  'default-src': "'self'",
  'script-src': "'self'",
  'script-src-attr': "'none'",
  'style-src': "'self'",
  'img-src': "'self' data: https:",
  'media-src': "'self' https:",
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'self'",
  'frame-ancestors': "'self'",
};

/** No page of ours asks a visitor's browser for any of these. */
const PERMISSIONS = ['camera', 'display-capture', 'geolocation', 'microphone', 'payment', 'usb'];

const write = (policy: Policy) =>
  Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ');

const POLICIES = {
  inert: write(INERT),
  // A picture is shown by other pages, a document in a window of its own, without any rights there.
  upload: `${write(INERT)}; sandbox`,
  page: write(PAGE),
};

const isBelow = (path: string, root: string) => path === root || path.startsWith(`${root}/`);

/** The policy for a path; undefined for the panel's. */
function policyFor(path: string, panel: string): string | undefined {
  if (isBelow(path, panel)) return undefined;
  if (isBelow(path, '/uploads')) return POLICIES.upload;
  if (isBelow(path, '/api')) return POLICIES.inert;
  return POLICIES.page;
}

/**
 * Tightens the headers of `strapi::security` where a page is not the panel's: what Strapi sends
 * everywhere allows inline styles, and scripts' connections to any host.
 */
const pageSecurity: Core.MiddlewareFactory<Config> = ({ panel }) => {
  const permissions = PERMISSIONS.map((name) => `${name}=()`).join(', ');
  return async (context, next) => {
    context.set('Permissions-Policy', permissions);
    const path = routePath(context.path);
    const policy = policyFor(path, panel);
    if (policy !== undefined) context.set('Content-Security-Policy', policy);
    await next();
    // A browser would show a document inside this origin.
    if (isBelow(path, '/uploads') && context.type === 'application/pdf') context.attachment();
  };
};

export default pageSecurity;
