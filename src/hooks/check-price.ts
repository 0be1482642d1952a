import { isCurrency } from '../lib/standards';
import { fieldErrors } from '../field-errors';
import { changeData, writtenData, type DocumentHook } from './document-context';

/** A price is in a currency that exists (ISO 4217), written in capitals. */
export const checkPrice: DocumentHook = async (context, next) => {
  const data = writtenData(context);
  if (!data || !('price' in context.contentType.attributes)) return next();
  const price = data.price as { currency?: unknown } | null | undefined;
  if (typeof price?.currency !== 'string') return next();
  const currency = price.currency.toUpperCase();
  if (!isCurrency(currency)) {
    throw fieldErrors([
      {
        path: ['price', 'currency'],
        message: 'This is no ISO 4217 currency code; write one such as EUR.',
      },
    ]);
  }
  changeData(context, { price: { ...price, currency } });
  return next();
};
