import { read, slug } from './api.js';
import { showPage } from './page.js';
import { trainingView } from './views.js';

await showPage(async () => {
  const training = await read(`trainings/by-slug/${slug}`);
  const related = await read(`trainings/${training.documentId}/related`, { limit: 4 });
  return { ...trainingView(training), related: related.map(trainingView) };
});
