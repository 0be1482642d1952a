import { DateTimePicker, Field } from '@strapi/design-system';

import { useText } from '../hooks/use-text';

interface MomentFieldProps {
  name: string;
  label: string;
  /** ISO 8601. */
  value: string | undefined;
  error?: string | undefined;
  onChange: (value: string | undefined) => void;
}

/** A date and a time, in the user's zone. */
export function MomentField({ name, label, value, error, onChange }: MomentFieldProps) {
  const text = useText();
  return (
    <Field.Root error={error} name={name}>
      <Field.Label>{label}</Field.Label>
      <DateTimePicker
        clearLabel={text('clear')}
        dateLabel={text('moment.date', { label })}
        onChange={(date) => onChange(date?.toISOString())}
        onClear={() => onChange(undefined)}
        size="S"
        step={15}
        timeLabel={text('moment.time', { label })}
        value={value === undefined ? null : new Date(value)}
      />
      <Field.Error />
    </Field.Root>
  );
}
