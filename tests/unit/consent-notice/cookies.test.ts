import fc from 'fast-check';

import { expiries, matches, refusedCookies } from '../../../website/consent-notice/cookies';

const category = (key: string, ...names: string[]) => ({
  ...{ key, name: key, description: '', required: false },
  cookies: names.map((name) => ({ name, provider: '', purpose: '', duration: '' })),
});

it.each([
  ['seen', 'seen', true],
  ['seen', 'unseen', false],
  ['_pk_*', '_pk_id.1', true],
  ['_pk_*', 'x_pk_id', false],
  ['*_id', 'ga_id', true],
  ['a*b*c', 'a-b-c', true],
  ['a*b*c', 'a-c-b', false],
  ['ab*ba', 'aba', false],
  ['*', 'anything', true],
  ['_pk_id.*', '_pk_idx1', false],
  [' seen ', 'seen', true],
])('takes %j to mean %j: %s', (pattern, name, isMeant) => {
  expect(matches(pattern, name)).toBe(isMeant);
});

it('takes an asterisk for any text, wherever it stands', () => {
  const text = fc.stringMatching(/^[a-z_.-]{0,8}$/);
  fc.assert(
    fc.property(fc.array(text, { minLength: 1 }), text, (parts, filling) => {
      expect(matches(parts.join('*'), parts.join(filling))).toBe(
        parts.length > 1 || parts[0] === parts.join(filling),
      );
    }),
  );
});

it('decides about the worst of patterns at once', () => {
  const start = performance.now();
  expect(matches(`${'a*'.repeat(100)}b`, 'a'.repeat(4000))).toBe(false);
  expect(performance.now() - start).toBeLessThan(100);
});

it('finds the cookies of what is refused, but none that is also accepted', () => {
  const categories = [
    category('necessary', 'session', 'csrf'),
    category('statistics', '_pk_*', 'csrf'),
    category('greedy', '*'),
  ];
  const here = ['session', '_pk_id', 'csrf', 'stranger'];
  const choices = { necessary: true, statistics: false, greedy: true };
  expect(refusedCookies(categories.slice(0, 2), choices, here)).toEqual(['_pk_id']);
  expect(refusedCookies(categories, { ...choices, greedy: false }, here)).toEqual([
    '_pk_id',
    'stranger',
  ]);
});

it('tries every domain and path that a cookie of the page may have', () => {
  expect(expiries('seen', 'www.example.org', '/blog/post')).toEqual(
    ['', '; domain=www.example.org', '; domain=example.org'].flatMap((domain) =>
      ['/', '/blog', '/blog/', '/blog/post', '/blog/post/'].map(
        (path) => `seen=; max-age=0; path=${path}${domain}`,
      ),
    ),
  );
  expect(expiries('__Host-a', 'localhost', '/')).toEqual(['__Host-a=; max-age=0; path=/; secure']);
});
