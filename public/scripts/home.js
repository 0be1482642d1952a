import { read } from './api.js';
import { showPage } from './page.js';
import { blogView, trainingView } from './views.js';

const CATALOGUE = {
  'populate[cover]': true,
  'populate[category]': true,
  'populate[price]': true,
  'populate[sessions]': true,
  sort: 'featured:desc,title',
  'pagination[pageSize]': 50,
};

await showPage(async () => {
  const [trainings, blogs] = await Promise.all([
    read('trainings', CATALOGUE),
    read('blogs/latest', { limit: 6 }),
  ]);
  return { trainings: trainings.map(trainingView), blogs: blogs.map(blogView) };
});
