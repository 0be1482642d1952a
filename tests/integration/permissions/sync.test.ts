import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

import { findPermissionDrift, syncPermissions } from '../../../src/permissions/sync';
import { startStrapi, type RunningStrapi } from '../../helpers/strapi';
import {
  addApiPermission,
  addPanelPermission,
  allPermissions,
  apiActions,
  createRoles,
  panelPermission,
  removePermission,
  removeRoles,
  updatePanelPermission,
} from './stored-permissions';

let running: RunningStrapi;

beforeAll(async () => {
  running = await startStrapi();
});

afterAll(async () => {
  await running.stop();
});

// Each test starts from roles that match the table.
beforeEach(() => syncPermissions(running.strapi));
afterEach(() => jest.restoreAllMocks());

const BLOGS = 'api::blog.blog.find';
const ENQUIRIES = 'api::enquiry.enquiry.find';
const ENQUIRY = 'api::enquiry.enquiry';
const TRAINING = 'api::training.training';

/** Makes roles of the API and of the panel differ from the table in every way. */
async function drift(): Promise<void> {
  await removePermission('public', BLOGS);
  await addApiPermission('public', ENQUIRIES);
  await removePermission('strapi-editor', 'delete', TRAINING);
  await addPanelPermission('strapi-editor', 'read', ENQUIRY);
  await updatePanelPermission('enquiry-desk', 'update', ENQUIRY, ['state', 'notes.text', 'email']);
}

const DIFFERENCE = [
  'API role Public',
  `  + ${BLOGS}`,
  `  - ${ENQUIRIES}`,
  'Panel role Editor',
  `  + delete ${TRAINING}`,
  `  - read ${ENQUIRY}`,
  'Panel role Enquiry desk',
];
const CHANGE = /^ {2}~ update api::enquiry\.enquiry: fields (\+ \w+ )+- email$/;

describe('the sync', () => {
  it('changes nothing where the roles match, and logs nothing', async () => {
    const log = jest.spyOn(running.strapi.log, 'info');
    const before = await allPermissions();
    await syncPermissions(running.strapi);
    expect(await allPermissions()).toEqual(before);
    expect(log).not.toHaveBeenCalled();
  });

  it('grants what is missing and revokes what the table does not list', async () => {
    await drift();
    await syncPermissions(running.strapi);
    const visitor = await apiActions('public');
    expect(visitor).toContain(BLOGS);
    expect(visitor).not.toContain(ENQUIRIES);
    expect(await panelPermission('strapi-editor', 'delete', TRAINING)).toBeDefined();
    expect(await panelPermission('strapi-editor', 'read', ENQUIRY)).toBeUndefined();
    const update = await panelPermission('enquiry-desk', 'update', ENQUIRY);
    expect(update?.properties.fields).toEqual(expect.arrayContaining(['state', 'assignee']));
    expect(update?.properties.fields).not.toContain('email');
    expect(await findPermissionDrift(running.strapi)).toEqual([]);
  });

  it('logs what it changes in lines that a person can read', async () => {
    await drift();
    const log = jest.spyOn(running.strapi.log, 'info');
    await syncPermissions(running.strapi);
    expect(log).toHaveBeenCalledTimes(1);
    const [message] = log.mock.calls[0] as unknown as [string];
    const lines = message.split('\n');
    expect(lines).toEqual(['Permissions changed:', ...DIFFERENCE, expect.stringMatching(CHANGE)]);
  });

  it('makes roles that are gone anew, and restores their names', async () => {
    const panelRoles = running.strapi.db.query('admin::role');
    await removeRoles('enquiry-desk');
    await panelRoles.update({ where: { code: 'strapi-author' }, data: { name: 'Writer' } });
    await syncPermissions(running.strapi);
    expect(await apiActions('enquiry-desk')).toContain(ENQUIRIES);
    expect(await panelPermission('enquiry-desk', 'read', ENQUIRY)).toBeDefined();
    const author = await panelRoles.findOne({ where: { code: 'strapi-author' } });
    expect(author).toMatchObject({ name: 'Author' });
  });

  it('leaves roles alone that the table does not name', async () => {
    await createRoles('partner');
    await addApiPermission('partner', ENQUIRIES);
    await addPanelPermission('partner', 'delete', ENQUIRY);
    const before = await allPermissions();
    await syncPermissions(running.strapi);
    expect(await allPermissions()).toEqual(before);
  });

  it('gives the editors a language that was added, and takes away one that is gone', async () => {
    const locales = running.strapi.plugin('i18n').service<{
      create(locale: object): Promise<{ id: number }>;
      delete(where: object): Promise<void>;
    }>('locales');
    const languages = async () => {
      const permission = await panelPermission('strapi-editor', 'update', TRAINING);
      return [...(permission?.properties.locales ?? [])].sort();
    };
    const { id } = await locales.create({ code: 'it', name: 'Italian (it)' });
    await syncPermissions(running.strapi);
    expect(await languages()).toEqual(['de', 'en', 'es', 'fr', 'it']);
    await locales.delete({ id });
    await syncPermissions(running.strapi);
    expect(await languages()).toEqual(['de', 'en', 'es', 'fr']);
  });

  it('grants everything once when two instances start at the same moment', async () => {
    await drift();
    await removeRoles('enquiry-desk');
    await Promise.all([syncPermissions(running.strapi), syncPermissions(running.strapi)]);
    for (const [uid, name] of [
      ['plugin::users-permissions.role', 'type'],
      ['admin::role', 'code'],
    ] as const)
      expect(await running.strapi.db.query(uid).count({ where: { [name]: 'enquiry-desk' } })).toBe(
        1,
      );
    const permissions = (await allPermissions()).map(({ role, action, subject }) =>
      [role, action, subject].join(' '),
    );
    expect(permissions.filter((one, index) => permissions.indexOf(one) < index)).toEqual([]);
  });

  it('changes all roles or none', async () => {
    await drift();
    const before = await allPermissions();
    const query = running.strapi.db.query.bind(running.strapi.db);
    jest.spyOn(running.strapi.db, 'query').mockImplementation((uid) => {
      if (uid === 'admin::permission') throw new Error('The database went away');
      return query(uid);
    });
    await expect(syncPermissions(running.strapi)).rejects.toThrow('went away');
    jest.restoreAllMocks();
    expect(await allPermissions()).toEqual(before);
  });
});

describe('npm run permissions:check', () => {
  const COMMAND = path.resolve(__dirname, '../../../scripts/run.mjs');

  async function check(): Promise<{ code: number; output: string }> {
    const child = spawn(process.execPath, [COMMAND, 'permissions-check'], {
      env: { ...process.env, DATABASE_URL: running.databaseUrl },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += String(chunk)));
    child.stderr.on('data', (chunk) => (output += String(chunk)));
    const [code] = (await once(child, 'close')) as [number];
    return { code, output };
  }

  it('ends with 0 where all roles match', async () => {
    const { code, output } = await check();
    expect(output).toContain('All roles match.');
    expect(code).toBe(0);
  });

  it('ends with 1 where one differs, says how, and leaves it as it is', async () => {
    await drift();
    const before = await allPermissions();
    const { code, output } = await check();
    const expected = [...DIFFERENCE, expect.stringMatching(CHANGE)];
    expect(output.split('\n')).toEqual(expect.arrayContaining(expected));
    expect(code).toBe(1);
    expect(await allPermissions()).toEqual(before);
  });
});
