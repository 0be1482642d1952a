import type { Answer } from './answer';
import { button, element } from './elements';
import { accepts, type Category, type Choices, type Cookie } from './policy';
import type { View } from './view';

/** What the visitor can do in the dialog, besides leaving it. */
export interface DialogActions {
  accept: () => void;
  refuse: () => void;
  save: (choices: Choices) => void;
}

function cookieDetails({ texts, policy }: View, cookie: Cookie) {
  const facts = [
    [texts.provider, cookie.provider],
    [texts.purpose, cookie.purpose],
    [texts.duration, cookie.duration],
  ] as const;
  const rows = facts
    .filter(([, fact]) => fact)
    .map(([label, fact]) =>
      element('div', {}, element('dt', {}, label), element('dd', { lang: policy.locale }, fact)),
    );
  return element('li', {}, element('code', {}, cookie.name), element('dl', {}, ...rows));
}

function cookieList(view: View, { cookies }: Category) {
  if (cookies.length === 0) return undefined;
  return element(
    'details',
    {},
    element('summary', {}, `${view.texts.cookies} (${cookies.length})`),
    element('ul', {}, ...cookies.map((cookie) => cookieDetails(view, cookie))),
  );
}

/** One category. An optional one has a box, ticked only where the visitor said yes before. */
function categoryPart(view: View, category: Category, index: number, choices: Choices) {
  const { key, name, description, required } = category;
  const lang = view.policy.locale;
  const about = `about-${index}`;
  const box = element('input', {
    type: 'checkbox',
    checked: accepts(choices, key),
    'aria-describedby': description ? about : undefined,
  });
  const title = element('span', { lang }, name);
  const heading = required
    ? element('h3', {}, title, element('span', { class: 'always' }, view.texts.alwaysOn))
    : element('h3', {}, element('label', {}, box, title));
  const part = element(
    'section',
    {},
    heading,
    description ? element('p', { id: about, lang }, description) : undefined,
    cookieList(view, category),
  );
  return { part, choice: [key, required || (() => box.checked)] as const };
}

/** When the visitor answered, and the receipt that proves it. */
function receipt({ texts, locale }: View, given: Answer) {
  const date = new Date(given.answeredAt);
  if (!given.receipt || Number.isNaN(date.getTime())) return undefined;
  const written = new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(date);
  return element(
    'p',
    { class: 'receipt' },
    `${texts.receipt} (${written}) `,
    element('code', {}, given.receipt),
  );
}

/**
 * The dialog with every category and its cookies. The browser keeps the keyboard in it, closes it on
 * Escape and gives the focus back: it is a modal `<dialog>`.
 */
export function dialog(view: View, actions: DialogActions): HTMLDialogElement {
  const { texts, policy, answer, hasSignal } = view;
  const parts = policy.categories.map((category, index) =>
    categoryPart(view, category, index, answer?.choices ?? {}),
  );
  const chosen = () =>
    Object.fromEntries(
      parts.map(({ choice: [key, read] }) => [key, typeof read === 'function' ? read() : read]),
    );
  const made = element('dialog', { 'aria-labelledby': 'dialog-title', part: 'dialog' });
  made.append(
    element(
      'header',
      {},
      element('h2', { id: 'dialog-title', tabindex: '-1' }, texts.settings),
      button('×', () => made.close(), { class: 'close', 'aria-label': texts.close }),
    ),
    element(
      'div',
      { class: 'content' },
      element('p', {}, texts.settingsIntro, ' ', view.policyLink()),
      hasSignal ? element('p', { class: 'signal' }, texts.signal) : undefined,
      ...parts.map(({ part }) => part),
      answer && receipt(view, answer),
    ),
    element(
      'footer',
      { class: 'buttons' },
      button(texts.accept, actions.accept),
      button(texts.refuse, actions.refuse),
      button(texts.save, () => actions.save(chosen())),
    ),
  );
  return made;
}
