import { livingDocuments, type LoadContext } from './load-context';
import type { DemoSession } from './read-files';
import { resolveSession } from './relative-time';

async function createSession(
  context: LoadContext,
  code: string,
  session: DemoSession,
): Promise<string> {
  const { starts: _starts, ends: _ends, days: _days, venue, ...fields } = session;
  const [training] = await livingDocuments(context, 'api::training.training', [`training/${code}`]);
  const { documentId } = await context.strapi
    .documents('api::training-session.training-session')
    .create({
      data: {
        ...fields,
        ...resolveSession(session, context.now),
        training,
        venue: venue ? context.content.venues[venue] : undefined,
      },
    });
  return documentId;
}

/** The sessions of every training, with dates that count from the moment of loading. */
export async function loadSessions(context: LoadContext): Promise<void> {
  for (const { code, mode, sessions } of context.content.trainings) {
    for (const [index, session] of sessions.entries()) {
      await context.ledger.step(`session/${code}/${index + 1}`, () =>
        createSession(context, code, { mode, ...session }),
      );
    }
  }
}
