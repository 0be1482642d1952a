import fc from 'fast-check';

import { eventBody, MAX_BODY_BYTES } from '../../../src/plugins/webhooks/server/src/message/body';

const occurredAt = new Date('2026-03-04T05:06:07.089Z');
const bodyOf = (data: Record<string, unknown>) =>
  eventBody({ type: 'enquiry.created', occurredAt, data });
const dataOf = (data: Record<string, unknown>) =>
  (JSON.parse(bodyOf(data)) as { data: Record<string, unknown> }).data;

describe('the body of an event', () => {
  it('is minified JSON of type, moment and data', () => {
    expect(bodyOf({ reference: 'ENQ-2026-000001', phone: undefined })).toBe(
      '{"type":"enquiry.created","timestamp":"2026-03-04T05:06:07.089Z","data":{"reference":"ENQ-2026-000001"}}',
    );
  });

  it('is at most 20 kB of valid JSON, whatever the data', () => {
    const value = fc.oneof(
      fc.string({ maxLength: 30_000, size: 'max', unit: 'binary' }),
      fc.string({ maxLength: 200 }),
      fc.array(fc.string({ maxLength: 500 }), { maxLength: 100, size: 'max' }),
      fc.jsonValue({ maxDepth: 3 }),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[a-z]{1,12}$/), value), (data) => {
        const body = bodyOf(data);
        expect(Buffer.byteLength(body)).toBeLessThanOrEqual(MAX_BODY_BYTES);
        expect(JSON.parse(body)).toMatchObject({ type: 'enquiry.created' });
      }),
      { numRuns: 50 },
    );
  });

  it('keeps a long message as far as there is room, and says that it is not whole', () => {
    const message = 'é'.repeat(30_000);
    const data = dataOf({ reference: 'ENQ-2026-000001', message });
    expect(data).toMatchObject({ reference: 'ENQ-2026-000001', truncated: ['message'] });
    expect(data.message).toMatch(/^é{9000,}…$/);
  });

  it('never cuts a character in two', () => {
    fc.assert(
      fc.property(fc.nat(3), (offset) => {
        const data = dataOf({ message: 'a'.repeat(offset) + '🎓'.repeat(10_000) });
        expect(data.message).toMatch(/^\p{Lowercase_Letter}*\p{Extended_Pictographic}+…$/u);
      }),
    );
  });

  it('keeps what is small when several fields are too large', () => {
    const data = dataOf({
      reference: 'ENQ-2026-000001',
      message: 'x'.repeat(50_000),
      company: '\u0001'.repeat(20_000),
      list: Array.from({ length: 5000 }, () => 'item'),
    });
    expect(data.reference).toBe('ENQ-2026-000001');
    expect(data.truncated).toEqual(expect.arrayContaining(['message', 'company', 'list']));
  });
});
