/** Signals that ask a command to end, as Ctrl+C does. */
const STOP_SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** The signal that a run was ended by. */
export type StopSignal = (typeof STOP_SIGNALS)[number];

/** npm hands on to its child what the terminal has sent to both: the second of a pair is no wish. */
const ECHO_MILLISECONDS = 1000;

/** Takes the signals from all who listen, and gives them back when the returned function is called. */
function takeSignals(listener: (signal: StopSignal) => void): () => void {
  const others = STOP_SIGNALS.map((signal) => process.listeners(signal));
  for (const signal of STOP_SIGNALS) process.removeAllListeners(signal).on(signal, listener);
  return () => {
    STOP_SIGNALS.forEach((signal, at) => {
      process.off(signal, listener);
      for (const other of others[at] ?? []) process.on(signal, other);
    });
  };
}

/**
 * Runs work that a signal ends early but orderly; a second one ends the process at once. Meanwhile
 * nobody else gets the signals: Strapi would close the database under the work.
 * @param work gets a signal that tells it to end
 * @returns what the work returns, and the signal that ended it
 */
export async function runStoppable<T>(
  work: (signal: AbortSignal) => Promise<T>,
): Promise<{ result: T; stoppedBy: StopSignal | undefined }> {
  const controller = new AbortController();
  let stoppedBy: StopSignal | undefined;
  let stoppedAt = 0;
  const giveBack = takeSignals((signal) => {
    const now = performance.now();
    if (stoppedBy && now - stoppedAt < ECHO_MILLISECONDS) return;
    if (stoppedBy) process.exit(1);
    stoppedBy = signal;
    stoppedAt = now;
    controller.abort();
    process.stderr.write('\nStopping after the documents that are being written …\n');
  });
  try {
    return { result: await work(controller.signal), stoppedBy };
  } finally {
    giveBack();
  }
}
