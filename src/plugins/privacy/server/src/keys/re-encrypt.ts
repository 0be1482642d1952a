import { query } from '../../../../../database/query';
import { decryptCell, encryptCell, isEncrypted, keyIdOf, UnreadableError } from '../crypto/cell';
import type { KeyRing } from '../crypto/key-ring';
import { blindIndex } from '../crypto/keyed-hash';
import type { ProtectedTable } from './protected-tables';
import { countNotBegun, notBegun, walkTable, type WalkedRow } from './walk-table';

/** How far a run is. */
export interface Progress {
  /** Rows that have been looked at, of those that were to be. */
  done: number;
  total: number;
}

/** How a run is watched and stopped. */
export interface RunOptions {
  onProgress?: (progress: Progress) => void;
  signal?: AbortSignal | undefined;
}

/** How a run ended. */
export interface RunResult {
  /** Rows that were encrypted anew. */
  changed: number;
  /** Why values stayed as they are; without personal data. */
  unreadable: string[];
  /** Rows that others changed each time that they were to be stored: another run does them. */
  left: number;
}

/** How often rows that others changed at the same moment are looked at again. */
const MOST_PASSES = 10;

const prefixOf = (keys: KeyRing) => `v1.${keys.newest('cells').id}.`;

/** What a row becomes; undefined where nothing of it changes. */
function changesOf(
  { row, values, address }: WalkedRow,
  table: ProtectedTable,
  keys: KeyRing,
  refuse: (error: UnreadableError) => void,
): Record<string, string> | undefined {
  const newest = keys.newest('cells').id;
  const changes: Record<string, string> = {};
  for (const { name: column, index } of table.columns) {
    const before = values[column];
    if (before === null || before === undefined) continue;
    const isNewest = keyIdOf(before) === newest;
    if (isNewest && !(index && values[index] === null)) continue;
    const cell = { table: table.name, column, row };
    try {
      const text = isEncrypted(before) ? decryptCell(before, cell, keys) : before;
      changes[`${column}_before`] = before;
      if (!isNewest) changes[`${column}_after`] = encryptCell(text, cell, keys);
      if (index) changes[`${index}_after`] = blindIndex(text, cell, keys);
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error;
      refuse(error);
    }
  }
  return Object.keys(changes).length > 0 ? { address, ...changes } : undefined;
}

/** Stores changes of rows that are still as they were read: whoever wrote meanwhile has won. */
function updateSql({ name, columns }: ProtectedTable): string {
  const after = columns.flatMap((column) => [column.name, ...(column.index ? [column.index] : [])]);
  const fields = [
    'address text',
    ...columns.map((column) => `${column.name}_before text`),
    ...after.map((column) => `${column}_after text`),
  ];
  const assignments = after.map(
    (column) => `${column} = coalesce(${column}_after, ${name}.${column})`,
  );
  const conditions = columns.map(
    (column) =>
      `AND (${column.name}_before IS NULL OR ${name}.${column.name} = ${column.name}_before)`,
  );
  return `
    UPDATE ${name} SET ${assignments.join(', ')}
    FROM json_to_recordset(:changes::json) AS change (${fields.join(', ')})
    WHERE ${name}.ctid = change.address::tid ${conditions.join(' ')}
    RETURNING 1`;
}

/** One pass through a table. */
async function passThrough(
  table: ProtectedTable,
  keys: KeyRing,
  { signal, onPage }: { signal?: AbortSignal | undefined; onPage: (rows: number) => void },
): Promise<RunResult> {
  const result = { changed: 0, left: 0, unreadable: [] as string[] };
  const sql = updateSql(table);
  const refuse = (error: UnreadableError) => result.unreadable.push(error.message);
  for await (const page of walkTable(table, notBegun(table), prefixOf(keys))) {
    if (signal?.aborted) return result;
    const changes = page
      .map((row) => changesOf(row, table, keys, refuse))
      .filter((change) => change !== undefined);
    if (changes.length === 0) continue;
    const bindings = { changes: JSON.stringify(changes) };
    const { length: stored } = await query(strapi.db.connection, sql, bindings);
    result.changed += stored;
    result.left += changes.length - stored;
    onPage(stored);
  }
  return result;
}

/**
 * Encrypts everything with the newest key that is not yet: what former keys encrypted, and what was
 * stored in clear before its attribute was tagged. Readers and writers go on meanwhile; a run that
 * is stopped goes on from there when it is started again.
 */
export async function reEncrypt(
  tables: readonly ProtectedTable[],
  keys: KeyRing,
  { onProgress, signal }: RunOptions = {},
): Promise<RunResult> {
  let total = 0;
  for (const table of tables) total += await countNotBegun(table, prefixOf(keys));
  const result: RunResult = { changed: 0, unreadable: [], left: 0 };
  const onPage = (rows: number) => {
    result.changed += rows;
    onProgress?.({ done: Math.min(result.changed, total), total });
  };
  onProgress?.({ done: 0, total });
  for (const table of tables) {
    let last: RunResult | undefined;
    for (let pass = 0; pass < MOST_PASSES && last?.left !== 0; pass += 1) {
      last = await passThrough(table, keys, { signal, onPage });
      if (signal?.aborted) return result;
    }
    result.unreadable.push(...(last?.unreadable ?? []));
    result.left += last?.left ?? 0;
  }
  return result;
}
