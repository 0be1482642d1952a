import { Button, IconButton, Modal } from '@strapi/design-system';
import { PaperPlane } from '@strapi/icons';

import type { Endpoint } from '../../../../server/src/admin-api';
import { useText } from '../../hooks/use-text';
import { TestEvent } from './test-event';

/** A button of the list that opens the test of an endpoint above it. */
export function TestDialog({ endpoint: { id, name } }: { endpoint: Endpoint }) {
  const text = useText();
  return (
    <Modal.Root>
      <Modal.Trigger>
        <IconButton label={text('test.open', { name })} variant="ghost">
          <PaperPlane />
        </IconButton>
      </Modal.Trigger>
      <Modal.Content>
        <Modal.Header closeLabel={text('close')}>
          <Modal.Title>{text('test.of', { name })}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <TestEvent endpointId={id} />
        </Modal.Body>
        <Modal.Footer>
          <Modal.Close>
            <Button type="button" variant="tertiary">
              {text('close')}
            </Button>
          </Modal.Close>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
