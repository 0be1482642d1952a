import type { Answer } from './answer';
import type { Policy } from './policy';
import type { Texts } from './texts';

/** What the notice shows, and in which words. */
export interface View {
  texts: Texts;
  /** Of the notice's own words, BCP 47. */
  locale: string;
  policy: Policy;
  /** What the visitor has answered, if anything that stands. */
  answer: Answer | undefined;
  /** Whether the browser sends Global Privacy Control. */
  hasSignal: boolean;
  policyLink(): HTMLElement;
}
