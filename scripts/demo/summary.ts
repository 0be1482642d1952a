import path from 'node:path';

import { LOGIN_FILE, type Administrator } from './administrator';
import { projectRoot } from '../project-root';

function describeLogin(administrator: Administrator): string {
  if (administrator.isKnown)
    return `  Sign in   ${administrator.email}
  Password  ${administrator.password}   (kept in ${path.relative(projectRoot, LOGIN_FILE)})`;
  const email = administrator.email ?? '<e-mail address>';
  return `  Sign in   with the password that was chosen in the panel. Forgotten? Set another:
            npm run strapi -- admin:reset-user-password -e ${email} -p <new password>`;
}

/**
 * What `npm run demo` prints last.
 * @param url the server's address, without a slash at its end
 * @param database which database it works on
 * @param mails the server or the folder that mails go to
 */
export function summarize(
  url: string,
  database: string,
  mails: string,
  administrator: Administrator,
): string {
  return `
Prospectus is running.

  Website   ${url}/
  Panel     ${url}/admin
  API       ${url}/api
  Database  ${database}
  Mails     ${mails}

${describeLogin(administrator)}

Stop it with Ctrl+C. \`npm run demo\` starts it again with everything in it.
`;
}
