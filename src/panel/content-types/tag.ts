import type { CollectionPanelConfiguration } from '../panel-configuration';

/** A keyword. What carries it is shown, and chosen on the other side. */
export const tag = {
  mainField: 'name',
  list: {
    columns: ['name', 'slug', 'trainings', 'blogs', 'updatedAt'],
    sortBy: 'name',
    sortOrder: 'ASC',
  },
  rows: [{ name: 8, slug: 4 }, { description: 12 }, { trainings: 6, blogs: 6 }],
  fields: {
    name: { label: 'Name', hint: 'One or two words, as visitors search for them.' },
    slug: { label: 'Slug', hint: 'The end of the address, and the value that filters take.' },
    description: {
      label: 'Description',
      hint: 'Introduces the tag on its page. Left out when empty.',
    },
    trainings: {
      label: 'Trainings',
      hint: 'The trainings with this tag. Choose the tags in the training itself.',
      mainField: 'title',
      readOnly: true,
    },
    blogs: {
      label: 'Blogs',
      hint: 'The blogs with this tag. Choose the tags in the blog itself.',
      mainField: 'title',
      readOnly: true,
    },
  },
} satisfies CollectionPanelConfiguration<'api::tag.tag'>;
