import { Button, Flex, Modal, Typography } from '@strapi/design-system';

import { useText } from '../../hooks/use-text';
import { ExactMoment } from '../moment';
import { SecretValue } from './secret-value';

interface SecretDialogProps {
  title: string;
  secret: string;
  /** Until when the secret before it is good as well, after a rotation. */
  previousSecretExpiresAt?: string | null;
  onClose: () => void;
  /** Where the keyboard goes on after it; by default where it was. */
  returnFocus?: () => void;
}

/** Shows a secret that has just been made, to be copied to the receiver. */
export function SecretDialog(props: SecretDialogProps) {
  const { title, secret, previousSecretExpiresAt, onClose, returnFocus } = props;
  const text = useText();
  return (
    <Modal.Root onOpenChange={(isOpen) => !isOpen && onClose()} open>
      <Modal.Content
        onCloseAutoFocus={(event) => {
          if (!returnFocus) return;
          event.preventDefault();
          returnFocus();
        }}
      >
        <Modal.Header closeLabel={text('close')}>
          <Modal.Title>{title}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex alignItems="stretch" direction="column" gap={4}>
            <Typography tag="p">{text('secret.use')}</Typography>
            <SecretValue secret={secret} />
            {previousSecretExpiresAt && (
              <Typography tag="p">
                {text('secret.previous-until')} <ExactMoment at={previousSecretExpiresAt} />.
              </Typography>
            )}
            <Typography tag="p" textColor="neutral600">
              {text('secret.find-again')}
            </Typography>
          </Flex>
        </Modal.Body>
        <Modal.Footer justifyContent="flex-end">
          <Button onClick={onClose} type="button">
            {text('secret.done')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
