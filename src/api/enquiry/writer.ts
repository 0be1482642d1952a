/** Who may be behind a request, as Strapi's sign-ins leave it in the request's state. */
interface RequestState {
  /** A panel user or a member. */
  user?: { firstname?: string | null; lastname?: string | null; email?: string; username?: string };
  /** With an API token, the token. */
  auth?: { credentials?: { name?: string } | null };
}

/**
 * The name of who is writing: a colleague in the panel, a member, or a program with its API token.
 * @returns undefined outside of a request, as in a script or a job
 */
export function currentWriter(): string | undefined {
  const context = strapi.requestContext.get();
  if (!context) return undefined;
  const { user, auth } = context.state as RequestState;
  if (!user) return `API token “${auth?.credentials?.name ?? 'unknown'}”`;
  const fullName = [user.firstname, user.lastname].filter(Boolean).join(' ');
  return [fullName, user.username, user.email].find(Boolean);
}
