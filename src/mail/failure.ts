import { oneLine } from './plain-text';

/** What nodemailer's errors carry. Message and response may hold addresses. */
interface MailError {
  message?: string;
  /** `ECONNREFUSED`, `EENVELOPE` and the like. */
  code?: string;
  /** The server's answer, such as 550. */
  responseCode?: number;
  response?: string;
  /** What the server answered to: `CONN`, `AUTH PLAIN`, `RCPT TO`, `DATA` … */
  command?: string;
}

/** Why a mail was not sent. */
export interface MailFailure {
  /** Whether the server would say the same of this mail tomorrow. */
  isPermanent: boolean;
  /** For the log: codes and the command, nothing of the mail or its recipient. */
  summary: string;
}

/** Enhanced status code, such as 5.1.1 (RFC 3463), after the reply code. */
const ENHANCED_CODE = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/;

/**
 * The commands whose refusal is about this mail. A refusal before them is about the connection, the
 * credentials or the sender: an operator mends that, and all mails that waited are sent.
 */
const ABOUT_THE_MAIL = ['RCPT TO', 'DATA'];

/** nodemailer itself refuses to hand such an address or mail to the server. */
const REFUSED_UNSENT = ['EENVELOPE', 'EMESSAGE'];

/** Says more where nothing of a mail can be in it: before the server has said a word. */
function describeConnection({ command, response, message }: MailError): string {
  return command === 'CONN' && !response && message ? ` (${oneLine(message)})` : '';
}

/**
 * Tells why a mail was not sent. A reply of 500 and above means "do not try again" (RFC 5321,
 * section 4.2.1).
 */
export function describeFailure(error: unknown): MailFailure {
  const failure = (error ?? {}) as MailError;
  const { code, responseCode, response = '', command } = failure;
  const isPermanent = responseCode
    ? responseCode >= 500 && ABOUT_THE_MAIL.includes(command ?? '')
    : REFUSED_UNSENT.includes(code ?? '');
  const [, enhancedCode] = ENHANCED_CODE.exec(response) ?? [];
  // nodemailer gives no code where a connection ended without a word.
  const reply = [responseCode ?? code ?? 'no reply', enhancedCode].filter(Boolean).join(' ');
  const summary = command ? `${reply} at ${command}` : reply;
  return { isPermanent, summary: summary + describeConnection(failure) };
}
