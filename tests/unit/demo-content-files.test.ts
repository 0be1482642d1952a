import { cp, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { checkReferences } from '../../scripts/demo/content/check-references';
import { readDemoFiles, type DemoContent } from '../../scripts/demo/content/read-files';
import { renderMarkdown } from '../../src/lib/markdown';

const folder = path.resolve(__dirname, '../../database/demo');
const LARGEST_PICTURE = 15_000;

let content: DemoContent;

beforeAll(async () => {
  content = await readDemoFiles(folder);
});

describe('the demo content', () => {
  it('is consistent', () => {
    expect(() => checkReferences(content)).not.toThrow();
  });

  it('shows a whole academy', () => {
    expect(content.trainings.length).toBeGreaterThanOrEqual(12);
    expect(content.categories).toHaveLength(4);
    expect(content.blogs.filter(({ state }) => state === 'published')).toHaveLength(8);
    expect(new Set(content.trainings.map(({ category }) => category)).size).toBe(4);
    const states = content.trainings.flatMap(({ sessions }) => sessions.map((s) => s.bookingState));
    expect(new Set(states)).toEqual(new Set(['open', 'full', 'cancelled', 'completed']));
  });

  it('shows editors a draft and a change that waits for publication', () => {
    expect(content.blogs.some(({ state }) => state === 'draft')).toBe(true);
    expect(content.trainings.some(({ unpublishedChange }) => unpublishedChange)).toBe(true);
  });

  it('gives the desk enquiries in every state', () => {
    const states = new Set(content.enquiries.map(({ state }) => state));
    expect(states).toEqual(new Set(['new', 'open', 'answered', 'won', 'lost', 'spam']));
  });

  it.each(['en', 'fr'] as const)('has slugs of their own in %s', (locale) => {
    for (const documents of [content.trainings, content.blogs, content.tags, content.categories]) {
      const slugs = documents.map((document) => document[locale].slug);
      expect(new Set(slugs).size).toBe(slugs.length);
    }
  });

  it.each(['en', 'fr'] as const)(
    'explains backend development with all its parts in %s',
    (locale) => {
      const blog = content.blogs.find(({ key }) => key === 'what-a-backend-developer-does');
      const html = renderMarkdown(blog?.[locale].body ?? '');
      expect(html).toMatch(/^<blockquote>/);
      expect(/<ul>.*?<\/ul>/s.exec(html)?.[0].match(/<li>/g)).toHaveLength(5);
      expect(/<ol>.*?<\/ol>/s.exec(html)?.[0].match(/<strong>/g)).toHaveLength(10);
      expect(blog?.relatedTrainings.length).toBeGreaterThan(2);
    },
  );

  it('links only to documents that it holds', () => {
    const slugs = (locale: 'en' | 'fr') => content.trainings.map((one) => one[locale].slug);
    const known = { en: slugs('en'), fr: slugs('fr') };
    for (const blog of content.blogs) {
      for (const locale of ['en', 'fr'] as const) {
        const links = [
          ...blog[locale].body.matchAll(/\(\/training\.html\?slug=([a-z0-9-]+)(.*?)\)/g),
        ];
        for (const [, slug = '', rest] of links) {
          expect(known[locale]).toContain(slug);
          expect(rest).toBe(locale === 'en' ? '' : '&locale=fr');
        }
      }
    }
  });

  it('has pictures that are small, and brochures that are PDF', async () => {
    for (const file of Object.keys(content.pictures)) {
      expect((await stat(path.join(folder, 'pictures', file))).size).toBeLessThan(LARGEST_PICTURE);
    }
    for (const { brochure } of content.trainings) {
      for (const file of Object.values(brochure ?? {})) {
        const pdf = await readFile(path.join(folder, 'brochures', file), 'latin1');
        expect(pdf.startsWith('%PDF-1.4')).toBe(true);
        const table = Number(/startxref\n(\d+)/.exec(pdf)?.[1]);
        expect(pdf.slice(table, table + 4)).toBe('xref');
      }
    }
  });

  it('takes addresses and telephone numbers from what is reserved for examples', () => {
    const addresses = JSON.stringify(content).match(/[\w.-]+@[\w.-]+/g) ?? [];
    for (const address of addresses.filter((text) => /\.\w+$/.test(text))) {
      expect(address).toMatch(/\.example$|example\.org$/);
    }
    const phones = content.enquiries.flatMap(({ phone }) => phone ?? []);
    for (const phone of [...phones, content.site.organisation.phone]) {
      expect(phone).toMatch(
        /^\+44 20 7946 0\d{3}$|^\+1 \d{3} 555 01\d\d$|^\+33 4 65 71 \d\d \d\d$/,
      );
    }
  });
});

describe('a data file with a mistake', () => {
  let copy: string;

  beforeEach(async () => {
    copy = await mkdtemp(path.join(tmpdir(), 'demo-content-'));
    await cp(folder, copy, { recursive: true });
  });

  afterEach(async () => {
    await rm(copy, { recursive: true });
  });

  async function replace(file: string, from: string | RegExp, to: string): Promise<void> {
    const source = await readFile(path.join(copy, file), 'utf8');
    expect(source.replace(from, to)).not.toBe(source);
    await writeFile(path.join(copy, file), source.replace(from, to));
  }

  const load = async () => checkReferences(await readDemoFiles(copy));

  it.each([
    ['trainings/be-101.yaml', 'level: beginner', 'level: easy', 'level'],
    ['trainings/be-101.yaml', 'durationHours: 35', 'durationHours: 34', 'en.modules: add up to 35'],
    [
      'trainings/be-101.yaml',
      'venue: lyon',
      'venue: atlantis',
      'sessions.0.venue: there is no atlantis',
    ],
    ['trainings/be-101.yaml', 'featured: true', 'featured: true\nfeature: yes', 'Unrecognized key'],
    ['trainings/be-101.yaml', /^code: .*/, 'code: [BE-101', 'line 2'],
    ['blogs/why-your-query-is-slow/fr.md', /^title:.*$/m, '', 'title'],
    [
      'blogs/why-your-query-is-slow/blog.yaml',
      'DB-101',
      'DB-999',
      'relatedTrainings: there is no DB-999',
    ],
    ['enquiries.yaml', 'paloma@petalune.example.org', 'paloma@petalune.fr', '1.email'],
  ])('is reported with its name and field: %s, %s', async (file, from, to, message) => {
    await replace(file, from, to);
    const loading = load();
    await expect(loading).rejects.toThrow(`database/demo/${file} cannot be loaded`);
    await expect(loading).rejects.toThrow(message);
  });
});
