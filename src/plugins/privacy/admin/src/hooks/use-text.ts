import { useCallback } from 'react';
import { useIntl, type PrimitiveType } from 'react-intl';

import { PLUGIN_ID } from '../plugin-id';
import type { TextId } from '../translations/en';

/** Finds a text of the page, in the language of the panel's user. */
export type Text = (id: TextId, values?: Record<string, PrimitiveType>) => string;

/** The texts of the page, in the language of the panel's user. */
export function useText(): Text {
  const intl = useIntl();
  return useCallback(
    (id, values) => intl.formatMessage({ id: `${PLUGIN_ID}.${id}` }, values),
    [intl],
  );
}
