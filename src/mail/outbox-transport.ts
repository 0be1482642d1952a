import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** The part of nodemailer's compiled mail that is used here. */
interface CompiledMail {
  message: {
    createReadStream(): Readable;
    getEnvelope(): { from: string | false; to: string[] };
    messageId(): string;
  };
}

type Callback = (error: Error | null, info?: object) => void;

/** The folder is for the operator alone: mails hold personal data. */
const FOLDER_MODE = 0o700;
const FILE_MODE = 0o600;

/** `2026-01-31T08-15-00-000Z-3f2a9c1d.eml`: in order of time, one for each mail and attempt. */
function fileName(messageId: string): string {
  const time = new Date().toISOString().replaceAll(/[:.]/g, '-');
  const mail = createHash('sha256').update(messageId).digest('hex').slice(0, 8);
  return `${time}-${mail}.eml`;
}

async function makeFolder(name: string): Promise<string> {
  const folder = path.resolve(strapi.dirs.app.root, name);
  await mkdir(folder, { recursive: true, mode: FOLDER_MODE });
  return folder;
}

async function write(outbox: string, { message }: CompiledMail): Promise<string> {
  const file = path.join(await makeFolder(outbox), fileName(message.messageId()));
  // Whoever watches the folder never sees half a mail.
  await pipeline(
    message.createReadStream(),
    createWriteStream(`${file}.part`, { mode: FILE_MODE }),
  );
  await rename(`${file}.part`, file);
  return file;
}

/**
 * A transport of nodemailer that sends nothing: each mail becomes a file `.eml` in a folder, byte by
 * byte as an SMTP server would get it. Any mail program opens it.
 * @param outbox the folder, from the project's; made when the first mail is written
 */
export function outboxTransport(outbox: string) {
  return {
    name: 'Outbox',
    version: '1.0.0',
    send(mail: CompiledMail, callback: Callback): void {
      write(outbox, mail).then(
        (file) => {
          const { message } = mail;
          callback(null, { envelope: message.getEnvelope(), messageId: message.messageId(), file });
        },
        (error: unknown) => callback(error instanceof Error ? error : new Error(String(error))),
      );
    },
    /** Whether the folder can be written to; what the button in the panel's e-mail settings asks. */
    async verify(): Promise<true> {
      await makeFolder(outbox);
      return true;
    },
  };
}
