import { adminApi } from '@strapi/strapi/admin';

import type {
  ErasureInput,
  ExportView,
  HoldingSummary,
  KeySummary,
  PersonInput,
  ReceiptView,
  RetentionView,
} from '../../server/src/admin-api';

/** What a route answers, without what surrounds it. */
const unwrap = <Data>({ data }: { data: Data }): Data => data;

/** Mutations where addresses are sent: answers of queries stay in the panel's memory. */
const privacyApi = adminApi.injectEndpoints({
  endpoints: (builder) => ({
    findPersonalData: builder.mutation<HoldingSummary[], PersonInput>({
      query: (data) => ({ url: '/privacy/people/find', method: 'POST', data: { data } }),
      transformResponse: unwrap<HoldingSummary[]>,
    }),
    exportPersonalData: builder.mutation<ExportView, PersonInput>({
      query: (data) => ({ url: '/privacy/people/export', method: 'POST', data: { data } }),
      transformResponse: unwrap<ExportView>,
    }),
    erasePersonalData: builder.mutation<ReceiptView | null, ErasureInput>({
      query: (data) => ({ url: '/privacy/people/erase', method: 'POST', data: { data } }),
      transformResponse: unwrap<ReceiptView | null>,
    }),
    readRetention: builder.query<RetentionView, undefined>({
      query: () => '/privacy/retention',
      transformResponse: unwrap<RetentionView>,
      keepUnusedDataFor: 0,
    }),
    readPrivacyKeys: builder.query<KeySummary[], undefined>({
      query: () => '/privacy/keys',
      transformResponse: unwrap<KeySummary[]>,
      keepUnusedDataFor: 0,
    }),
  }),
});

export const {
  useFindPersonalDataMutation,
  useExportPersonalDataMutation,
  useErasePersonalDataMutation,
  useReadRetentionQuery,
  useReadPrivacyKeysQuery,
} = privacyApi;
