import { randomBytes } from 'node:crypto';
import { KeyRing } from '../../../src/plugins/privacy/server/src/crypto/key-ring';
import type { Catalogue } from '../../../src/plugins/privacy/server/src/fields/catalogue';
import { asOwner } from '../../../src/plugins/privacy/server/src/fields/owner';
import { StorageSubscriber } from '../../../src/plugins/privacy/server/src/storage/subscriber';

const UID = 'api::booking.booking';
const keys = new KeyRing([{ id: 'tests', secret: randomBytes(32).toString('base64') }]);

/** A type with personal data in its components alone. */
const booking = { uid: UID, table: 'bookings', isComponent: false, fields: [], ways: new Map() };
const catalogue = {
  find: (uid: string) => (uid === UID ? booking : undefined),
} as never as Catalogue;
const { handle } = new StorageSubscriber(
  () => catalogue,
  () => keys,
  () => undefined,
);

it('gives a document the documentId that its components have been bound to', async () => {
  const params = { data: { seats: 2 } };
  const event = { action: 'beforeCreate', model: { uid: UID }, params };
  await asOwner({ uid: UID, documentId: 'made', isNew: true }, () => handle(event));
  expect(params.data).toEqual({ seats: 2, documentId: 'made' });
});
