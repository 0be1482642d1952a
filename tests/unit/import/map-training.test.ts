import { refusalOf, trainingFrom, trainingWith } from './sources';

it('maps a whole training', () => {
  const training = trainingFrom(`
- code: GIT-1
  title: Git for teams
  summary: Work together.
  description: |
    Long *text*.
  audience: Developers
  prerequisites: None
  outcomes: [Merge, text: Rebase]
  modules:
    - title: Basics
      hours: 3,5
    - Branches
  level: Beginner
  mode: self paced
  durationHours: 7.5
  price: { amount: 1200, currency: eur, taxIncluded: yes }
  category: Software
  tags: Git; Teams
  trainers: [Robin Roe]
  faq:
    - question: Is it hard?
      answer: No.
  featured: true
  room: 12
`);
  expect(training).toMatchObject({
    slug: { slug: 'git-for-teams', isExplicit: false },
    attributes: {
      title: 'Git for teams',
      code: 'GIT-1',
      summary: 'Work together.',
      description: 'Long *text*.',
      audience: 'Developers',
      prerequisites: 'None',
      outcomes: [{ text: 'Merge' }, { text: 'Rebase' }],
      modules: [
        { title: 'Basics', summary: null, hours: 3.5 },
        { title: 'Branches', summary: null, hours: null },
      ],
      level: 'beginner',
      mode: 'self-paced',
      durationHours: 7.5,
      price: { amount: 1200, currency: 'EUR', taxIncluded: true },
      faq: [{ question: 'Is it hard?', answer: 'No.' }],
      featured: true,
    },
    relations: { category: ['Software'], tags: ['Git', 'Teams'], trainers: ['Robin Roe'] },
    ignored: ['room'],
  });
});

it('understands the words of other catalogues', () => {
  const training = trainingFrom(`
- name: The Shell
  description: An introduction.
  tool: Shell; Make
  skill: Automating
  domain: General
  language: Spanish
  url: http://lessons.example/shell
`);
  expect(training).toMatchObject({
    locale: 'es',
    attributes: {
      title: 'The Shell',
      summary: 'An introduction.',
      description: 'An introduction.',
    },
    relations: { category: ['General'], tags: ['Shell', 'Make', 'Automating'] },
  });
});

it('keeps a summary that is too long whole, at the head of the description', () => {
  const long = 'word '.repeat(100).trim();
  const { summary, description } = trainingFrom(
    `- title: a\n  summary: ${long}\n  description: More.`,
  ).attributes;
  expect(summary).toMatch(/ word…$/);
  expect((summary as string).length).toBeLessThanOrEqual(300);
  expect(description).toBe(`${long}\n\nMore.`);
});

it('says nothing about fields that the source does not name', () => {
  expect(trainingWith().attributes).toEqual({ title: 'A title', summary: 'A summary' });
  expect(trainingWith().relations).toEqual({});
});

it('empties fields that the source names and leaves empty', () => {
  const training = trainingWith('level:', 'price: ""', 'outcomes: []', 'tags:', 'category: ""');
  expect(training.attributes).toMatchObject({ level: null, price: null, outcomes: [] });
  expect(training.relations).toEqual({ tags: [], category: [] });
});

it.each(['1200 EUR', '1200.00 eur'])('reads the price %s', (price) => {
  expect(trainingWith(`price: ${price}`).attributes.price).toEqual({
    amount: 1200,
    currency: 'EUR',
    taxIncluded: false,
  });
});

it('reads a price from columns of their own', () => {
  expect(trainingWith('price: 99,5', 'currency: CHF', 'taxIncluded: yes').attributes.price).toEqual(
    { amount: 99.5, currency: 'CHF', taxIncluded: true },
  );
});

it.each([
  ['no title', '- summary: a', 'has no title', 1],
  ['neither summary nor description', '- title: a', 'neither a summary nor a description', 1],
  ['an unknown level', '- title: a\n  summary: b\n  level: novice', 'one of beginner, inter', 3],
  ['a duration with a unit', '- title: a\n  summary: b\n  duration: 2 days', 'such as 7.5', 3],
  ['a negative duration', '- title: a\n  summary: b\n  duration: -2', 'such as 7.5', 3],
  ['a price without a currency', '- title: a\n  summary: b\n  price: 12', 'has no currency', 3],
  ['an unknown currency', '- title: a\n  summary: b\n  price: 12 XQQ', 'ISO 4217', 3],
  ['a price that is none', '- title: a\n  summary: b\n  price: cheap', 'an amount such as', 3],
  ['a module without a title', '- title: a\n  summary: b\n  modules: [{hours: 1}]', '"title"', 3],
  ['an answer missing', '- title: a\n  summary: b\n  faq: Why?', 'has no "answer"', 3],
  ['a code too long', `- title: a\n  summary: b\n  code: ${'x'.repeat(51)}`, '50 are', 3],
  ['a text too long', `- title: a\n  summary: b\n  audience: ${'x'.repeat(2001)}`, '2000 are', 3],
])('refuses %s with its line', (_, text, message, line) => {
  const refusal = refusalOf(() => trainingFrom(text));
  expect(refusal.message).toContain(message);
  expect(refusal.line).toBe(line);
});
