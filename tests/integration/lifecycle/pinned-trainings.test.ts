import { createFactories, documentsOf, type Factories } from '../../helpers/factories';
import { startStrapi, type RunningStrapi } from '../../helpers/strapi';
import { documentIds } from './translated-trainings';

let running: RunningStrapi;
let make: Factories;

beforeAll(async () => {
  running = await startStrapi();
  make = createFactories(running.strapi);
});

afterAll(async () => {
  await running.stop();
});

const trainings = () => documentsOf(running.strapi, 'api::training.training');

describe('pinned trainings', () => {
  /** Three trainings, and the order in which an editor pins them: not that of their making. */
  async function makePins(status: 'draft' | 'published' = 'published'): Promise<string[]> {
    const [a, b, c] = [
      await make.training({}, { status }),
      await make.training({}, { status }),
      await make.training({}, { status }),
    ].map(({ documentId }) => documentId);
    return [c, a, b].map(String);
  }

  async function pinsOf(slug: string, locale = 'en'): Promise<string[]> {
    const { body } = await running.request
      .get(`/api/blogs/by-slug/${slug}?locale=${locale}`)
      .expect(200);
    return documentIds(body.data.relatedTrainings);
  }

  it('keep their order when the blog is published, and again', async () => {
    const pins = await makePins();
    const { documentId, slug } = await make.blog({ relatedTrainings: pins }, { status: 'draft' });
    const blogs = documentsOf(running.strapi, 'api::blog.blog');
    for (let times = 0; times < 3; times += 1) {
      await blogs.publish({ documentId });
      expect(await pinsOf(slug)).toEqual(pins);
    }
    const draft = await blogs.findOne({ documentId, populate: ['relatedTrainings'] });
    expect(documentIds(draft?.relatedTrainings)).toEqual(pins);
  });

  it('keep their order when one of them is published again', async () => {
    const pins = await makePins();
    const { slug } = await make.blog({ relatedTrainings: pins });
    for (const documentId of pins) {
      await trainings().publish({ documentId });
      expect(await pinsOf(slug)).toEqual(pins);
    }
    for (const documentId of pins) {
      await make.training({}, { documentId });
      expect(await pinsOf(slug)).toEqual(pins);
    }
  });

  it('keep their order when they are put in another one', async () => {
    const pins = await makePins();
    const { documentId, slug } = await make.blog({ relatedTrainings: pins });
    const turned = [...pins].reverse();
    await make.blog({ relatedTrainings: turned }, { documentId });
    expect(await pinsOf(slug)).toEqual(turned);
    const [first = '', second = '', third = ''] = turned;
    await make.blog(
      { relatedTrainings: { connect: [{ documentId: third, position: { before: first } }] } },
      { documentId },
    );
    expect(await pinsOf(slug)).toEqual([third, first, second]);
  });

  it('keep their order in each language', async () => {
    const pins = await makePins();
    for (const documentId of pins) await make.training({}, { documentId, locale: 'fr' });
    const { documentId, slug } = await make.blog({ relatedTrainings: pins });
    const turned = [...pins].reverse();
    const french = await make.blog({ relatedTrainings: turned }, { documentId, locale: 'fr' });
    expect(await pinsOf(slug)).toEqual(pins);
    expect(await pinsOf(french.slug, 'fr')).toEqual(turned);
    for (const pin of pins) await trainings().publish({ documentId: pin, locale: ['en', 'fr'] });
    expect(await pinsOf(slug)).toEqual(pins);
    expect(await pinsOf(french.slug, 'fr')).toEqual(turned);
  });

  it('appear in their order as they are published', async () => {
    const pins = await makePins('draft');
    const { documentId, slug } = await make.blog({ relatedTrainings: pins });
    expect(await pinsOf(slug)).toEqual([]);
    for (const pin of [...pins].reverse()) await trainings().publish({ documentId: pin });
    await documentsOf(running.strapi, 'api::blog.blog').publish({ documentId });
    expect(await pinsOf(slug)).toEqual(pins);
  });

  it('keep their order at a training, when it and they are published again', async () => {
    const pins = await makePins();
    const { documentId } = await make.training({ relatedTrainings: pins });
    const pinned = async () => {
      const { body } = await running.request
        .get(`/api/trainings/${documentId}?populate=relatedTrainings`)
        .expect(200);
      return documentIds(body.data.relatedTrainings);
    };
    expect(await pinned()).toEqual(pins);
    for (const pin of pins) await trainings().publish({ documentId: pin });
    expect(await pinned()).toEqual(pins);
    await trainings().publish({ documentId });
    expect(await pinned()).toEqual(pins);
  });
});
