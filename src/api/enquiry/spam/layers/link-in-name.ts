import { findLinks } from '../find-links';
import type { Layer } from '../facts';

/** The name is a link. A bare domain is let pass: companies are called so. */
export const linkInName: Layer = ({ name }, _facts, { points }) =>
  findLinks(name).some(({ isPlain }) => isPlain)
    ? { reason: 'link-in-name', points: points['link-in-name'] }
    : undefined;
