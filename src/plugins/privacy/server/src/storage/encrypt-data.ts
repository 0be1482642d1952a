import { errors } from '@strapi/utils';
import { blindIndex } from '../crypto/keyed-hash';
import { encryptCell } from '../crypto/cell';
import type { KeyRing } from '../crypto/key-ring';
import type { PersonalField, PersonalModel } from '../fields/catalogue';
import { UNREADABLE } from './decrypt-rows';

type Data = Record<string, unknown>;

function refuseUnreadable(field: PersonalField, text: string): void {
  if (text !== UNREADABLE) return;
  throw new errors.ValidationError(
    `"${field.name}" cannot be read at present, so it cannot be saved either: nothing of it would be left. Bring back its key, or write a new value.`,
    { errors: [{ path: [field.name], message: 'Cannot be read at present.' }] },
  );
}

/** A value as the database would store it. */
function toText(value: unknown, { name }: PersonalField): string | null {
  if (value === null || typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const message = 'Must be text.';
  throw new errors.ValidationError(`"${name}" must be text.`, {
    errors: [{ path: [name], message }],
  });
}

/**
 * What a row is to be stored as: tagged values encrypted for this row, and their blind indexes.
 * @param row the documentId that the values are bound to
 */
export function encryptData(data: Data, row: string, model: PersonalModel, keys: KeyRing): Data {
  const encrypted: Data = {};
  for (const field of model.fields) {
    const { name, column, index } = field;
    const value = data[name];
    if (value === undefined) continue;
    const cell = { table: model.table, column, row };
    const text = toText(value, field);
    if (text !== null) refuseUnreadable(field, text);
    encrypted[name] = text === null ? null : encryptCell(text, cell, keys);
    if (index) encrypted[index.name] = text === null ? null : blindIndex(text, cell, keys);
  }
  return { ...data, ...encrypted };
}

/** Whether some data has a value for a tagged attribute. */
export function hasPersonalData(data: unknown, model: PersonalModel): data is Data {
  if (data === null || typeof data !== 'object') return false;
  return model.fields.some(({ name, index }) => name in data || (index && index.name in data));
}

/** Data without blind indexes: nobody but this plugin writes them. */
export function withoutIndexes(data: Data, model: PersonalModel): Data {
  const names = model.fields.flatMap(({ index }) => (index ? [index.name] : []));
  return Object.fromEntries(Object.entries(data).filter(([name]) => !names.includes(name)));
}
