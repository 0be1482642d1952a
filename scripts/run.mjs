/**
 * Starts every npm command: `node scripts/run.mjs <command> [parameters]`.
 *
 * A fresh clone has nothing but Node, so this file and `launcher/` use nothing else. They install,
 * compile and build what is missing, then run `scripts/<command>.ts` in this same process.
 */

/** The oldest Node.js that Prospectus runs on; package.json says the same. */
const OLDEST = { major: 20, minor: 20 };

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < OLDEST.major || (major === OLDEST.major && minor < OLDEST.minor)) {
  console.error(
    `Prospectus needs Node.js ${OLDEST.major}.${OLDEST.minor} or newer; this is ${process.versions.node}. ` +
      'Install the current LTS version from https://nodejs.org, then run this command again.',
  );
  process.exit(1);
}

// Loaded only now: older versions may not know what it imports.
const { launch } = await import('./launcher/launch.mjs');
await launch(process.argv.slice(2));
