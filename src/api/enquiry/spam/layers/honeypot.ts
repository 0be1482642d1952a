import type { Layer } from '../facts';

/** A field that the form hides from people was filled in. */
export const honeypot: Layer = ({ website }, _facts, { points }) =>
  website ? { reason: 'honeypot', points: points.honeypot } : undefined;
