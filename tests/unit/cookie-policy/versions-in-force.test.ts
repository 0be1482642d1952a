import fc from 'fast-check';
import {
  begunVersions,
  versionInForce,
  versionsInForceSince,
} from '../../../src/api/cookie-policy/versions-in-force';

const HOUR = 60 * 60 * 1000;
const time = (hour: number) => new Date(hour * HOUR).toISOString();

/** Versions of up to three policies, each published after the one before. */
const versions = fc
  .array(
    fc.record({
      policyDocumentId: fc.constantFrom('a', 'b', 'c'),
      effectiveFrom: fc.nat(50),
      wait: fc.nat(10),
    }),
    { maxLength: 8 },
  )
  .map((list) => {
    let hour = 0;
    return list.map(({ policyDocumentId, effectiveFrom, wait }, index) => ({
      policyDocumentId,
      version: list.slice(0, index + 1).filter((one) => one.policyDocumentId === policyDocumentId)
        .length,
      effectiveFrom: time(effectiveFrom),
      createdAt: time((hour += wait)),
    }));
  });

it('what is in force has begun, and nothing higher of its policy has', () => {
  fc.assert(
    fc.property(versions, fc.nat(100), (list, hour) => {
      const inForce = versionInForce(list, hour * HOUR);
      const begun = begunVersions(list, hour * HOUR);
      const ofPolicy = begun.filter((one) => one.policyDocumentId === inForce?.policyDocumentId);
      expect(ofPolicy[0]).toBe(inForce);
      expect(begun.length > 0).toBe(inForce !== undefined);
    }),
  );
});

it('what was in force within a span is what was in force at one of its moments', () => {
  fc.assert(
    fc.property(versions, fc.nat(60), fc.nat(30), (list, start, length) => {
      const moments = Array.from({ length: length + 1 }, (_, index) => start + index);
      const expected = new Set(moments.flatMap((hour) => versionInForce(list, hour * HOUR) ?? []));
      const found = versionsInForceSince(list, start * HOUR, (start + length) * HOUR);
      expect(new Set(found)).toEqual(expected);
      expect(found[0]).toBe(versionInForce(list, (start + length) * HOUR));
    }),
  );
});
