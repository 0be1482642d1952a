import type { Populate } from '../../populate/fragments';

/** What the desk sees of an enquiry beside its own fields, where it asks for nothing else. */
export const enquiryPopulate = {
  notes: true,
  duplicateOf: { fields: ['reference'] },
} satisfies Populate<'api::enquiry.enquiry'>;
