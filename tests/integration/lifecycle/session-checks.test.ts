import { createFactories, documentsOf, type Factories, type Values } from '../../helpers/factories';
import { startStrapi, type RunningStrapi } from '../../helpers/strapi';

let running: RunningStrapi;
let make: Factories;

beforeAll(async () => {
  running = await startStrapi();
  make = createFactories(running.strapi);
});

afterAll(async () => {
  await running.stop();
});

const sessions = () => documentsOf(running.strapi, 'api::training-session.training-session');

describe('a session is checked:', () => {
  const TEN = '2030-05-06T10:00:00.000Z';
  const ELEVEN = '2030-05-06T11:00:00.000Z';
  const noon = { startsAt: TEN, endsAt: ELEVEN };

  const refusal = (path: (string | number)[]) => ({
    name: 'ValidationError',
    details: { errors: [expect.objectContaining({ path })] },
  });

  it.each<[string, Values, string[]]>([
    ['it ends before it starts', { startsAt: ELEVEN, endsAt: TEN }, ['endsAt']],
    ['it ends when it starts', { startsAt: TEN, endsAt: TEN }, ['endsAt']],
    ['its time zone does not exist', { timezone: 'Europe/Atlantis' }, ['timezone']],
    ['its time zone is an offset', { timezone: '+02:00' }, ['timezone']],
    ['more seats are left than there are', { capacity: 10, seatsLeft: 11 }, ['seatsLeft']],
    [
      'its price is in no currency',
      { price: { amount: 1, currency: 'EUX' } },
      ['price', 'currency'],
    ],
  ])('refused where %s', async (_what, values, path) => {
    await expect(make.session({ ...noon, ...values })).rejects.toMatchObject(refusal(path));
  });

  it.each<[string, Values]>([
    ['fewer seats than none', { capacity: -1 }],
    ['fewer seats left than none', { capacity: 1, seatsLeft: -1 }],
    ['half a seat', { capacity: 1.5 }],
    ['a price below nothing', { price: { amount: -1, currency: 'EUR' } }],
    ['no time zone', { timezone: null }],
    ['no end', { endsAt: null }],
    ['no date as its start', { startsAt: 'tomorrow' }],
    ['an unknown state', { bookingState: 'maybe' }],
  ])('refused with %s', async (_what, values) => {
    await expect(make.session({ ...noon, ...values })).rejects.toMatchObject({
      name: 'ValidationError',
    });
  });

  it('all its faults are told at once', async () => {
    await expect(
      make.session({
        startsAt: ELEVEN,
        endsAt: TEN,
        timezone: 'Nowhere',
        capacity: 1,
        seatsLeft: 2,
      }),
    ).rejects.toMatchObject({
      details: {
        errors: [{ path: ['endsAt'] }, { path: ['timezone'] }, { path: ['seatsLeft'] }],
      },
    });
  });

  it('a change is checked against what is stored', async () => {
    const { documentId } = await make.session({ ...noon, capacity: 10, seatsLeft: 5 });
    const update = (data: Values) => sessions().update({ documentId, data });
    await expect(update({ startsAt: '2030-05-06T12:00:00Z' })).rejects.toMatchObject(
      refusal(['endsAt']),
    );
    await expect(update({ endsAt: '2030-05-06T09:00:00Z' })).rejects.toMatchObject(
      refusal(['endsAt']),
    );
    await expect(update({ capacity: 4 })).rejects.toMatchObject(refusal(['seatsLeft']));
    await expect(update({ seatsLeft: 11 })).rejects.toMatchObject(refusal(['seatsLeft']));
    const moved = await update({ startsAt: ELEVEN, endsAt: '2030-05-06T12:00:00Z', capacity: 5 });
    expect(moved).toMatchObject({ startsAt: ELEVEN, capacity: 5, seatsLeft: 5 });
  });

  it.each([12, 1, 0])('all of %i seats are left where nobody says otherwise', async (capacity) => {
    expect(await make.session({ capacity })).toMatchObject({ capacity, seatsLeft: capacity });
  });

  it('as many seats are left as an editor says', async () => {
    expect(await make.session({ capacity: 9, seatsLeft: 0 })).toMatchObject({ seatsLeft: 0 });
  });

  it('its currency is stored in capitals', async () => {
    const { documentId } = await make.training();
    await make.session({ training: documentId, price: { amount: 100, currency: 'chf' } });
    const { body } = await running.request
      .get('/api/training-sessions?populate=price&filters[price][amount]=100')
      .expect(200);
    expect(body.data[0].price).toMatchObject({ amount: 100, currency: 'CHF', taxIncluded: false });
  });
});
