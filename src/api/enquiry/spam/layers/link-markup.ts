import type { Layer } from '../facts';

/** A link in BBCode or HTML that leads to another site. */
const MARKUP = /\[(?:url|link)(?:=|\]\s*https?:)|<a\s[^<>]*href\s*=\s*["']?\s*https?:/i;

/** Links are written in the markup of forums and web pages, which no visitor writes to us in. */
export const linkMarkup: Layer = ({ name, message }, _facts, { points }) =>
  MARKUP.test(message) || MARKUP.test(name)
    ? { reason: 'link-markup', points: points['link-markup'] }
    : undefined;
