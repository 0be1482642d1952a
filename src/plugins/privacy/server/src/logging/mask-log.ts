import type { Core } from '@strapi/strapi';
import { textMask } from './mask-text';

/** Where winston keeps the line that transports write. */
const LINE: unique symbol = Symbol.for('message') as never;

/** What winston's formats hand to each other. */
type Info = { [LINE]?: unknown };

/** A format of winston, as far as it is called here. */
interface Format {
  transform(info: never, options?: unknown): unknown;
}

const hasLine = (info: unknown): info is Info =>
  info !== null && typeof info === 'object' && LINE in info;

/**
 * Masks personal data in every line of the log, whoever writes it: the last resort behind code that
 * writes none. It stands behind the format that is configured, so that it sees what is written.
 */
export function maskLog(strapi: Core.Strapi, fields: readonly string[]): void {
  const log = strapi.log as unknown as { format: Format };
  const { format } = log;
  const mask = textMask(fields);
  log.format = {
    transform(info, options) {
      const written = format.transform(info, options);
      if (hasLine(written) && typeof written[LINE] === 'string')
        written[LINE] = mask(written[LINE]);
      return written;
    },
  };
}
