import { isIP } from 'node:net';
import { isPublicAddress } from './public-address';

/** Which targets are allowed. */
export interface TargetPolicy {
  /** Whether plain http is refused. */
  requiresHttps: boolean;
  /** Whether private addresses are allowed: for development and tests. */
  allowsPrivateTargets: boolean;
}

/** Longest address of an endpoint, in characters. */
const MAX_URL_LENGTH = 2048;

const PRIVATE_TARGET =
  'leads to a private address. Webhooks go to public ones only, unless WEBHOOKS_ALLOW_PRIVATE_TARGETS is true.';

/** The host without the brackets that an IPv6 address has in a url. */
function bareHost(hostname: string): string {
  return hostname.replace(/^\[(.*)\]$/, '$1');
}

/**
 * Why a host may not be connected to, as far as its name tells; what it resolves to is checked when
 * it is. A url's host is canonical: `0x7f.1` and `2130706433` arrive here as 127.0.0.1.
 * @returns a sentence; undefined where nothing speaks against it
 */
function findHostFault(
  hostname: string,
  { allowsPrivateTargets }: TargetPolicy,
): string | undefined {
  if (allowsPrivateTargets) return undefined;
  const host = bareHost(hostname).toLowerCase();
  const isPrivate =
    isIP(host) === 0 ? /(^|\.)localhost\.?$/.test(host) : !isPublicAddress(bareHost(host));
  return isPrivate ? `${host} ${PRIVATE_TARGET}` : undefined;
}

/**
 * Why the addresses that a name resolves to may not be connected to. One private address among
 * public ones is enough: such an answer is made to deceive.
 */
export function findAddressFault(
  hostname: string,
  addresses: readonly string[],
  { allowsPrivateTargets }: TargetPolicy,
): string | undefined {
  if (allowsPrivateTargets || addresses.every(isPublicAddress)) return undefined;
  return `${hostname} ${PRIVATE_TARGET}`;
}

/**
 * Why a connection may not be made, before any name is resolved.
 * @returns a sentence; undefined where nothing speaks against it
 */
export function findConnectionFault(
  { protocol, hostname }: { protocol: string; hostname: string },
  policy: TargetPolicy,
): string | undefined {
  if (policy.requiresHttps && protocol !== 'https:') {
    return 'Webhooks go over https only. Change the address of the endpoint to one that begins with https://.';
  }
  return findHostFault(hostname, policy);
}

/**
 * Why an endpoint cannot have this url.
 * @returns a sentence that says what to write instead; undefined where it can
 */
export function findUrlFault(text: string, policy: TargetPolicy): string | undefined {
  if (text.length > MAX_URL_LENGTH) return `Write ${MAX_URL_LENGTH} characters at most.`;
  const url = URL.parse(text);
  if (!url) return 'Write an address such as https://www.example.com/webhooks.';
  const protocols = policy.requiresHttps ? ['https:'] : ['https:', 'http:'];
  if (!protocols.includes(url.protocol)) return 'Write an address that begins with https://.';
  if (url.username || url.password) return 'Leave user name and password out of the address.';
  if (url.hash) return 'Leave the part from # on out of the address.';
  return findHostFault(url.hostname, policy);
}
