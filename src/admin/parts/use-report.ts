import { useAPIErrorHandler, useNotification, type BaseQueryError } from '@strapi/strapi/admin';
import { useCallback, useMemo } from 'react';

/** What a request that failed has for an error: Strapi's, or what the browser says. */
export type RequestError = BaseQueryError | { name?: string; message?: string; code?: string };

/** Tells the person at the panel how something went, in a notification that is read out. */
export interface Report {
  success: (message: string) => void;
  failure: (error: RequestError) => void;
}

/** How to tell the person at the panel how something went. */
export function useReport(): Report {
  const { toggleNotification } = useNotification();
  const { _unstableFormatAPIError: describe } = useAPIErrorHandler();
  const success = useCallback(
    (message: string) => toggleNotification({ type: 'success', message }),
    [toggleNotification],
  );
  const failure = useCallback(
    (error: RequestError) => toggleNotification({ type: 'danger', message: describe(error) }),
    [toggleNotification, describe],
  );
  return useMemo(() => ({ success, failure }), [success, failure]);
}
