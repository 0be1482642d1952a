import { byline, image, seo, topic, trainingCard, type Populate } from '../../populate/fragments';

/** Everything that the page of a training shows; sessions that are over are left out. */
export function trainingPage(now: Date) {
  return {
    outcomes: true,
    modules: true,
    price: true,
    category: topic,
    tags: topic,
    trainers: byline,
    sessions: {
      filters: { endsAt: { $gte: now.toISOString() } },
      sort: 'startsAt:asc',
      populate: { venue: true, price: true },
    },
    relatedTrainings: trainingCard,
    cover: image,
    brochure: { fields: ['url', 'name', 'ext', 'mime', 'size'] },
    faq: true,
    seo,
  } satisfies Populate<'api::training.training'>;
}
