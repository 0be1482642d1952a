import enquiries from '../../../../config/enquiries';
import type { Facts, JudgedEnquiry } from '../../../../src/api/enquiry/spam/facts';
import { judge, type Verdict } from '../../../../src/api/enquiry/spam/judge';
import type { EnquirySettings } from '../../../../src/api/enquiry/spam/settings';

/** The settings as they are shipped, with some variables set. */
export function settingsWith(variables: Record<string, string> = {}): EnquirySettings {
  const before = { ...process.env };
  Object.assign(process.env, {
    DATABASE_URL: 'postgres://user@127.0.0.1:5432/prospectus',
    PUBLIC_URL: 'https://www.academy.example',
    ...variables,
  });
  try {
    return enquiries();
  } finally {
    process.env = before;
  }
}

const settings = settingsWith();

/** What is known of a visitor who filled in the form on the website. */
export const FROM_THE_FORM: Facts = {
  formToken: { seconds: 60 },
  proofOfWork: 'not-asked',
  address: { count: 1, limit: 20 },
  email: { count: 1, limit: 20 },
};

/** What is known of a program that posts without ever asking for the form. */
export const FROM_A_PROGRAM: Facts = { ...FROM_THE_FORM, formToken: 'absent' };

/** An enquiry that shows no sign, with changes. */
function anEnquiry(changes: Partial<JudgedEnquiry> = {}): JudgedEnquiry {
  return {
    name: 'Ada Example',
    email: 'ada@example.org',
    message: 'When does the next course start, and is there a place left?',
    ...changes,
  };
}

/** The verdict with the settings as they are shipped. */
export function verdictOn(
  changes: Partial<JudgedEnquiry>,
  facts: Partial<Facts> = {},
  spam = settings.spam,
): Verdict {
  return judge(anEnquiry(changes), { ...FROM_THE_FORM, ...facts }, spam);
}
