import { DocumentRegister } from '../../../scripts/import/document-register';
import { planDocument, type Plan } from '../../../scripts/import/plan';
import { blogFrom, refusalOf, trainingWith } from './sources';

const source = '---\ntitle: a\ndate: 2024-01-01\n---\nb';

function hashOf(plan: Plan): string {
  if (plan.action === 'unchanged') throw new Error('Nothing would be written');
  return plan.write.hash;
}

/** A register that knows the post as it was imported before. */
function registerWith(hash: string, slug = 'a-post'): DocumentRegister {
  const register = new DocumentRegister();
  register.record('a-post.md', 'abc', 'en', { slug, hash });
  return register;
}

/** What the source came to in an earlier run. */
function imported(text: string, publish = false): string {
  return hashOf(planDocument(blogFrom(text), new DocumentRegister(), publish));
}

const plan = (text: string, register: DocumentRegister, publish = false) =>
  planDocument(blogFrom(text), register, publish).action;

it('creates what is new, updates what has changed and leaves the rest', () => {
  const register = registerWith(imported(source));
  expect(plan(source, new DocumentRegister())).toBe('create');
  expect(plan(source, register)).toBe('unchanged');
  expect(plan(source.replace('title: a', 'title: c'), register)).toBe('update');
  expect(plan(source.replace('title: a', 'lang: es\ntitle: a'), register)).toBe('create');
});

it('does not take another layout of the same content for a change', () => {
  const rewritten = source.replace('title: a\n', 'layout: page\nTITLE:   "a"\n');
  expect(plan(rewritten, registerWith(imported(source)))).toBe('unchanged');
});

it('publishes drafts of an earlier run once, and what an editor takes back stays back', () => {
  expect(plan(source, registerWith(imported(source)), true)).toBe('update');
  expect(plan(source, registerWith(imported(source, true)), true)).toBe('unchanged');
  expect(plan(source, registerWith(imported(source, true)), false)).toBe('unchanged');
});

it('never publishes what its author keeps back', () => {
  const draft = source.replace('title', 'draft: true\ntitle');
  expect(planDocument(blogFrom(draft), new DocumentRegister(), true)).toMatchObject({
    write: { publish: false },
  });
});

it('gives every document a slug of its own', () => {
  const register = new DocumentRegister();
  const slugs = ['x.md', 'y.md', 'z.md'].map((key) => {
    const planned = planDocument({ ...blogFrom(source), key }, register, false);
    return planned.action === 'unchanged' ? '' : planned.write.slug;
  });
  expect(slugs).toEqual(['a-post', 'a-post-2', 'a-post-3']);
});

it('keeps the slug of a document, unless its source names another', () => {
  const slugOf = (text: string, slug: string) => {
    const planned = planDocument(blogFrom(text), registerWith('other', slug), false);
    return planned.action === 'unchanged' ? '' : planned.write.slug;
  };
  expect(slugOf(source, 'chosen-by-an-editor')).toBe('chosen-by-an-editor');
  expect(slugOf(source.replace('title', 'slug: new\ntitle'), 'old')).toBe('new');
  expect(slugOf(source.replace('title', 'slug: new\ntitle'), 'new-2')).toBe('new-2');
});

it('refuses a code that another training has', () => {
  const register = new DocumentRegister();
  planDocument(trainingWith('code: X'), register, false);
  planDocument(trainingWith('code: X', 'lang: es'), register, false);
  const other = { ...trainingWith('code: X'), key: 'b' };
  expect(refusalOf(() => planDocument(other, register, false)).message).toContain('code "X"');
});
