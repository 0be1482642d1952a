import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

import sharp from 'sharp';

import { createApiToken, signInToPanel } from '../../helpers/accounts';
import { startStrapi, type RunningStrapi } from '../../helpers/strapi';
import { hostileFiles, PDF, photograph, pictures, type SentFile } from './files';

const PUBLIC = path.resolve(__dirname, '../../../public');

interface StoredFile {
  id: number;
  name: string;
  url: string;
  mime: string;
  width: number | null;
  size: number;
}

let running: RunningStrapi;
let temporaryFolder: string;
/** The ways in: the API with a token, and the panel. */
let ways: Map<string, (file: SentFile) => Promise<{ status: number; body: unknown }>>;
const stored: StoredFile[] = [];

const files = () => running.strapi.db.query('plugin::upload.file');

beforeAll(async () => {
  temporaryFolder = await mkdtemp(path.join(os.tmpdir(), 'prospectus-uploads-'));
  running = await startStrapi({ TMPDIR: temporaryFolder });
  const token = await createApiToken(running.strapi, ['plugin::upload.content-api.upload']);
  const { credentials } = await signInToPanel(running, 'strapi-super-admin');
  const sender =
    (address: string, credentials: Record<string, string>) =>
    async ({ name, bytes, contentType }: SentFile) => {
      const options = { filename: name, ...(contentType && { contentType }) };
      const { status, body } = await running.request
        .post(address)
        .set(credentials)
        .attach('files', bytes, options);
      return { status, body: body as unknown };
    };
  ways = new Map([
    ['API', sender('/api/upload', token)],
    ['panel', sender('/upload', credentials)],
  ]);
});

afterAll(async () => {
  const service = running.strapi
    .plugin('upload')
    .service<{ remove(file: object): unknown }>('upload');
  for (const file of await files().findMany()) await service.remove(file as object);
  await running.stop();
  await rm(temporaryFolder, { recursive: true, force: true });
});

async function sendBy(way: string, file: SentFile) {
  const send = ways.get(way);
  if (!send) throw new Error(`There is no way ${way}.`);
  return send(file);
}

/** Sends a file that is accepted. */
async function upload(way: string, file: SentFile): Promise<StoredFile> {
  const { status, body } = await sendBy(way, file);
  expect({ name: file.name, status, body }).toMatchObject({ status: 201 });
  const [first] = body as [StoredFile];
  stored.push(first);
  return first;
}

describe.each(['API', 'panel'])('an upload through the %s', (way) => {
  it('takes a picture of each type, and serves it as what it is', async () => {
    for (const file of await pictures()) {
      const { url, mime, width } = await upload(way, file);
      // Strapi measures no pictures of this type.
      expect(width).toBe(mime === 'image/avif' ? null : 40);
      const answer = await running.request.get(url).expect(200).expect('Content-Type', mime);
      expect(answer.headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'content-security-policy': expect.stringMatching(/^default-src 'none';.* sandbox$/),
      });
    }
  });

  it('takes a document, which browsers save and do not show', async () => {
    const { url } = await upload(way, { name: 'brochure.pdf', bytes: PDF });
    const answer = await running.request.get(url).expect(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': expect.stringMatching(/^attachment/),
    });
  });

  it('stores nothing of a picture but its pixels', async () => {
    const photo = await photograph();
    expect(photo.bytes.includes('EXIF-CANARY')).toBe(true);
    const tail = { ...photo, bytes: Buffer.concat([photo.bytes, Buffer.from('TAIL-CANARY')]) };
    const { url } = await upload(way, tail);
    const bytes = await readFile(path.join(PUBLIC, url));
    expect(bytes.toString('latin1')).not.toMatch(/CANARY/);
    expect(await sharp(bytes).metadata()).not.toHaveProperty('exif');
  });

  it('refuses every file that is not what it says, or more than that, and stores nothing', async () => {
    const before = await files().count();
    for (const file of await hostileFiles()) {
      const { status, body } = await sendBy(way, file);
      expect({ name: file.name, status, body }).toMatchObject({ status: 400 });
    }
    expect(await files().count()).toBe(before);
    expect(await readdir(temporaryFolder)).toEqual([]);
  });
});

it('a file is not replaced by one of another type', async () => {
  const file = await upload('panel', { name: 'plan.pdf', bytes: PDF });
  const { credentials } = await signInToPanel(running, 'strapi-super-admin');
  const photo = await photograph();
  const replace = (sent: SentFile) =>
    running.request
      .post(`/upload?id=${file.id}`)
      .set(credentials)
      .attach('files', sent.bytes, sent.name);
  const { body } = await replace(photo).expect(400);
  expect(body.error.message).toMatch(/same type, here application\/pdf/);
  await replace({ name: 'plan-2.pdf', bytes: PDF }).expect(200);
});

it('the process outlives uploads that break off', async () => {
  // Koa writes about broken connections there.
  const output = jest.spyOn(console, 'error').mockImplementation();
  const { port } = new URL(running.url);
  for (const part of [
    '',
    '--b\r\nContent-Disposition: form-data; name="files"; filename="a.png"\r\n\r\n\x89PNG',
  ]) {
    await new Promise<void>((resolve, reject) => {
      const socket = net.connect(Number(port), '127.0.0.1', () => {
        socket.write(
          'POST /api/upload HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer x\r\n' +
            `Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 5000\r\n\r\n${part}`,
          () => socket.resetAndDestroy(),
        );
      });
      socket.on('close', () => resolve());
      socket.on('error', reject);
    });
  }
  await running.request.get('/_health').expect(204);
  output.mockRestore();
});
