import { useText } from '../../hooks/use-text';
import { Moment } from '../moment';

/**
 * When a delivery is attempted next (ISO 8601). A moment that has passed means that the endpoint
 * pauses, or has as many requests as it may have at a time.
 */
export function NextAttempt({ at }: { at: string }) {
  const text = useText();
  const isDue = Date.parse(at) < Date.now();
  return (
    <>
      {text('delivery.next-attempt')} {isDue ? text('delivery.in-turn') : <Moment at={at} />}
    </>
  );
}
