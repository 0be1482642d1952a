const SCRIPTS = 'script[type="text/plain"][data-category]';
const FRAMES = 'iframe[data-category][data-src]';

type Accepts = (category: string) => boolean;

/** What runs on the page because it was accepted. */
const running = new Set<string>();

const categoryOf = ({ dataset }: HTMLElement) => dataset.category ?? '';

const all = <T extends Element>(selector: string) => [...document.querySelectorAll<T>(selector)];

/**
 * Makes a script run that was plain text. It is the element itself, taken out and put back, not a
 * copy: a browser prepares a script anew that is put in and has not run. So its nonce counts, and
 * no text or address is written that Trusted Types would want to see first.
 * https://html.spec.whatwg.org/multipage/scripting.html#prepare-the-script-element
 * @returns when the next may run
 */
async function run(script: HTMLScriptElement): Promise<void> {
  const { type } = script.dataset;
  if (type === 'module') script.type = type;
  else script.removeAttribute('type');
  const isAwaited = script.hasAttribute('src') && !script.hasAttribute('async') && !script.type;
  const loaded = new Promise<void>((resolve) => {
    for (const event of ['load', 'error']) script.addEventListener(event, () => resolve());
  });
  const place = document.createComment('');
  script.replaceWith(place);
  place.replaceWith(script);
  if (isAwaited) await loaded;
}

let isRunning = false;

/** Runs the scripts that are accepted, in their order; one with `async` holds up no other. */
async function runScripts(accepts: Accepts): Promise<void> {
  // The loop below finds what has come or been accepted since.
  if (isRunning) return;
  isRunning = true;
  const next = () => all<HTMLScriptElement>(SCRIPTS).find((script) => accepts(categoryOf(script)));
  for (let script = next(); script; script = next()) {
    running.add(categoryOf(script));
    await run(script);
  }
  isRunning = false;
}

function fillFrames(accepts: Accepts): void {
  for (const frame of all<HTMLIFrameElement>(FRAMES)) {
    const { src = '' } = frame.dataset;
    if (accepts(categoryOf(frame))) {
      if (frame.getAttribute('src') !== src) frame.src = src;
    } else if (frame.hasAttribute('src')) {
      // Taking the address away would leave in it what it shows.
      const empty = frame.cloneNode() as HTMLIFrameElement;
      empty.removeAttribute('src');
      frame.replaceWith(empty);
    }
  }
}

/**
 * Lets run and show what is accepted, and empties frames that are not any more.
 * @param accepts whether a category is accepted at the moment of asking
 */
export function unblock(accepts: Accepts): void {
  void runScripts(accepts);
  fillFrames(accepts);
}

/** Whether a script runs that is not accepted any more: only loading the page anew stops it. */
export function hasUnwantedScripts(accepts: Accepts): boolean {
  return [...running].some((category) => !accepts(category));
}
