import { lookup, type LookupAddress, type LookupOptions } from 'node:dns';

/** Resolves a name to all its addresses. */
export type ResolveName = (
  hostname: string,
  options: LookupOptions & { all: true },
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

type Callback = Parameters<ResolveName>[2];

/**
 * Resolves names as the system does, each once at a time: all who ask while the answer is on its way
 * share it. The system's resolver has four threads for the whole process; the connections to one
 * host whose name server is silent would take them all, and nobody else's name would be resolved.
 */
export function sharedLookup(resolveName: ResolveName = lookup): ResolveName {
  const waiting = new Map<string, Callback[]>();
  return (hostname, options, callback) => {
    const key = JSON.stringify([hostname.toLowerCase(), options.family, options.hints]);
    const others = waiting.get(key);
    if (others) {
      others.push(callback);
      return;
    }
    const callbacks = [callback];
    waiting.set(key, callbacks);
    resolveName(hostname, options, (error, addresses) => {
      waiting.delete(key);
      for (const tell of callbacks) tell(error, addresses);
    });
  };
}
