import { readVariables } from './environment/variables';

/** How much is logged: every request, but in tests only errors. */
export default () => {
  const { LOG_LEVEL, NODE_ENV } = readVariables();
  return { level: LOG_LEVEL ?? (NODE_ENV === 'test' ? 'error' : 'http') };
};
