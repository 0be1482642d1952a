import { readFileSync } from 'node:fs';
import path from 'node:path';
import Handlebars from 'handlebars';

/** What a mail says, in plain text. Nothing in it is a template, or HTML. */
export interface MailContent {
  /** Language of the mail, as a BCP 47 tag. */
  locale: string;
  subject: string;
  heading: string;
  paragraphs: string[];
  facts: { label: string; value: string }[];
  /** Somebody else's words. */
  quote?: { heading: string; lines: string[] };
  action?: { label: string; url: string };
  /** What is said in small print. */
  notes: string[];
  /** Who writes, and how to reach them. */
  sender: { name: string; lines: string[] };
}

/** A mail in its two forms. */
export interface RenderedMail {
  subject: string;
  text: string;
  html: string;
}

/** Turns what a mail says into its two forms. */
export type Render = (content: MailContent) => RenderedMail;

/** Lines of text longer than one that is empty between paragraphs. */
const BLANK_LINES = /\n{3,}/g;

/**
 * Compiles the layouts, once. The HTML one escapes all that it is given; there are no helpers but
 * those of Handlebars, and a value that is missing is an error.
 * @param folder holds `layout.html.hbs` and `layout.text.hbs`
 */
export function loadLayouts(folder: string): Render {
  const handlebars = Handlebars.create();
  const compile = (file: string, isPlain: boolean) =>
    handlebars.compile(readFileSync(path.join(folder, file), 'utf8'), {
      strict: true,
      knownHelpersOnly: true,
      noEscape: isPlain,
    });
  const html = compile('layout.html.hbs', false);
  const text = compile('layout.text.hbs', true);
  return (content) => {
    const context = { quote: undefined, action: undefined, ...content };
    return {
      subject: content.subject,
      text: text(context).replace(BLANK_LINES, '\n\n'),
      html: html({ ...context, preview: content.paragraphs[0] ?? '' }),
    };
  };
}
