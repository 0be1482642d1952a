/** Values that each field of an enquiry refuses, by the field's path. */
const TEXT = [7, true, {}, ['text']];
const DOCUMENT_IDS = [
  ...TEXT,
  '',
  'short',
  'A'.repeat(24),
  { $ne: null },
  `' OR 1=1 -- ${'a'.repeat(12)}`,
];
const missing = undefined;

const requiredLine = (max: number) => [
  ...TEXT,
  missing,
  null,
  '',
  ' \t ',
  'two\nlines',
  'two\rlines',
  'null\0character',
  'x'.repeat(max + 1),
  // Wrong in two ways, and still one wrong field.
  `two\nlines${'x'.repeat(max)}`,
];
const optionalLine = (max: number) => [
  ...TEXT,
  'two\nlines',
  'null\0character',
  'x'.repeat(max + 1),
];

export const WRONG_VALUES: Record<string, unknown[]> = {
  kind: [...TEXT, missing, null, '', 'Training', 'unknown'],
  name: requiredLine(200),
  email: [
    ...TEXT,
    missing,
    null,
    '',
    'nonsense',
    'no-domain@',
    '@example.org',
    'two@example.org,three@example.org',
    'line@example.org\nBcc: other@example.org',
    `${'x'.repeat(250)}@example.org`,
    'x'.repeat(255),
  ],
  message: [...TEXT, missing, null, '', ' \n ', 'null\0character', 'x'.repeat(5001)],
  phone: optionalLine(50),
  company: optionalLine(200),
  training: DOCUMENT_IDS,
  session: DOCUMENT_IDS,
  locale: [...TEXT, '', 'e', 'english!', '../fr', 'fr_FR', 'en-latn-abcdefgh-abcdefgh-abcdefgh-1'],
  acceptedPolicyVersion: [true, {}, [1], '1', 0, -1, 1.5, 2 ** 53],
  website: [7, true, {}, null, 'x'.repeat(2001)],
  source: [7, true, 'text', []],
  'source.page': optionalLine(500),
  'source.referrer': optionalLine(500),
  'source.utm': [7, true, 'text', []],
  'source.utm.source': optionalLine(200),
  'source.utm.medium': optionalLine(200),
  'source.utm.campaign': optionalLine(200),
  'source.utm.term': optionalLine(200),
  'source.utm.content': optionalLine(200),
};

/** Names of fields that a visitor cannot set: of the content type, of Strapi, of JavaScript. */
export const UNKNOWN_FIELDS = [
  'role',
  'confirmed',
  'id',
  'documentId',
  'createdAt',
  'createdBy',
  'updatedBy',
  'publishedAt',
  'reference',
  'status',
  'assignee',
  'notes',
  'member',
  'dueAt',
  'answeredAt',
  'spamScore',
  'spamReasons',
  'visitorLocale',
  'constructor',
  'toString',
  'hasOwnProperty',
  'prototype',
  '',
];

/** An enquiry with every field filled in. */
export function fullEnquiry(): Record<string, unknown> {
  return {
    kind: 'training',
    name: 'Visitor Canary',
    email: 'canary@example.org',
    message: 'When does it start?',
    phone: '+33 1 00 00 00 00',
    company: 'Example Ltd',
    locale: 'fr',
    acceptedPolicyVersion: 1,
    website: '',
    source: {
      page: '/trainings',
      referrer: 'https://search.example/',
      utm: { source: 'a', medium: 'b', campaign: 'c', term: 'd', content: 'e' },
    },
  };
}

/** Sets the value at a path in place; undefined removes the field. */
export function setAt(target: Record<string, unknown>, path: string, value: unknown): void {
  const parts = path.split('.');
  const last = parts.pop() ?? '';
  let at = target;
  for (const part of parts) at = at[part] as Record<string, unknown>;
  Object.defineProperty(at, last, { value, enumerable: true, configurable: true, writable: true });
}
