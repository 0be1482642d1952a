import { parseMarkdown } from '../../../scripts/import/front-matter';
import { localeFinder } from '../../../scripts/import/locale-names';
import { mapBlog } from '../../../scripts/import/map-blog';
import type { MappingContext } from '../../../scripts/import/mapping-context';
import { mapTraining } from '../../../scripts/import/map-training';
import type { SourceRecord } from '../../../scripts/import/record';
import { Refusal } from '../../../scripts/import/refusal';
import { parseYamlList } from '../../../scripts/import/yaml-list';

const enabledLocales = ['en', 'fr', 'es', 'de'];

/** A site with four languages, of which English is the default. */
export const site: MappingContext = {
  locale: 'en',
  findLocale: localeFinder(enabledLocales),
  enabledLocales,
  baseUrl: undefined,
  now: new Date('2024-06-01T00:00:00Z'),
};

/** Maps a Markdown text, as if it were in a file of this name (without extension). */
export function blogFrom(text: string, name = 'a-post', context = site) {
  const record: SourceRecord = {
    type: 'blog',
    key: `${name}.md`,
    position: { file: `${name}.md`, line: undefined },
    ...parseMarkdown(text),
    name,
  };
  return mapBlog(record, context);
}

/** Maps a Markdown text with this front matter and a paragraph as its body. */
export function blogWith(frontMatter: string, body = 'A first paragraph.') {
  return blogFrom(`---\ntitle: A title\n${frontMatter}\n---\n${body}\n`);
}

/** Maps the first entry of a YAML list. */
export function trainingFrom(text: string, context = site) {
  const [fields] = parseYamlList(text);
  if (fields instanceof Refusal) throw fields;
  if (!fields) throw new Error('The list is empty');
  return mapTraining(
    { type: 'training', key: 'a', position: { file: 'a.yaml', line: fields.line }, fields },
    context,
  );
}

/** Maps an entry with a title, a summary and these fields, each on a line of its own. */
export function trainingWith(...fields: string[]) {
  return trainingFrom(['- title: A title', 'summary: A summary', ...fields].join('\n  '));
}

/** What a piece of work is refused with. */
export function refusalOf(work: () => unknown): { message: string; line: number | undefined } {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return { message: error.message, line: error.line };
    throw error;
  }
  throw new Error('It was not refused');
}
