import { startStrapi, type RunningStrapi } from '../../helpers/strapi';
import { post, SourceFolder } from './importing';

interface Webhook {
  id: string;
  name: string;
  url: string;
  events: string[];
  headers: Record<string, string>;
  isEnabled: boolean;
}
interface WebhookStore {
  createWebhook: (webhook: Omit<Webhook, 'id'>) => Promise<Webhook>;
}

let running: RunningStrapi;
let folder: SourceFolder;
const events: string[] = [];

beforeAll(async () => {
  running = await startStrapi();
  folder = await SourceFolder.make();
  running.strapi.eventHub.subscribe(async (event: string) => {
    if (event.startsWith('entry.')) events.push(event);
  });
});

afterAll(async () => {
  await folder.remove();
  await running.stop();
});

it('does not announce what it writes where nobody listens', async () => {
  await folder.write({ 'quiet.md': post('title: Quiet\ntags: [Silence]') });
  await folder.import(running.strapi, { publish: true });
  expect(await running.strapi.documents('api::blog.blog').count({})).toBe(1);
  expect(events).toEqual([]);
});

it('announces what it writes to the webhooks of the panel', async () => {
  await running.strapi.get<WebhookStore>('webhookStore').createWebhook({
    name: 'rebuild',
    url: 'http://127.0.0.1:9/rebuild',
    events: ['entry.publish'],
    headers: {},
    isEnabled: true,
  });
  await folder.write({ 'loud.md': post('title: Loud\ntags: [Noise]') });
  await folder.import(running.strapi, { publish: true });
  expect(events.sort()).toEqual(['entry.create', 'entry.create', 'entry.publish']);
});
