import {
  isLegalStatusChange,
  isReopening,
  isWaiting,
  STATUS_CHANGES,
} from '../../../src/api/enquiry/status';

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

  it('count as waiting for an answer until there is one, or none is needed', () => {
    expect(STATUSES.filter(isWaiting)).toEqual(['new', 'open']);
  });

  it('lead back to work by reopening, but not from spam, which never was at work', () => {
    const reopened = STATUSES.flatMap((from) =>
      STATUS_CHANGES[from].filter((to) => isReopening(from, to)).map((to) => `${from} ${to}`),
    );
    expect(reopened).toEqual(['answered open', 'won open', 'lost open']);
  });
});
