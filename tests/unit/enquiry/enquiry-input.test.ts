import type { errors } from '@strapi/utils';
import fc from 'fast-check';

import { enquiryChange, enquiryInput } from '../../../src/api/enquiry/enquiry-input';
import { parseBody } from '../../../src/http/parse-input';
import {
  fullEnquiry,
  setAt,
  UNKNOWN_FIELDS,
  WRONG_VALUES,
} from '../../integration/enquiry/wrong-values';

interface Fault {
  path: (string | number)[];
  message: string;
  name: string;
}

/** The faults that a body is refused with; none where it is taken. */
function faultsOf(data: unknown, schema: Parameters<typeof parseBody>[0] = enquiryInput): Fault[] {
  try {
    // As the server sees it: undefined is left out.
    parseBody(schema, JSON.parse(JSON.stringify({ data })));
    return [];
  } catch (error) {
    return (error as errors.ValidationError<string, { errors: Fault[] }>).details.errors;
  }
}

const pathsOf = (faults: Fault[]) => faults.map(({ path }) => path.join('.')).sort();

/** Several fields to break, none of them inside another, each with a wrong value. */
const breakages = fc
  .uniqueArray(fc.constantFrom(...Object.keys(WRONG_VALUES)), { minLength: 1 })
  .map((paths) => paths.filter((path) => !paths.some((other) => path.startsWith(`${other}.`))))
  .chain((paths) =>
    fc.record(
      Object.fromEntries(
        paths.map((path) => [path, fc.constantFrom(...(WRONG_VALUES[path] ?? []))]),
      ),
    ),
  );

describe('an enquiry', () => {
  it('with every field filled in is taken', () => {
    expect(faultsOf(fullEnquiry())).toEqual([]);
  });

  it('is refused with one fault at the exact path of every field that is wrong', () => {
    fc.assert(
      fc.property(breakages, (wrong) => {
        const data = fullEnquiry();
        for (const [path, value] of Object.entries(wrong)) setAt(data, path, value);
        expect(pathsOf(faultsOf(data))).toEqual(Object.keys(wrong).sort());
      }),
      { numRuns: 1000 },
    );
  });

  const values = Object.entries(WRONG_VALUES).flatMap(([path, wrong]) =>
    wrong.map((value) => ({
      path,
      value,
      written: (JSON.stringify(value) as string | undefined)?.slice(0, 30),
    })),
  );

  it.each(values)('is told what to write in $path instead of $written', ({ path, value }) => {
    const data = fullEnquiry();
    setAt(data, path, value);
    const faults = faultsOf(data);
    expect(faults).toHaveLength(1);
    expect(faults[0]?.name).toBe('ValidationError');
    expect(faults[0]?.message).toMatch(/^(Write|Choose|Leave)|is required|must be/);
  });

  const places = ['', 'source.', 'source.utm.'];
  const unknown = places.flatMap((place) => UNKNOWN_FIELDS.map((field) => `${place}${field}`));

  it.each(unknown.filter((path) => path !== 'source.utm.source'))(
    'with the unknown field "%s" is refused, by name',
    (path) => {
      const data = fullEnquiry();
      setAt(data, path, 'x');
      expect(pathsOf(faultsOf(data))).toEqual([path]);
    },
  );

  it('with a random unknown field at any depth is refused', () => {
    const known = new Set(Object.keys(WRONG_VALUES).flatMap((path) => path.split('.')));
    const name = fc
      .string()
      .filter((text) => !known.has(text) && text !== '__proto__' && !text.includes('.'));
    fc.assert(
      fc.property(name, fc.constantFrom(...places), fc.jsonValue(), (field, place, value) => {
        const data = fullEnquiry();
        setAt(data, `${place}${field}`, value);
        expect(pathsOf(faultsOf(data))).toEqual([`${place}${field}`]);
      }),
    );
  });
});

describe('a body', () => {
  const OUTSIDE = [undefined, null, [], 'text', 7, {}, { data: null }, { data: [] }, { data: 'x' }];

  it.each([...OUTSIDE, { data: fullEnquiry(), role: 1 }])(
    'that is %j is refused, because it is not fields in "data" alone',
    (body) => {
      expect(() => parseBody(enquiryInput, body)).toThrow('all fields in "data"');
    },
  );
});

describe('a change by the desk', () => {
  it.each([
    { status: 'open' },
    { assignee: 'desk@example.org' },
    { assignee: null },
    { notes: 'x'.repeat(20_000) },
    {},
  ])('may be %j', (change) => {
    expect(faultsOf(change, enquiryChange)).toEqual([]);
  });

  it.each([
    [{ status: 'closed' }, 'status'],
    [{ status: null }, 'status'],
    [{ assignee: 7 }, 'assignee'],
    [{ assignee: 'nobody' }, 'assignee'],
    [{ notes: 'x'.repeat(20_001) }, 'notes'],
    [{ notes: {} }, 'notes'],
    [{ notes: null }, 'notes'],
    [{ notes: ' ' }, 'notes'],
    ...['name', 'email', 'message', 'kind', 'reference', 'answeredAt', 'dueAt'].map(
      (field) => [{ [field]: 'x' }, field] as const,
    ),
  ] as [object, string][])('may not be %j', (change, path) => {
    expect(pathsOf(faultsOf(change, enquiryChange))).toEqual([path]);
  });
});
