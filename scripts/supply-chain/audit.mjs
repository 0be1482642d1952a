/**
 * `npm run audit`: whether a package that the lockfile names has a published vulnerability.
 *
 * Exit code 0 when there is none that has not been accepted, 1 when there is, 3 when the registry
 * in use has no advisories to ask for: then nothing has been checked. What is accepted stands in
 * accepted-advisories.json: `{ "advisory": "GHSA-…", "package", "reason", "until": "2027-01-31" }`;
 * after that day it counts again.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';

import { readJson } from './read-json.mjs';

/** @typedef {{ advisory: string, package: string, reason: string, until: string }} Acceptance */
/** @typedef {{ name: string, title: string, url: string, severity: string, range: string }} Advisory */
/** @typedef {{ vulnerabilities?: Record<string, { via: (Advisory | string)[] }>, message?: string, error?: { summary?: string } }} Report */

const NOT_RUN = 3;
const ACCEPTED = path.join('scripts', 'supply-chain', 'accepted-advisories.json');

/** @returns {Report} */
function askRegistry() {
  const { stdout, stderr } = spawnSync(
    'npm',
    ['audit', '--json', '--package-lock-only', '--fetch-retries=1'],
    { encoding: 'utf8', maxBuffer: 2 ** 28, shell: process.platform === 'win32' },
  );
  try {
    return /** @type {Report} */ (JSON.parse(stdout));
  } catch {
    return { message: stderr.trim() || 'npm audit printed nothing' };
  }
}

/** The short name of an advisory, as its address ends. @param {Advisory} advisory */
const idOf = ({ url }) => url.split('/').at(-1) ?? url;

/** @param {Report} report */
function advisoriesOf({ vulnerabilities = {} }) {
  const all = Object.values(vulnerabilities).flatMap(({ via }) => via);
  // A text names another package, whose own entry says what is wrong.
  const advisories = all.filter((each) => typeof each !== 'string');
  return [...new Map(advisories.map((each) => [`${idOf(each)} ${each.name}`, each])).values()];
}

/** What is wrong with the list of acceptances itself. @param {Acceptance[]} acceptances @param {Advisory[]} found */
function reviewAcceptances(acceptances, found) {
  const today = new Date().toISOString().slice(0, 10);
  return acceptances.flatMap((acceptance) => {
    const { advisory, reason, until } = acceptance;
    if (!reason.trim() || !/^\d{4}-\d{2}-\d{2}$/.test(until))
      return [`${advisory} is accepted without a reason, or without a last day (until).`];
    if (until < today) return [`${advisory} was accepted until ${until}: decide again.`];
    const isFound = found.some(
      (each) => idOf(each) === advisory && each.name === acceptance.package,
    );
    return isFound ? [] : [`${advisory} is accepted, but nothing has it any more: take it out.`];
  });
}

const report = askRegistry();
if (!report.vulnerabilities) {
  console.log(
    'NOT RUN: the registry in use offers no advisories, so nothing is known about the packages.\n' +
      `It answered: ${report.message ?? report.error?.summary ?? 'nothing'}\n` +
      'Run it with the public registry: npm run audit --registry=https://registry.npmjs.org',
  );
  process.exit(NOT_RUN);
}

const acceptances = /** @type {Acceptance[]} */ (readJson(ACCEPTED));
const found = advisoriesOf(report);
const isAccepted = /** @param {Advisory} each */ (each) =>
  acceptances.some(({ advisory, package: name }) => advisory === idOf(each) && name === each.name);
const problems = [
  ...found
    .filter((each) => !isAccepted(each))
    .map((each) => `${each.severity}: ${each.name} ${each.range}: ${each.title} (${each.url})`),
  ...reviewAcceptances(acceptances, found),
];
for (const problem of problems) console.error(problem);
console.log(
  problems.length > 0
    ? `\n${problems.length} to decide: update the package, or accept it with a reason in ${ACCEPTED}.`
    : `No vulnerability is known, but for ${acceptances.length} that are accepted.`,
);
process.exitCode = problems.length > 0 ? 1 : 0;
