import { existingDocument, TRANSLATIONS, type LoadContext } from './load-context';
import { fileId } from './load-media';
import type { DemoTerm } from './read-files';

/** Authors and trainers. */
export async function loadPeople(context: LoadContext): Promise<void> {
  const people = context.strapi.documents('api::person.person');
  for (const { photo, ...person } of context.content.people) {
    await context.ledger.step(`person/${person.slug}`, async () => {
      const existing = await existingDocument(context, 'api::person.person', { slug: person.slug });
      if (existing) return existing;
      const data = { ...person, photo: await fileId(context, photo) };
      return (await people.create({ data })).documentId;
    });
  }
}

async function loadTerms(
  context: LoadContext,
  kind: 'category' | 'tag',
  terms: DemoTerm[],
): Promise<void> {
  const uid = kind === 'category' ? 'api::category.category' : 'api::tag.tag';
  for (const term of terms) {
    await context.ledger.step(`${kind}/${term.key}`, async () => {
      const existing = await existingDocument(context, uid, { slug: term.en.slug });
      if (existing) return existing;
      const documents = context.strapi.documents(uid);
      const { documentId } = await documents.create({ data: term.en, locale: 'en' });
      for (const locale of TRANSLATIONS) {
        await documents.update({ documentId, locale, data: term[locale] });
      }
      return documentId;
    });
  }
}

/** Categories and tags, in every language. */
export async function loadCategoriesAndTags(context: LoadContext): Promise<void> {
  await loadTerms(context, 'category', context.content.categories);
  await loadTerms(context, 'tag', context.content.tags);
}
