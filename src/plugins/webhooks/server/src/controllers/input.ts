import { z } from 'zod';
import { DELIVERY_STATES, EVENT_TYPES } from '../admin-api';
import { findUrlFault } from '../sending/target';
import { settings } from '../settings';

const name = z
  .string('Name is required.')
  .trim()
  .min(1, 'Name is required.')
  .max(100, 'Write 100 characters at most.')
  .regex(/^[^\r\n\0]*$/, 'Write the name on one line of plain text.');

/** An address as `URL` writes it, so that what is shown is what is connected to. */
const url = z
  .string('Address is required.')
  .trim()
  .check((context) => {
    const message = findUrlFault(context.value, settings());
    if (message) context.issues.push({ code: 'custom', message, input: context.value });
  })
  .transform((text) => URL.parse(text)?.href ?? text);

const eventType = z.enum(EVENT_TYPES, `Choose one of ${EVENT_TYPES.join(', ')}.`);

const eventTypes = z
  .array(eventType, 'Choose the types of events to send.')
  .min(1, 'Choose at least one type of event.')
  .transform((types) => EVENT_TYPES.filter((type) => types.includes(type)));

const flag = z.boolean('Write true or false.');

/** What makes an endpoint. */
export const endpointInput = z.strictObject({
  name,
  url,
  eventTypes,
  receivesPersonalData: flag.default(false),
  enabled: flag.default(true),
});

/** What changes an endpoint: any of its fields. */
export const endpointChange = z.strictObject({
  name: name.optional(),
  url: url.optional(),
  eventTypes: eventTypes.optional(),
  receivesPersonalData: flag.optional(),
  enabled: flag.optional(),
});

const MOMENT = 'Write a moment such as 2026-01-31T09:00:00Z.';
const moment = z.iso.datetime({ offset: true, error: MOMENT });

/** Which deliveries to send again. */
export const replayInput = z.union(
  [z.strictObject({ state: z.literal('dead') }), z.strictObject({ from: moment, to: moment })],
  'Write { state: "dead" }, or from and to as moments such as 2026-01-31T09:00:00Z.',
);

const wholeNumber = (least: number, most: number) => {
  const message = `Write a whole number from ${least} to ${most}.`;
  return z.coerce.number(message).int(message).min(least, message).max(most, message);
};

/** Which deliveries to list; an empty parameter counts as left out. */
export const deliveriesQuery = z.preprocess(
  (value) =>
    Object.fromEntries(Object.entries(value as object).filter(([, given]) => given !== '')),
  z.strictObject({
    endpoint: z.string('Write the id of one endpoint.').max(50).optional(),
    state: z.enum(DELIVERY_STATES, `Choose one of ${DELIVERY_STATES.join(', ')}.`).optional(),
    type: eventType.optional(),
    from: moment.optional(),
    to: moment.optional(),
    page: wholeNumber(1, 100_000).default(1),
    pageSize: wholeNumber(1, 100).default(25),
  }),
);
