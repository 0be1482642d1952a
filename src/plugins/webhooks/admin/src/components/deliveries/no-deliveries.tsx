import { Box, EmptyStateLayout } from '@strapi/design-system';
import { EmptyDocuments } from '@strapi/icons/symbols';

import { useText } from '../../hooks/use-text';

/** Nothing has happened, the filters leave nothing, or the list is shorter than the address says. */
type Reason = 'none' | 'none-found' | 'none-on-page';

/** Instead of an empty table: why it is empty. */
export function NoDeliveries({ why }: { why: Reason }) {
  const text = useText();
  return (
    <Box role="status">
      <EmptyStateLayout
        content={text(`deliveries.${why}`)}
        icon={<EmptyDocuments aria-hidden width="16rem" />}
        shadow="tableShadow"
      />
    </Box>
  );
}
