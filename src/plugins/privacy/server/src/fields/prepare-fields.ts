import type { Core } from '@strapi/strapi';
import { allModels } from './all-models';
import { readTag, type Taggable } from './tag';

/** A content type or component as it is changed before its tables are made. */
interface MutableModel {
  uid: string;
  collectionName?: string;
  modelType?: string;
  attributes: Record<string, Taggable & Record<string, unknown>>;
  indexes?: { name: string; columns: string[] }[];
}

/** The attribute that holds the blind index of another one. */
export const indexAttribute = (attribute: string) => `${attribute}BlindIndex`;

/** Never shown, never asked for: only this plugin writes it and looks it up. */
const BLIND_INDEX = {
  type: 'string',
  maxLength: 64,
  private: true,
  searchable: false,
  configurable: false,
  writable: false,
  visible: false,
  pluginOptions: {
    'content-manager': { visible: false },
    'content-type-builder': { visible: false },
  },
};

const columnOf = (attribute: string) =>
  attribute.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function addBlindIndex(model: MutableModel, attribute: string): void {
  const name = indexAttribute(attribute);
  if (name in model.attributes) {
    throw new Error(`${model.uid} has an attribute ${name} already: call it otherwise.`);
  }
  model.attributes[name] = { ...BLIND_INDEX };
  const column = columnOf(name);
  model.indexes = [
    ...(model.indexes ?? []),
    { name: `${model.collectionName}_${column}`, columns: [column] },
  ];
}

/** Prepares one model; the names of its tagged attributes. */
function prepareModel(model: MutableModel): string[] {
  const names: string[] = [];
  for (const [name, attribute] of Object.entries(model.attributes)) {
    const tag = readTag(attribute, `${model.uid}: ${name}`);
    if (!tag) continue;
    names.push(name);
    attribute.searchable = false;
    // Encrypted, a value is longer than what is typed.
    attribute.columnType = { type: 'text' };
    if (!tag.blindIndex) continue;
    if (model.modelType === 'component')
      throw new Error(
        `${model.uid}: ${name} is in a component, where no blind index is looked up.`,
      );
    addBlindIndex(model, name);
  }
  return names;
}

/**
 * Makes tagged attributes fit for encryption, before Strapi makes the tables: their columns take
 * any length, the panel's search leaves them out, and those with a blind index get its column.
 * @returns the names of all tagged attributes
 * @throws Error naming a tag that cannot be used
 */
export function prepareFields(strapi: Core.Strapi): string[] {
  const models = allModels(strapi) as unknown as MutableModel[];
  return [...new Set(models.flatMap(prepareModel))];
}
