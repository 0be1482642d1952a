import { startStrapi, type RunningStrapi } from '../../helpers/strapi';

let running: RunningStrapi;

beforeAll(async () => {
  running = await startStrapi();
});

afterAll(() => running.stop());

interface TokenService {
  create(token: object): Promise<{ accessKey: string }>;
}

it.each(['push', 'pull'])(
  'a running server takes no part in a transfer, which would store personal data in clear: %s',
  async (direction) => {
    const { token } = running.strapi.service('admin::transfer') as { token: TokenService };
    const permissions = [direction];
    const { accessKey } = await token.create({ name: direction, lifespan: null, permissions });
    const { status } = await running.request
      .get(`/admin/transfer/runner/${direction}`)
      .set('Authorization', `Bearer ${accessKey}`);
    expect(status).toBe(404);
  },
);
