import { readVariables } from './environment/variables';

export default () => {
  const { LOG_LEVEL, NODE_ENV } = readVariables();
  return { level: LOG_LEVEL ?? (NODE_ENV === 'test' ? 'error' : 'http') };
};
