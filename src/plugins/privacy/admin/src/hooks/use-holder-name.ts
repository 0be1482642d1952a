import { useIntl } from 'react-intl';

import { PLUGIN_ID } from '../plugin-id';

/**
 * What those who hold personal data are called, in the language of the panel's user; one that the
 * panel has no word for, such as a content type that was tagged later, keeps its own name.
 */
export function useHolderName(): (holder: string) => string {
  const intl = useIntl();
  return (holder) => {
    const id = `${PLUGIN_ID}.holder.${holder.replaceAll(' ', '-')}`;
    return id in intl.messages ? intl.formatMessage({ id }) : holder;
  };
}
