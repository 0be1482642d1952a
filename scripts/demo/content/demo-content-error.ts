/** One thing that is wrong with a data file. */
export interface DataFault {
  /** The field, `fr.modules.2.hours`; empty where the whole file is meant. */
  field: string;
  message: string;
}

/** Thrown when a data file of the demo cannot be used; the message names the file and each field. */
export class DemoContentError extends Error {
  override name = 'DemoContentError';

  constructor(file: string, faults: DataFault[], options?: ErrorOptions) {
    const lines = faults.map(({ field, message }) => `  ${field ? `${field}: ` : ''}${message}`);
    super([`database/demo/${file} cannot be loaded:`, ...lines].join('\n'), options);
  }
}
