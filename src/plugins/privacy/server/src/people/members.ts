import { findRows } from '../../../../../database/rows';
import { describeRow, wholeRow } from './describe-row';
import type { Holder } from './holder';

const MEMBER = 'plugin::users-permissions.user';
const ORIGIN = 'users-permissions';

interface Member extends Record<string, unknown> {
  id: number;
  documentId: string;
}

/** Members sign in with their address, so that it stands in the clear, in whatever case. */
async function findMembers(email: string): Promise<Member[]> {
  const where = { email: { $eqi: email } };
  return findRows<Member>(MEMBER, { where, populate: wholeRow(MEMBER), orderBy: { id: 'asc' } });
}

/** Numeric ids of the accounts that have an address. */
export async function findMemberIds(email: string): Promise<number[]> {
  return (await findMembers(email)).map(({ id }) => id);
}

/** Strapi's own accounts of members, with the sessions that they have signed in to. */
export const members: Holder = {
  name: 'members',

  async find({ email }) {
    const found: Awaited<ReturnType<Holder['find']>> = [];
    for (const member of await findMembers(email)) {
      const { documentId } = member;
      const sessions = await strapi.sessionManager(ORIGIN).listSessions(String(member.id));
      const data = { ...describeRow(member, MEMBER), sessions: sessions.length };
      found.push({ id: documentId, reference: documentId, data });
    }
    return found;
  },

  async erase({ email }) {
    for (const { id, documentId } of await findMembers(email)) {
      // First: a session is found by the account's id, and nothing else leads to it.
      await strapi.sessionManager(ORIGIN).invalidateRefreshToken(String(id));
      await strapi.documents(MEMBER).delete({ documentId });
    }
  },
};
