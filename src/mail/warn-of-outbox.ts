import type { Core } from '@strapi/strapi';

/**
 * Tells the operator of a server that mails are only written to a folder, where nobody has said so.
 * Call it in the application's `register`.
 */
export function warnOfOutbox(strapi: Core.Strapi): void {
  const outbox = strapi.config.get<string | undefined>('plugin::email.unexpectedOutbox');
  if (!outbox) return;
  strapi.server.httpServer.once('listening', () => {
    strapi.log.warn(`Mails are not sent but written to ${outbox}: set SMTP_URL, or MAIL_OUTBOX.`);
  });
}
