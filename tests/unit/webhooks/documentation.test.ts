import { readFileSync } from 'node:fs';

import webhooksConfig from '../../../config/plugins/webhooks';
import {
  createdEvent,
  updatedEvent,
  type KnownEnquiry,
} from '../../../src/api/enquiry/announcement';
import { STATUS_CHANGES } from '../../../src/api/enquiry/status';
import {
  DELIVERY_STATES,
  EVENT_TYPES,
  PERMISSIONS,
  TEST_EVENT_TYPE,
} from '../../../src/plugins/webhooks/server/src/admin-api';
import { MAX_BODY_BYTES } from '../../../src/plugins/webhooks/server/src/message/body';
import { RETRY_WAITS } from '../../../src/plugins/webhooks/server/src/sending/retry-schedule';

const document = readFileSync('docs/webhooks.md', 'utf8');

/** The examples of bodies, in their order. */
const [created, createdPersonal, updated, updatedPersonal] = [
  ...document.matchAll(/^```json\n(.*?)^```$/gms),
].map(([, json = '']) => JSON.parse(json));

/** The names in the first column of the tables that have names there. */
const named = [...document.matchAll(/^\| `([^`]+)` +\|/gm)].map(([, name]) => name);

/** The settings as they are shipped. */
function shipped() {
  const before = { ...process.env };
  process.env.DATABASE_URL = 'postgres://user@127.0.0.1:5432/prospectus';
  try {
    return webhooksConfig();
  } finally {
    process.env = before;
  }
}

const enquiry: KnownEnquiry = {
  documentId: 'h4x9q0v7m2c5k8t1r6w3z0bn',
  reference: 'ENQ-2026-000042',
  kind: 'training',
  state: 'new',
  name: 'A Visitor',
  email: 'visitor@example.org',
  phone: null,
  company: 'Example Ltd',
  message: 'When is the next session in Lyon?',
  visitorLocale: 'fr',
  createdAt: '2026-03-04T09:30:00.000Z',
  dueAt: '2026-03-05T09:30:00.000Z',
  answeredAt: null,
  training: {
    documentId: 'p2d8s5f1j7l4g0a3y6u9e2ko',
    title: 'Project management',
    slug: 'project-management',
  },
  duplicateOf: null,
  session: null,
  assignee: null,
  notes: [],
};

describe('docs/webhooks.md', () => {
  it('shows enquiry.created as it is sent', () => {
    const { type, data, personalData } = createdEvent(enquiry);
    expect(created).toEqual({ type, timestamp: expect.any(String), data });
    expect(createdPersonal).toEqual(personalData);
  });

  it('shows enquiry.updated as it is sent', () => {
    const assignee = { firstname: 'An', lastname: 'Assistant', email: 'desk@example.org' };
    const event = updatedEvent(enquiry, { ...enquiry, state: 'open', assignee });
    expect(updated).toEqual({
      type: event?.type,
      timestamp: expect.any(String),
      data: event?.data,
    });
    expect(updatedPersonal).toEqual(event?.personalData);
  });

  it('names all that changes can be of, and every status', () => {
    const other = Object.fromEntries(
      Object.keys(enquiry).map((name) => [name, `other ${name}`]),
    ) as unknown as KnownEnquiry;
    const changed = updatedEvent(enquiry, {
      ...other,
      notes: [{ id: 1 }],
      training: { documentId: 'x', title: 'X', slug: 'x' },
      session: { documentId: 'x' },
      assignee: { firstname: null, lastname: null, email: 'x' },
    })?.data.changed as string[];
    const listed = /^`enquiry\.updated` says .*? were: (.*)\. A status is (.*)\.$/m.exec(document);
    const names = (text = '') => [...text.matchAll(/`(\w+)`/g)].map(([, name]) => name).sort();
    expect(names(listed?.[1])).toEqual([...changed].sort());
    expect(names(listed?.[2])).toEqual(Object.keys(STATUS_CHANGES).sort());
  });

  it('lists every type, state and permission', () => {
    expect(named).toEqual(
      expect.arrayContaining([
        ...EVENT_TYPES,
        TEST_EVENT_TYPE,
        ...DELIVERY_STATES,
        ...Object.values(PERMISSIONS),
      ]),
    );
  });

  it('tells the schedule as it is shipped', () => {
    const [, row = ''] = /^\| comes after +\| at once +\|(.*)\|$/m.exec(document) ?? [];
    const units: Record<string, number> = { s: 1000, min: 60_000, h: 3_600_000 };
    const told = row.split('|').map((cell) => {
      const [count, unit = ''] = cell.trim().split(' ');
      return Number(count) * (units[unit] ?? NaN);
    });
    expect(told).toEqual(RETRY_WAITS);
  });

  it('tells the figures of the settings', () => {
    const { config } = shipped();
    for (const sentence of [
      `within ${config.attemptMilliseconds / 1000} seconds`,
      `Up to ${config.concurrency} requests run at a time`,
      `For ${config.rotationHours} hours each message carries two signatures`,
      `kept for ${config.retentionDays} days`,
      `A body has ${MAX_BODY_BYTES.toLocaleString('en')} bytes at most`,
    ]) {
      expect(document).toContain(sentence);
    }
  });
});
