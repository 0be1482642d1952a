import { Flex, Typography } from '@strapi/design-system';

import type { HoldingSummary } from '../../../server/src/admin-api';
import { useText } from '../hooks/use-text';

/** What is held about a person: by holder, with counts and references. */
export function HoldingsList({ holdings }: { holdings: HoldingSummary[] }) {
  const text = useText();
  return (
    <Flex alignItems="stretch" aria-label={text('person.held')} direction="column" gap={2} tag="ul">
      {holdings.map(({ holder, count, references }) => (
        <Flex alignItems="baseline" gap={3} key={holder} tag="li">
          <Typography fontWeight="bold">
            {count} {holder}
          </Typography>
          <Typography textColor="neutral600">{[...new Set(references)].join(', ')}</Typography>
        </Flex>
      ))}
    </Flex>
  );
}
