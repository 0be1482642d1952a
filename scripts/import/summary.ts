import { NAMED_UIDS, type NamedType } from './name-register';
import type { Position } from './record';
import { OUTCOMES, type Tally } from './tally';

/** What the summary is about. */
export interface Summarized {
  tally: Tally;
  made: Record<NamedType, number>;
  /** How many sources there are, done or not. */
  total: number;
  /** How long the run took, in milliseconds. */
  milliseconds: number;
  isDryRun: boolean;
  isInterrupted: boolean;
}

/** A place as editors and terminals understand it: `file:line`. */
function place({ file, line }: Position): string {
  return line === undefined ? file : `${file}:${line}`;
}

function refusalLines({ refusals }: Tally): string[] {
  const sorted = refusals.toSorted((a, b) => (place(a.position) < place(b.position) ? -1 : 1));
  return sorted.map(({ position, reason }) => `refused  ${place(position)}  ${reason}`);
}

function byCount(counts: Map<string, number>): [string, number][] {
  return [...counts].sort(([, a], [, b]) => b - a);
}

function noteLines({ warnings, ignored, skipped, heldBack }: Tally): string[] {
  const lines = byCount(warnings).map(([warning, count]) => `  ${count} × ${warning}`);
  if (heldBack > 0) {
    lines.push(`  ${heldBack} × stays a draft, as its source says or because its date is to come`);
  }
  if (ignored.size > 0) {
    const fields = byCount(ignored).map(([field, count]) => `${field} (${count})`);
    lines.push(`  fields that have no place here, ignored: ${fields.join(', ')}`);
  }
  if (skipped.length > 0) {
    lines.push(`  files without front matter, skipped: ${skipped.join(', ')}`);
  }
  return lines.length > 0 ? ['Notes:', ...lines] : [];
}

function madeLine(made: Record<NamedType, number>, isDryRun: boolean): string[] {
  const types = Object.keys(NAMED_UIDS) as NamedType[];
  const parts = types.filter((type) => made[type] > 0).map((type) => `${made[type]} ${type}`);
  if (parts.length === 0) return [];
  return [`${isDryRun ? 'Would also make' : 'Also made'}: ${parts.join(', ')}`];
}

function headline({ tally, total, milliseconds, isDryRun, isInterrupted }: Summarized): string {
  const seconds = milliseconds / 1000;
  const lead = isDryRun ? 'Dry run, nothing was written: ' : '';
  const share = isInterrupted ? `Ended early after ${tally.total} of ${total}` : `${tally.total}`;
  const pace = `${seconds.toFixed(1)} s, ${(tally.total / seconds).toFixed(1)} a second`;
  const counts = OUTCOMES.map((outcome) => `${tally.counts[outcome]} ${outcome}`).join(', ');
  return `${lead}${share} documents in ${pace}: ${counts}`;
}

/** What a run did, for the person at the terminal; the numbers are on the last line. */
export function summaryLines(summarized: Summarized): string[] {
  const { tally, made, isDryRun } = summarized;
  return [
    ...refusalLines(tally),
    ...noteLines(tally),
    ...madeLine(made, isDryRun),
    headline(summarized),
  ];
}
