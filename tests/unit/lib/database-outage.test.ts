import { describeOutage, isDatabaseOutage } from '../../../src/lib/database-outage';

const error = (message: string, properties: object = {}) =>
  Object.assign(new Error(message), properties);

describe('an outage of the database', () => {
  it.each([
    ['the server refuses', error('connect ECONNREFUSED', { code: 'ECONNREFUSED' })],
    ['the connection breaks', error('read ECONNRESET', { code: 'ECONNRESET' })],
    ['the network is silent', error('connect ETIMEDOUT', { code: 'ETIMEDOUT' })],
    ['the name is unknown', error('getaddrinfo ENOTFOUND', { code: 'ENOTFOUND' })],
    ['the server shuts down', error('terminating connection', { code: '57P01' })],
    ['the server starts', error('the database system is starting up', { code: '57P03' })],
    ['the server is full', error('too many clients already', { code: '53300' })],
    ['the disk is full', error('could not extend file', { code: '53100' })],
    ['the protocol breaks', error('connection failure', { code: '08006' })],
    ['the driver lost it', error('select 1 - Connection terminated unexpectedly')],
    ['the driver gave up', error('Connection terminated due to connection timeout')],
    ['the pool is used up', error('Timeout acquiring', { name: 'KnexTimeoutError' })],
    ['the pool is closed', error('Unable to acquire a connection')],
    ['a rollback comes too late', error('Transaction query already complete, run with DEBUG')],
  ])('is when %s', (_, thrown) => {
    expect(isDatabaseOutage(thrown)).toBe(true);
  });

  it.each([
    ['a constraint', error('duplicate key value', { code: '23505' })],
    ['a mistake in SQL', error('column does not exist', { code: '42703' })],
    ['a query that was cancelled', error('canceling statement', { code: '57014' })],
    ['a value that says it', error('invalid: "Connection terminated" here', { code: '22P02' })],
    ['a file', error('no such file', { code: 'ENOENT' })],
    ['a bug', new TypeError('x is undefined')],
    ['what is no error', { code: 'ECONNREFUSED' }],
    ['nothing', undefined],
  ])('is not %s', (_, thrown) => {
    expect(isDatabaseOutage(thrown)).toBe(false);
  });

  it('is described without the SQL, which the log need not have', () => {
    const thrown = error(`select "email" from x where a - b - Connection terminated unexpectedly`);
    expect(describeOutage(thrown)).toBe('Connection terminated unexpectedly');
  });
});
