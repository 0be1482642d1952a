import {
  byline,
  image,
  seo,
  topic,
  trainingCard,
  type Fragment,
  type Populate,
} from '../../populate/fragments';

/** What a list shows of a blog. */
export const blogCard = {
  fields: ['title', 'slug', 'excerpt', 'readingMinutes', 'firstPublishedAt'],
  populate: { cover: image, authors: { fields: ['name', 'slug'] }, category: topic },
} satisfies Fragment<'api::blog.blog'>;

/** Everything that the page of a blog shows. */
export const blogPage = {
  cover: image,
  authors: byline,
  category: topic,
  tags: topic,
  relatedTrainings: trainingCard,
  seo,
} satisfies Populate<'api::blog.blog'>;
