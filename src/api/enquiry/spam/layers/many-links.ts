import type { Layer } from '../facts';
import { foreignLinks } from '../foreign-links';

/** The message has more links than one of its length usually has. */
export const manyLinks: Layer = ({ message }, _facts, { points, links, ownHosts }) => {
  const allowed = links.free + Math.floor(message.length / links.charactersPerLink);
  const excess = foreignLinks(message, ownHosts).length - allowed;
  if (excess <= 0) return undefined;
  return {
    reason: 'many-links',
    points: Math.min(excess * points['many-links'], links.mostPoints),
  };
};
