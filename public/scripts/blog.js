import { read, slug } from './api.js';
import { showPage } from './page.js';
import { blogView, trainingView } from './views.js';

await showPage(async () => {
  const [blog, latest] = await Promise.all([
    read(`blogs/by-slug/${slug}`),
    read('blogs/latest', { limit: 6 }),
  ]);
  const others = latest.filter(({ documentId }) => documentId !== blog.documentId).slice(0, 5);
  return {
    ...blogView(blog),
    related: blog.relatedTrainings.map(trainingView),
    others: others.map(blogView),
  };
});
