import { readVariables } from './environment/variables';

/** Limits of what visitors may send. */
export default () => ({
  perAddressAndHour: readVariables().RATE_LIMIT_ENQUIRIES,
});
