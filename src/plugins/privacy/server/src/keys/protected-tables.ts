import type { Catalogue, PersonalModel } from '../fields/catalogue';
import { placesOf, type Place } from '../storage/find-owner';

/** A column of encrypted values. */
export interface ProtectedColumn {
  name: string;
  /** The column of its blind index; undefined where it has none. */
  index?: string | undefined;
}

/** A table with encrypted values: where they stand, and what each is bound to. */
export interface ProtectedTable {
  name: string;
  /** The column that rows are walked along, and its type; rows of one value are read together. */
  order: { column: string; type: 'bigint' | 'text' };
  /** SQL of what a value is bound to: `row` of its cell. */
  row: string;
  /** SQL that follows the table's name, where `row` needs other tables. */
  join?: string;
  columns: readonly ProtectedColumn[];
  /** SQL that holds for rows that nothing leads to: with `join`, nobody reads or walks them. */
  strays?: string;
}

const BY_ID = { column: 'id', type: 'bigint' } as const;

function tablesOf(model: PersonalModel, catalogue: Catalogue): ProtectedTable[] {
  const { table: name, uid } = model;
  const columns = model.fields.map(({ column, index }) => ({ name: column, index: index?.column }));
  if (!model.isComponent) return [{ name, order: BY_ID, row: `${name}.document_id`, columns }];
  const places = placesOf(model, catalogue);
  const placed = ({ joinTable }: Place) =>
    `EXISTS (SELECT FROM ${joinTable} WHERE cmp_id = ${name}.id AND component_type = '${uid}')`;
  const strays = `NOT (${places.map(placed).join(' OR ')})`;
  return places.map(({ table, joinTable }, index) => ({
    name,
    ...(index === 0 && { strays }),
    order: BY_ID,
    row: 'owner.document_id',
    join: `
      JOIN ${joinTable} place ON place.cmp_id = ${name}.id AND place.component_type = '${uid}'
      JOIN ${table} owner ON owner.id = place.entity_id`,
    columns,
  }));
}

/** The tables of all that is tagged, and those that plugins have named. */
export function protectedTables(
  catalogue: Catalogue,
  named: readonly ProtectedTable[],
): ProtectedTable[] {
  return [...catalogue.tagged.flatMap((model) => tablesOf(model, catalogue)), ...named];
}
