import { ConfigurationError, readVariables } from '../../../config/environment/variables';

const DATABASE_URL = 'postgres://user@127.0.0.1:5432/prospectus';
const MAIL_FROM = 'no-reply@example.org';

function read(environment: Record<string, string>) {
  return readVariables({ DATABASE_URL, MAIL_FROM, ...environment });
}

describe('SMTP_URL', () => {
  it.each([
    ['smtp://mail.example.org', { host: 'mail.example.org', port: 587, secure: false }],
    ['smtps://mail.example.org', { host: 'mail.example.org', port: 465, secure: true }],
    ['smtp://127.0.0.1:1025/', { host: '127.0.0.1', port: 1025, secure: false }],
    ['smtp://[::1]:25', { host: '::1', port: 25, secure: false }],
    ['smtp://mail_pit:1025', { host: 'mail_pit', port: 1025, secure: false }],
  ])('names the server: %s', (SMTP_URL, server) => {
    expect(read({ SMTP_URL }).SMTP_URL).toEqual({ ...server, requireTLS: false, auth: undefined });
  });

  it('has a name and a password, percent-encoded where they have to be', () => {
    const { SMTP_URL } = read({ SMTP_URL: 'smtp://me@example.org:p%40ss%2F%3A%25@mail.example' });
    expect(SMTP_URL?.auth).toEqual({ user: 'me@example.org', pass: 'p@ss/:%' });
  });

  it.each([
    ['smtp://me:secret@mail.example', true],
    ['smtps://me:secret@mail.example', false],
    ['smtp://me:secret@localhost', false],
    ['smtp://me:secret@[::1]', false],
  ])('sends a password over TLS alone, except to this machine: %s', (SMTP_URL, requireTLS) => {
    expect(read({ SMTP_URL }).SMTP_URL?.requireTLS).toBe(requireTLS);
  });

  it.each([
    ['mail.example.org', 'must be an smtp://'],
    ['http://mail.example.org', 'must begin with smtp://'],
    ['smtp://', 'must name a host'],
    ['smtp://mail.example.org:99999', 'must be an smtp://'],
    ['smtp://mail.example.org:0', 'must name a port'],
    ['smtp://mail%20x', 'must name a host'],
    ['smtp://mail.example.org/path', 'ends with the port'],
    ['smtp://mail.example.org?pool=true', 'ends with the port'],
    ['smtp://me:hunter2@x#y@mail.example', 'ends with the port'],
    ['smtp://me@mail.example', 'needs a name and a password'],
    ['smtp://:hunter2@mail.example', 'needs a name and a password'],
    ['smtp://me:hunter2%zz@mail.example', 'has a % that must be written as %25'],
  ])('that makes no sense is refused without a word of it: %s', (SMTP_URL, fault) => {
    const reading = () => read({ SMTP_URL });
    expect(reading).toThrow(ConfigurationError);
    expect(reading).toThrow(`  SMTP_URL: ${fault}`);
    expect(reading).not.toThrow('hunter2');
  });

  it('needs MAIL_FROM beside it', () => {
    const reading = () => readVariables({ DATABASE_URL, SMTP_URL: 'smtp://mail.example.org' });
    expect(reading).toThrow('  MAIL_FROM: must be set where SMTP_URL is');
  });
});

describe('MAIL_FROM', () => {
  it.each([
    ['no-reply@example.org', '', 'no-reply@example.org'],
    ['Academy <no-reply@example.org>', 'Academy', 'no-reply@example.org'],
    ['"The Academy, Lyon" <a@example.org>', 'The Academy, Lyon', 'a@example.org'],
  ])('is an address with or without a name: %s', (value, name, address) => {
    expect(read({ MAIL_FROM: value }).MAIL_FROM).toEqual({ name, address });
  });

  it.each(['Academy', 'a@example.org, b@example.org', 'x <a@b>', 'A <a@b.example> <c@d.example>'])(
    'that makes no sense is refused: %s',
    (value) => {
      expect(() => read({ MAIL_FROM: value })).toThrow('  MAIL_FROM: must be an e-mail address');
    },
  );
});
