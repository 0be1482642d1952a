import { Button, Dialog, Field, Flex, Typography } from '@strapi/design-system';
import { Trash } from '@strapi/icons';
import { useState } from 'react';

import type { PersonInput, ReceiptView } from '../../../server/src/admin-api';
import { useReport } from '../../../../../admin/parts/use-report';
import { useText } from '../hooks/use-text';
import { useErasePersonalDataMutation } from '../privacy-api';

interface ErasePersonProps {
  person: PersonInput;
  onErased: (receipt: ReceiptView | null) => void;
}

/** Erases a person, once their address has been typed again. */
export function ErasePerson({ person, onErased }: ErasePersonProps) {
  const text = useText();
  const report = useReport();
  const [confirmation, setConfirmation] = useState('');
  const [erase, { isLoading }] = useErasePersonalDataMutation();
  const isConfirmed = confirmation.trim().toLowerCase() === person.email.trim().toLowerCase();

  const handleConfirm = async () => {
    const answer = await erase({ ...person, confirmation });
    if ('error' in answer) report.failure(answer.error);
    else onErased(answer.data);
  };
  return (
    <Dialog.Root onOpenChange={() => setConfirmation('')}>
      <Dialog.Trigger>
        <Button loading={isLoading} startIcon={<Trash />} type="button" variant="danger-light">
          {text('erase')}
        </Button>
      </Dialog.Trigger>
      <Dialog.Content>
        <Dialog.Header>{text('erase.title')}</Dialog.Header>
        <Dialog.Body>
          <Flex alignItems="stretch" direction="column" gap={4} width="100%">
            <Typography tag="p">{text('erase.explanation')}</Typography>
            <Field.Root name="confirmation" required>
              <Field.Label>{text('erase.confirmation')}</Field.Label>
              <Field.Input
                autoComplete="off"
                onChange={(event: { target: { value: string } }) =>
                  setConfirmation(event.target.value)
                }
                type="text"
                value={confirmation}
              />
            </Field.Root>
          </Flex>
        </Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button fullWidth type="button" variant="tertiary">
              {text('cancel')}
            </Button>
          </Dialog.Cancel>
          <Dialog.Action>
            <Button
              disabled={!isConfirmed}
              fullWidth
              onClick={() => void handleConfirm()}
              type="button"
              variant="danger"
            >
              {text('erase.confirm')}
            </Button>
          </Dialog.Action>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
}
