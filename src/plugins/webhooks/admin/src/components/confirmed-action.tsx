import { Button, Dialog, Flex, type ButtonProps } from '@strapi/design-system';
import type { ReactElement, ReactNode } from 'react';

import { useText } from '../hooks/use-text';

interface ConfirmedActionProps {
  /** The button that asks for it. */
  trigger: ReactElement;
  title: string;
  /** What happens, and what cannot be undone. */
  children: ReactNode;
  /** What the button that does it says. */
  confirmLabel: string;
  variant?: ButtonProps['variant'];
  onConfirm: () => void;
}

/** A button whose action is explained in a dialog before it is done. */
export function ConfirmedAction(props: ConfirmedActionProps) {
  const { trigger, title, children, confirmLabel, variant, onConfirm } = props;
  const text = useText();
  return (
    <Dialog.Root>
      <Dialog.Trigger>{trigger}</Dialog.Trigger>
      <Dialog.Content>
        <Dialog.Header>{title}</Dialog.Header>
        <Dialog.Body>
          <Flex alignItems="stretch" direction="column" gap={3} width="100%">
            {children}
          </Flex>
        </Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button fullWidth type="button" variant="tertiary">
              {text('cancel')}
            </Button>
          </Dialog.Cancel>
          <Dialog.Action>
            <Button fullWidth onClick={onConfirm} type="button" variant={variant ?? 'default'}>
              {confirmLabel}
            </Button>
          </Dialog.Action>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
}
