import type { CollectionPanelConfiguration } from '../panel-configuration';

/** Someone whom the site introduces: an author, a trainer or both. */
export const person = {
  mainField: 'name',
  list: {
    columns: ['name', 'photo', 'headline', 'trainings', 'blogs', 'updatedAt'],
    sortBy: 'name',
    sortOrder: 'ASC',
  },
  rows: [
    { name: 8, slug: 4 },
    { headline: 12 },
    { bio: 12 },
    { photo: 12 },
    { links: 12 },
    { trainings: 6, blogs: 6 },
  ],
  fields: {
    name: { label: 'Name', hint: 'As it appears under articles and on training pages.' },
    slug: {
      label: 'Slug',
      hint: "The end of the address of the person's page.",
    },
    headline: {
      label: 'Headline',
      hint: 'What the person does, shown beside the name.',
      placeholder: 'Trainer for data analysis',
    },
    bio: { label: 'Biography', hint: "The text of the person's page, in Markdown." },
    photo: { label: 'Photo', hint: 'A square portrait, at least 400 pixels wide.' },
    links: { label: 'Links to profiles and websites' },
    blogs: {
      label: 'Blogs',
      hint: 'What the person wrote. Choose the authors in the blog itself.',
      mainField: 'title',
      readOnly: true,
    },
    trainings: {
      label: 'Trainings',
      hint: 'What the person teaches. Choose the trainers in the training itself.',
      mainField: 'title',
      readOnly: true,
    },
  },
} satisfies CollectionPanelConfiguration<'api::person.person'>;
