import type { Catalogue, PersonalModel } from '../fields/catalogue';
import { placesOf } from '../storage/find-owner';

/** A column of encrypted values. */
export interface ProtectedColumn {
  name: string;
  /** The column of its blind index; undefined where it has none. */
  index?: string | undefined;
}

/** A table with encrypted values: where they are, and what each is bound to. */
export interface ProtectedTable {
  name: string;
  /** What the rows are walked along; rows of the same value are read together. */
  order: string;
  /** SQL of what a value is bound to, its `Cell.row`. */
  row: string;
  /** SQL that follows the table's name where `row` needs other tables. */
  join?: string;
  columns: readonly ProtectedColumn[];
}

function columnsOf({ fields }: PersonalModel): ProtectedColumn[] {
  return fields.map(({ column, index }) => ({ name: column, index: index?.column }));
}

function tablesOf(model: PersonalModel, catalogue: Catalogue): ProtectedTable[] {
  const { table: name, uid } = model;
  const columns = columnsOf(model);
  if (!model.isComponent) return [{ name, order: 'id', row: `${name}.document_id`, columns }];
  return placesOf(model, catalogue).map(({ table, joinTable }) => ({
    name,
    order: 'id',
    row: `${table}.document_id`,
    join: `JOIN ${joinTable} ON ${joinTable}.cmp_id = ${name}.id AND ${joinTable}.component_type = '${uid}'
      JOIN ${table} ON ${table}.id = ${joinTable}.entity_id`,
    columns,
  }));
}

/** The tables of everything that is tagged, and those that other plugins have named. */
export function protectedTables(
  catalogue: Catalogue,
  others: readonly ProtectedTable[],
): ProtectedTable[] {
  return [...catalogue.tagged.flatMap((model) => tablesOf(model, catalogue)), ...others];
}
