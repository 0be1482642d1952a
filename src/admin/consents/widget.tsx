import { Box, Flex, Typography } from '@strapi/design-system';
import { adminApi, Widget } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';

import type { CategoryCount, ConsentSummary } from '../../lib/consent-summary';

const { useReadConsentSummaryQuery } = adminApi.injectEndpoints({
  endpoints: (builder) => ({
    readConsentSummary: builder.query<ConsentSummary, undefined>({
      query: () => '/consents/summary',
      transformResponse: ({ data }: { data: ConsentSummary }) => data,
    }),
  }),
});

/** The ways to answer, as the summary counts them. */
const WAYS = ['acceptedAll', 'refusedAll', 'ownChoices', 'withdrawn'] as const;

/** A name on the left and a figure on the right. */
function Line({ name, figure }: { name: string; figure: string }) {
  return (
    <Flex justifyContent="space-between" gap={4} width="100%">
      <Typography tag="dt" variant="pi" textColor="neutral600">
        {name}
      </Typography>
      <Typography tag="dd" variant="pi" fontWeight="semiBold">
        {figure}
      </Typography>
    </Flex>
  );
}

/** Which share of those who were asked accepted each optional category. */
function Categories({ categories }: { categories: CategoryCount[] }) {
  const intl = useIntl();
  const share = ({ accepted, asked }: CategoryCount) =>
    intl.formatMessage(
      { id: 'consents.share' },
      { accepted, asked, share: intl.formatNumber(accepted / asked, { style: 'percent' }) },
    );
  return (
    <Box width="100%">
      <Typography tag="h3" variant="sigma" textColor="neutral600">
        {intl.formatMessage({ id: 'consents.categories' })}
      </Typography>
      <Flex tag="dl" direction="column" gap={1} paddingTop={2}>
        {categories.map((category) => (
          <Line key={category.key} name={category.name} figure={share(category)} />
        ))}
      </Flex>
    </Box>
  );
}

/** How visitors answered to the cookie notice lately: the home page's box. */
export function ConsentWidget() {
  const intl = useIntl();
  const { data, isError } = useReadConsentSummaryQuery(undefined);
  if (isError) return <Widget.Error />;
  if (!data) return <Widget.Loading />;
  const { days, given, categories } = data;
  if (given + data.withdrawn === 0) {
    return <Widget.NoData>{intl.formatMessage({ id: 'consents.none' }, { days })}</Widget.NoData>;
  }
  return (
    <Flex direction="column" alignItems="flex-start" gap={4} width="100%">
      <Typography variant="delta" tag="p">
        {intl.formatMessage({ id: 'consents.given' }, { count: given, days })}
      </Typography>
      <Flex tag="dl" direction="column" gap={1} width="100%">
        {WAYS.map((way) => (
          <Line
            key={way}
            name={intl.formatMessage({ id: `consents.${way}` })}
            figure={intl.formatNumber(data[way])}
          />
        ))}
      </Flex>
      {categories.length > 0 && <Categories categories={categories} />}
    </Flex>
  );
}
