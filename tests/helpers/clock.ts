/** Everything that Jest can fake but the clock's reading: servers and databases need their timers. */
const REAL = [
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'setImmediate',
  'clearImmediate',
  'setInterval',
  'clearInterval',
  'setTimeout',
  'clearTimeout',
] as const;

/** Does some work while the clock reads another time (and goes on from there). */
export async function at<T>(time: string, work: () => Promise<T>): Promise<T> {
  jest.useFakeTimers({ now: new Date(time), doNotFake: [...REAL] });
  try {
    return await work();
  } finally {
    jest.useRealTimers();
  }
}
