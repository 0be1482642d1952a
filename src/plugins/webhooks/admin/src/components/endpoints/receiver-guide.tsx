import { Flex, Typography } from '@strapi/design-system';

import { useText } from '../../hooks/use-text';
import { Card } from '../../../../../../admin/parts/card';

const RULES = ['guide.check', 'guide.answer', 'guide.repeated', 'guide.gone'] as const;

/** What whoever programs the receiver has to know, in four sentences. */
export function ReceiverGuide() {
  const text = useText();
  return (
    <Card title={text('guide.title')}>
      <Flex
        alignItems="stretch"
        direction="column"
        gap={3}
        style={{ listStyle: 'disc', margin: 0, paddingInlineStart: '1.8rem' }}
        tag="ul"
      >
        {RULES.map((rule) => (
          <Typography key={rule} tag="li" textColor="neutral700">
            {text(rule)}
          </Typography>
        ))}
      </Flex>
    </Card>
  );
}
