import { Box, Button, Flex, Loader, Typography } from '@strapi/design-system';
import { PaperPlane } from '@strapi/icons';

import { useTestWebhookEndpointMutation } from '../../api/endpoints-api';
import { useReport } from '../../../../../../admin/parts/use-report';
import { useText } from '../../hooks/use-text';
import { TestOutcome } from './test-outcome';

/**
 * Sends a test event to an endpoint and shows what came back, where it was asked for. The button
 * stays enabled meanwhile: one that is disabled loses the keyboard.
 */
export function TestEvent({ endpointId }: { endpointId: string }) {
  const text = useText();
  const report = useReport();
  const [send, { data: outcome, isLoading }] = useTestWebhookEndpointMutation();
  const handleClick = async () => {
    if (isLoading) return;
    const answer = await send(endpointId);
    if ('error' in answer) report.failure(answer.error);
  };
  return (
    <Box width="100%">
      <Flex alignItems="flex-start" direction="column" gap={4}>
        <Typography tag="p" textColor="neutral600">
          {text('test.explanation')}
        </Typography>
        <Button
          onClick={() => void handleClick()}
          startIcon={<PaperPlane />}
          type="button"
          variant="secondary"
        >
          {text(outcome ? 'test.send-again' : 'test.send')}
        </Button>
      </Flex>
      <Box role="status">
        {isLoading && <Loader small>{text('test.sending')}</Loader>}
        {outcome && (
          <Box paddingTop={4}>
            <TestOutcome outcome={outcome} />
          </Box>
        )}
      </Box>
    </Box>
  );
}
