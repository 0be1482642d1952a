import { Box, Button, Field, Flex, Typography } from '@strapi/design-system';
import { Download, Search } from '@strapi/icons';
import { useState, type FormEvent } from 'react';

import type { HoldingSummary, PersonInput, ReceiptView } from '../../../server/src/admin-api';
import { downloadJson } from '../download';
import { useReport } from '../../../../../admin/parts/use-report';
import { useText } from '../hooks/use-text';
import { useExportPersonalDataMutation, useFindPersonalDataMutation } from '../privacy-api';
import { Card } from '../../../../../admin/parts/card';
import { ErasePerson } from './erase-person';
import { HoldingsList } from './holdings-list';

interface Outcome {
  person: PersonInput;
  holdings: HoldingSummary[];
  /** After an erasure. */
  receipt?: ReceiptView | null;
}

interface FoundProps {
  outcome: Outcome;
  canErase: boolean;
  onErased: (receipt: ReceiptView | null) => void;
}

function Found({ outcome: { person, holdings }, canErase, onErased }: FoundProps) {
  const text = useText();
  const report = useReport();
  const [exportData, { isLoading }] = useExportPersonalDataMutation();

  const handleDownload = async () => {
    const answer = await exportData(person);
    if ('error' in answer) report.failure(answer.error);
    else downloadJson(answer.data, `personal-data-${new Date().toISOString().slice(0, 10)}.json`);
  };
  if (holdings.length === 0) return <Typography tag="p">{text('person.nothing')}</Typography>;
  return (
    <>
      <HoldingsList holdings={holdings} />
      <Flex gap={3} paddingTop={4}>
        <Button
          loading={isLoading}
          onClick={() => void handleDownload()}
          startIcon={<Download />}
          type="button"
          variant="secondary"
        >
          {text('person.download')}
        </Button>
        {canErase && <ErasePerson onErased={onErased} person={person} />}
      </Flex>
    </>
  );
}

/** After an erasure: the receipt, which is nowhere else. */
function Erased({ receipt }: { receipt: ReceiptView }) {
  const text = useText();
  return (
    <Flex alignItems="flex-start" direction="column" gap={3}>
      <Typography fontWeight="bold" tag="p">
        {text('erase.done')}
      </Typography>
      <Typography tag="p">{text('erase.receipt')}</Typography>
      <Button
        onClick={() => downloadJson(receipt, `${receipt.id}.json`)}
        startIcon={<Download />}
        type="button"
      >
        {text('erase.download')}
      </Button>
    </Flex>
  );
}

interface PersonFieldsProps {
  email: string;
  receipt: string;
  onChange: (values: { email?: string; receipt?: string }) => void;
}

/** What a person is found by. */
function PersonFields({ email, receipt, onChange }: PersonFieldsProps) {
  const text = useText();
  return (
    <Flex alignItems="flex-start" gap={4}>
      <Box flex="1 1 60%">
        <Field.Root hint={text('person.hint')} name="email" required>
          <Field.Label>{text('person.email')}</Field.Label>
          <Field.Input
            autoComplete="off"
            onChange={(event: { target: { value: string } }) =>
              onChange({ email: event.target.value })
            }
            type="email"
            value={email}
          />
          <Field.Hint />
        </Field.Root>
      </Box>
      <Box flex="1 1 40%">
        <Field.Root hint={text('person.receipt-hint')} name="receipt">
          <Field.Label>{text('person.receipt')}</Field.Label>
          <Field.Input
            autoComplete="off"
            onChange={(event: { target: { value: string } }) =>
              onChange({ receipt: event.target.value })
            }
            type="text"
            value={receipt}
          />
          <Field.Hint />
        </Field.Root>
      </Box>
    </Flex>
  );
}

const NOBODY = { email: '', receipt: '' };

/** Finds a person by their address, and what is held about them. */
export function PersonCard({ canErase }: { canErase: boolean }) {
  const text = useText();
  const report = useReport();
  const [values, setValues] = useState(NOBODY);
  const [outcome, setOutcome] = useState<Outcome>();
  const [find, { isLoading }] = useFindPersonalDataMutation();

  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault();
    const receipt = values.receipt.trim();
    const person = { email: values.email, receipts: receipt === '' ? [] : [receipt] };
    const answer = await find(person);
    if ('error' in answer) report.failure(answer.error);
    else setOutcome({ person, holdings: answer.data });
  };
  const handleErased = (receipt: ReceiptView | null) => {
    setValues(NOBODY);
    setOutcome((before) => before && { ...before, holdings: [], receipt });
  };
  return (
    <Card title={text('person.title')}>
      <form onSubmit={(event) => void handleSubmit(event)}>
        <Flex alignItems="flex-start" direction="column" gap={4}>
          <Box width="100%">
            <PersonFields
              {...values}
              onChange={(changes) => {
                setValues((before) => ({ ...before, ...changes }));
                setOutcome(undefined);
              }}
            />
          </Box>
          <Button loading={isLoading} startIcon={<Search />} type="submit">
            {text('person.find')}
          </Button>
        </Flex>
      </form>
      <Box aria-live="polite" paddingTop={4}>
        {outcome?.receipt && <Erased receipt={outcome.receipt} />}
        {outcome && !outcome.receipt && (
          <Found canErase={canErase} onErased={handleErased} outcome={outcome} />
        )}
      </Box>
    </Card>
  );
}
