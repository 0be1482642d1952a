import { readOptions } from '../../../scripts/import/options';

it('reads a path and every option', () => {
  const parameters = ['posts', '--type', 'blog', '--locale=fr', '--dry-run', '--publish'];
  expect(readOptions([...parameters, '--base-url', 'https://old.example'])).toEqual({
    path: 'posts',
    type: 'blog',
    locale: 'fr',
    baseUrl: 'https://old.example',
    isDryRun: true,
    publish: true,
  });
});

it('neither publishes nor holds back from writing unless told to', () => {
  expect(readOptions(['posts'])).toMatchObject({ isDryRun: false, publish: false });
});

it('knows when help is wanted', () => {
  expect(readOptions(['--help'])).toBeUndefined();
});

it.each([
  [[], 'Name the file or folder to import'],
  [['a', 'b'], 'also given: b'],
  [['a', '--type', 'page'], '--type must be blog or training, not "page"'],
  [['a', '--publsh'], "Unknown option '--publsh'"],
  [['a', '--type'], "'--type <value>' argument missing"],
  [['a', '--base-url', '/x'], '--base-url must be an http(s) address, not "/x"'],
])('refuses %j', (parameters, message) => {
  expect(() => readOptions(parameters)).toThrow(message);
});
