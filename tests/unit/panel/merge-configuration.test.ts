import { mergeConfiguration } from '../../../src/panel/merge-configuration';
import type { AnyPanelConfiguration } from '../../../src/panel/panel-configuration';
import { toStrapiConfiguration } from '../../../src/panel/strapi-configuration';

const firstRelease: AnyPanelConfiguration = {
  mainField: 'title',
  rows: [{ title: 12 }, { body: 12 }],
  fields: {
    title: { label: 'Title', hint: 'The heading.' },
    body: { label: 'Body', hint: 'The text.' },
  },
  list: { columns: ['title'], sortBy: 'title', sortOrder: 'ASC' },
};

const applied = toStrapiConfiguration(firstRelease);

/** The first release with some changes. */
const release = (changes: Partial<AnyPanelConfiguration>) =>
  toStrapiConfiguration({ ...firstRelease, ...changes });

/** What the content manager has stored after an editor's change. */
function edited(change: (stored: typeof applied) => void): typeof applied {
  const stored = structuredClone(applied);
  change(stored);
  return stored;
}

const relabelled = release({
  fields: {
    title: { label: 'Heading', hint: 'The heading of the page.' },
    body: { label: 'Text', hint: 'The text.' },
  },
});

const extended = release({
  rows: [{ title: 6, summary: 6 }, { body: 12 }],
  fields: { ...firstRelease.fields, summary: { label: 'Summary' } },
});

it('takes a changed label where nobody touched it', () => {
  expect(mergeConfiguration(applied, relabelled, applied)).toEqual(relabelled);
});

it('keeps the label that an editor wrote, and takes the others', () => {
  const stored = edited(({ metadatas }) => {
    if (metadatas.title) metadatas.title.edit.label = 'Headline';
  });
  const { metadatas } = mergeConfiguration(applied, relabelled, stored);
  expect(metadatas.title?.edit.label).toBe('Headline');
  expect(metadatas.title?.edit.description).toBe('The heading of the page.');
  expect(metadatas.title?.list.label).toBe('Heading');
  expect(metadatas.body?.edit.label).toBe('Text');
});

it('keeps a hint that an editor emptied', () => {
  const stored = edited(({ metadatas }) => {
    if (metadatas.title) metadatas.title.edit.description = '';
  });
  expect(mergeConfiguration(applied, relabelled, stored).metadatas.title?.edit.description).toBe(
    '',
  );
});

it('keeps the columns that an editor chose, as a whole', () => {
  const stored = edited(({ layouts }) => {
    layouts.list = ['body', 'title'];
  });
  const current = release({
    list: { columns: ['title', 'updatedAt'], sortBy: 'title', sortOrder: 'DESC' },
  });
  const merged = mergeConfiguration(applied, current, stored);
  expect(merged.layouts.list).toEqual(['body', 'title']);
  expect(merged.settings.defaultSortOrder).toBe('DESC');
});

it('takes a new edit layout where nobody rearranged it', () => {
  expect(mergeConfiguration(applied, extended, applied).layouts.edit).toEqual(
    extended.layouts.edit,
  );
});

it('ends a rearranged edit layout with the fields that are new', () => {
  const stored = edited(({ layouts }) => layouts.edit.reverse());
  const { layouts, metadatas } = mergeConfiguration(applied, extended, stored);
  expect(layouts.edit).toEqual([
    [{ name: 'body', size: 12 }],
    [{ name: 'title', size: 12 }],
    [{ name: 'summary', size: 6 }],
  ]);
  expect(metadatas.summary?.edit.label).toBe('Summary');
});

it('does not bring back a field that an editor took off the edit layout', () => {
  const stored = edited(({ layouts }) => layouts.edit.pop());
  expect(mergeConfiguration(applied, extended, stored).layouts.edit.flat()).not.toContainEqual({
    name: 'body',
    size: 12,
  });
});

it('leaves alone what only the content manager stores', () => {
  const stored = { ...applied, settings: { ...applied.settings, relationOpenMode: 'page' } };
  expect(mergeConfiguration(applied, relabelled, stored).settings).toMatchObject({
    relationOpenMode: 'page',
  });
});

it('changes nothing when the code has not changed', () => {
  const stored = edited(({ layouts }) => layouts.edit.reverse());
  expect(mergeConfiguration(applied, applied, stored)).toEqual(stored);
});
