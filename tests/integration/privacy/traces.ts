import type { Core } from '@strapi/strapi';

/** One value of the database, and where it stands. */
export interface StoredText {
  /** `schema.table.column`. */
  place: string;
  text: string;
}

const TABLES = `
  SELECT table_schema AS schema, table_name AS name FROM information_schema.tables
  WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`;

/** Every value of every column of every table, whoever made it, as text. */
export async function readEverything(strapi: Core.Strapi): Promise<StoredText[]> {
  const run = async <T>(sql: string) => (await strapi.db.connection.raw<{ rows: T[] }>(sql)).rows;
  const found: StoredText[] = [];
  for (const { schema, name } of await run<{ schema: string; name: string }>(TABLES)) {
    const rows = await run<{ row: Record<string, unknown> }>(
      `SELECT row_to_json(t) AS row FROM "${schema}"."${name}" t`,
    );
    for (const { row } of rows)
      for (const [column, value] of Object.entries(row)) {
        if (value === null) continue;
        const text = typeof value === 'string' ? value : JSON.stringify(value);
        found.push({ place: `${schema}.${name}.${column}`, text });
      }
  }
  return found;
}

/** How base64 writes a text that starts at any place in another one, without what depends on that. */
function base64Forms(text: string): string[] {
  return [0, 1, 2].flatMap((offset) => {
    const bytes = Buffer.concat([Buffer.alloc(offset), Buffer.from(text)]);
    const inner = (encoded: string) => encoded.replace(/=+$/, '').slice(4, -2);
    return [inner(bytes.toString('base64')), inner(bytes.toString('base64url'))];
  });
}

/** What a text looks like in the clear, or in a code that hides nothing; for a text in lower case. */
function formsOf(text: string): string[] {
  const forms = [text, encodeURIComponent(text), JSON.stringify(text).slice(1, -1)];
  return [...forms, Buffer.from(text).toString('hex')].map((form) => form.toLowerCase());
}

/** Finds out whether some texts stand in another one, in any form, in any case. */
export function createSearch(secrets: readonly string[]): (text: string) => string | undefined {
  const loose = secrets.flatMap((secret) => formsOf(secret).map((form) => ({ secret, form })));
  const exact = secrets.flatMap((secret) =>
    [secret, secret.toUpperCase(), secret.toLowerCase()].flatMap((variant) =>
      base64Forms(variant).map((form) => ({ secret, form })),
    ),
  );
  return (text) => {
    const lower = text.toLowerCase();
    return (
      loose.find(({ form }) => lower.includes(form)) ??
      exact.find(({ form }) => text.includes(form))
    )?.secret;
  };
}
