import { Button, Modal } from '@strapi/design-system';
import { Clock } from '@strapi/icons';
import { useState } from 'react';

import { useText } from '../../hooks/use-text';
import { ReplaySpanForm } from './replay-span-form';

/** A button that asks for a span of time, whose deliveries are sent again. */
export function ReplaySpan({ endpointId }: { endpointId: string }) {
  const text = useText();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Modal.Root onOpenChange={setIsOpen} open={isOpen}>
      <Modal.Trigger>
        <Button startIcon={<Clock />} type="button" variant="tertiary">
          {text('replay.span')}
        </Button>
      </Modal.Trigger>
      <Modal.Content>
        <Modal.Header closeLabel={text('close')}>
          <Modal.Title>{text('replay.span.title')}</Modal.Title>
        </Modal.Header>
        <ReplaySpanForm endpointId={endpointId} onDone={() => setIsOpen(false)} />
      </Modal.Content>
    </Modal.Root>
  );
}
