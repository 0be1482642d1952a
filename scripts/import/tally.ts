import type { Position } from './record';
import type { Refusal } from './refusal';

/** What became of the sources. */
export const OUTCOMES = ['created', 'updated', 'unchanged', 'refused'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** A source that was not imported. */
export interface RefusedSource {
  position: Position;
  reason: string;
}

function countUp(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

/** Counts what happens in a run. */
export class Tally {
  readonly counts: Record<Outcome, number> = { created: 0, updated: 0, unchanged: 0, refused: 0 };
  readonly refusals: RefusedSource[] = [];
  readonly skipped: string[] = [];
  /** Sentences about what was changed or left out, with how many times. */
  readonly warnings = new Map<string, number>();
  /** Names of fields that have no place here, with how many sources have them. */
  readonly ignored = new Map<string, number>();
  /** Documents that stay drafts, because their sources say so or date them later. */
  heldBack = 0;

  /** Notes what became of a source. */
  count(outcome: Outcome): void {
    this.counts[outcome] += 1;
  }

  /** Notes a source that was not imported, and why. */
  refuse(position: Position, reason: string): void {
    this.count('refused');
    this.refusals.push({ position, reason });
  }

  /** Notes a document that was not imported; its position where the refusal knows no line. */
  refuseDocument({ file, line }: Position, refusal: Refusal): void {
    this.refuse({ file, line: refusal.line ?? line }, refusal.message);
  }

  /** Notes what was lost in the mapping of a source. */
  note(warnings: readonly string[], ignored: readonly string[]): void {
    for (const warning of warnings) countUp(this.warnings, warning);
    for (const field of ignored) countUp(this.ignored, field);
  }

  /** How many sources are done with. */
  get total(): number {
    return OUTCOMES.reduce((sum, outcome) => sum + this.counts[outcome], 0);
  }
}
