import { button, element } from './elements';
import type { View } from './view';

/** What the banner and the dialog let the visitor do. */
export interface BannerActions {
  accept: () => void;
  refuse: () => void;
  choose: () => void;
}

/** The banner's sentence, and its language where that is not the notice's own. */
export interface Sentence {
  text: string;
  lang?: string;
}

/**
 * The first thing that a visitor sees: what it is about, and three buttons that look alike.
 * @param given the sentence, where somebody wrote one for this site
 */
export function banner(
  view: View,
  given: Sentence | undefined,
  actions: BannerActions,
): HTMLElement {
  const { texts } = view;
  const sentence = element('span', { lang: given?.lang }, given?.text ?? texts.intro);
  return element(
    'div',
    { class: 'banner', part: 'banner' },
    element('h2', {}, texts.title),
    element('p', {}, sentence, ' ', view.policyLink()),
    element(
      'div',
      { class: 'buttons' },
      button(texts.accept, actions.accept),
      button(texts.refuse, actions.refuse),
      button(texts.choose, actions.choose, { 'aria-haspopup': 'dialog' }),
    ),
  );
}
