import fc from 'fast-check';
import {
  commit,
  GENESIS,
  hashEntry,
  METHODS,
  type ChainEntry,
} from '../../../src/api/consent/chain';
import { createReceipt, isReceipt } from '../../../src/api/consent/receipt';
import { verifyChain, type WalkedRecord } from '../../../src/api/consent/verify-chain';

const hex = fc.stringMatching(/^[0-9a-f]{64}$/);
const time = fc
  .date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const subject = fc.record({
  addressHash: fc.string(),
  userAgentHash: fc.option(fc.string()),
  memberId: fc.option(fc.nat()),
  salt: fc.string(),
});

const given = fc.record({
  kind: fc.constant('given' as const),
  receiptHash: hex,
  policyDocumentId: fc.string(),
  policyVersion: fc.nat(),
  policySha256: hex,
  locale: fc.string(),
  choices: fc.dictionary(fc.string(), fc.boolean()),
  method: fc.constantFrom(...METHODS),
  page: fc.option(fc.string()),
  recordedAt: time,
  expiresAt: time,
  person: subject,
});

/** A chain that is right, of at least so many records. */
const chain = (minLength: number) =>
  fc.array(given, { minLength, maxLength: 6 }).map((list) => {
    const records: WalkedRecord[] = [];
    for (const { person, ...answer } of list) {
      const entry: ChainEntry = {
        ...answer,
        sequence: records.length + 1,
        subject: commit(person, person.salt),
        previousHash: records.at(-1)?.hash ?? GENESIS,
      };
      records.push({ ...entry, hash: hashEntry(entry), person });
    }
    return records;
  });

function recordAt(records: WalkedRecord[], index: number): WalkedRecord {
  const record = records[index];
  if (!record) throw new Error(`There is no record at ${index}`);
  return record;
}

/** Another value of the same kind, one character or digit away. */
function otherThan(value: unknown, seed: number): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  if (value === null) return 'x';
  if (typeof value === 'string') {
    const index = seed % (value.length + 1);
    const next = value.charCodeAt(index) === 120 ? 'y' : 'x';
    return value.slice(0, index) + next + value.slice(index + 1);
  }
  const entries = Object.entries(value as Record<string, unknown>);
  if (entries.length === 0) return { x: true };
  const [key, first] = entries[seed % entries.length] ?? ['', ''];
  return { ...(value as object), [key]: otherThan(first, seed) };
}

it('a right chain is whole, with its head and its count', async () => {
  await fc.assert(
    fc.asyncProperty(chain(0), async (records) => {
      const head = records.at(-1)?.hash ?? GENESIS;
      const found = { count: records.length, head, isExpectedFound: true };
      expect(await verifyChain(records)).toEqual(found);
      const erased = records.map((record) => ({ ...record, person: null }));
      expect(await verifyChain(erased, head)).toEqual(found);
    }),
  );
});

it('any change of any field is found, at its record', async () => {
  await fc.assert(
    fc.asyncProperty(chain(1), fc.nat(), fc.nat(), async (records, place, seed) => {
      const index = place % records.length;
      const record = recordAt(records, index);
      const fields = Object.keys(record) as (keyof WalkedRecord)[];
      const field = fields[seed % fields.length] ?? 'hash';
      const value = otherThan(record[field], seed);
      const tampered = records.with(index, { ...record, [field]: value });
      const { fault } = await verifyChain(tampered);
      expect(fault?.sequence).toBe(index + 1);
    }),
    { numRuns: 500 },
  );
});

it('a removed record is found, unless it is the last and nobody noted the head', async () => {
  await fc.assert(
    fc.asyncProperty(chain(1), fc.nat(), async (records, place) => {
      const index = place % records.length;
      const rest = records.toSpliced(index, 1);
      const { fault, isExpectedFound } = await verifyChain(rest, records.at(-1)?.hash);
      if (index < records.length - 1)
        expect(fault).toEqual({ sequence: index + 1, kind: 'missing' });
      else expect({ fault, isExpectedFound }).toEqual({ fault: undefined, isExpectedFound: false });
    }),
  );
});

it('records that changed places are found, whether their numbers did or not', async () => {
  await fc.assert(
    fc.asyncProperty(chain(2), fc.nat(), fc.boolean(), async (records, place, renumbers) => {
      const index = place % (records.length - 1);
      const [one, other] = [recordAt(records, index), recordAt(records, index + 1)];
      const swapped = records
        .with(index, renumbers ? { ...other, sequence: one.sequence } : other)
        .with(index + 1, renumbers ? { ...one, sequence: other.sequence } : one);
      expect((await verifyChain(swapped)).fault?.sequence).toBe(index + 1);
    }),
  );
});

it('a record with a right hash in the place of another is found at the next', async () => {
  await fc.assert(
    fc.asyncProperty(chain(2), fc.nat(), async (records, place) => {
      const index = place % (records.length - 1);
      const { hash: _hash, person, ...entry } = recordAt(records, index);
      const forged = { ...entry, locale: `${entry.locale}-forged` };
      const tampered = records.with(index, { ...forged, hash: hashEntry(forged), person });
      const { fault } = await verifyChain(tampered);
      expect(fault).toEqual({ sequence: index + 2, kind: 'replaced' });
    }),
  );
});

it('receipts are all different, and look like receipts', () => {
  const receipts = Array.from({ length: 1000 }, createReceipt);
  expect(new Set(receipts).size).toBe(1000);
  expect(receipts.every(isReceipt)).toBe(true);
});
