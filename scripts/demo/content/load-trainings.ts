import { existingDocument, livingDocuments, TRANSLATIONS, type LoadContext } from './load-context';
import { fileId } from './load-media';
import type { DemoTraining } from './read-files';

const TRAINING = 'api::training.training';

/** What a training has in every language alike, and which relations each language needs anew. */
async function sharedData(context: LoadContext, training: DemoTraining) {
  const { code, level, mode, durationHours, price, featured, cover } = training;
  const relations = {
    category: (
      await livingDocuments(context, 'api::category.category', [`category/${training.category}`])
    )[0],
    tags: await livingDocuments(
      context,
      'api::tag.tag',
      training.tags.map((key) => `tag/${key}`),
    ),
    trainers: await livingDocuments(
      context,
      'api::person.person',
      training.trainers.map((slug) => `person/${slug}`),
    ),
  };
  const fields = { code, level, mode, durationHours, price, featured };
  return { relations, fields: { ...fields, cover: await fileId(context, cover) } };
}

async function brochureOf(context: LoadContext, { brochure }: DemoTraining, locale: 'en' | 'fr') {
  return brochure ? fileId(context, brochure[locale]) : undefined;
}

/** Writes a training as a draft, in every language. */
async function createDraft(context: LoadContext, training: DemoTraining): Promise<string> {
  const existing = await existingDocument(context, TRAINING, { code: training.code });
  if (existing) return existing;
  const trainings = context.strapi.documents(TRAINING);
  const { relations, fields } = await sharedData(context, training);
  const { documentId } = await trainings.create({
    locale: 'en',
    data: {
      ...training.en,
      ...fields,
      ...relations,
      brochure: await brochureOf(context, training, 'en'),
    },
  });
  for (const locale of TRANSLATIONS) {
    const brochure = await brochureOf(context, training, locale);
    await trainings.update({
      documentId,
      locale,
      data: { ...training[locale], ...relations, brochure },
    });
  }
  return documentId;
}

/** Pins the related trainings, which must all be there by now, and publishes every language. */
async function pinAndPublish(context: LoadContext, training: DemoTraining): Promise<string> {
  const trainings = context.strapi.documents(TRAINING);
  const documentId = context.ledger.idOf(`training/${training.code}`);
  const relatedTrainings = await livingDocuments(
    context,
    TRAINING,
    training.relatedTrainings.map((code) => `training/${code}`),
  );
  for (const locale of ['en', ...TRANSLATIONS]) {
    await trainings.update({ documentId, locale, data: { relatedTrainings } });
  }
  await trainings.publish({ documentId, locale: '*' });
  return documentId;
}

/** Leaves a change in the draft that has not been published, as an editor at work would. */
async function changeDraft(context: LoadContext, training: DemoTraining): Promise<void> {
  const change = training.unpublishedChange;
  if (!change) return;
  await context.ledger.step(`draft-change/${training.code}`, async () => {
    const documentId = context.ledger.idOf(`training/${training.code}`);
    await context.strapi
      .documents(TRAINING)
      .update({ documentId, locale: change.locale, data: change.data });
    return documentId;
  });
}

/**
 * Loads the trainings. First all drafts, then their pins: trainings may pin each other.
 */
export async function loadTrainings(context: LoadContext): Promise<void> {
  const { trainings } = context.content;
  for (const training of trainings) {
    await context.ledger.step(`training/${training.code}`, () => createDraft(context, training));
  }
  for (const training of trainings) {
    await context.ledger.step(`publication/${training.code}`, () =>
      pinAndPublish(context, training),
    );
    await changeDraft(context, training);
  }
}
