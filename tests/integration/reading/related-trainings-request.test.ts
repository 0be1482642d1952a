import { startStrapi, type RunningStrapi } from '../../helpers/strapi';
import { relatedTrainings, unlike } from './bookable-trainings';

let running: RunningStrapi;
let trainings: ReturnType<typeof relatedTrainings>;

beforeAll(async () => {
  running = await startStrapi();
  trainings = relatedTrainings(running);
});

afterAll(async () => {
  await running.stop();
});

describe('a request for related trainings', () => {
  it('gets six at most where it names no limit, and as many as it names', async () => {
    const { category } = await trainings.topics();
    for (let made = 0; made < 8; made += 1) await trainings.bookable({ category });
    const { documentId } = await trainings.make.training({ ...unlike(), category });
    expect(await trainings.related(documentId)).toHaveLength(6);
    expect(await trainings.related(documentId, '?limit=1')).toHaveLength(1);
    expect(await trainings.related(documentId, '?limit=100')).toHaveLength(8);
  });

  it.each(['0', '101', '-1', '1.5', 'many', '', '1e9', 'NaN'])(
    'with a limit of "%s" is refused',
    async (limit) => {
      const { documentId } = await trainings.make.training();
      const { body } = await running.request
        .get(`/api/trainings/${documentId}/related?limit=${limit}`)
        .expect(400);
      expect(body.error.details.errors).toEqual([expect.objectContaining({ path: ['limit'] })]);
    },
  );

  it('with anything else is refused', async () => {
    const { documentId } = await trainings.make.training();
    const { body } = await running.request
      .get(`/api/trainings/${documentId}/related?populate=*&sort=title`)
      .expect(400);
    const paths = (body.error.details.errors as { path: string[] }[]).map(({ path }) => path);
    expect(paths).toEqual([['populate'], ['sort']]);
  });

  it.each(['unknown', '0', '%27%20OR%201=1--', 'a'.repeat(500)])(
    'for the training %s finds nothing',
    async (documentId) => {
      const { body } = await running.request
        .get(`/api/trainings/${documentId}/related`)
        .expect(404);
      expect(body).toEqual({
        data: null,
        error: { status: 404, name: 'NotFoundError', message: 'Not Found', details: {} },
      });
    },
  );

  it('for a draft finds nothing', async () => {
    const { documentId } = await trainings.make.training({}, { status: 'draft' });
    await running.request.get(`/api/trainings/${documentId}/related`).expect(404);
  });
});
