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
 * @param {(note: (text: string) => void) => Promise<T> | T} work `note` tells which part of the
 *   work is under way
 * @returns {Promise<T>} what the work returns
 */
export async function step(title, work) {
  const { stderr } = process;
  const start = performance.now();
  let part = '';
  const show = (/** @type {string} */ text) =>
    stderr.write(stderr.isTTY ? `\r\u001b[K${text}` : `${text}\n`);
  const showProgress = () => show(`… ${title}${part}: ${secondsSince(start, 0)}`);
  const note = (/** @type {string} */ text) => {
    part = `, ${text}`;
    showProgress();
  };
  show(`… ${title}`);
  const timer = setInterval(showProgress, stderr.isTTY ? REWRITE : REPEAT).unref();
  const finish = (/** @type {string} */ mark) => {
    clearInterval(timer);
    show(`${mark} ${title} (${secondsSince(start, 1)})`);
    if (stderr.isTTY) stderr.write('\n');
  };
  try {
    const result = await work(note);
    finish('✓');
    return result;
  } catch (error) {
    finish('✗');
    throw error;
  }
}
