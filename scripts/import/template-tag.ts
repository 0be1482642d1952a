/** A tag of a site generator, found in a text. */
export interface Tag {
  /** Hugo's `{{< name … >}}` and `{{% name … %}}`, Liquid's `{{ name }}` and `{% name … %}`. */
  kind: 'shortcode' | 'variable' | 'statement';
  name: string;
  /** What follows the name. */
  rest: string;
}

/** What tags are resolved with. */
export interface TagContext {
  variables: (name: string) => string | undefined;
  warn: (warning: string) => void;
}

/** Stands for a value that nobody knows, until links around it are undone; private in Unicode. */
export const UNKNOWN = '\uE000';

/** The parameters of a tag: by name, and by position. */
interface Parameters {
  named: Map<string, string>;
  positional: string[];
}

const PARAMETER = /(?:([\w-]+)\s*=\s*)?(?:"([^"]*)"|'([^']*)'|`([^`]*)`|([^\s"'`=]+))/g;

function parseParameters(rest: string): Parameters {
  const named = new Map<string, string>();
  const positional: string[] = [];
  for (const match of rest.matchAll(PARAMETER)) {
    const [, name, ...values]: (string | undefined)[] = match;
    const value = values.find((candidate) => candidate !== undefined) ?? '';
    if (name === undefined) positional.push(value);
    else named.set(name.toLowerCase(), value);
  }
  return { named, positional };
}

type Renderer = (parameters: Parameters) => string | undefined;

/** A Markdown link; undefined where there is nothing to lead to. */
function link(label: string, prefix: string, id: string | undefined): string | undefined {
  return id ? `[${label}](${prefix}${encodeURI(id)})` : undefined;
}

function figure({ named, positional }: Parameters): string | undefined {
  const source = named.get('src') ?? positional[0];
  if (!source) return undefined;
  const caption = named.get('caption') ?? named.get('title') ?? '';
  const alternative = named.get('alt') ?? caption;
  const image = `![${alternative}](${source.replace(/\s/g, '%20')})`;
  const target = named.get('link');
  const linked = target ? `[${image}](${target.replace(/\s/g, '%20')})` : image;
  return caption === '' ? linked : `${linked}\n\n*${caption}*`;
}

const idOf = ({ named, positional }: Parameters) => named.get('id') ?? positional[0];

/** Shortcodes whose meaning is clear; the others are left out. */
const SHORTCODES: Record<string, Renderer> = {
  figure,
  youtube: (given) => link('Video on YouTube', 'https://www.youtube.com/watch?v=', idOf(given)),
  vimeo: (given) => link('Video on Vimeo', 'https://vimeo.com/', idOf(given)),
  instagram: (given) => link('Post on Instagram', 'https://www.instagram.com/p/', idOf(given)),
  tweet: (given) => link('Post on X', 'https://x.com/i/status/', idOf(given)),
  x: (given) => link('Post on X', 'https://x.com/i/status/', idOf(given)),
  gist: ({ positional: [user, id] }) =>
    user && id ? link('Code on GitHub', `https://gist.github.com/${user}/`, id) : undefined,
  ref: ({ positional }) => positional[0],
  relref: ({ positional }) => positional[0],
  highlight: ({ positional }) => `\n\`\`\`${positional[0] ?? ''}\n`,
  '/highlight': () => '\n```\n',
};

/** Liquid statements whose meaning is clear. */
const STATEMENTS: Record<string, Renderer> = {
  ...SHORTCODES,
  endhighlight: () => '\n```\n',
  raw: () => '',
  endraw: () => '',
  // A file of the site by its path; an article by its file name has an address that only the site knows.
  link: ({ positional: [path = ''] }) => (/^_|^$/.test(path) ? undefined : `/${path}`),
  // What an include shows is in a file of the site; a text that it is given is part of the article.
  include: ({ named }) => named.get('text') ?? named.get('content'),
};

/** The addresses of the site itself: what they precede becomes relative to it. */
const SITE_ADDRESSES = ['site.url', 'site.baseurl'];

function renderVariable(name: string, context: TagContext): string | undefined {
  const literal = /^(["'])(.*)\1$/.exec(name)?.[2];
  if (literal !== undefined) return literal;
  // Not a name: a formula, or a text that happens to have braces.
  if (!/^[a-z_][\w.-]*$/i.test(name)) return undefined;
  if (SITE_ADDRESSES.includes(name)) return '';
  const value = name.startsWith('page.') ? context.variables(name.slice(5)) : undefined;
  if (value !== undefined) return value;
  return unknown(name, context);
}

function unknown(variable: string, { warn }: TagContext): string {
  warn(`the variable ${variable} has no value here; it was left out`);
  return UNKNOWN;
}

/**
 * The Markdown that a tag stands for.
 * @returns undefined for what only looks like a tag and stays as it is
 */
export function renderTag(tag: Tag, context: TagContext): string | undefined {
  if (tag.kind === 'variable') return renderVariable(tag.name, context);
  if (tag.kind === 'shortcode' && tag.name === 'param') {
    const name = tag.rest.replace(/["']/g, '');
    return context.variables(name) ?? unknown(name, context);
  }
  const renderers = tag.kind === 'shortcode' ? SHORTCODES : STATEMENTS;
  const render = Object.hasOwn(renderers, tag.name) ? renderers[tag.name] : undefined;
  const rendered = render?.(parseParameters(tag.rest));
  if (rendered !== undefined) return rendered;
  const notation = tag.kind === 'shortcode' ? `{{< ${tag.name} >}}` : `{% ${tag.name} %}`;
  context.warn(`the tag ${notation} has no meaning here; it was left out`);
  return UNKNOWN;
}
