import { query } from '../../../../../database/query';
import { decryptCell, isEncrypted, keyIdOf, UnreadableError } from '../crypto/cell';
import type { KeyRing } from '../crypto/key-ring';
import { blindIndexes } from '../crypto/keyed-hash';
import type { ProtectedColumn, ProtectedTable } from './protected-tables';
import { countStrays, walkTable, type WalkedRow } from './walk-table';

/** What was found of the values in the database. */
export interface Inspection {
  /** How many values each key protects. */
  values: Record<string, number>;
  /** One sentence for each value that cannot be read or found; without personal data. */
  faults: string[];
}

function faultOf(
  { row, values }: WalkedRow,
  { name, index }: ProtectedColumn,
  table: ProtectedTable,
  keys: KeyRing,
): string | undefined {
  const value = values[name];
  if (value === null || value === undefined) return undefined;
  const cell = { table: table.name, column: name, row };
  if (!isEncrypted(value)) return `${table.name}.${name} of ${row} is not encrypted.`;
  try {
    const text = decryptCell(value, cell, keys);
    const known = index ? blindIndexes(text, cell, keys) : [];
    return !index || known.includes(values[index] ?? '')
      ? undefined
      : `${table.name}.${name} of ${row} is not found by its value: its blind index is wrong.`;
  } catch (error) {
    if (error instanceof UnreadableError) return error.message;
    throw error;
  }
}

/** Rows that no document leads to are read by nobody, and found by no erasure. */
async function strayFaults(table: ProtectedTable): Promise<string[]> {
  const count = await countStrays(table);
  if (count === 0) return [];
  return [
    `${table.name} has ${count} rows that stand in no document any more: nobody can read them. Delete them.`,
  ];
}

/** Opens every value. */
export async function inspect(
  tables: readonly ProtectedTable[],
  keys: KeyRing,
): Promise<Inspection> {
  const inspection: Inspection = { values: {}, faults: [] };
  for (const table of tables) {
    inspection.faults.push(...(await strayFaults(table)));
    for await (const page of walkTable(table)) {
      for (const row of page)
        for (const column of table.columns) {
          const id = keyIdOf(row.values[column.name] ?? '');
          if (id) inspection.values[id] = (inspection.values[id] ?? 0) + 1;
          const fault = faultOf(row, column, table, keys);
          if (fault) inspection.faults.push(fault);
        }
    }
  }
  return inspection;
}

/** How many values each key protects, without opening them. */
export async function countByKey(
  tables: readonly ProtectedTable[],
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { name, columns, join = '' } of tables)
    for (const column of columns) {
      const rows = await query<{ key: string; count: number }>(
        strapi.db.connection,
        `SELECT split_part(${name}.${column.name}, '.', 2) AS key, count(*)::integer AS count
         FROM ${name} ${join} WHERE starts_with(${name}.${column.name}, 'v1.') GROUP BY 1`,
        {},
      );
      for (const { key, count } of rows) counts[key] = (counts[key] ?? 0) + count;
    }
  return counts;
}
