import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PAGE, writePdf, type TextLine } from './pdf-page';
import { readDemoFiles, type DemoTraining } from '../content/read-files';

const MARGIN = 56;
const LOCALES = ['en', 'fr'] as const;
const HEADINGS = {
  en: { audience: 'Who it is for', outcomes: 'What you will be able to do', modules: 'Programme' },
  fr: { audience: 'Pour qui', outcomes: 'Ce que vous saurez faire', modules: 'Programme' },
};

/** Breaks a text into lines; Helvetica is half as wide as it is high, on average. */
function wrap(text: string, size: number): string[] {
  const longest = Math.floor((PAGE.width - 2 * MARGIN) / (size * 0.5));
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= longest) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else lines.push(word);
  }
  return lines;
}

/** Sets paragraphs below each other. */
class Column {
  readonly lines: TextLine[] = [];
  private y = PAGE.height - 84;

  add(text: string, size: number, { bold = false, space = 0 } = {}): void {
    this.y -= space;
    for (const line of wrap(text, bold ? size * 1.08 : size)) {
      this.lines.push({ text: line, x: MARGIN, y: this.y, size, bold });
      this.y -= size * 1.45;
    }
  }
}

function layOut({ code, durationHours, ...training }: DemoTraining, locale: 'en' | 'fr') {
  const { title, summary, audience, outcomes, modules } = training[locale];
  const headings = HEADINGS[locale];
  const column = new Column();
  column.add(`Larkspan Academy – ${code} – ${durationHours} h`, 9);
  column.add(title, 24, { bold: true, space: 18 });
  column.add(summary, 12, { space: 4 });
  column.add(headings.audience, 13, { bold: true, space: 16 });
  column.add(audience, 10.5);
  column.add(headings.outcomes, 13, { bold: true, space: 14 });
  for (const { text } of outcomes) column.add(`– ${text}`, 10.5);
  column.add(headings.modules, 13, { bold: true, space: 14 });
  for (const module of modules) {
    column.add(`${module.title} (${module.hours} h)`, 10.5, { bold: true, space: 3 });
    column.add(module.summary, 10.5);
  }
  column.add('www.larkspan.example – +33 4 65 71 00 12', 9, { space: 20 });
  return writePdf(title, column.lines, [0.11, 0.15, 0.35]);
}

/**
 * Writes the brochures of the demo content anew, for the trainings that name one.
 * @param folder the folder database/demo
 */
export async function writeBrochures(folder: string): Promise<void> {
  const { trainings } = await readDemoFiles(folder);
  await mkdir(path.join(folder, 'brochures'), { recursive: true });
  for (const training of trainings) {
    for (const locale of training.brochure ? LOCALES : []) {
      const file = path.join(folder, 'brochures', training.brochure?.[locale] ?? '');
      await writeFile(file, layOut(training, locale));
    }
  }
}
