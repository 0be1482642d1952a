import { query } from '../../../../../database/query';
import type { ProtectedTable } from './protected-tables';

/** A row with encrypted values. */
export interface WalkedRow {
  /** PostgreSQL's address of this version of the row: any change of the row gives it another. */
  address: string;
  /** What its values are bound to. */
  row: string;
  /** Values and blind indexes by column. */
  values: Record<string, string | null>;
}

interface Position {
  position: string;
}

/** Rows that are in memory at a time. */
const PAGE_SIZE = 200;

function pageSql({ name, order, row, join = '', columns }: ProtectedTable, where: string): string {
  const names = columns.flatMap((column) => [column.name, ...(column.index ? [column.index] : [])]);
  const pairs = names.map((column) => `'${column}', ${name}.${column}`).join(', ');
  const position = `${name}.${order.column}`;
  return `
    SELECT ${name}.ctid::text AS address, ${row} AS row, ${position}::text AS position,
      json_build_object(${pairs}) AS values
    FROM ${name} ${join}
    WHERE (:after::text IS NULL OR ${position} > CAST(:after AS ${order.type})) AND (${where})
    ORDER BY ${position}
    FETCH FIRST ${PAGE_SIZE} ROWS WITH TIES`;
}

/**
 * Reads a table page by page.
 * @param where SQL that says which rows, with `:prefix` for the beginning of what is to be left out
 */
export async function* walkTable(
  table: ProtectedTable,
  where = 'true',
  prefix = '',
): AsyncGenerator<WalkedRow[]> {
  const sql = pageSql(table, where);
  for (let after: string | null = null; ;) {
    const page: (WalkedRow & Position)[] = await query(strapi.db.connection, sql, {
      after,
      ...(where.includes(':prefix') && { prefix }),
    });
    const last = page.at(-1);
    if (!last) return;
    yield page;
    after = last.position;
  }
}

/** SQL for rows with a value that does not begin with `:prefix`, or has no blind index yet. */
export function notBegun({ name, columns }: ProtectedTable): string {
  const conditions = columns.flatMap(({ name: column, index }) => [
    `NOT starts_with(${name}.${column}, :prefix)`,
    // Its attribute got the blind index when there were values already.
    ...(index ? [`${name}.${column} IS NOT NULL AND ${name}.${index} IS NULL`] : []),
  ]);
  return conditions.join(' OR ');
}

/** How many rows of a table that a walk meets fit `notBegun`. */
export async function countNotBegun(table: ProtectedTable, prefix: string): Promise<number> {
  const { name, join = '' } = table;
  const [found] = await query<{ count: number }>(
    strapi.db.connection,
    `SELECT count(*)::integer AS count FROM ${name} ${join} WHERE ${notBegun(table)}`,
    { prefix },
  );
  return found?.count ?? 0;
}

/** How many rows of a table nothing leads to. */
export async function countStrays({ name, strays = 'false' }: ProtectedTable): Promise<number> {
  const [found] = await query<{ count: number }>(
    strapi.db.connection,
    `SELECT count(*)::integer AS count FROM ${name} WHERE ${strays}`,
    {},
  );
  return found?.count ?? 0;
}
