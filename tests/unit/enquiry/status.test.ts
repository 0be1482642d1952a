import { dueDate } from '../../../src/api/enquiry/response-times';
import { isLegalStatusChange, STATUS_CHANGES } from '../../../src/api/enquiry/status';

const STATUSES = ['new', 'open', 'answered', 'won', 'lost', 'spam'] as const;

describe('the statuses', () => {
  it('can each be left, so that no enquiry is stuck', () => {
    for (const status of STATUSES) expect(STATUS_CHANGES[status]).not.toEqual([]);
  });

  it('lead back to new from spam alone', () => {
    expect(STATUSES.filter((status) => STATUS_CHANGES[status].includes('new'))).toEqual(['spam']);
  });

  it('lead to won after somebody has worked on the enquiry, and not from spam', () => {
    expect(STATUSES.filter((status) => STATUS_CHANGES[status].includes('won'))).toEqual([
      'open',
      'answered',
    ]);
  });

  it('may stay as they are', () => {
    for (const status of STATUSES) expect(isLegalStatusChange(status, status)).toBe(true);
  });
});

describe('the time by which an enquiry is due', () => {
  it.each([
    ['training', '2026-02-03'],
    ['support', '2026-02-03'],
    ['corporate', '2026-02-04'],
    ['other', '2026-02-05'],
    ['partnership', '2026-02-09'],
  ] as const)('is so many working days away: %s', (kind, due) => {
    expect(dueDate(kind, new Date('2026-02-02T09:00:00Z')).toISOString()).toMatch(due);
  });

  it.each([
    ['Thursday', '2026-01-29T15:00:00.000Z', '2026-01-30T15:00:00.000Z'],
    ['Friday', '2026-01-30T15:00:00.000Z', '2026-02-02T15:00:00.000Z'],
    ['Saturday', '2026-01-31T15:00:00.000Z', '2026-02-02T15:00:00.000Z'],
    ['Sunday', '2026-02-01T15:00:00.000Z', '2026-02-02T15:00:00.000Z'],
    ['the last moment of a Friday', '2026-01-30T23:59:59.999Z', '2026-02-02T23:59:59.999Z'],
  ])('is counted without weekends: from %s', (_, received, due) => {
    expect(dueDate('training', new Date(received)).toISOString()).toBe(due);
  });
});
