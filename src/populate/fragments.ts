import type { Modules, UID } from '@strapi/strapi';

/** What to populate of a content type or component, checked against its generated types. */
export type Populate<T extends UID.Schema> = Modules.Documents.Params.Populate.Any<T>;

/** One populated relation: which fields of it, and what below it. */
export interface Fragment<T extends UID.Schema> {
  fields?: Modules.Documents.Params.Fields.Any<T>;
  populate?: Populate<T>;
}

/** What a picture needs to be shown: address, size, alternative text and smaller versions. */
export const image = {
  fields: ['url', 'alternativeText', 'width', 'height', 'formats'],
} satisfies Fragment<'plugin::upload.file'>;

/** A category or tag as a link. */
export const topic = {
  fields: ['name', 'slug'],
} satisfies Fragment<'api::category.category'> & Fragment<'api::tag.tag'>;

/** A person as a by-line with a picture. */
export const byline = {
  fields: ['name', 'slug', 'headline', 'bio'],
  populate: { photo: image },
} satisfies Fragment<'api::person.person'>;

/** What search engines and link previews show. */
export const seo = { populate: { shareImage: image } } satisfies Fragment<'shared.seo'>;

/** What a list shows of a training. */
export const trainingCard = {
  fields: ['title', 'slug', 'code', 'summary', 'level', 'mode', 'durationHours', 'featured'],
  populate: { price: true, category: topic, cover: image },
} satisfies Fragment<'api::training.training'>;
