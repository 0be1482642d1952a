import { z } from 'zod';

/** `pluginOptions.privacy` of an attribute. */
const tag = z.strictObject({
  /** The value is about a person: it is stored encrypted, and goes with whatever erases the person. */
  personal: z.literal(true),
  /** Whether rows are found by the whole value: an e-mail address is, a message is not. */
  blindIndex: z.boolean().default(false),
});

/** What an attribute's tag says. */
export type Tag = z.infer<typeof tag>;

/** Types whose values are text in the database. */
const TEXT_TYPES = ['string', 'text', 'richtext', 'email'];

/** An attribute as far as its tag goes. */
export interface Taggable {
  type: string;
  unique?: boolean;
  pluginOptions?: object;
}

function faultOf(attribute: Taggable): string | undefined {
  if (!TEXT_TYPES.includes(attribute.type))
    return `its type is ${attribute.type}; only ${TEXT_TYPES.join(', ')} can be encrypted`;
  if (attribute.unique) return 'Strapi cannot see whether an encrypted value is unique';
  return undefined;
}

/**
 * Reads the tag of an attribute.
 * @param name how messages call the attribute, such as `api::enquiry.enquiry: email`
 * @returns undefined where it has none
 * @throws Error for a tag that makes no sense, or an attribute that cannot be encrypted
 */
export function readTag(attribute: Taggable, name: string): Tag | undefined {
  const options = attribute.pluginOptions as { privacy?: unknown } | undefined;
  if (options?.privacy === undefined) return undefined;
  const result = tag.safeParse(options.privacy);
  const fault = result.success ? faultOf(attribute) : z.prettifyError(result.error);
  if (fault) throw new Error(`The tag pluginOptions.privacy of ${name} cannot be used: ${fault}.`);
  return result.data;
}
