import { Box, EmptyStateLayout } from '@strapi/design-system';
import { EmptyDocuments } from '@strapi/icons/symbols';

import { useText } from '../../hooks/use-text';

/** Instead of an empty table: why it is empty. */
export function NoDeliveries({ isFiltered }: { isFiltered: boolean }) {
  const text = useText();
  return (
    <Box role="status">
      <EmptyStateLayout
        content={text(isFiltered ? 'deliveries.none-found' : 'deliveries.none')}
        icon={<EmptyDocuments aria-hidden width="16rem" />}
        shadow="tableShadow"
      />
    </Box>
  );
}
