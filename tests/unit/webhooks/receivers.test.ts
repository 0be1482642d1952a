import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { eventBody } from '../../../src/plugins/webhooks/server/src/message/body';
import { newEventId, webhookId } from '../../../src/plugins/webhooks/server/src/message/message-id';
import {
  newSecret,
  signatureHeader,
} from '../../../src/plugins/webhooks/server/src/message/signature';
import { requestHeaders } from '../../../src/plugins/webhooks/server/src/sending/attempt';

const MINUTE = 60_000;

/** The receivers of docs/webhooks.md: the language of their block, and what starts them. */
const RECEIVERS = [
  { language: 'js', file: 'receiver.mjs', command: [process.execPath] },
  { language: 'python', file: 'receiver.py', command: ['python3'] },
  { language: 'php', file: 'receiver.php', command: ['php', '-S', '127.0.0.1:0'] },
] as const;

function isInstalled(program: string): boolean {
  return spawnSync(program, ['--version']).status === 0;
}

/** The first block of code in a language. */
function blockOf(language: string): string {
  const document = readFileSync('docs/webhooks.md', 'utf8');
  const [, code] = new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, 'ms').exec(document) ?? [];
  if (code === undefined) throw new Error(`docs/webhooks.md has no block of ${language}.`);
  return code;
}

/** The address that a program says it listens on. */
async function addressOf(program: ChildProcess): Promise<string> {
  let output = '';
  return new Promise((resolve, reject) => {
    for (const stream of [program.stdout, program.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        output += chunk.toString();
        const [address] = /http:\/\/127\.0\.0\.1:[1-9]\d*/.exec(output) ?? [];
        if (address) resolve(address);
      });
    }
    program.on('error', reject);
    program.on('exit', () => reject(new Error(`The receiver ended: ${output}`)));
  });
}

const secret = newSecret();
const body = eventBody({
  type: 'enquiry.created',
  occurredAt: new Date(),
  data: { reference: 'ENQ-2026-000001', message: 'Où ? 🎓' },
});

/** A message as it is sent. */
function signed({ at = new Date(), secrets = [secret], text = body, isPersonal = false } = {}) {
  const id = webhookId(newEventId(at), isPersonal);
  const timestamp = Math.floor(at.getTime() / 1000);
  const signature = signatureHeader({ id, timestamp, body: text }, secrets);
  return { id, body: text, headers: requestHeaders(id, { at, signature }) };
}

describe.each(RECEIVERS)('the receiver $file of docs/webhooks.md', (receiver) => {
  const { language, file, command } = receiver;
  const [executable, ...options] = command;
  // Not every machine has every language; Node is always there.
  const sentence = isInstalled(executable) ? it : it.skip;
  let folder: string;
  let program: ChildProcess | undefined;
  let address: string;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'webhook-receiver-'));
    if (!isInstalled(executable)) return;
    mkdirSync(path.join(folder, 'node_modules'));
    const library = path.join('node_modules', 'standardwebhooks');
    symlinkSync(path.resolve(library), path.join(folder, library));
    await writeFile(path.join(folder, file), blockOf(language));
    program = spawn(executable, [...options, file], {
      cwd: folder,
      env: { PATH: process.env.PATH, PORT: '0', WEBHOOK_SECRET: secret },
    });
    address = await addressOf(program);
  });

  afterAll(async () => {
    if (program?.kill()) await once(program, 'close');
    rmSync(folder, { recursive: true });
  });

  async function send(message: { headers: Record<string, string>; body: string }) {
    const { headers } = message;
    return (await fetch(address, { method: 'POST', headers, body: message.body })).status;
  }

  const inbox = () => readdirSync(path.join(folder, 'inbox'));

  sentence('accepts what Prospectus sends, and stores its bytes', async () => {
    for (const isPersonal of [false, true]) {
      const message = signed({ isPersonal });
      expect(await send(message)).toBe(204);
      expect(readFileSync(path.join(folder, 'inbox', `${message.id}.json`), 'utf8')).toBe(body);
    }
  });

  sentence('accepts either secret during a rotation', async () => {
    expect(await send(signed({ secrets: [newSecret(), secret] }))).toBe(204);
    expect(await send(signed({ secrets: [secret, newSecret()] }))).toBe(204);
  });

  sentence('accepts a message again, and stores it once', async () => {
    const message = signed();
    expect(await send(message)).toBe(204);
    const stored = inbox();
    expect(await send(message)).toBe(204);
    expect(inbox()).toEqual(stored);
  });

  sentence('allows clocks to differ by less than five minutes', async () => {
    expect(await send(signed({ at: new Date(Date.now() - 4 * MINUTE) }))).toBe(204);
    expect(await send(signed({ at: new Date(Date.now() + 4 * MINUTE) }))).toBe(204);
  });

  sentence('refuses what is altered, old, from the future, or of somebody else', async () => {
    const message = signed();
    const other = signed().headers;
    const without = (name: string) => {
      const { [name]: _left, ...headers } = message.headers;
      return { ...message, headers };
    };
    const withHeader = (name: string, value: string) => ({
      ...message,
      headers: { ...message.headers, [name]: value },
    });
    const before = inbox();
    for (const forged of [
      { ...message, body: body.replace('000001', '000002') },
      { ...message, body: `${body} ` },
      withHeader('webhook-id', other['webhook-id'] ?? ''),
      withHeader('webhook-id', '../../escaped'),
      withHeader('webhook-timestamp', String(Math.floor(Date.now() / 1000) + 1)),
      withHeader('webhook-timestamp', 'NaN'),
      withHeader('webhook-timestamp', '9'.repeat(5000)),
      withHeader('webhook-signature', 'v1,'),
      withHeader('webhook-signature', 'v1'),
      withHeader('webhook-signature', 'é'),
      without('webhook-id'),
      without('webhook-timestamp'),
      without('webhook-signature'),
      signed({ at: new Date(Date.now() - 6 * MINUTE) }),
      signed({ at: new Date(Date.now() + 6 * MINUTE) }),
      signed({ secrets: [newSecret()] }),
    ]) {
      expect({ forged, status: await send(forged) }).toEqual({ forged, status: 401 });
    }
    expect(inbox()).toEqual(before);
  });

  sentence('refuses what is larger than any message, and goes on', async () => {
    const before = inbox();
    // Whoever is still sending when the receiver has seen enough may not get to read its answer.
    const answer = await send(signed({ text: 'x'.repeat(200_000) })).catch(() => 'cut off');
    expect([413, 'cut off']).toContain(answer);
    expect(inbox()).toEqual(before);
    expect(await send(signed())).toBe(204);
  });
});
