import type { ReplayInput } from '../../../server/src/admin-api';
import { useReplayWebhookDeliveriesMutation } from '../api/deliveries-api';
import { useReport, type RequestError } from '../../../../../admin/parts/use-report';
import { useText } from './use-text';

/** Sends many deliveries of one endpoint again. */
export interface Replay {
  /** Answers the error where it failed; it has been reported, as a success has. */
  replay: (span: ReplayInput) => Promise<RequestError | undefined>;
  isReplaying: boolean;
}

/** How to send many deliveries of an endpoint again, and to say how many they are. */
export function useReplay(endpointId: string): Replay {
  const text = useText();
  const report = useReport();
  const [request, { isLoading }] = useReplayWebhookDeliveriesMutation();
  return {
    isReplaying: isLoading,
    async replay(span) {
      const answer = await request({ id: endpointId, span });
      if ('error' in answer) {
        report.failure(answer.error);
        return answer.error;
      }
      report.success(text('replay.done', { count: answer.data.count }));
      return undefined;
    },
  };
}
