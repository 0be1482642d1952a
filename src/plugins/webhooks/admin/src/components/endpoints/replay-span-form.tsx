import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { useState } from 'react';

import { useReplay } from '../../hooks/use-replay';
import { useText } from '../../hooks/use-text';
import { MomentField } from '../moment-field';

interface ReplaySpanFormProps {
  endpointId: string;
  onDone: () => void;
}

/** From when until when: the inside of a dialog. */
export function ReplaySpanForm({ endpointId, onDone }: ReplaySpanFormProps) {
  const text = useText();
  const { replay, isReplaying } = useReplay(endpointId);
  const [from, setFrom] = useState<string>();
  const [to, setTo] = useState<string>();
  const isBackwards = from !== undefined && to !== undefined && from >= to;

  const handleClick = async () => {
    if (from === undefined || to === undefined) return;
    const error = await replay({ from, to });
    if (!error) onDone();
  };
  return (
    <>
      <Modal.Body>
        <Flex alignItems="stretch" direction="column" gap={4}>
          <Typography tag="p">{text('replay.span.means')}</Typography>
          <MomentField label={text('filter.from')} name="from" onChange={setFrom} value={from} />
          <MomentField
            error={isBackwards ? text('replay.span.backwards') : undefined}
            label={text('filter.to')}
            name="to"
            onChange={setTo}
            value={to}
          />
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Modal.Close>
          <Button type="button" variant="tertiary">
            {text('cancel')}
          </Button>
        </Modal.Close>
        <Button
          disabled={from === undefined || to === undefined || isBackwards}
          loading={isReplaying}
          onClick={() => void handleClick()}
          startIcon={<ArrowClockwise />}
          type="button"
        >
          {text('replay.confirm')}
        </Button>
      </Modal.Footer>
    </>
  );
}
