import type { Core } from '@strapi/strapi';
import type { RunWrite } from './announcements';
import { linkAtOnce } from './link-relations';
import { NameRegister } from './name-register';
import { Preparation, type Job, type PreparationOptions } from './prepare-jobs';
import type { Source } from './read-source';
import { Tally } from './tally';
import {
  addTranslation,
  createDocument,
  resolveRelations,
  updateDocument,
  type NameRegisters,
} from './write-document';
import { toRefusal } from './write-errors';

/** How many documents are written at a time: enough to keep the processor and PostgreSQL busy. */
const CONCURRENCY = 8;

/** What a run needs to know. */
export interface RunOptions extends PreparationOptions {
  isDryRun: boolean;
  runWrite: RunWrite;
  /** Stops the run; documents that are being written are finished. */
  signal: AbortSignal;
}

/** What came of a run. */
export interface RunResult {
  tally: Tally;
  /** Names that were made, by type. */
  registers: NameRegisters;
  /** Why the run ended early, where it is nobody's document: the database is gone, for example. */
  failure: Error | undefined;
}

/** Writes what has to be written. */
class Writer {
  failure: Error | undefined;
  readonly #busy = new Map<string, Promise<unknown>>();

  constructor(
    readonly strapi: Core.Strapi,
    readonly tally: Tally,
    readonly registers: NameRegisters,
    readonly options: RunOptions,
  ) {}

  /** Writes one document; languages of the same document one after the other. */
  async perform(job: Job): Promise<void> {
    const { key } = job.write.document;
    const previous = this.#busy.get(key) ?? Promise.resolve();
    const current = previous.then(() => this.#write(job));
    this.#busy.set(key, current);
    await current;
    if (this.#busy.get(key) === current) this.#busy.delete(key);
    this.options.onProgress();
  }

  async #write(job: Job): Promise<void> {
    const { document, slug, hash } = job.write;
    try {
      const relations = await resolveRelations(document, this.registers);
      const documentId = this.options.isDryRun ? '' : await this.#store(job, relations);
      job.register.record(document.key, documentId, document.locale, { slug, hash });
      this.tally.count(job.action === 'create' ? 'created' : 'updated');
    } catch (error) {
      const refusal = toRefusal(error);
      if (refusal) this.tally.refuseDocument(document.position, refusal);
      else this.fail(error);
    }
  }

  /** Ends the run. The first failure is the one that tells why. */
  fail(error: unknown): void {
    this.failure ??= error instanceof Error ? error : new Error('Unknown error', { cause: error });
  }

  /** @returns the documentId */
  async #store(
    { action, write, register }: Job,
    relations: Record<string, unknown>,
  ): Promise<string> {
    const { runWrite } = this.options;
    const stored = register.find(write.document.key);
    if (!stored) return runWrite(() => createDocument(this.strapi, write, relations));
    const store = action === 'create' ? addTranslation : updateDocument;
    await runWrite(() => store(this.strapi, stored.documentId, write, relations));
    return stored.documentId;
  }
}

/**
 * Imports sources: creates what is new, updates what has changed, leaves the rest. A source that is
 * refused stops no other.
 */
export async function runImport(
  strapi: Core.Strapi,
  sources: readonly Source[],
  options: RunOptions,
): Promise<RunResult> {
  linkAtOnce(strapi);
  const tally = new Tally();
  const registers = {
    people: new NameRegister(strapi, 'people', options),
    categories: new NameRegister(strapi, 'categories', options),
    tags: new NameRegister(strapi, 'tags', options),
  };
  const writer = new Writer(strapi, tally, registers, options);
  const isStopped = () => options.signal.aborted || writer.failure !== undefined;
  const jobs = new Preparation(strapi, tally, options).jobs(sources, isStopped);
  const work = async () => {
    for await (const job of jobs) await writer.perform(job);
  };
  // Each is waited for, so that nothing is being written any more when the run is over.
  const workers = Array.from({ length: CONCURRENCY }, () => work().catch(writer.fail.bind(writer)));
  await Promise.all(workers);
  return { tally, registers, failure: writer.failure };
}
