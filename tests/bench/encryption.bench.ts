import type { CatalogueService } from '../../src/plugins/privacy/server/src/services/catalogue';
import { printFigures } from '../helpers/faults/figures';
import { startStrapi, type RunningStrapi } from '../helpers/strapi';

/** Enquiries of one turn, how many at a time, and turns of each kind. */
const COUNT = 150;
const AT_A_TIME = 5;
const TURNS = 12;

let running: RunningStrapi;

beforeAll(async () => {
  running = await startStrapi({ RATE_LIMIT_ENQUIRIES: '1000000' });
});

afterAll(() => running.stop());

const median = (values: number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

let sent = 0;

async function send(): Promise<void> {
  sent += 1;
  const data = {
    kind: 'training',
    name: `Visitor ${sent}`,
    email: `visitor-${sent}@example.org`,
    phone: '+33 1 23 45 67 89',
    company: 'A company',
    message: 'When does the next course start, and is there a place left? '.repeat(8),
  };
  await running.request.post('/api/enquiries').send({ data }).expect(201);
}

/** Milliseconds that one enquiry takes. */
async function measureTurn(): Promise<number> {
  const start = performance.now();
  let next = 0;
  const place = async () => {
    while (next++ < COUNT) await send();
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, place));
  return (performance.now() - start) / COUNT;
}

it('prints what encryption costs an enquiry', async () => {
  const service = running.strapi.plugin('privacy').service<CatalogueService>('catalogue');
  const { read } = service;
  // As if nothing were tagged: everything else is as it always is.
  const nothing = { find: () => undefined, tagged: [] } as never;
  const figures: Record<'clear' | 'encrypted', number[]> = { clear: [], encrypted: [] };
  await measureTurn();
  for (let turn = 0; turn < TURNS; turn += 1) {
    for (const kind of turn % 2
      ? (['clear', 'encrypted'] as const)
      : (['encrypted', 'clear'] as const)) {
      service.read = kind === 'clear' ? () => nothing : read;
      figures[kind].push(await measureTurn());
    }
  }
  service.read = read;
  const [clear, encrypted] = [median(figures.clear), median(figures.encrypted)];
  printFigures('POST /api/enquiries', {
    'ms in clear': clear.toFixed(2),
    'ms encrypted': encrypted.toFixed(2),
    'cost of encryption in %': ((encrypted / clear - 1) * 100).toFixed(1),
  });
  const { values, faults } = await running.strapi.plugin('privacy').service('keys').inspect();
  expect(values.tests).toBeGreaterThanOrEqual(COUNT * TURNS);
  // Those of the turns in clear, and they alone.
  expect(faults).toHaveLength(COUNT * TURNS * 5);
});
