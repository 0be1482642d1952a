import { read } from './api.js';
import { showPage } from './page.js';
import { formatDate } from './views.js';

await showPage(async () => {
  const policy = await read('cookie-policies/current');
  return { ...policy, since: formatDate(policy.effectiveFrom) };
});
