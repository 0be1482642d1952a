import { describeDifference } from '../src/permissions/difference';
import { findPermissionDrift } from '../src/permissions/sync';
import type { Main } from './command';
import { withStrapi } from './load-strapi';

const HOW_TO_MEND =
  'A start of the server makes them match: + is granted, - is revoked, ~ is changed.\n' +
  'What is meant to stay belongs in src/permissions/roles.ts.';

/**
 * `npm run permissions:check`: tells how the roles in the database differ from the table, without
 * changing them. As at every start, tables are brought up to date with the code first.
 * @returns 1 where a role differs
 */
export const main: Main = async (_, { step }) => {
  const drift = await step(
    'Comparing the roles in the database with src/permissions/roles.ts',
    () => withStrapi(findPermissionDrift, { 'permissions.syncAtStart': false }),
  );
  if (drift.length === 0) {
    console.log('All roles match.');
    return 0;
  }
  const lines = drift.flatMap(describeDifference);
  console.log(`\n${lines.join('\n')}\n\n${HOW_TO_MEND}`);
  return 1;
};
