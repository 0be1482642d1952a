import type { Layer } from '../facts';
import { foreignLinks } from '../foreign-links';

/** The message says hardly anything but where to go. */
export const mostlyLinks: Layer = ({ message }, _facts, { points, links, ownHosts }) => {
  const found = foreignLinks(message, ownHosts);
  if (found.length === 0) return undefined;
  const rest = found.reduce((text, link) => text.replaceAll(link.text, ' '), message);
  const letters = rest.match(/\p{L}/gu) ?? [];
  if (letters.length >= links.leastLetters) return undefined;
  return { reason: 'mostly-links', points: points['mostly-links'] };
};
