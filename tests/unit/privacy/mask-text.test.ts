import fc from 'fast-check';
import { textMask } from '../../../src/plugins/privacy/server/src/logging/mask-text';

const mask = textMask(['name', 'email', 'message']);

it.each([
  ['an address', 'Refused canary@example.org.', 'Refused ***.'],
  ['an address in brackets', 'To <c.an+ary@mail.example.co.uk>', 'To <***>'],
  [
    'a filter',
    'GET /api/enquiries?filters[email][$eq]=a@b.org&sort=dueAt (3 ms) 200',
    'GET /api/enquiries?filters[email][$eq]=***&sort=dueAt (3 ms) 200',
  ],
  [
    'an encoded filter',
    '/x?a=1&filters%5B%24and%5D%5B0%5D%5Bname%5D%5B%24eq%5D=Jane',
    '/x?a=1&filters%5B%24and%5D%5B0%5D%5Bname%5D%5B%24eq%5D=***',
  ],
  ['a search', '/x?_q=Jane%20Doe&page=1', '/x?_q=***&page=1'],
  [
    'JSON',
    '{"id":1,"name":"Jane \\"J\\" Doe","email": "x"}',
    '{"id":1,"name":"***","email": "***"}',
  ],
])('%s is taken out', (_, line, masked) => {
  expect(mask(line)).toBe(masked);
});

it.each([
  'GET /api/trainings?filters[slug][$eq]=leadership&sort=title (2 ms) 200',
  'at Object.<anonymous> (node_modules/@strapi/core/dist/Strapi.js:12:3)',
  'Webhooks: endpoint ep_f69ddc475364832f02ab0a75 answered 410 and is disabled.',
  'postgres://127.0.0.1:5432/prospectus',
])('what is not personal stays: %s', (line) => {
  expect(mask(line)).toBe(line);
});

it('leaves no address of whatever form', () => {
  fc.assert(
    fc.property(fc.emailAddress(), fc.constantFrom(' ', '"', '<', '(', '='), (address, before) => {
      expect(mask(`x${before}${address}`)).not.toContain(address.split('@')[1]);
    }),
  );
});
