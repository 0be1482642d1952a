import {
  ConfigurationError,
  publicUrl,
  readVariables,
} from '../../../config/environment/variables';

const DATABASE_URL = 'postgres://user@127.0.0.1:5432/prospectus';

describe('the environment', () => {
  it('has a default for everything but the database', () => {
    expect(readVariables({ DATABASE_URL })).toEqual({
      DATABASE_URL,
      NODE_ENV: 'development',
      HOST: '127.0.0.1',
      PORT: 1337,
      DATABASE_POOL_MAX: 10,
      TRUSTED_PROXIES: [],
      RATE_LIMIT_ENQUIRIES: 20,
      RATE_LIMIT_CONSENTS: 300,
      ENQUIRY_PROOF_OF_WORK: 'off',
      CRON_ENABLED: true,
      DESK_TIME_ZONE: 'UTC',
      DESK_HOURS: Object.fromEntries(
        ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'].map((day) => [day, { from: '09:00', to: '17:00' }]),
      ),
      DESK_CLOSED_DAYS: [],
      WEBHOOKS_ALLOW_PRIVATE_TARGETS: false,
    });
  });

  it('takes an empty variable for one that is not set', () => {
    expect(readVariables({ DATABASE_URL, PORT: '', PUBLIC_URL: ' ' })).toMatchObject({
      PORT: 1337,
    });
  });

  it('reads lists with and without spaces', () => {
    const lists = { CORS_ORIGINS: 'https://a.example, https://b.example,', TRUSTED_PROXIES: '::1' };
    expect(readVariables({ DATABASE_URL, ...lists })).toMatchObject({
      CORS_ORIGINS: ['https://a.example', 'https://b.example'],
      TRUSTED_PROXIES: ['::1'],
    });
  });

  it.each([
    ['PORT', 'eighty'],
    ['PORT', '0'],
    ['PORT', '65536'],
    ['DATABASE_URL', 'mysql://127.0.0.1/x'],
    ['DATABASE_URL', 'nonsense'],
    ['DATABASE_POOL_MAX', '1'],
    ['CORS_ORIGINS', '*'],
    ['CORS_ORIGINS', 'https://a.example/'],
    ['CORS_ORIGINS', 'https://a.example,b.example'],
    ['PUBLIC_URL', 'example.org'],
    ['PUBLIC_URL', 'ftp://example.org'],
    ['RATE_LIMIT_ENQUIRIES', '0'],
    ['RATE_LIMIT_ENQUIRIES', '-1'],
    ['RATE_LIMIT_ENQUIRIES', 'many'],
    ['RATE_LIMIT_ENQUIRIES_PER_EMAIL', '0'],
    ['RATE_LIMIT_ENQUIRIES_TOTAL', 'all'],
    ['ENQUIRY_PROOF_OF_WORK', 'true'],
    ['DESK_TIME_ZONE', 'Paris'],
    ['DESK_HOURS', '9 to 5'],
    ['DESK_CLOSED_DAYS', '2026-12-24, Christmas'],
    ['CRON_ENABLED', 'yes'],
    ['WEBHOOKS_ALLOW_PRIVATE_TARGETS', 'yes'],
    ['NODE_ENV', 'staging'],
    ['LOG_LEVEL', 'loud'],
  ])('names a variable that is wrong: %s=%s', (name, value) => {
    const read = () => readVariables({ DATABASE_URL, [name]: value });
    expect(read).toThrow(ConfigurationError);
    expect(read).toThrow(new RegExp(`^ {2}${name}: \\w`, 'm'));
  });

  it('names all that are wrong at once', () => {
    const read = () => readVariables({ PORT: 'x', CRON_ENABLED: 'y' });
    for (const name of ['PORT', 'CRON_ENABLED', 'DATABASE_URL']) expect(read).toThrow(name);
  });

  it.each([
    [{}, 'http://127.0.0.1:1337'],
    [{ HOST: '0.0.0.0', PORT: '80' }, 'http://localhost:80'],
    [{ PUBLIC_URL: 'https://www.example.org//' }, 'https://www.example.org'],
  ])('tells the address that visitors use: %j', (environment, address) => {
    expect(publicUrl(readVariables({ DATABASE_URL, ...environment }))).toBe(address);
  });
});
