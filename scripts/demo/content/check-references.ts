import { DemoContentError, type DataFault } from './demo-content-error';
import type { DemoContent } from './read-files';

/** The faults of one field: each name that nothing in the demo goes by. */
function missing(field: string, names: (string | undefined)[], known: Set<string>): DataFault[] {
  return names
    .filter((name) => name !== undefined && !known.has(name))
    .map((name) => ({ field, message: `there is no ${name} in the demo content` }));
}

function report(file: string, faults: DataFault[]): void {
  if (faults.length > 0) throw new DemoContentError(file, faults);
}

/**
 * Checks what one file says of others: categories, people, trainings, venues, pictures.
 * @throws DemoContentError naming the file, the field and the name that leads nowhere
 */
export function checkReferences(content: DemoContent): void {
  const categories = new Set(content.categories.map(({ key }) => key));
  const tags = new Set(content.tags.map(({ key }) => key));
  const people = new Set(content.people.map(({ slug }) => slug));
  const codes = new Set(content.trainings.map(({ code }) => code));
  const venues = new Set(Object.keys(content.venues));
  const pictures = new Set(Object.keys(content.pictures));

  for (const { photo, slug } of content.people) {
    report('people.yaml', missing(`${slug}.photo`, [photo], pictures));
  }
  for (const training of content.trainings) {
    report(`trainings/${training.code.toLowerCase()}.yaml`, [
      ...missing('category', [training.category], categories),
      ...missing('tags', training.tags, tags),
      ...missing('trainers', training.trainers, people),
      ...missing('relatedTrainings', training.relatedTrainings, codes),
      ...missing('cover', [training.cover], pictures),
      ...training.sessions.flatMap(({ venue }, index) =>
        missing(`sessions.${index}.venue`, [venue], venues),
      ),
    ]);
  }
  for (const blog of content.blogs) {
    report(`blogs/${blog.key}/blog.yaml`, [
      ...missing('category', [blog.category], categories),
      ...missing('tags', blog.tags, tags),
      ...missing('authors', blog.authors, people),
      ...missing('relatedTrainings', blog.relatedTrainings, codes),
      ...missing('cover', [blog.cover], pictures),
    ]);
  }
  const { organisation, shareImage } = content.site;
  report('site.yaml', [
    ...missing('organisation.logo', [organisation.logo], pictures),
    ...missing('shareImage', [shareImage], pictures),
  ]);
  for (const { key, training, session = 1 } of content.enquiries) {
    const found = content.trainings.find(({ code }) => code === training);
    report('enquiries.yaml', [
      ...missing(`${key}.training`, [training], codes),
      ...(found && found.sessions.length < session
        ? [{ field: `${key}.session`, message: `${found.code} has no session ${session}` }]
        : []),
    ]);
  }
}
