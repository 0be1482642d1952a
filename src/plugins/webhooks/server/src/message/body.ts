import { canonicalJson } from '../../../../../lib/canonical-json';

/**
 * Most bytes of a body: Standard Webhooks 1.0.0, "Payload size", recommends less than 20 kB.
 */
export const MAX_BODY_BYTES = 20_000;

/** Put at the end of a text that was cut. */
const ELLIPSIS = '…';

/** What an event says. */
export interface EventContent {
  type: string;
  occurredAt: Date;
  data: Record<string, unknown>;
}

/** How many bytes a value takes in a body. */
function sizeOf(value: unknown): number {
  return Buffer.byteLength(canonicalJson(value));
}

function serialize({ type, occurredAt, data }: EventContent): string {
  return JSON.stringify({ type, timestamp: occurredAt.toISOString(), data });
}

/** The name of the field that takes most bytes, other than those named. */
function largestField(data: Record<string, unknown>, except: readonly string[]) {
  return Object.keys(data)
    .filter((name) => !except.includes(name))
    .map((name) => ({ name, size: sizeOf(data[name]) }))
    .sort((a, b) => b.size - a.size)[0]?.name;
}

/** The longest beginning of a text whose JSON, with an ellipsis, takes at most so many bytes. */
function cutText(text: string, maxBytes: number): string {
  const characters = Array.from(text);
  let [fits, tooLong] = [0, characters.length + 1];
  while (tooLong - fits > 1) {
    const middle = (fits + tooLong) >> 1;
    const size = sizeOf(characters.slice(0, middle).join('') + ELLIPSIS);
    if (size <= maxBytes) fits = middle;
    else tooLong = middle;
  }
  return characters.slice(0, fits).join('') + ELLIPSIS;
}

/** Least bytes of a text that is cut rather than left out. */
const WORTH_KEEPING = 100;

/**
 * The body of an event: JSON of `type`, `timestamp` and `data`. Where it would be too large, the
 * largest fields are shortened (texts) or null (anything else), and `data.truncated` names them:
 * whoever needs them whole asks the API.
 * @returns at most MAX_BODY_BYTES in UTF-8
 */
export function eventBody(event: EventContent): string {
  let body = serialize(event);
  let data = event.data;
  const truncated: string[] = [];
  while (Buffer.byteLength(body) > MAX_BODY_BYTES) {
    const name = largestField(data, truncated);
    if (name === undefined) throw new Error(`An event of type ${event.type} has too many fields.`);
    truncated.push(name);
    const value = data[name];
    const without = serialize({ ...event, data: { ...data, [name]: null, truncated } });
    const room = MAX_BODY_BYTES - Buffer.byteLength(without);
    const isCut = typeof value === 'string' && room >= WORTH_KEEPING;
    data = { ...data, [name]: isCut ? cutText(value, room) : null, truncated };
    body = serialize({ ...event, data });
  }
  return body;
}
