import { ConsentManager } from './consent-manager';
import { readOptions } from './options';

declare global {
  interface Window {
    /** What a site's own scripts use; docs/consent-notice.md describes it. */
    prospectusConsent?: Pick<ConsentManager, 'choices' | 'open' | 'accepts'>;
  }
}

function start(script: HTMLScriptElement): void {
  const manager = new ConsentManager(readOptions(script));
  window.prospectusConsent = manager;
  if (document.readyState !== 'loading') void manager.start();
  else document.addEventListener('DOMContentLoaded', () => void manager.start());
}

const script = document.currentScript;
// A tag that stands twice on a page asks once.
if (script instanceof HTMLScriptElement && !window.prospectusConsent) start(script);
