import { Flex, Typography } from '@strapi/design-system';

import type { HoldingSummary } from '../../../server/src/admin-api';
import { useHolderName } from '../hooks/use-holder-name';
import { useText } from '../hooks/use-text';

/** What is held about a person: by holder, with counts and references. */
export function HoldingsList({ holdings }: { holdings: HoldingSummary[] }) {
  const text = useText();
  const holderName = useHolderName();
  return (
    <Flex alignItems="stretch" aria-label={text('person.held')} direction="column" gap={2} tag="ul">
      {holdings.map(({ holder, count, references }) => (
        <Flex alignItems="baseline" gap={3} key={holder} tag="li">
          <Typography fontWeight="bold">
            {holderName(holder)}: {count}
          </Typography>
          <Typography textColor="neutral600">{[...new Set(references)].join(', ')}</Typography>
        </Flex>
      ))}
    </Flex>
  );
}
