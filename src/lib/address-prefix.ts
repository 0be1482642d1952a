import ipaddr from 'ipaddr.js';

/**
 * What one visitor cannot change of an address: all of an IPv4 address, the first 64 bits of an
 * IPv6 address, since a household is given 64 bits to choose from (RFC 6177, section 2).
 * @param address an address as Node reports it; an IPv4 address mapped into IPv6 counts as IPv4
 * @returns a text that is equal for addresses of the same visitor
 */
export function addressPrefix(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  if (parsed.kind() === 'ipv4') return parsed.toString();
  return parsed.toByteArray().slice(0, 8).join('.');
}
