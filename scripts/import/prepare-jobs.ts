import type { Core } from '@strapi/strapi';
import { DocumentRegister } from './document-register';
import { mapBlog } from './map-blog';
import type { MappingContext } from './mapping-context';
import { mapTraining } from './map-training';
import { planDocument } from './plan';
import type { Source } from './read-source';
import type { ImportType, MappedDocument, Position, SourceRecord } from './record';
import { Refusal } from './refusal';
import type { Tally } from './tally';
import type { PlannedWrite } from './write-document';

/** A document that has to be written. */
export interface Job {
  action: 'create' | 'update';
  write: PlannedWrite;
  /** What is known of the documents of its type. */
  register: DocumentRegister;
}

/** What preparing needs to know. */
export interface PreparationOptions {
  mapping: MappingContext;
  publish: boolean;
  /** Called after each source that is done with. */
  onProgress: () => void;
}

/** @throws Refusal for every source that cannot be mapped, whatever the reason */
function mapDocument(record: SourceRecord, mapping: MappingContext): MappedDocument {
  try {
    return record.type === 'blog' ? mapBlog(record, mapping) : mapTraining(record, mapping);
  } catch (error) {
    if (error instanceof Refusal || !(error instanceof Error)) throw error;
    // A mistake of ours with one file should not cost the others.
    throw new Refusal(`is more than the importer understands (${error.message}); please report it`);
  }
}

/**
 * Reads the sources one after the other, so that the same sources always get the same slugs, and
 * finds out what has to be written. Sources that are refused or unchanged are done with here.
 */
export class Preparation {
  readonly #documents = new Map<ImportType, Promise<DocumentRegister>>();
  readonly #positions = new Map<string, Position>();

  constructor(
    readonly strapi: Core.Strapi,
    readonly tally: Tally,
    readonly options: PreparationOptions,
  ) {}

  /** What has to be written, until `isStopped` says that it is enough. */
  async *jobs(sources: readonly Source[], isStopped: () => boolean): AsyncGenerator<Job> {
    for (const source of sources) {
      if (isStopped()) return;
      const result = await source.read();
      if (result.kind === 'refused') this.tally.refuse(result.position, result.reason);
      if (result.kind === 'skipped') this.tally.skipped.push(result.file);
      const job = result.kind === 'record' ? await this.#plan(result.record) : undefined;
      if (job) yield job;
      else this.options.onProgress();
    }
  }

  async #plan(record: SourceRecord): Promise<Job | undefined> {
    const { mapping, publish } = this.options;
    const register = await this.#register(record.type);
    try {
      const document = mapDocument(record, mapping);
      this.#checkRepetition(document);
      const plan = planDocument(document, register, publish);
      this.tally.note(document.warnings, document.ignored);
      if (publish && document.isDraft) this.tally.heldBack += 1;
      if (plan.action !== 'unchanged') return { ...plan, register };
      this.tally.count('unchanged');
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.tally.refuseDocument(record.position, error);
    }
    return undefined;
  }

  #register(type: ImportType): Promise<DocumentRegister> {
    const register = this.#documents.get(type) ?? DocumentRegister.load(this.strapi, type);
    this.#documents.set(type, register);
    return register;
  }

  /** @throws Refusal where an earlier source of this run is the same document */
  #checkRepetition({ key, locale, position }: MappedDocument): void {
    const identity = `${locale} ${key}`;
    const earlier = this.#positions.get(identity);
    if (earlier) {
      const place = `${earlier.file}${earlier.line ? `:${earlier.line}` : ''}`;
      throw new Refusal(`is the same document as ${place}; give each a "key" of its own`);
    }
    this.#positions.set(identity, position);
  }
}
