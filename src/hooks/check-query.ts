import { errors } from '@strapi/utils';
import { targetOf, type Model } from '../database/models';
import { findFilterFault } from '../lib/filters';
import { toPopulateTree } from '../lib/populate';
import { paramsOf, type DocumentHook } from './document-context';

function refuse(param: string, path: string, message: string): never {
  throw new errors.ValidationError(message, { source: 'query', param, path });
}

const brackets = (path: (string | number)[]) => path.map((key) => `[${key}]`).join('');

/** @param name where the filters stand: `filters`, `populate[tags][filters]` */
function checkFilters(filters: unknown, model: Model, name: string): void {
  // Strapi says itself that a text is no filter.
  if (filters === null || typeof filters !== 'object') return;
  const fault = findFilterFault(filters, model, targetOf);
  if (!fault) return;
  const [param = ''] = name.split('[');
  refuse(param, fault.path.join('.'), `${name}${brackets(fault.path)} ${fault.problem}.`);
}

function checkPopulate(populate: unknown, model: Model, name: string): void {
  for (const [key, options] of Object.entries(toPopulateTree(populate) ?? {})) {
    const target = targetOf(model.attributes[key]);
    if (!target || options === true) continue;
    const place = `${name}[${key}]`;
    checkFilters(options.filters, target, `${place}[filters]`);
    checkPopulate(options.populate, target, `${place}[populate]`);
  }
}

/** An empty name would be taken for that of a column. */
function checkFields(fields: unknown): void {
  const lists: unknown[] = Array.isArray(fields) ? fields : [fields];
  const names = lists.flatMap((list) => (typeof list === 'string' ? list.split(',') : []));
  if (names.some((name) => name.trim() === '')) {
    refuse('fields', '', 'fields takes names, with a comma between them.');
  }
}

/** Refuses what Strapi's query builder or the database would fail at, in words that help. */
export const checkQuery: DocumentHook = async (context, next) => {
  const { fields, filters, populate } = paramsOf(context);
  checkFields(fields);
  checkFilters(filters, context.contentType, 'filters');
  checkPopulate(populate, context.contentType, 'populate');
  return next();
};
