import type { Schema, UID } from '@strapi/strapi';

/**
 * How an editor meets a content type or a component in the content manager. The names of fields
 * are checked against the generated types: a field that is renamed, added or removed in a schema
 * fails the build here until its label follows.
 */

/** Attributes that Strapi adds to every content type, and that lists can show. */
export type SystemFieldName = 'createdAt' | 'createdBy' | 'updatedAt' | 'updatedBy';

/** The blind index of an encrypted field, which the panel never shows. */
type BlindIndexName = `${string}BlindIndex`;

/** The fields that a schema declares itself. */
export type FieldName<Uid extends UID.Schema> = Exclude<
  Schema.AttributeNames<Uid>,
  BlindIndexName | SystemFieldName | 'locale' | 'localizations' | 'publishedAt'
>;

/** Width of a field in twelfths of its row. */
type Width = 3 | 4 | 5 | 6 | 7 | 8 | 9 | 12;

interface LabelledField {
  /** The name over the field and its column. */
  label: string;
  /** Shown, but only the system writes it. */
  readOnly?: true;
}

/** A component in a field. The edit view shows no hint for it: a note follows its label instead. */
interface ComponentField extends LabelledField {
  note?: string;
}

/** A field that an editor fills. */
interface InputField extends LabelledField {
  /** A sentence under the field: its unit or format, where it appears, what an empty one means. */
  hint?: string;
  /** An example in the empty field. */
  placeholder?: string;
}

/** A field that points to other documents. */
interface RelationField<Target extends UID.ContentType> extends InputField {
  /** The field of the other document that stands for it. */
  mainField: FieldName<Target>;
}

/** Never shown and not offered in "Configure the view": only code reads and writes the field. */
type HiddenField = 'hidden';

type FieldOf<Attribute> =
  | HiddenField
  | (Attribute extends { type: 'relation'; target: infer Target extends UID.ContentType }
      ? RelationField<Target>
      : Attribute extends { type: 'component' }
        ? ComponentField
        : InputField);

/** The edit view of one schema. */
export interface PanelConfiguration<Uid extends UID.Schema> {
  /** The field that stands for a document in headings, lists of relations and collapsed entries. */
  mainField: FieldName<Uid>;
  /** The rows of the edit view from top to bottom: each field with its width. */
  rows: Partial<Record<FieldName<Uid>, Width>>[];
  /** Every field of the schema, none left out. */
  fields: { [Name in FieldName<Uid>]: FieldOf<Schema.AttributeByName<Uid, Name>> };
}

/** The edit view and the list view of one collection type. */
export interface CollectionPanelConfiguration<
  Uid extends UID.ContentType,
> extends PanelConfiguration<Uid> {
  list: {
    columns: (FieldName<Uid> | 'createdAt' | 'updatedAt')[];
    sortBy: FieldName<Uid> | 'createdAt' | 'updatedAt';
    sortOrder: 'ASC' | 'DESC';
    /** Other names for the columns that Strapi adds, where "Created at" says too little. */
    labels?: Partial<Record<SystemFieldName, string>>;
  };
}

/** Any panel configuration, without the names that its type checks at build time. */
export interface AnyPanelConfiguration {
  mainField: string;
  rows: Partial<Record<string, number>>[];
  fields: Record<string, HiddenField | (ComponentField & InputField & { mainField?: string })>;
  list?: {
    columns: string[];
    sortBy: string;
    sortOrder: 'ASC' | 'DESC';
    labels?: Partial<Record<SystemFieldName, string>>;
  };
}
