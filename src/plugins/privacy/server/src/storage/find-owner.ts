import type { UID } from '@strapi/strapi';
import { findRow } from '../../../../../database/rows';
import type { Catalogue, PersonalModel } from '../fields/catalogue';

/** Where the rows of a component stand: a content type's table, and the one that joins the two. */
export interface Place {
  table: string;
  joinTable: string;
}

/** The tables whose rows have a component. */
export function placesOf(component: PersonalModel, catalogue: Catalogue): Place[] {
  return Object.keys(strapi.contentTypes).flatMap((uid) => {
    const model = catalogue.find(uid);
    const holds = [...(model?.ways.values() ?? [])].includes(component.uid);
    return model && holds ? [{ table: model.table, joinTable: joinTableOf(uid) }] : [];
  });
}

/** Strapi keeps all components of a content type in one join table. */
function joinTableOf(uid: string): string {
  const metadata = strapi.db.metadata.get(uid);
  const attributes = Object.values(metadata.attributes) as {
    joinTable?: { name: string; on?: object };
  }[];
  const joined = attributes.find(({ joinTable }) => joinTable?.name.endsWith('_cmps'));
  return joined?.joinTable?.name ?? `${metadata.tableName}_cmps`;
}

/**
 * The documentId of the document in which a component's row stands; undefined where none has it. In
 * a transaction it sees what that has written.
 */
export async function findOwner(
  row: Record<string, unknown>,
  component: PersonalModel,
  catalogue: Catalogue,
): Promise<string | undefined> {
  for (const uid of Object.keys(strapi.contentTypes) as UID.ContentType[]) {
    for (const [name, target] of catalogue.find(uid)?.ways ?? []) {
      if (target !== component.uid) continue;
      const query = { select: ['documentId'], where: { [name]: { id: row.id } } };
      const owner = await findRow<{ documentId: string }>(uid, query);
      if (owner) return owner.documentId;
    }
  }
  return undefined;
}
