/** The page's texts in English, in ICU message format. Every other language has the same names. */
export const texts = {
  title: 'Privacy',
  subtitle: 'What is held about people, for how long, and what protects it',
  loading: 'Loading…',
  cancel: 'Cancel',
  'person.title': 'A person’s data',
  'person.email': 'E-mail address',
  'person.hint': 'The whole address; upper and lower case do not matter.',
  'person.find': 'Find',
  'person.held': 'What is held',
  'person.nothing': 'Nothing is held about this address.',
  'person.download': 'Download everything',
  erase: 'Erase…',
  'erase.title': 'Erase this person',
  'erase.explanation':
    'Everything listed goes at once and for good, here and in what other systems were sent and we have stored. Systems that have received it are told to erase theirs.',
  'erase.confirmation': 'Type the address once more',
  'erase.confirm': 'Erase for good',
  'erase.done': 'Everything was erased.',
  'erase.receipt':
    'Download the receipt now: it proves the erasure, and is kept nowhere else as a whole.',
  'erase.download': 'Download the receipt',
  'retention.title': 'Retention',
  'retention.policy':
    '{name}: erased {after} (ISO 8601) after the last contact, announced here {days, plural, one {# day} other {# days}} before.',
  'retention.never': 'There has been no nightly run yet.',
  'retention.last': 'Last run: {at}',
  'retention.found':
    '{name}: {due, number} due, {announced, number} of them newly, {erased, number} erased',
  'retention.nothing': 'Nothing is due.',
  'retention.due': 'What is due',
  'retention.document': 'Document',
  'retention.last-needed': 'Last contact',
  'retention.announced': 'Announced',
  'retention.erasable': 'Erased from',
  'keys.title': 'Keys',
  'keys.id': 'Key',
  'keys.state': 'State',
  'keys.values': 'Values',
  'keys.newest': 'Encrypts and decrypts',
  'keys.former': 'Decrypts',
  'keys.missing': 'Missing from PRIVACY_KEYS',
};

/** The name of a text. */
export type TextId = keyof typeof texts;
