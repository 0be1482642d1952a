import { isCurrency } from '../../src/lib/standards';
import { flag, positiveNumber, shortText } from './read-field';
import { Refusal } from './refusal';
import { isMapping, SourceFields, type SourceField, type SourceValue } from './source-fields';

/** The fields of a mapping inside a field. */
function fieldsOf(value: Record<string, SourceValue>, line: number): SourceFields {
  return new SourceFields(
    Object.entries(value).map(([name, part]) => ({ name, value: part, line })),
    line,
  );
}

/** The entries of a list of mappings; a text stands for an entry with nothing but that field. */
function entries(field: SourceField, shorthand: string): SourceFields[] {
  const { name, value, line } = field;
  const list: SourceValue[] =
    typeof value === 'string' ? value.split(/[;\n]/) : Array.isArray(value) ? value : [value];
  return list
    .filter((entry) => entry !== null && entry !== '')
    .map((entry) => {
      if (typeof entry === 'string') return fieldsOf({ [shorthand]: entry }, line);
      if (isMapping(entry)) return fieldsOf(entry, line);
      throw new Refusal(`"${name}" must be a list of texts or of "${shorthand}: …"`, line);
    });
}

/** @throws Refusal where the entry lacks the field */
function required(text: string | undefined, part: string, { name, line }: SourceField): string {
  if (text === undefined) throw new Refusal(`an entry of "${name}" has no "${part}"`, line);
  return text;
}

/** The parts of a programme: texts (titles), or mappings of title, summary and hours. */
export function modulesOf(fields: SourceFields) {
  const field = fields.find('modules');
  if (!field) return undefined;
  return entries(field, 'title').map((module) => ({
    title: required(shortText(module, 200, 'title', 'name'), 'title', field),
    summary: shortText(module, 1000, 'summary', 'description') ?? null,
    hours: positiveNumber(module, 'hours', 'durationHours') ?? null,
  }));
}

/** Questions and answers. */
export function faqOf(fields: SourceFields) {
  const field = fields.find('faq');
  if (!field) return undefined;
  return entries(field, 'question').map((entry) => ({
    question: required(shortText(entry, 200, 'question'), 'question', field),
    answer: required(entry.text('answer'), 'answer', field),
  }));
}

/** `1200`, `1200.50 EUR`: an amount and perhaps its currency. */
const PRICE = /^(\d[\d.,]*)\s*([a-z]{3})?$/i;

/** A price as one mapping, whether the source wrote a mapping or fields beside each other. */
function priceFields(field: SourceField, fields: SourceFields): SourceFields {
  const { name, value, line } = field;
  if (value !== null && isMapping(value)) return fieldsOf(value, line);
  const [, amount, currency] = PRICE.exec(typeof value === 'string' ? value.trim() : '') ?? [];
  if (amount === undefined) {
    throw new Refusal(`"${name}" must be an amount such as 1200 or 1200.50 EUR`, line);
  }
  return fieldsOf(
    {
      amount,
      currency: currency ?? fields.text('currency') ?? null,
      taxIncluded: fields.text('taxIncluded') ?? null,
    },
    line,
  );
}

/**
 * The price of a training: a mapping of amount, currency and taxIncluded, or fields of their own.
 * @returns null where the source names a price but gives none
 * @throws Refusal for a price without a currency: guessing one is not for a computer
 */
export function priceOf(fields: SourceFields) {
  const field = fields.find('price');
  if (!field) return undefined;
  if (!fields.findFilled('price')) return null;
  const price = priceFields(field, fields);
  const amount = positiveNumber(price, 'amount');
  const currency = price.text('currency')?.toUpperCase();
  if (amount === undefined) throw new Refusal('"price" has no "amount"', field.line);
  if (currency === undefined || !isCurrency(currency)) {
    const given = currency === undefined ? 'has no currency' : `has the currency "${currency}"`;
    throw new Refusal(`"price" ${given}; write an ISO 4217 code such as EUR`, field.line);
  }
  return { amount, currency, taxIncluded: flag(price, 'taxIncluded') ?? false };
}
