import { components } from '../../../src/panel/components';
import { contentTypes } from '../../../src/panel/content-types';
import type { AnyPanelConfiguration } from '../../../src/panel/panel-configuration';
import { toStrapiConfiguration } from '../../../src/panel/strapi-configuration';
import { schemas } from '../../helpers/schemas';

const panels: Record<string, AnyPanelConfiguration> = { ...contentTypes, ...components };

/** Types of fields that the edit view always gives a whole row. */
const WHOLE_ROW = ['component', 'json', 'richtext', 'blocks', 'dynamiczone'];
/** Types of fields that say something in one line. */
const READABLE = ['string', 'email', 'uid', 'datetime', 'decimal', 'integer'];
/** Text that the heading of a collapsed entry cuts off at the end of the line. */
const CUT_OFF = ['enquiry.note'];
/** What the system works out, and an editor must not change. */
const COMPUTED: Record<string, string[]> = {
  'api::blog.blog': ['readingMinutes', 'firstPublishedAt'],
  'api::cookie-policy.cookie-policy': ['version'],
  'api::enquiry.enquiry': [
    'reference',
    'dueAt',
    'answeredAt',
    'answeredOnTime',
    'reopenedAt',
    'duplicateOf',
    'duplicates',
    'spamScore',
    'spamReasons',
  ],
  'enquiry.note': ['author', 'writtenAt'],
  'api::training.training': ['sessions'],
};
/** What only code reads. */
const INTERNAL = ['bodyHtml', 'sourceKey', 'sourceHash', 'fingerprint', 'announcedAt'];

function panelOf(uid: string): AnyPanelConfiguration {
  const panel = panels[uid];
  if (!panel) throw new Error(`${uid} has no panel configuration: add one in src/panel.`);
  return panel;
}

describe.each(Object.entries(schemas))('the panel configuration of %s', (uid, attributes) => {
  const panel = panelOf(uid);
  const shown = Object.entries(panel.fields).flatMap(([name, field]) =>
    field === 'hidden' ? [] : [{ name, ...field }],
  );
  const typeOf = (name: string) => attributes[name]?.type ?? 'datetime';

  it('covers every attribute of the schema and no other', () => {
    expect(Object.keys(panel.fields).sort()).toEqual(Object.keys(attributes).sort());
  });

  it('labels every field in plain words, not by its name in the code', () => {
    for (const { name, label } of shown) {
      expect(label).not.toBe(name);
      expect(label).toMatch(/^\p{Lu}/u);
      expect(label).not.toMatch(/\p{Ll}\p{Lu}|_/u);
    }
  });

  it('writes every hint as whole sentences, short enough to be read', () => {
    for (const { hint } of shown.filter((field) => field.hint !== undefined)) {
      expect(hint).toMatch(/^\p{Lu}.*\.$/u);
      expect(hint?.length).toBeLessThanOrEqual(100);
    }
  });

  it('places every shown field once, in rows that the edit view can hold', () => {
    const placed = panel.rows.flatMap((row) => Object.keys(row));
    expect(placed.sort()).toEqual(shown.map(({ name }) => name).sort());
    for (const row of panel.rows) {
      const widths = Object.values(row).map((width) => width ?? 0);
      expect(widths.reduce((sum, width) => sum + width)).toBeLessThanOrEqual(12);
    }
  });

  it('gives a whole row to the fields that need one', () => {
    for (const row of panel.rows) {
      for (const [name, width] of Object.entries(row)) {
        if (WHOLE_ROW.includes(typeOf(name))) expect({ name, width }).toEqual({ name, width: 12 });
      }
    }
  });

  it('stands for a document by a field that can be read in one line', () => {
    const readable = CUT_OFF.includes(uid) ? [...READABLE, 'text'] : READABLE;
    expect(readable).toContain(typeOf(panel.mainField));
    for (const { mainField, name } of shown.filter((field) => field.mainField !== undefined)) {
      const target = schemas[attributes[name]?.target ?? ''];
      if (target) expect(READABLE).toContain(target[mainField ?? '']?.type);
    }
  });

  it('lists four to seven columns that the list view can show', () => {
    if (!panel.list) return;
    expect(panel.list.columns.length).toBeGreaterThanOrEqual(4);
    expect(panel.list.columns.length).toBeLessThanOrEqual(7);
    for (const column of panel.list.columns) {
      expect(['json', 'richtext']).not.toContain(typeOf(column));
      expect(panel.fields[column]).not.toBe('hidden');
    }
  });

  it('hides what only code reads', () => {
    for (const name of INTERNAL.filter((internal) => internal in attributes)) {
      expect({ name, field: panel.fields[name] }).toEqual({ name, field: 'hidden' });
    }
  });

  it('requires no slug, or the panel would fill it in before the title is known', () => {
    for (const { type, required } of Object.values(attributes)) {
      if (type === 'uid') expect(required ?? false).toBe(false);
    }
  });

  it('shows what the system works out, but lets nobody change it', () => {
    for (const name of COMPUTED[uid] ?? []) {
      expect(panel.fields[name]).toMatchObject({ readOnly: true });
    }
  });
});

it('names every column that Strapi adds itself', () => {
  const { metadatas } = toStrapiConfiguration(panelOf('api::blog.blog'));
  expect(metadatas.updatedAt?.list.label).toBe('Updated at');
  expect(metadatas.createdBy?.list.label).toBe('Created by');
});

it('opens the enquiries with those that are longest overdue', () => {
  expect(toStrapiConfiguration(panelOf('api::enquiry.enquiry')).settings).toMatchObject({
    defaultSortBy: 'dueAt',
    defaultSortOrder: 'ASC',
    pageSize: 25,
  });
});

it('puts the note of a component after its label, and the bare label over its column', () => {
  const { metadatas } = toStrapiConfiguration(panelOf('api::training-session.training-session'));
  expect(metadatas.venue).toMatchObject({
    edit: { label: 'Venue: leave it out for an online session' },
    list: { label: 'Venue' },
  });
});
