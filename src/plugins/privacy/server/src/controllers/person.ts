import { z } from 'zod';
import { fieldErrors } from '../../../../../field-errors';
import { parseBody } from '../../../../../http/parse-input';
import type { Context } from '../../../../../http/respond';
import type { HoldingSummary } from '../admin-api';
import type { ErasureReceipt } from '../erasure/receipt';
import type { People, PersonalExport } from '../services/people';

/** RFC 5321, section 4.5.3.1.3. */
const MAX_ADDRESS = 254;

const personInput = z.strictObject({
  email: z.string('Write an e-mail address.').trim().max(MAX_ADDRESS).includes('@', {
    error: 'Write an e-mail address.',
  }),
  receipts: z.array(z.string().trim().min(1).max(100)).max(100).default([]),
});

const erasureInput = personInput.extend({
  confirmation: z.string('Write the address once more.').trim(),
});

const people = () => strapi.plugin('privacy').service<People>('people');

/** The controller of the routes below `/privacy/people`; routes.ts says who may call what. */
export default () => ({
  async find(context: Context): Promise<{ data: HoldingSummary[] }> {
    const holdings = await people().find(parseBody(personInput, context.request.body));
    const data = holdings.map(({ holder, findings }) => ({
      holder,
      count: findings.length,
      references: findings.map(({ reference }) => reference),
    }));
    return { data };
  },

  async export(context: Context): Promise<{ data: PersonalExport }> {
    return { data: await people().export(parseBody(personInput, context.request.body)) };
  },

  async erase(context: Context): Promise<{ data: ErasureReceipt | null }> {
    const { confirmation, ...query } = parseBody(erasureInput, context.request.body);
    if (confirmation.toLowerCase() !== query.email.toLowerCase()) {
      const message = 'This is not the address of the person who is to be erased.';
      throw fieldErrors([{ path: ['confirmation'], message }]);
    }
    return { data: (await people().erase(query)) ?? null };
  },
});
