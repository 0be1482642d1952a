import { createHash, randomBytes } from 'node:crypto';

/** 192 bits: nobody guesses one, and it is as long as a line of base64url can be without padding. */
const RANDOM_BYTES = 24;

const FORM = /^cns_[\w-]{32}$/;

/** A new receipt: whoever has it can read the consent and withdraw it. */
export function createReceipt(): string {
  return `cns_${randomBytes(RANDOM_BYTES).toString('base64url')}`;
}

/** Whether a text can be a receipt. */
export function isReceipt(text: string): boolean {
  return FORM.test(text);
}

/**
 * What is stored of a receipt, so that whoever reads the database cannot withdraw consents. It needs
 * neither salt nor key: there are too many receipts to try.
 */
export function hashReceipt(receipt: string): string {
  return createHash('sha256').update(receipt).digest('hex');
}
