import type { LookupAddress, LookupOptions } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import { sharedLookup } from './shared-lookup';
import { findAddressFault, findConnectionFault, type TargetPolicy } from './target';

/** A connection that was not made because of where it leads. */
class ForbiddenTargetError extends Error {
  override name = 'ForbiddenTargetError';
  readonly code = 'FORBIDDEN_TARGET';
}

/** One for all endpoints. */
const resolve = sharedLookup();

/**
 * Resolves names and refuses those that lead to private addresses. The connection is made to the
 * very addresses that were checked: a name cannot resolve to another one in between.
 */
export function guardedLookup(policy: TargetPolicy, resolveName = resolve): LookupFunction {
  return (hostname, options, callback) => {
    const all: LookupOptions & { all: true } = { ...options, all: true };
    resolveName(hostname, all, (error, found) => {
      const addresses: LookupAddress[] = error ? [] : found;
      const fault = findAddressFault(
        hostname,
        addresses.map(({ address }) => address),
        policy,
      );
      const refusal = error ?? (fault ? new ForbiddenTargetError(fault) : null);
      if (refusal) callback(refusal, []);
      else if (options.all) callback(null, addresses);
      else callback(null, addresses[0]?.address ?? '', addresses[0]?.family);
    });
  };
}

/**
 * Makes connections to allowed targets only: https where that is required, also to endpoints that
 * were made while it was not. Hosts that are addresses are not resolved, so that they are checked
 * here.
 * @param timeout for a connection, in milliseconds
 */
export function guardedConnector(policy: TargetPolicy, timeout: number): buildConnector.connector {
  // Undici's types ask for a host, which it sets itself for each connection.
  const options = { timeout, lookup: guardedLookup(policy) } as buildConnector.BuildOptions;
  const connect = buildConnector(options);
  return (target, callback) => {
    const fault = findConnectionFault(target, policy);
    if (fault) callback(new ForbiddenTargetError(fault), null);
    else connect(target, callback);
  };
}
