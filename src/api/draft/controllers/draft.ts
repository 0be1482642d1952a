/**
 * The permission to read drafts, `api::draft.draft.read`. No route leads here: Strapi makes a
 * permission of every controller action that carries this mark, so that administrators can give it
 * to a role or an API token in the panel like any other.
 */
const read = Object.assign(() => undefined, { [Symbol.for('__type__')]: ['content-api'] });

export default { read };
