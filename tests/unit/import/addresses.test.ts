import { completeAddresses } from '../../../scripts/import/addresses';

const complete = (text: string) => completeAddresses(text, 'https://old.example/blog/');

it.each([
  ['![a](/images/a.png)', '![a](https://old.example/images/a.png)'],
  ['![a](a.png "title")', '![a](https://old.example/blog/a.png "title")'],
  ['[![a](/b.png)](../c)', '[![a](https://old.example/b.png)](https://old.example/c)'],
  ['[a]: /b', '[a]: https://old.example/b'],
  ['<img alt="" src="/a.png">', '<img alt="" src="https://old.example/a.png">'],
  ["<a href='/b'>", "<a href='https://old.example/b'>"],
])('completes the address in %s', (text, expected) => {
  expect(complete(text)).toBe(expected);
});

it.each([
  '[a](https://x.example/b)',
  '[a](//x.example/b)',
  '[a](mailto:a@b.example)',
  '[a](#part)',
  '`[a](/b)`',
  '    [a](/b)',
  'a (/b)',
])('leaves %s as it is', (text) => {
  expect(complete(text)).toBe(text);
});
