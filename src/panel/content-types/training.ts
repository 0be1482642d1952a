import type { CollectionPanelConfiguration } from '../panel-configuration';

/** The programme comes first, then what it takes to attend, then where it stands on the site. */
export const training = {
  mainField: 'title',
  list: {
    columns: ['title', 'code', 'category', 'level', 'mode'],
    sortBy: 'title',
    sortOrder: 'ASC',
  },
  rows: [
    { title: 8, slug: 4 },
    { summary: 12 },
    { description: 12 },
    { level: 6, mode: 6 },
    { code: 4, durationHours: 4, featured: 4 },
    { price: 12 },
    { audience: 6, prerequisites: 6 },
    { outcomes: 12 },
    { modules: 12 },
    { category: 6, tags: 6 },
    { trainers: 6, sessions: 6 },
    { relatedTrainings: 12 },
    { cover: 6, brochure: 6 },
    { faq: 12 },
    { seo: 12 },
  ],
  fields: {
    title: { label: 'Title', hint: 'The heading of the page and the text of every link to it.' },
    slug: {
      label: 'Slug',
      hint: 'The end of the address, made from the title. Older addresses keep leading here.',
    },
    code: {
      label: 'Code',
      hint: 'The number in your catalogue. No two trainings share one.',
      placeholder: 'DATA-101',
    },
    summary: {
      label: 'Summary',
      hint: 'One or two sentences, shown on cards, in lists and in search results.',
    },
    description: { label: 'Description', hint: 'The main text of the page, in Markdown.' },
    audience: { label: 'Audience', hint: 'Who should attend. Left out of the page when empty.' },
    prerequisites: {
      label: 'Prerequisites',
      hint: 'What participants must know beforehand. Empty means that none are needed.',
    },
    outcomes: { label: 'Outcomes', note: 'what participants can do afterwards' },
    modules: { label: 'Modules', note: 'the parts of the programme, in order' },
    level: { label: 'Level', hint: 'Visitors filter the catalogue by it.' },
    mode: {
      label: 'Mode',
      hint: 'How the training is usually held. A session can differ.',
    },
    durationHours: {
      label: 'Duration',
      hint: 'In hours of teaching, without breaks. Halves are allowed.',
      placeholder: '14',
    },
    price: { label: 'Price', note: 'per participant; a session can override it' },
    category: {
      label: 'Category',
      hint: 'The subject. Trainings of one category are related to each other.',
      mainField: 'name',
    },
    tags: {
      label: 'Tags',
      hint: 'Keywords. Shared tags make trainings and blogs related.',
      mainField: 'name',
    },
    trainers: {
      label: 'Trainers',
      hint: 'Shown on the page in this order.',
      mainField: 'name',
    },
    sessions: {
      label: 'Sessions',
      hint: 'The dates of this training. Choose the training in the session itself.',
      mainField: 'name',
      readOnly: true,
    },
    relatedTrainings: {
      label: 'Related trainings',
      hint: 'Shown first, in this order. The site adds more by category, tags and level.',
      mainField: 'title',
    },
    cover: {
      label: 'Cover picture',
      hint: 'Landscape, at least 1200 pixels wide. Shown on the page, on cards and in previews.',
    },
    brochure: { label: 'Brochure', hint: 'A PDF that visitors can download from the page.' },
    faq: { label: 'Questions and answers', note: 'shown at the end of the page' },
    seo: { label: 'Search engines and link previews' },
    featured: { label: 'Featured', hint: 'Shows the training on the home page.' },
    sourceKey: 'hidden',
    sourceHash: 'hidden',
  },
} satisfies CollectionPanelConfiguration<'api::training.training'>;
