export const cookie = {
  name: '_session',
  provider: 'Academy',
  purpose: 'Signing in',
  duration: '1 day',
};
export const category = {
  key: 'necessary',
  name: 'Necessary',
  description: 'Without them nothing works.',
  required: true,
  cookies: [cookie],
};

/** A policy with everything in it that can change. */
export const full = () => ({
  title: 'Cookies',
  body: 'We use cookies.',
  effectiveFrom: '2026-01-01T00:00:00.000Z',
  categories: [category],
});
