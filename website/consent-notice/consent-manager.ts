import { hasExpired, newAnswer, nextAnswer, stands, type Answer } from './answer';
import { readNoticeText, readPolicy } from './api';
import type { Sentence } from './banner';
import { hasUnwantedScripts, unblock } from './blocked';
import { deleteRefusedCookies } from './delete-cookies';
import { element } from './elements';
import { chooseLanguage, localesToAsk, type Language } from './languages';
import { createNotice, type Notice } from './notice';
import { policyAddress, type Options } from './options';
import { accepts, choose, type Choices, type Policy } from './policy';
import { sendUnsent } from './recorder';
import { answerStorage, type AnswerStorage } from './storage';
import { TEXTS } from './texts';
import type { View } from './view';

/** Opens the dialog when clicked; where a page has none, the notice brings a button. */
const SETTINGS = '[data-consent="settings"]';
/** How long a report may hold up loading the page anew, in milliseconds. */
const REPORT_TIME = 3000;

/** Asks for consent, keeps it, and lets the page do what was agreed to. */
export class ConsentManager {
  readonly #options: Options;
  readonly #storage: AnswerStorage;
  readonly #locales: string[];
  readonly #language: Language;
  #loading: Promise<Policy | undefined> | undefined;
  #policy: Policy | undefined;
  #notice: Notice | undefined;
  #choices: Choices = {};
  #isAsking = false;
  #told = '';

  constructor(options: Options) {
    this.#options = options;
    this.#storage = answerStorage(options.storageKey);
    this.#locales = localesToAsk({
      option: options.locale,
      page: document.documentElement.lang,
      browser: navigator.languages,
    });
    this.#language = chooseLanguage(this.#locales);
  }

  /** What is accepted at this moment, by category; empty until the policy is read. */
  get choices(): Choices {
    return { ...this.#choices };
  }

  /** Whether a category is accepted at this moment. */
  accepts = (category: string): boolean => accepts(this.#choices, category);

  /** Opens the dialog, for a visitor who wants to see or change the choice. */
  open = (): void => {
    void this.#load().then((policy) => {
      if (!policy) return;
      this.#notice?.openDialog(this.#view(policy), {
        accept: () => this.#answer(policy, () => true),
        refuse: () => this.#answer(policy, () => false),
        save: (choices) => this.#answer(policy, (key) => accepts(choices, key)),
      });
    });
  };

  /** Reads the policy, and asks whoever has not answered to it. The page has a body by now. */
  async start(): Promise<void> {
    document.addEventListener('click', ({ target }) => {
      if (target instanceof Element && target.closest(SETTINGS)) this.open();
    });
    // An answer in another tab, or while this page was put aside, counts here as well.
    const settle = () => this.#policy && this.#settle(this.#policy);
    window.addEventListener('storage', settle);
    window.addEventListener('pageshow', ({ persisted }) => persisted && settle());
    void sendUnsent(this.#options.api, this.#storage);
    await this.#load();
  }

  /** @returns the policy; undefined while it cannot be read, and the next call tries again */
  async #load(): Promise<Policy | undefined> {
    this.#loading ??= this.#begin();
    const policy = await this.#loading;
    if (!policy) this.#loading = undefined;
    return policy;
  }

  async #begin(): Promise<Policy | undefined> {
    try {
      const policy = await readPolicy(this.#options.api, this.#locales);
      if (!policy) return undefined;
      this.#policy = policy;
      this.#notice = createNotice(TEXTS[this.#language], this.#language, this.open);
      this.#settle(policy);
      // Pages fill themselves in bit by bit.
      new MutationObserver(() => this.#look()).observe(document.documentElement, {
        childList: true,
        subtree: true,
      });
      return policy;
    } catch (error) {
      console.warn('The cookie policy could not be read; nothing optional will run.', error);
      return undefined;
    }
  }

  #standing(policy: Policy): Answer | undefined {
    const answer = this.#storage.read();
    if (answer && hasExpired(answer, new Date())) this.#storage.forget();
    return answer && stands(answer, policy, new Date()) ? answer : undefined;
  }

  #view(policy: Policy): View {
    const texts = TEXTS[this.#language];
    const href = policyAddress(this.#options.policyUrl, policy);
    return {
      texts,
      locale: this.#language,
      policy,
      answer: this.#standing(policy),
      hasSignal: hasPrivacySignal(),
      policyLink: () => element('a', { href }, texts.policy),
    };
  }

  /** Makes the page what the answer says, and asks for one where there is none. */
  #settle(policy: Policy): void {
    const answer = this.#standing(policy);
    this.#choices = choose(policy, (key) => answer !== undefined && accepts(answer.choices, key));
    deleteRefusedCookies(policy.categories, this.#choices);
    this.#isAsking = !answer && !hasPrivacySignal() && hasOptional(policy);
    if (this.#isAsking) void this.#ask(policy);
    else this.#notice?.hideBanner();
    this.#look();
    this.#tell(answer !== undefined);
  }

  async #ask(policy: Policy): Promise<void> {
    const sentence = await this.#readSentence(policy);
    // Answered in another tab meanwhile.
    if (!this.#isAsking) return;
    this.#notice?.showBanner(this.#view(policy), sentence, {
      accept: () => this.#answer(policy, () => true),
      refuse: () => this.#answer(policy, () => false),
      choose: this.open,
    });
  }

  async #readSentence({ locale }: Policy): Promise<Sentence | undefined> {
    const { api, text } = this.#options;
    if (text) return { text };
    const written = await readNoticeText(api, locale);
    return written ? { text: written, lang: locale } : undefined;
  }

  #answer(policy: Policy, isAccepted: (key: string) => boolean): void {
    const before = this.#standing(policy);
    const after = newAnswer(policy, choose(policy, isAccepted), location.pathname, new Date());
    const next = nextAnswer(before, after, policy);
    this.#notice?.closeDialog();
    if (next === before) return;
    this.#storage.write(next);
    this.#settle(policy);
    this.#notice?.announce(TEXTS[this.#language].saved);
    const sent = sendUnsent(this.#options.api, this.#storage);
    if (this.#options.reloads && hasUnwantedScripts(this.accepts)) {
      const waited = new Promise((resolve) => setTimeout(resolve, REPORT_TIME));
      void Promise.race([sent, waited]).then(() => location.reload());
    }
  }

  /** Looks at the page: what there is to run, and whether it has a way back to the dialog. */
  #look(): void {
    unblock(this.accepts);
    const hasChoice = this.#policy !== undefined && hasOptional(this.#policy);
    const isNeeded = hasChoice && !this.#isAsking && !document.querySelector(SETTINGS);
    this.#notice?.toggleButton(isNeeded);
  }

  /** Tells the page, where there is something to tell. */
  #tell(isAnswered: boolean): void {
    const detail = { choices: this.choices, isAnswered };
    const told = JSON.stringify(detail);
    if (told === this.#told) return;
    this.#told = told;
    document.dispatchEvent(new CustomEvent('consent:change', { detail }));
  }
}

const hasOptional = ({ categories }: Policy) => categories.some(({ required }) => !required);

/** Global Privacy Control: https://www.w3.org/TR/gpc/#javascript-property-to-detect-preference */
const hasPrivacySignal = () =>
  (navigator as { globalPrivacyControl?: unknown }).globalPrivacyControl === true;
