import { Button, Flex, Typography } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';

import type { Endpoint } from '../../../../server/src/admin-api';
import { useReplay } from '../../hooks/use-replay';
import { useText } from '../../hooks/use-text';
import { Card } from '../../../../../../admin/parts/card';
import { ConfirmedAction } from '../confirmed-action';
import { ReplaySpan } from './replay-span';

/** Sends again what an endpoint missed: all that is dead, or all of a span of time. */
export function ReplayCard({ endpoint }: { endpoint: Endpoint }) {
  const text = useText();
  const { replay, isReplaying } = useReplay(endpoint.id);
  const { dead } = endpoint.health;
  return (
    <Card title={text('replay.title')}>
      <Flex alignItems="flex-start" direction="column" gap={4}>
        <Typography tag="p" textColor="neutral600">
          {text('replay.explanation')}
        </Typography>
        <Typography tag="p">{text('replay.dead-count', { count: dead })}</Typography>
        <Flex gap={2} wrap="wrap">
          {dead > 0 && (
            <ConfirmedAction
              confirmLabel={text('replay.confirm')}
              onConfirm={() => void replay({ state: 'dead' })}
              title={text('replay.dead.title')}
              trigger={
                <Button
                  loading={isReplaying}
                  startIcon={<ArrowClockwise />}
                  type="button"
                  variant="secondary"
                >
                  {text('replay.dead')}
                </Button>
              }
            >
              <Typography tag="p">{text('replay.dead.means', { count: dead })}</Typography>
            </ConfirmedAction>
          )}
          <ReplaySpan endpointId={endpoint.id} />
        </Flex>
      </Flex>
    </Card>
  );
}
