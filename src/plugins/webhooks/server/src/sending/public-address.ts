import ipaddr from 'ipaddr.js';

/**
 * Networks that nobody but the operator's own machines reach, and forms of IPv6 that carry an IPv4
 * address, beside all that ipaddr.js does not call `unicast`. Most of them it knows as well; they
 * are named so that another version of it changes nothing.
 */
const REFUSED = [
  // RFC 6598: between a provider and its customers.
  '100.64.0.0/10',
  // RFC 2544: measurements within a network.
  '198.18.0.0/15',
  // Azure's own services, as its virtual machines see them.
  '168.63.129.16/32',
  // RFC 6052 and 8215: NAT64, an IPv4 address in its last bits.
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  // RFC 3056: 6to4, an IPv4 address in its first bits.
  '2002::/16',
].map((network) => ipaddr.parseCIDR(network));

/** RFC 4291 section 2.4: the only part of IPv6 that is used for public addresses. */
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3');

/** Whether an address is in a network; one of the other family is not. */
function isWithin(address: ipaddr.IPv4 | ipaddr.IPv6, [network, bits]: (typeof REFUSED)[number]) {
  return address.kind() === network.kind() && address.match([network, bits]);
}

/**
 * Whether an address is one of the public internet: global unicast, and nothing that leads to this
 * machine, its neighbours or its cloud's services.
 * @param text an IPv4 or IPv6 address, as name resolution returns it
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.parse(text);
  if (address.range() !== 'unicast') return false;
  if (address.kind() === 'ipv6' && !isWithin(address, GLOBAL_IPV6)) return false;
  return !REFUSED.some((network) => isWithin(address, network));
}
