/** The build gives a style sheet as its minified text: see scripts/launcher/consent-notice.mjs. */
declare module '*.css' {
  const text: string;
  export default text;
}
