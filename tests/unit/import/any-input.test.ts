import fc from 'fast-check';
import { completeAddresses } from '../../../scripts/import/addresses';
import { parseCsvList } from '../../../scripts/import/csv-list';
import { parseDate } from '../../../scripts/import/dates';
import { foldName } from '../../../scripts/import/fold-name';
import { decodeText } from '../../../scripts/import/read-text';
import { Refusal } from '../../../scripts/import/refusal';
import { resolveTemplateTags } from '../../../scripts/import/template-tags';
import { parseYamlList } from '../../../scripts/import/yaml-list';
import { blogFrom, site, trainingFrom } from './sources';

/** Texts made of what the parsers look for, which random characters hardly ever hit. */
const markup = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...['---\n', '\n', '- ', 'title: ', 'date: ', 'tags: ', ': ', '"', "'", '[', ']', '{', '}'],
        ...['{{', '}}', '{%', '%}', '{{< ', ' >}}', 'figure ', 'src=', '`', '```\n', '](', '!['],
        ...[
          '&a ',
          '*a',
          '!!binary ',
          '|\n  ',
          '<<: ',
          '? ',
          '# ',
          '<p>',
          '\t',
          ',',
          ';',
          '\0',
          '…',
        ],
      ),
      fc.string({ unit: 'grapheme', maxLength: 5 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));
const anyText = fc.oneof(markup, fc.string({ unit: 'binary' }));

/** Every input leads to a result or to a refusal that says what is wrong; nothing else. */
function neverCrashes<T>(input: fc.Arbitrary<T>, work: (value: T) => unknown): void {
  fc.assert(
    fc.property(input, (value) => {
      try {
        work(value);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        expect(error.message).not.toBe('');
      }
    }),
    { numRuns: 1000 },
  );
}

it('reads any bytes', () => {
  neverCrashes(fc.uint8Array({ maxLength: 50 }), (bytes) => decodeText(Buffer.from(bytes)));
});

it('maps any Markdown file', () => {
  neverCrashes(anyText, (text) => blogFrom(text));
});

it('maps any front matter', () => {
  neverCrashes(anyText, (text) => blogFrom(`---\ntitle: a\n${text}\n---\nb`));
});

it('maps any value of any field', () => {
  const field = fc.constantFrom(
    'title',
    'date',
    'tags',
    'author',
    'lang',
    'slug',
    'permalink',
    'draft',
  );
  neverCrashes(fc.tuple(field, fc.jsonValue()), ([name, value]) =>
    blogFrom(`---\ntitle: a\n${name}: ${JSON.stringify(value)}\n---\nb`),
  );
});

it('maps any body', () => {
  const context = { ...site, baseUrl: 'https://old.example' };
  neverCrashes(anyText, (body) => blogFrom(`---\ntitle: a\n---\n${body}`, 'a', context));
});

it('maps any list', () => {
  neverCrashes(anyText, parseYamlList);
  neverCrashes(anyText, parseCsvList);
  const field = fc.constantFrom('price', 'modules', 'faq', 'outcomes', 'level', 'tags', 'duration');
  neverCrashes(fc.tuple(field, fc.jsonValue()), ([name, value]) =>
    trainingFrom(`- title: a\n  summary: b\n  ${name}: ${JSON.stringify(value)}`),
  );
});

it('refuses any row that has not as many columns as the header, and no other', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', ' b', 'é', '0') });
  const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 8 });
  fc.assert(
    fc.property(table, (rows) => {
      const quoted = rows.map((row) => row.map((value) => `"${value}"`).join(','));
      const entries = parseCsvList(['title,code', ...quoted].join('\n'));
      const refused = entries.map((entry) => entry instanceof Refusal);
      expect(refused).toEqual(rows.map((row) => row.length !== 2));
    }),
  );
});

it('leaves text without tags and relative addresses as it is', () => {
  const plain = fc.string({ unit: 'grapheme' }).filter((text) => !/[[({<\uE000]/.test(text));
  fc.assert(
    fc.property(plain, (text) => {
      expect(resolveTemplateTags(text, () => undefined).text).toBe(text);
      expect(completeAddresses(text, 'https://old.example')).toBe(text);
    }),
  );
});

it('folds a name once and for all, in any case', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      expect(foldName(foldName(name))).toBe(foldName(name));
    }),
  );
});

it('reads back every date that it can write', () => {
  const date = fc.date({
    min: new Date('1900-01-01'),
    max: new Date('2999-12-31'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(date, (moment) => {
      moment.setUTCMilliseconds(0);
      expect(parseDate(moment.toISOString())?.date).toEqual(moment);
    }),
  );
});
