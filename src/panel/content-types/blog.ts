import type { CollectionPanelConfiguration } from '../panel-configuration';

/** The text comes first, then what surrounds it on the page, then what the system worked out. */
export const blog = {
  mainField: 'title',
  list: {
    columns: ['title', 'category', 'authors', 'firstPublishedAt'],
    sortBy: 'updatedAt',
    sortOrder: 'DESC',
  },
  rows: [
    { title: 8, slug: 4 },
    { excerpt: 12 },
    { body: 12 },
    { authors: 6, category: 6 },
    { tags: 6, relatedTrainings: 6 },
    { cover: 12 },
    { seo: 12 },
    { readingMinutes: 4, firstPublishedAt: 8 },
  ],
  fields: {
    title: { label: 'Title', hint: 'The heading of the page and the text of every link to it.' },
    slug: {
      label: 'Slug',
      hint: 'The end of the address, made from the title. Older addresses keep leading here.',
    },
    excerpt: {
      label: 'Excerpt',
      hint: 'Two or three sentences, shown on cards, in feeds and in search results.',
    },
    body: {
      label: 'Body',
      hint: 'The article, in Markdown. Start headings at level two: the title is level one.',
    },
    cover: {
      label: 'Cover picture',
      hint: 'Landscape, at least 1200 pixels wide. Shown on the page, on cards and in previews.',
    },
    authors: { label: 'Authors', hint: 'Shown on the page in this order.', mainField: 'name' },
    category: {
      label: 'Category',
      hint: 'The subject. It also decides which trainings are related.',
      mainField: 'name',
    },
    tags: {
      label: 'Tags',
      hint: 'Keywords. Shared tags make trainings and blogs related.',
      mainField: 'name',
    },
    relatedTrainings: {
      label: 'Related trainings',
      hint: 'Shown first, in this order. The site adds more by category and tags.',
      mainField: 'title',
    },
    seo: { label: 'Search engines and link previews' },
    readingMinutes: {
      label: 'Reading time',
      hint: 'In minutes. Worked out from the body when the blog is saved.',
      readOnly: true,
    },
    firstPublishedAt: {
      label: 'First published at',
      hint: 'The date on the page. Set at the first publication and kept ever after.',
      readOnly: true,
    },
    bodyHtml: 'hidden',
    sourceKey: 'hidden',
    sourceHash: 'hidden',
  },
} satisfies CollectionPanelConfiguration<'api::blog.blog'>;
