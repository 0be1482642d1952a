/** What Strapi knows the plugin by: the prefix of its texts and of its routes on the server. */
export const PLUGIN_ID = 'privacy';

/** Where the page is in the panel, below its root. */
export const ROOT = `plugins/${PLUGIN_ID}`;
