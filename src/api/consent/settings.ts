/** How consents are taken and kept; the figures and their reasons are in `config/consents.ts`. */
export interface ConsentSettings {
  lifetimeMonths: number;
  subjectMonths: number;
  policyGraceHours: number;
  limits: { seconds: number; requests: number };
}

/** The settings of the running application. */
export function consentSettings(): ConsentSettings {
  return strapi.config.get<ConsentSettings>('consents');
}
