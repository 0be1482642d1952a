import { blogFrom, blogWith, refusalOf, site } from './sources';

it('maps a whole post', () => {
  const blog = blogFrom(
    [
      '---',
      'layout: page',
      'Title: "A   long road"',
      'authors: ["Robin Roe", "Kim Doe "]',
      'date: 2023-05-04',
      'time: "09:30:00"',
      'teaser: Where it *leads*',
      'tags: [Git, R, git]',
      'category: ["blog", "Teaching", "Events"]',
      '---',
      '',
      'The text.',
    ].join('\n'),
    '2023-05-2023-05-04-A_long-road',
  );
  expect(blog).toMatchObject({
    locale: 'en',
    slug: { slug: 'a-long-road', isExplicit: false },
    attributes: { title: 'A long road', excerpt: 'Where it leads', body: 'The text.' },
    relations: {
      authors: ['Robin Roe', 'Kim Doe'],
      category: ['Teaching'],
      tags: ['Git', 'R', 'Events'],
    },
    firstPublishedAt: new Date('2023-05-04T09:30:00Z'),
    isDraft: false,
    warnings: [],
    ignored: ['layout'],
  });
});

it('takes the first paragraph for an excerpt where there is no teaser', () => {
  const { attributes } = blogWith('teaser:', `<p>Note</p>\n\n${'word '.repeat(200)}\n\nMore.`);
  expect(attributes.excerpt).toHaveLength(500);
  expect(attributes.excerpt).toMatch(/ word…$/);
});

it('shortens a teaser that is too long, and says so', () => {
  const { attributes, warnings } = blogWith(`teaser: ${'word '.repeat(200)}\ndate: 2024-01-01`);
  expect(attributes.excerpt).toHaveLength(500);
  expect(warnings).toEqual(['has an excerpt of more than 500 characters; it was shortened']);
});

it('takes authors and tags written as one text, or as mappings', () => {
  expect(blogWith('author: Robin Roe; Kim Doe, Jr.\ntags: Git, R; Make').relations).toMatchObject({
    authors: ['Robin Roe', 'Kim Doe, Jr.'],
    tags: ['Git', 'R', 'Make'],
  });
  expect(
    blogWith('authors:\n  - name: Robin Roe\n    email: r@example.org').relations.authors,
  ).toEqual(['Robin Roe']);
});

it.each([
  ['slug: My Own', 'my-own'],
  ['permalink: /2018/04/summary/', 'summary'],
  ['permalink: https://old.example/2018/summary.html?x=1', 'summary'],
  ['url: 2018-04-03-involved', '2018-04-03-involved'],
])('takes the slug that the source names: %s', (line, slug) => {
  expect(blogWith(line).slug).toEqual({ slug, isExplicit: true });
});

it('does not take a pattern for a slug', () => {
  expect(blogWith('permalink: /:year/:title/').slug).toEqual({ slug: 'a-post', isExplicit: false });
});

it('takes the date of the file name where the source has none, and says so', () => {
  const { firstPublishedAt, warnings } = blogFrom('---\ntitle: a\n---\nb', '2020-02-03-a');
  expect(firstPublishedAt).toEqual(new Date('2020-02-03T00:00:00Z'));
  expect(warnings).toEqual(['has no date; the one in the file name was taken']);
});

it.each([
  ['draft: true', true],
  ['published: false', true],
  ['draft: no', false],
  ['published: 2024-01-01', false],
])('knows whether the author keeps it back: %s', (line, isDraft) => {
  expect(blogWith(line).isDraft).toBe(isDraft);
});

it.each([
  ['2024-05-31', false],
  ['2024-06-02', true],
])('keeps back what is dated later than the run: %s', (date, isDraft) => {
  expect(blogWith(`date: ${date}`).isDraft).toBe(isDraft);
});

it.each([
  ['lang: es', 'es'],
  ['language: Spanish', 'es'],
  ['locale: de-AT', 'de'],
  ['lang: ja', 'en'],
])('goes to the language that the source names: %s', (line, locale) => {
  expect(blogWith(line).locale).toBe(locale);
});

it('says when a language is not enabled', () => {
  expect(blogWith('lang: ja\ndate: 2024-01-01').warnings).toEqual([
    'the language "ja" is not enabled; imported as en',
  ]);
});

it('completes relative addresses where it knows the site', () => {
  const text = '---\ntitle: a\n---\n![b](/c.png)';
  const blog = blogFrom(text, 'a', { ...site, baseUrl: 'https://old.example' });
  expect(blog.attributes.body).toBe('![b](https://old.example/c.png)');
});

it.each([
  ['a missing title', '---\ndate: 2024-01-01\n---\na', 'has no title', 1],
  ['an empty title', '---\ntitle: ""\n---\na', 'has no title', 1],
  ['a title that is a list', '---\ntitle: [a]\n---\na', '"title" must be a text', 2],
  ['a title too long', `---\ntitle: ${'a'.repeat(256)}\n---\na`, '256 characters, 255 are', 2],
  ['an empty text', '---\ntitle: a\n---\n\n', 'has no text', 1],
  ['a date in another order', '---\ntitle: a\ndate: 09/03/2024\n---\na', '"date" must be', 3],
  ['an author too long', `---\ntitle: a\nauthor: ${'a'.repeat(201)}\n---\na`, '200 are', 3],
  ['tags that are no texts', '---\ntitle: a\ntags: [[a]]\n---\na', '"tags" must be a list', 3],
  ['a draft that is neither', '---\ntitle: a\ndraft: maybe\n---\na', 'true or false', 3],
  ['a locale not enabled', '---\ntitle: a\nlocale: ja\n---\na', 'enabled: en, fr, es, de', 3],
])('refuses %s with its line', (_, text, message, line) => {
  const refusal = refusalOf(() => blogFrom(text));
  expect(refusal.message).toContain(message);
  expect(refusal.line).toBe(line);
});
