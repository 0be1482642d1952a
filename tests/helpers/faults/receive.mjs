/**
 * A receiver of webhooks in a process of its own, as `receiver.ts` starts it. It knows nothing of
 * Prospectus but the secret: the package `standardwebhooks` judges each delivery. What it accepts is
 * on the disk before it answers.
 */
import { createHash } from 'node:crypto';
import { fsyncSync, openSync, writeSync } from 'node:fs';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';

/**
 * @typedef {object} Behaviour
 * @property {'accept' | 'hang' | 'trickle' | 'endless' | 'redirect' | 'status'} kind
 * @property {number} [status] that it answers
 * @property {string} [location] that it redirects to
 * @property {number} [dropped] share of the deliveries that it accepts but does not note
 * @property {number} [killsAfter] kills `killed` right after the answer to so many deliveries
 * @property {number} [killed] a process
 */

const [, , file = ''] = process.argv;
const noted = openSync(file, 'a');
/** @type {Webhook | undefined} */
let webhook;
/** @type {Behaviour} */
let behaviour = { kind: 'accept' };
let accepted = 0;

/** @param {import('node:http').IncomingMessage} request @param {string} body @returns {boolean} */
function isGenuine(request, body) {
  try {
    webhook?.verify(body, /** @type {Record<string, string>} */ (request.headers));
    return webhook !== undefined;
  } catch {
    return false;
  }
}

/** @param {string} id @param {string} body */
function note(id, body) {
  const digest = createHash('sha256').update(body).digest('hex');
  const { type, data } = JSON.parse(body);
  writeSync(noted, `${id} ${digest} ${type} ${data.reference} ${Date.now()}\n`);
  fsyncSync(noted);
}

/** @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response */
async function accept(request, response) {
  const body = await text(request);
  const isKept = isGenuine(request, body);
  if (isKept && Math.random() >= (behaviour.dropped ?? 0)) {
    note(String(request.headers['webhook-id']), body);
  }
  response.writeHead(isKept ? 204 : 400).end();
  accepted += 1;
  const { killsAfter, killed } = behaviour;
  if (killed && killsAfter && accepted % killsAfter === 0) {
    // The answer is handed to the system first.
    setImmediate(() => {
      process.kill(killed, 'SIGKILL');
      behaviour = { kind: 'accept' };
      process.send?.({ killed });
    });
  }
}

/** @type {Record<Behaviour['kind'], (request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => unknown>} */
const ANSWERS = {
  accept,
  hang: () => undefined,
  trickle(_, response) {
    response.writeHead(200);
    const timer = setInterval(() => response.write('x'), 1000);
    response.on('close', () => clearInterval(timer));
  },
  endless(_, response) {
    response.writeHead(200);
    const fill = () => {
      while (!response.destroyed && response.write(Buffer.alloc(65_536)));
    };
    response.on('drain', fill);
    fill();
  },
  redirect: (_, response) => response.writeHead(307, { Location: behaviour.location }).end(),
  status: (_, response) =>
    response.writeHead(behaviour.status ?? 500, { 'Retry-After': '1' }).end(),
};

const server = createServer((request, response) => {
  void ANSWERS[behaviour.kind](request, response);
});
process.on('message', (/** @type {{ secret?: string, behaviour?: Behaviour }} */ message) => {
  if (message.secret) webhook = new Webhook(message.secret);
  if (message.behaviour) behaviour = message.behaviour;
  process.send?.({ ready: true });
});
process.on('disconnect', () => process.exit());
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address !== null && typeof address === 'object') process.send?.({ port: address.port });
});
