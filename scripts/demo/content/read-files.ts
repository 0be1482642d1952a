import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import matter from 'gray-matter';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import { DemoContentError } from './demo-content-error';
import * as shapes from './shapes';

/** A blog's shared fields, its texts by language, and the folder that names it. */
export type DemoBlog = z.infer<typeof shapes.blog> &
  Record<'en' | 'fr', z.infer<typeof shapes.blogText>> & { key: string };

/** The cookie policy with its body by language. */
export type DemoCookiePolicy = z.infer<typeof shapes.cookiePolicy> & {
  body: Record<'en' | 'fr', string>;
};

export type DemoEnquiry = z.infer<typeof shapes.enquiry>;
export type DemoPerson = z.infer<typeof shapes.person>;
export type DemoSession = z.infer<typeof shapes.session>;
export type DemoSite = z.infer<typeof shapes.site>;
export type DemoTerm = z.infer<typeof shapes.term>;
export type DemoTraining = z.infer<typeof shapes.training>;
export type DemoVenue = z.infer<typeof shapes.venue>;

/** Everything in database/demo, checked file by file. */
export interface DemoContent {
  folder: string;
  pictures: Record<string, string>;
  venues: Record<string, DemoVenue>;
  categories: DemoTerm[];
  tags: DemoTerm[];
  people: DemoPerson[];
  trainings: DemoTraining[];
  blogs: DemoBlog[];
  site: DemoSite;
  cookiePolicy: DemoCookiePolicy;
  enquiries: DemoEnquiry[];
}

/** Checks a value that was read from a file; an error names the file and every wrong field. */
function check<Shape extends z.ZodType>(shape: Shape, value: unknown, file: string) {
  const result = shape.safeParse(value);
  if (result.success) return result.data;
  throw new DemoContentError(
    file,
    result.error.issues.map((issue) => ({ field: issue.path.join('.'), message: issue.message })),
  );
}

/** The message of a syntax error, which YAML's own errors give with line and column. */
function syntaxFault(error: unknown): { field: string; message: string } {
  return { field: '', message: error instanceof Error ? error.message : String(error) };
}

/** Files in the demo's folder, named from there. */
class DemoFolder {
  constructor(readonly root: string) {}

  async text(file: string): Promise<string> {
    return readFile(path.join(this.root, file), 'utf8');
  }

  async yaml<Shape extends z.ZodType>(file: string, shape: Shape) {
    const source = await this.text(file);
    let value: unknown;
    try {
      value = parseYaml(source);
    } catch (error) {
      throw new DemoContentError(file, [syntaxFault(error)], { cause: error });
    }
    return check(shape, value, file);
  }

  async article(file: string) {
    const source = await this.text(file);
    let document: { data: object; content: string };
    try {
      // With options, gray-matter does not answer from its cache, which forgets errors.
      document = matter(source, {});
    } catch (error) {
      throw new DemoContentError(file, [syntaxFault(error)], { cause: error });
    }
    const { data, content } = document;
    return check(shapes.blogText, { ...data, body: content.trim() }, file);
  }

  /** The names in a folder, in alphabetical order. */
  async names(folder: string): Promise<string[]> {
    const names = await readdir(path.join(this.root, folder));
    return names.filter((name) => !name.startsWith('.')).sort();
  }
}

async function readTrainings(folder: DemoFolder): Promise<DemoTraining[]> {
  const files = await folder.names('trainings');
  return Promise.all(files.map((file) => folder.yaml(`trainings/${file}`, shapes.training)));
}

async function readBlogs(folder: DemoFolder): Promise<DemoBlog[]> {
  const keys = await folder.names('blogs');
  return Promise.all(
    keys.map(async (key) => ({
      key,
      ...(await folder.yaml(`blogs/${key}/blog.yaml`, shapes.blog)),
      en: await folder.article(`blogs/${key}/en.md`),
      fr: await folder.article(`blogs/${key}/fr.md`),
    })),
  );
}

async function readCookiePolicy(folder: DemoFolder): Promise<DemoCookiePolicy> {
  return {
    ...(await folder.yaml('cookie-policy/policy.yaml', shapes.cookiePolicy)),
    body: {
      en: await folder.text('cookie-policy/en.md'),
      fr: await folder.text('cookie-policy/fr.md'),
    },
  };
}

/**
 * Reads the demo content and checks every file on its own.
 * @param root the folder database/demo
 * @throws DemoContentError naming the file and each field that is wrong
 */
export async function readDemoFiles(root: string): Promise<DemoContent> {
  const folder = new DemoFolder(root);
  return {
    folder: root,
    pictures: await folder.yaml('pictures.yaml', shapes.pictures),
    venues: await folder.yaml('venues.yaml', shapes.venues),
    categories: await folder.yaml('categories.yaml', z.array(shapes.term)),
    tags: await folder.yaml('tags.yaml', z.array(shapes.term)),
    people: await folder.yaml('people.yaml', z.array(shapes.person)),
    trainings: await readTrainings(folder),
    blogs: await readBlogs(folder),
    site: await folder.yaml('site.yaml', shapes.site),
    cookiePolicy: await readCookiePolicy(folder),
    enquiries: await folder.yaml('enquiries.yaml', z.array(shapes.enquiry)),
  };
}
