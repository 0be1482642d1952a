import { banner, type BannerActions, type Sentence } from './banner';
import styles from './consent-notice.css';
import { dialog, type DialogActions } from './dialog';
import { button, element } from './elements';
import { makeRoom } from './room';
import type { Texts } from './texts';
import type { View } from './view';

/** The notice on the page: a banner, a dialog, or nothing but a way back to the dialog. */
export interface Notice {
  showBanner(view: View, sentence: Sentence | undefined, actions: BannerActions): void;
  hideBanner(): void;
  openDialog(view: View, actions: DialogActions): void;
  closeDialog(): void;
  /** Shows or hides the button that opens the dialog. */
  toggleButton(isShown: boolean): void;
  /** Tells those who hear the page rather than see it. */
  announce(text: string): void;
}

/**
 * Puts the notice's place into the page: first in the body, so that who uses the keyboard meets it
 * first. It is a shadow tree with a constructed style sheet: the site's styles do not reach it but by
 * custom properties and `::part`, and a policy that forbids inline styles has nothing to forbid.
 * @param texts the notice's own words
 * @param open opens the dialog
 */
export function createNotice(texts: Texts, locale: string, open: () => void): Notice {
  const host = element('div', { 'data-prospectus-consent': true });
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [sheet];
  const status = element('p', { role: 'status', class: 'status' });
  const settings = button(texts.settings, open, {
    class: 'settings',
    part: 'settings',
    'aria-haspopup': 'dialog',
    hidden: true,
  });
  const region = element('section', { 'aria-label': texts.title, lang: locale }, status, settings);
  root.append(region);
  document.body.prepend(host);

  let shown: { banner: HTMLElement; giveBack: () => void } | undefined;
  let opened: HTMLDialogElement | undefined;
  return {
    showBanner(view, sentence, actions) {
      this.hideBanner();
      const made = banner(view, sentence, actions);
      region.append(made);
      shown = { banner: made, giveBack: makeRoom(made) };
      this.announce(texts.title);
    },
    hideBanner() {
      shown?.banner.remove();
      shown?.giveBack();
      shown = undefined;
    },
    openDialog(view, actions) {
      if (opened?.open) return;
      const made = dialog(view, actions);
      made.addEventListener('close', () => {
        made.remove();
      });
      opened = made;
      region.append(made);
      made.showModal();
      made.querySelector('h2')?.focus();
    },
    closeDialog() {
      opened?.close();
    },
    toggleButton(isShown) {
      settings.hidden = !isShown;
    },
    announce(text) {
      status.textContent = text;
    },
  };
}
