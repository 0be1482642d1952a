import path from 'node:path';

import { createStrapi, type Core } from '@strapi/strapi';

import { components } from '../../src/panel/components';
import { contentTypes } from '../../src/panel/content-types';
import type { AnyPanelConfiguration } from '../../src/panel/panel-configuration';
import {
  toStrapiConfiguration,
  type StrapiConfiguration,
} from '../../src/panel/strapi-configuration';
import { updateStoredConfigurations } from '../../src/panel/update-stored-configurations';
import { createDatabase, type TestDatabase } from '../helpers/database';

const panels: Record<string, AnyPanelConfiguration> = { ...contentTypes, ...components };
const projectRoot = path.resolve(__dirname, '../..');
const TAG = 'api::tag.tag';

// Each test starts a Strapi of its own, some of them two.
jest.setTimeout(60_000);

let database: TestDatabase;
let strapi: Core.Strapi;

async function start(): Promise<void> {
  process.env.DATABASE_URL = database.url;
  strapi = createStrapi({ appDir: projectRoot, distDir: path.join(projectRoot, 'dist') });
  await strapi.load();
}

async function restart(): Promise<void> {
  await strapi.destroy();
  await start();
}

/** The service of the content manager that "Configure the view" reads and writes. */
interface ConfigurationService {
  findConfiguration(model: { uid: string }): Promise<StrapiConfiguration>;
  updateConfiguration(model: { uid: string }, value: StrapiConfiguration): Promise<void>;
  syncConfigurations(): Promise<void>;
}

function configurationService(uid: string): ConfigurationService {
  const name = uid in strapi.components ? 'components' : 'content-types';
  return strapi.plugin('content-manager').service<ConfigurationService>(name);
}

const stored = (uid: string) => configurationService(uid).findConfiguration({ uid });

/** Changes a stored configuration as an editor does, who sends it back whole. */
async function edit(uid: string, change: (configuration: StrapiConfiguration) => void) {
  const { settings, metadatas, layouts } = await stored(uid);
  const configuration = { settings, metadatas, layouts };
  change(configuration);
  await configurationService(uid).updateConfiguration({ uid }, configuration);
}

/** Starts the content manager with other panel configurations, as a new release does. */
async function release(changed: Record<string, AnyPanelConfiguration>): Promise<void> {
  await updateStoredConfigurations(strapi, { ...panels, ...changed });
  await configurationService(TAG).syncConfigurations();
}

beforeEach(async () => {
  database = await createDatabase();
  await start();
});

afterEach(async () => {
  await strapi.destroy();
  await database.drop();
});

it('gives a new installation the configuration of every content type and component', async () => {
  for (const [uid, panel] of Object.entries(panels)) {
    expect({ uid, ...(await stored(uid)) }).toMatchObject({ uid, ...toStrapiConfiguration(panel) });
  }
});

it('never offers a hidden field for the layout', async () => {
  const { layouts } = await stored('api::blog.blog');
  const placed = layouts.edit.flat().map(({ name }) => name);
  expect(placed).not.toContain('bodyHtml');
  expect(placed).not.toContain('sourceHash');
});

it('keeps what an editor changed when the server starts again', async () => {
  await edit(TAG, ({ metadatas, layouts, settings }) => {
    if (metadatas.name) metadatas.name.edit.label = 'Keyword';
    layouts.list = ['name', 'slug'];
    layouts.edit.reverse();
    settings.pageSize = 50;
  });
  const before = await stored(TAG);
  await restart();
  expect(await stored(TAG)).toEqual(before);
});

it('carries a new label into an installation, around what an editor changed', async () => {
  await edit(TAG, ({ metadatas }) => {
    if (metadatas.name) metadatas.name.edit.label = 'Keyword';
  });
  await release({
    [TAG]: {
      ...contentTypes[TAG],
      fields: {
        ...contentTypes[TAG].fields,
        name: { label: 'Title', hint: 'One word.' },
        slug: { label: 'Address', hint: 'The end of the address.' },
      },
    },
  });
  const { metadatas } = await stored(TAG);
  expect(metadatas.name?.edit).toMatchObject({ label: 'Keyword', description: 'One word.' });
  expect(metadatas.slug?.edit.label).toBe('Address');
});

it('replaces the configuration that Strapi guessed before the code had one', async () => {
  await edit(TAG, ({ metadatas, layouts }) => {
    if (metadatas.name) metadatas.name.edit.label = 'name';
    layouts.edit = [[{ name: 'name', size: 6 }]];
  });
  await strapi.store({ type: 'core', name: 'panel' }).delete({ key: 'applied' });
  await restart();
  expect(await stored(TAG)).toMatchObject(toStrapiConfiguration(contentTypes[TAG]));
});
