import { describeFailure } from '../../../src/mail/failure';

/** An error as nodemailer throws it. */
function failure(message: string, details: object): Error {
  return Object.assign(new Error(message), details);
}

const refused = (responseCode: number, command: string, text = 'No') =>
  failure(`Can't send mail: ${responseCode} ${text}`, {
    code: 'EENVELOPE',
    responseCode,
    response: `${responseCode} ${text}`,
    command,
  });

describe('a mail that was not sent', () => {
  it.each([
    ['RCPT TO', 550],
    ['DATA', 554],
  ])('is refused for good by a reply of the 500s to %s', (command, code) => {
    expect(describeFailure(refused(code, command)).isPermanent).toBe(true);
  });

  it.each([
    ['RCPT TO', 450],
    ['DATA', 421],
    ['MAIL FROM', 550],
    ['AUTH PLAIN', 535],
    ['EHLO', 502],
    ['CONN', 554],
  ])('may be sent later after a reply to %s of %i', (command, code) => {
    expect(describeFailure(refused(code, command)).isPermanent).toBe(false);
  });

  it('is refused for good where nodemailer takes no such address', () => {
    const error = failure('No recipients defined', { code: 'EENVELOPE', command: 'API' });
    expect(describeFailure(error)).toEqual({ isPermanent: true, summary: 'EENVELOPE at API' });
  });

  it('may be sent later when the connection broke', () => {
    for (const code of ['ECONNECTION', 'ETIMEDOUT', 'ESOCKET', 'EDNS', 'ETLS', undefined])
      expect(describeFailure(failure('Broken', { code })).isPermanent).toBe(false);
    expect(describeFailure(undefined)).toEqual({ isPermanent: false, summary: 'no reply' });
  });

  it('is told by codes, without the words of the server', () => {
    const error = refused(550, 'RCPT TO', '5.1.1 <canary@example.org>: no such user');
    expect(describeFailure(error).summary).toBe('550 5.1.1 at RCPT TO');
  });

  it('is told with what the system says about a connection, as long as no server has spoken', () => {
    const details = { code: 'ESOCKET', command: 'CONN' };
    const error = failure('connect ECONNREFUSED 127.0.0.1:25', details);
    expect(describeFailure(error).summary).toBe(
      'ESOCKET at CONN (connect ECONNREFUSED 127.0.0.1:25)',
    );
    const spoken = failure('Closed: 421 canary', { ...details, response: '421 canary' });
    expect(describeFailure(spoken).summary).not.toContain('canary');
  });
});
