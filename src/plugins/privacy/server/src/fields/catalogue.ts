import type { Core } from '@strapi/strapi';
import { targetOf, type Attribute, type Model } from '../../../../../database/models';
import { allModels } from './all-models';
import { indexAttribute } from './prepare-fields';
import { readTag, type Taggable } from './tag';

/** A tagged attribute, and where its values stand in the database. */
export interface PersonalField {
  name: string;
  column: string;
  /** The blind index beside it; undefined where there is none. */
  index: { name: string; column: string } | undefined;
}

/** A content type or a component whose rows have personal data, or lead to some. */
export interface PersonalModel {
  uid: string;
  table: string;
  isComponent: boolean;
  /** Its own tagged attributes. */
  fields: readonly PersonalField[];
  /** Attributes that lead to other such models, with the uid of each. */
  ways: ReadonlyMap<string, string>;
}

type Attributes = Record<string, Attribute & Taggable>;

/** What all models have of personal data, found once: tags do not change while the process runs. */
export class Catalogue {
  readonly #models: ReadonlyMap<string, PersonalModel>;

  constructor(strapi: Core.Strapi) {
    const all = allModels(strapi);
    const uids = reachingUids(all);
    const models = all.filter(({ uid }) => uids.has(uid));
    this.#models = new Map(models.map((model) => [model.uid, describe(strapi, model, uids)]));
    for (const model of this.#models.values()) checkComponents(model, this);
    for (const model of all) checkZones(model, this);
  }

  /** The model of a uid; undefined where no personal data can be read through it. */
  find(uid: string): PersonalModel | undefined {
    return this.#models.get(uid);
  }

  /** The models that have tagged attributes themselves. */
  get tagged(): PersonalModel[] {
    return [...this.#models.values()].filter(({ fields }) => fields.length > 0);
  }
}

function isTagged(model: Model): boolean {
  return Object.entries(model.attributes as Attributes).some(([name, attribute]) =>
    readTag(attribute, `${model.uid}: ${name}`),
  );
}

function targets(model: Model): string[] {
  return Object.values(model.attributes as Attributes).flatMap((attribute) => {
    const target = targetOf(attribute);
    return target ? [target.uid] : [];
  });
}

/** The uids of all models that are tagged, or from which a chain of relations leads to one. */
function reachingUids(models: Model[]): Set<string> {
  const reaching = new Set(models.filter(isTagged).map(({ uid }) => uid as string));
  for (let before = -1; before < reaching.size;) {
    before = reaching.size;
    for (const model of models)
      if (targets(model).some((target) => reaching.has(target))) reaching.add(model.uid);
  }
  return reaching;
}

function describe(strapi: Core.Strapi, model: Model, reaching: Set<string>): PersonalModel {
  const metadata = strapi.db.metadata.get(model.uid);
  const columnOf = (name: string) => {
    const attribute = metadata.attributes[name] as { columnName?: string } | undefined;
    return attribute?.columnName ?? name;
  };
  const fields: PersonalField[] = [];
  const ways = new Map<string, string>();
  for (const [name, attribute] of Object.entries(model.attributes as Attributes)) {
    const tag = readTag(attribute, `${model.uid}: ${name}`);
    const index = { name: indexAttribute(name), column: columnOf(indexAttribute(name)) };
    if (tag)
      fields.push({ name, column: columnOf(name), index: tag.blindIndex ? index : undefined });
    const target = targetOf(attribute);
    if (target && reaching.has(target.uid)) ways.set(name, target.uid);
  }
  const { uid, modelType } = model;
  return { uid, table: metadata.tableName, isComponent: modelType === 'component', fields, ways };
}

/** A component's values are bound to the document that it stands in, which must be one step away. */
function checkComponents(model: PersonalModel, catalogue: Catalogue): void {
  if (!model.isComponent) return;
  for (const [name, uid] of model.ways) {
    const target = catalogue.find(uid);
    // One that only leads to documents has nothing that is bound to where it stands.
    if (target?.isComponent && target.fields.length > 0)
      throw new Error(
        `${model.uid}: ${name} is a component with personal data inside of another component. Put it into the content type itself.`,
      );
  }
}

/** What a dynamic zone holds is only known row by row, when it is too late to read it as it needs. */
function checkZones(model: Model, catalogue: Catalogue): void {
  for (const [name, attribute] of Object.entries(model.attributes as Attributes)) {
    const { components = [] } = attribute as { components?: readonly string[] };
    const personal = components.find((uid) => catalogue.find(uid));
    if (attribute.type !== 'dynamiczone' || personal === undefined) continue;
    throw new Error(
      `${model.uid}: ${name} is a dynamic zone with ${personal}, which has personal data or leads to some. Give it an attribute of its own.`,
    );
  }
}
