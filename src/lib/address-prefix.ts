import ipaddr from 'ipaddr.js';

/** An address with the port that some proxies write after it: `192.0.2.1:5123`, `[2001:db8::1]:5123`. */
const WITH_PORT = /^(?:([\d.]+)|\[([^\]]+)\])(?::\d+)?$/;

/**
 * What one visitor cannot change of an address: all of an IPv4 address, the first 64 bits of an
 * IPv6 address, since a household is given 64 bits to choose from (RFC 6177, section 2).
 * @param address an address as Node or a proxy reports it; an IPv4 address mapped into IPv6 counts
 *   as IPv4, and a port is no part of it: each connection has another
 * @returns a text that is equal for addresses of the same visitor
 */
export function addressPrefix(address: string): string {
  const [, ipv4, ipv6] = WITH_PORT.exec(address) ?? [];
  const bare = ipv4 ?? ipv6 ?? address;
  if (!ipaddr.isValid(bare)) return address;
  const parsed = ipaddr.process(bare);
  if (parsed.kind() === 'ipv4') return parsed.toString();
  return parsed.toByteArray().slice(0, 8).join('.');
}
