import { randomBytes } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { KeyRing } from '../../../src/plugins/privacy/server/src/crypto/key-ring';
import { adoptKeys } from '../../../src/plugins/privacy/server/src/keys/known-keys';
import { inspect } from '../../../src/plugins/privacy/server/src/keys/inspect';
import { protectedTables } from '../../../src/plugins/privacy/server/src/keys/protected-tables';
import { reEncrypt } from '../../../src/plugins/privacy/server/src/keys/re-encrypt';
import type { CatalogueService } from '../../../src/plugins/privacy/server/src/services/catalogue';
import type { KeysService } from '../../../src/plugins/privacy/server/src/services/keys';
import type { PrivacyService } from '../../../src/plugins/privacy/server/src/services/privacy';
import { runJobs } from '../../helpers/jobs';
import { startStrapi, type RunningStrapi } from '../../helpers/strapi';
import { readEnquiry, removeEnquiries, storeEnquiry, VISITOR } from '../enquiry/enquiries';

const newKey = (id: string) => ({ id, secret: randomBytes(32).toString('base64') });

let running: RunningStrapi;
let strapi: Core.Strapi;
let present: KeyRing;

beforeAll(async () => {
  running = await startStrapi();
  ({ strapi } = running);
  present = strapi.plugin('privacy').service<PrivacyService>('privacy').keys;
});

afterAll(() => running.stop());

beforeEach(() => removeEnquiries(strapi));

const service = () => strapi.plugin('privacy').service<KeysService>('keys');

function tables() {
  const plugin = strapi.plugin('privacy');
  const { tables: named } = plugin.service<PrivacyService>('privacy');
  return protectedTables(plugin.service<CatalogueService>('catalogue').read(), named);
}

/** Enquiries with a note each; their references. */
async function store(count: number): Promise<string[]> {
  const references: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const { documentId, reference } = await storeEnquiry(strapi, { phone: `+33 ${index}` });
    const data = { notes: [{ text: `Note ${index}` }] };
    await strapi.documents('api::enquiry.enquiry').update({ documentId, data });
    references.push(reference);
  }
  return references;
}

describe('a rotation', () => {
  const former = newKey('former');

  it('encrypts everything with the newest key, and everything reads as before', async () => {
    const references = await store(3);
    await reEncrypt(tables(), new KeyRing([former, testKey()]));
    expect(Object.keys(await service().count())).toEqual(['former']);

    const both = new KeyRing([testKey(), former]);
    const progress: number[] = [];
    const { changed, unreadable } = await reEncrypt(tables(), both, {
      onProgress: ({ done, total }) => progress.push(done / total),
    });
    expect({ changed, unreadable }).toEqual({ changed: 6, unreadable: [] });
    expect(progress.at(-1)).toBe(1);
    expect(await service().inspect()).toEqual({ values: { tests: 15 }, faults: [] });
    for (const reference of references)
      expect(await readEnquiry(strapi, reference)).toMatchObject(VISITOR);
    const where = { email: VISITOR.email };
    expect(await strapi.db.query('api::enquiry.enquiry').count({ where })).toBe(3);
  });

  it('goes on where it was stopped', async () => {
    await store(2);
    const stopping = new AbortController();
    stopping.abort();
    const ring = new KeyRing([former, testKey()]);
    expect((await reEncrypt(tables(), ring, { signal: stopping.signal })).changed).toBe(0);
    expect((await reEncrypt(tables(), ring)).changed).toBe(4);
    expect((await reEncrypt(tables(), ring)).changed).toBe(0);
    await reEncrypt(tables(), new KeyRing([testKey(), former]));
  });

  it('leaves what no key opens as it is, and names it', async () => {
    const [reference = ''] = await store(1);
    await reEncrypt(tables(), new KeyRing([former, testKey()]));
    const { unreadable } = await reEncrypt(tables(), present);
    expect(unreadable).toHaveLength(5);
    expect(unreadable.join()).toMatch(/enquiries\.email of \w{24} needs the key "former"/);
    const { faults } = await service().inspect();
    expect([...faults].sort()).toEqual([...unreadable].sort());
    await reEncrypt(tables(), new KeyRing([testKey(), former]));
    expect(await readEnquiry(strapi, reference)).toMatchObject(VISITOR);
  });

  it('says how many rows others keep changing, and leaves their key in use', async () => {
    await store(1);
    await reEncrypt(tables(), new KeyRing([former, testKey()]));
    // Stands for somebody who is always faster.
    await strapi.db.connection.raw(
      "CREATE FUNCTION skip() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'",
    );
    await strapi.db.connection.raw(
      'CREATE TRIGGER faster BEFORE UPDATE ON enquiries FOR EACH ROW EXECUTE FUNCTION skip()',
    );
    const both = new KeyRing([testKey(), former]);
    expect(await reEncrypt(tables(), both)).toMatchObject({ changed: 1, left: 1 });
    expect(await service().count()).toEqual({ former: 4, tests: 1 });
    await strapi.db.connection.raw('DROP TRIGGER faster ON enquiries');
    expect(await reEncrypt(tables(), both)).toMatchObject({ changed: 1, left: 0 });
  });

  it('gives values a blind index that they have not had', async () => {
    await store(1);
    await strapi.db.connection('enquiries').update({ email_blind_index: null });
    const [before] = await strapi.db.connection<{ email: string }>('enquiries').select('email');
    expect(await service().hasClearText()).toBe(true);
    expect(await service().rotate()).toMatchObject({ changed: 1, unreadable: [] });
    const where = { email: VISITOR.email };
    expect(await strapi.db.query('api::enquiry.enquiry').count({ where })).toBe(1);
    expect(await strapi.db.connection('enquiries').select('email')).toEqual([before]);
  });

  it('is not kept from its end by notes of enquiries that are gone', async () => {
    await store(2);
    await reEncrypt(tables(), new KeyRing([former, testKey()]));
    const [kept] = await strapi.db.connection<{ id: number }>('enquiries').select('id');
    await strapi.db.connection('enquiries').whereNot({ id: kept?.id }).delete();
    const both = new KeyRing([testKey(), former]);
    const progress: number[] = [];
    const onProgress = ({ done, total }: { done: number; total: number }) =>
      progress.push(total - done);
    expect(await reEncrypt(tables(), both, { onProgress })).toMatchObject({ changed: 2, left: 0 });
    expect(progress.at(-1)).toBe(0);
    expect(await service().count()).toEqual({ tests: 5 });
    expect((await service().inspect()).faults).toEqual([
      expect.stringMatching(/^components_enquiry_notes has 1 rows that stand in no document/),
    ]);
  });
});

function testKey() {
  const [entry] = strapi.config.get<{ id: string; secret: string }[]>('plugin::privacy.keys');
  if (!entry) throw new Error('There is no key.');
  return entry;
}

describe('a check', () => {
  it('finds a value that was put there in clear, or under another blind index', async () => {
    const [clear = '', lost = ''] = await store(2);
    const { connection } = strapi.db;
    await connection('enquiries').where({ reference: clear }).update({ name: 'Clear' });
    await connection('enquiries').where({ reference: lost }).update({ email_blind_index: 'x' });
    const { faults } = await inspect(tables(), present);
    expect(faults).toEqual([
      expect.stringMatching(/^enquiries\.name of \w{24} is not encrypted\.$/),
      expect.stringMatching(/^enquiries\.email of \w{24} is not found by its value/),
    ]);
  });
});

describe('what was stored before its field was tagged', () => {
  it('is read as it is, and encrypted by a job', async () => {
    const [reference = ''] = await store(1);
    const row = strapi.db.connection('enquiries').where({ reference });
    await row.clone().update({ ...VISITOR, email_blind_index: null });
    expect(await readEnquiry(strapi, reference)).toMatchObject(VISITOR);
    expect(await service().hasClearText()).toBe(true);
    await strapi.service('plugin::jobs.queue').add('privacy.encrypt', {});
    await runJobs(strapi);
    expect(await service().hasClearText()).toBe(false);
    expect(JSON.stringify(await row.clone())).not.toContain(VISITOR.message);
    const where = { email: VISITOR.email };
    expect(await strapi.db.query('api::enquiry.enquiry').count({ where })).toBe(1);
  });
});

describe('a start', () => {
  const adopt = (...entries: ReturnType<typeof newKey>[]) =>
    adoptKeys(new KeyRing(entries), async (id) => id in (await service().count()));
  const known = async () => {
    const rows: { id: string }[] = await strapi.db.connection('privacy_keys').select('id');
    return rows.map(({ id }) => id).sort();
  };

  afterEach(async () => {
    await removeEnquiries(strapi);
    await adopt(testKey());
  });

  it('is refused without a key that the database needs', async () => {
    await store(1);
    await expect(adopt(newKey('other'))).rejects.toThrow(
      /The key "tests" is missing.*from its backup/s,
    );
    expect(await known()).toEqual(['tests']);
  });

  it('is refused with another key of the same name', async () => {
    await store(1);
    await expect(adopt(newKey('tests'))).rejects.toThrow(/The key "tests" is not the one/);
    await adopt(testKey());
  });

  it('goes on without a key that was given up', async () => {
    await store(1);
    const other = newKey('other');
    await expect(adopt(other)).rejects.toThrow(/"tests" is missing/);
    await service().giveUp(['tests']);
    await adopt(other);
    expect(await known()).toEqual(['other']);
  });

  it('goes on without a key that protects nothing, and forgets it', async () => {
    await adopt(newKey('next'), testKey());
    expect(await known()).toEqual(['next', 'tests']);
    await adopt(testKey());
    expect(await known()).toEqual(['tests']);
  });

  it('takes another key of the same name where nothing is encrypted yet', async () => {
    const other = newKey('tests');
    await adopt(other);
    await store(1);
    await expect(adopt(newKey('tests'))).rejects.toThrow(/is not the one/);
  });
});
