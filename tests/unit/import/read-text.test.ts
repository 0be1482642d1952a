import { decodeText } from '../../../scripts/import/read-text';
import { refusalOf } from './sources';

it('reads UTF-8 with any line ends, without a byte order mark', () => {
  expect(decodeText(Buffer.from('\uFEFFé\r\nb\rc\n'))).toBe('é\nb\nc\n');
});

it.each([
  ['another encoding', Buffer.from('a\nb\ncaf\u00e9\n', 'latin1'), 'is not UTF-8', 3],
  ['a character that is cut off', Buffer.from([0x61, 0x0a, 0xe2, 0x82]), 'is not UTF-8', 2],
  ['a NUL', Buffer.from('a\n\0'), 'NUL', 2],
])('refuses %s with its line', (_, bytes, message, line) => {
  const refusal = refusalOf(() => decodeText(bytes));
  expect(refusal.message).toContain(message);
  expect(refusal.line).toBe(line);
});
