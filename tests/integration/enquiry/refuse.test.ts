import { mkdtemp, readdir, rm } from 'node:fs/promises';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

import { startStrapi, type RunningStrapi } from '../../helpers/strapi';
import { countEnquiries, enquiry, VISITOR } from './enquiries';
import { fullEnquiry, setAt, UNKNOWN_FIELDS, WRONG_VALUES } from './wrong-values';

const KIBIBYTE = 1024;

let running: RunningStrapi;
let temporaryFolder: string;

beforeAll(async () => {
  temporaryFolder = await mkdtemp(path.join(os.tmpdir(), 'prospectus-uploads-'));
  running = await startStrapi({ RATE_LIMIT_ENQUIRIES: '100000', TMPDIR: temporaryFolder });
});

afterAll(async () => {
  await running.stop();
  await rm(temporaryFolder, { recursive: true, force: true });
});

// Whatever was refused has not been stored.
afterEach(async () => {
  expect(await countEnquiries(running.strapi)).toBe(0);
});

const post = (type = 'application/json') =>
  running.request.post('/api/enquiries').set('Content-Type', type);

const tooLarge = {
  data: null,
  error: {
    status: 413,
    name: 'PayloadTooLargeError',
    message: 'The body can have 64 KiB at most; shorten it.',
    details: {},
  },
};

describe('fields that are wrong', () => {
  it('are all named in one answer, in the format of all errors', async () => {
    const data = fullEnquiry();
    const wrong = ['kind', 'name', 'email', 'message', 'source.page', 'source.utm.campaign'];
    for (const field of wrong) setAt(data, field, WRONG_VALUES[field]?.[0]);
    const { body } = await post().send({ data }).expect(400);
    expect(body).toEqual({
      data: null,
      error: {
        status: 400,
        name: 'ValidationError',
        message: '6 errors occurred',
        details: {
          errors: wrong.map((field) => ({
            path: field.split('.'),
            message: expect.stringMatching(/\w/),
            name: 'ValidationError',
          })),
        },
      },
    });
  });

  it.each(Object.keys(WRONG_VALUES))('are refused: %s', async (field) => {
    for (const value of WRONG_VALUES[field] ?? []) {
      const data = fullEnquiry();
      setAt(data, field, value);
      const { body } = await post().send({ data }).expect(400);
      expect(body.error.details.errors).toMatchObject([{ path: field.split('.') }]);
    }
  });

  it('are not repeated in the answer', async () => {
    const email = `${VISITOR.email} `.repeat(3);
    const { text } = await post().send({ data: enquiry({ email, kind: VISITOR.name }) });
    for (const personal of Object.values(VISITOR)) expect(text).not.toContain(personal);
  });
});

describe('fields that nobody knows', () => {
  it.each(UNKNOWN_FIELDS)('are refused by name: "%s"', async (field) => {
    const data = { ...enquiry(), [field]: 'x' };
    const { body } = await post().send({ data }).expect(400);
    expect(body.error.details.errors).toMatchObject([{ path: [field] }]);
  });

  it.each(['data', 'source', 'utm'])('are refused in %s, even __proto__', async (place) => {
    const poison = '"__proto__":{"status":"won"}';
    const bodies: Record<string, string> = {
      data: `{"data":{${JSON.stringify(enquiry()).slice(1, -1)},${poison}}}`,
      source: `{"data":{${JSON.stringify(enquiry()).slice(1, -1)},"source":{${poison}}}}`,
      utm: `{"data":{${JSON.stringify(enquiry()).slice(1, -1)},"source":{"utm":{${poison}}}}}`,
    };
    await post().send(bodies[place]).expect(400);
  });

  it('are refused beside "data"', async () => {
    await post().send({ data: enquiry(), documentId: 'a' }).expect(400);
  });
});

describe('a body that is not JSON', () => {
  it.each([
    'text/plain',
    'text/html',
    'application/x-www-form-urlencoded',
    'application/xml',
    'application/vnd.api+json',
    'application/octet-stream',
  ])('is answered 415: %s', async (type) => {
    const { body } = await post(type)
      .send(JSON.stringify({ data: enquiry() }))
      .expect(415);
    expect(body.error).toEqual({
      status: 415,
      name: 'UnsupportedMediaTypeError',
      message: 'Send JSON with the header Content-Type: application/json.',
      details: {},
    });
  });

  it('is answered 415 when there is none', async () => {
    await running.request.post('/api/enquiries').expect(415);
  });

  it.each(['/api/enquiries', '/API/Enquiries/', '/api/trainings', '/api/no-such-route'])(
    'is answered 415 and leaves no file behind: multipart to %s',
    async (address) => {
      const answer = await running.request
        .post(address)
        .field('data', JSON.stringify(enquiry()))
        .attach('files', Buffer.alloc(64 * KIBIBYTE), 'picture.png');
      expect(answer.status).toBe(415);
      expect(await readdir(temporaryFolder)).toEqual([]);
    },
  );

  it.each(['', '{"data":', '{"data":{}}}', 'null', '"text"', '7', '{data:{}}', '\u0000'])(
    'is answered 400 in the format of all errors: %j',
    async (text) => {
      const { body } = await post().send(text).expect(400);
      expect(body).toMatchObject({
        data: null,
        error: { status: 400, name: expect.stringMatching(/Error$/), details: {} },
      });
      expect(body.error.message).toMatch(/JSON/);
    },
  );
});

describe('a body that is too large', () => {
  const withSize = (bytes: number) => {
    const text = JSON.stringify({ data: enquiry({ notes: '' }) });
    return text.replace('"notes":""', `"notes":"${'x'.repeat(bytes - text.length)}"`);
  };

  /** Sends a body in chunks, so that its size is not declared. */
  async function sendChunked(
    chunks: (Buffer | string)[],
    headers: http.OutgoingHttpHeaders = {},
  ): Promise<{ status: number; text: string }> {
    return new Promise((resolve, reject) => {
      const request = http.request(
        `${running.url}/api/enquiries`,
        { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers } },
        (answer) => {
          let text = '';
          answer.on('data', (chunk) => (text += String(chunk)));
          answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
        },
      );
      request.on('error', reject);
      for (const chunk of chunks) request.write(chunk);
      request.end();
    });
  }

  it('is answered 413 from one byte over 64 KiB', async () => {
    const { body } = await post()
      .send(withSize(64 * KIBIBYTE + 1))
      .expect(413);
    expect(body).toEqual(tooLarge);
  });

  it('is read up to 64 KiB', async () => {
    const { body } = await post()
      .send(withSize(64 * KIBIBYTE))
      .expect(400);
    expect(body.error.details.errors).toMatchObject([{ path: ['notes'] }]);
  });

  it('is answered 413 before it is sent, by its declared size', async () => {
    const answer = await new Promise<http.IncomingMessage>((resolve, reject) => {
      const headers = { 'Content-Type': 'application/json', 'Content-Length': 10_000_000 };
      const request = http.request(
        `${running.url}/api/enquiries`,
        { method: 'POST', headers },
        (response) => {
          resolve(response);
          request.destroy();
        },
      );
      request.on('error', reject);
      // The headers alone: the body never follows.
      request.flushHeaders();
    });
    expect(answer.statusCode).toBe(413);
  });

  it('is answered 413 whatever the case of the path and a slash at its end', async () => {
    const text = withSize(64 * KIBIBYTE + 1);
    const request = running.request.post('/API/enquiries/').set('Content-Type', 'application/json');
    await request.send(text).expect(413);
  });

  it('is answered 413 when it comes in chunks', async () => {
    const text = withSize(64 * KIBIBYTE + 1);
    const { status, text: answer } = await sendChunked([text.slice(0, 1000), text.slice(1000)]);
    expect({ status, body: JSON.parse(answer) }).toEqual({ status: 413, body: tooLarge });
  });

  it('is answered 413 when it comes in chunks that are mostly space', async () => {
    const text = JSON.stringify({ data: enquiry() });
    const { status } = await sendChunked([' '.repeat(64 * KIBIBYTE), text]);
    expect(status).toBe(413);
  });

  it('is answered 413 when it is compressed', async () => {
    const body = gzipSync(withSize(64 * KIBIBYTE + 1));
    expect((await sendChunked([body], { 'Content-Encoding': 'gzip' })).status).toBe(413);
    const headers = { 'Content-Encoding': 'gzip', 'Content-Length': body.length };
    expect((await sendChunked([body], headers)).status).toBe(413);
  });

  it('is answered 413 with 10 MB in chunks, in the format of all errors', async () => {
    const chunk = 'x'.repeat(100_000);
    const { status, text } = await sendChunked(['{"data":{"name":"', ...Array(100).fill(chunk)]);
    expect(status).toBe(413);
    expect(JSON.parse(text)).toMatchObject({
      data: null,
      error: { status: 413, name: expect.stringMatching(/Error$/), details: {} },
    });
  });
});
