import { findLinks } from '../../../../src/api/enquiry/spam/find-links';
import { foreignLinks } from '../../../../src/api/enquiry/spam/foreign-links';

const urlsIn = (text: string) => findLinks(text).map(({ url }) => url);

describe('the links of a text', () => {
  it.each([
    ['https://a.example/x?y=1#z'],
    ['ftp://a.example/file'],
    ['//a.example.com/x'],
    ['www.a.example.com'],
    ['a.example.com'],
    ['win.xyz/prize'],
    ['bücher.example.com'],
    ['пример.рф'],
    ['[here](https://a.example)'],
    ['[url=https://a.example]here[/url]'],
    ['[URL=a.example.com]here[/URL]'],
    ['[url]https://a.example[/url]'],
    ['<a href="https://a.example">here</a>'],
    ['<A HREF = a.example.com>here</A>'],
    ['<https://a.example>'],
    ['ｈｔｔｐｓ：／／ａ．ｅｘａｍｐｌｅ'],
  ])('are found in whatever way they are written: %s', (text) => {
    expect(urlsIn(text)).toHaveLength(1);
    expect(urlsIn(`Look: ${text}, please.`)).toHaveLength(1);
    expect(urlsIn(`(${text})`)).toHaveLength(1);
  });

  it.each([
    'ada@example.org',
    'mailto:ada@example.org',
    'It is late.We go.Good night',
    'z.B. e.g. i.e. a.m. p.m. u.a. usw. S.A.R.L.',
    'Node.js Vue.js v1.2.3 10.12.2026 3.14 192.168.1.1',
    'index.html app.ts main.css',
    '1/2 and/or a:b C:\\temp /etc/hosts',
    '...',
  ])('are not found where there are none: %s', (text) => {
    expect(urlsIn(text)).toEqual([]);
  });

  it('are counted once each', () => {
    expect(urlsIn('a.example.com A.EXAMPLE.COM https://b.example https://b.example')).toEqual([
      'http://a.example.com',
      'https://b.example',
    ]);
  });

  it('tell a bare domain from what can be nothing but a link', () => {
    const isPlain = (text: string) => findLinks(text).map((link) => link.isPlain);
    expect(isPlain('Acme.com')).toEqual([false]);
    for (const text of ['www.acme.com', 'acme.com/x', 'http://acme.com']) {
      expect(isPlain(text)).toEqual([true]);
    }
  });
});

describe('links to the website itself', () => {
  it.each([
    ['www.academy.example', 'https://www.academy.example/trainings/git'],
    ['www.academy.example', 'academy.example/trainings/git https://ACADEMY.example'],
    ['academy.example', 'https://www.academy.example'],
    ['127.0.0.1', 'http://127.0.0.1:1337/training.html?slug=git'],
    ['localhost', 'http://localhost:1337/'],
  ])('do not count: %s', (own, text) => {
    expect(foreignLinks(text, [own])).toEqual([]);
  });

  it.each([
    'https://academy.example.evil.com',
    'https://evil.com/www.academy.example',
    'https://www.academy.example@evil.com',
    'https://notacademy.example',
  ])('are not those that look like it: %s', (text) => {
    expect(foreignLinks(text, ['www.academy.example'])).toHaveLength(1);
  });
});
