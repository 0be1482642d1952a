import type { CollectionPanelConfiguration } from '../panel-configuration';

/** The subject of a training or blog. What belongs to it is shown, and chosen on the other side. */
export const category = {
  mainField: 'name',
  list: {
    columns: ['name', 'slug', 'trainings', 'blogs', 'updatedAt'],
    sortBy: 'name',
    sortOrder: 'ASC',
  },
  rows: [{ name: 8, slug: 4 }, { description: 12 }, { trainings: 6, blogs: 6 }],
  fields: {
    name: { label: 'Name', hint: 'Shown in the navigation of the catalogue and on cards.' },
    slug: { label: 'Slug', hint: 'The end of the address, and the value that filters take.' },
    description: {
      label: 'Description',
      hint: 'Introduces the category on its page. Left out when empty.',
    },
    trainings: {
      label: 'Trainings',
      hint: 'The trainings of this category. Choose the category in the training itself.',
      mainField: 'title',
      readOnly: true,
    },
    blogs: {
      label: 'Blogs',
      hint: 'The blogs of this category. Choose the category in the blog itself.',
      mainField: 'title',
      readOnly: true,
    },
  },
} satisfies CollectionPanelConfiguration<'api::category.category'>;
