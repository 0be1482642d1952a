/** How often a line that nobody rewrites is repeated, in milliseconds: to show that work goes on. */
const REPEAT = 15_000;
/** How often the line on a terminal is rewritten, in milliseconds. */
const REWRITE = 1_000;

/** @param {number} start @param {number} digits */
const secondsSince = (start, digits) => `${((performance.now() - start) / 1000).toFixed(digits)} s`;

/**
 * Does some work and tells on stderr that it is under way, for how long, and how it ended.
 * @template T
 * @param {string} title what is being done: "Installing the packages"
 * @param {() => Promise<T> | T} work
 * @returns {Promise<T>} what the work returns
 */
export async function step(title, work) {
  const { stderr } = process;
  const start = performance.now();
  const finish = (/** @type {string} */ mark) => {
    clearInterval(timer);
    stderr.write(
      `${stderr.isTTY ? '\r\u001b[K' : ''}${mark} ${title} (${secondsSince(start, 1)})\n`,
    );
  };
  stderr.write(`… ${title}${stderr.isTTY ? '' : '\n'}`);
  const timer = setInterval(
    () =>
      stderr.write(
        stderr.isTTY
          ? `\r\u001b[K… ${title}: ${secondsSince(start, 0)}`
          : `… ${title}: ${secondsSince(start, 0)}\n`,
      ),
    stderr.isTTY ? REWRITE : REPEAT,
  ).unref();
  try {
    const result = await work();
    finish('✓');
    return result;
  } catch (error) {
    finish('✗');
    throw error;
  }
}
