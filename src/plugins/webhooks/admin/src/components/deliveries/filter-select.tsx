import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';

import { useText } from '../../hooks/use-text';

interface Option<Value> {
  value: Value;
  label: string;
}

interface FilterSelectProps<Value> {
  label: string;
  value: Value | undefined;
  options: Option<Value>[];
  onChange: (value: Value | undefined) => void;
}

/** A choice among some values, or none. */
export function FilterSelect<Value extends string>(props: FilterSelectProps<Value>) {
  const { label, value, options, onChange } = props;
  const text = useText();
  const choose = (chosen: string | number) =>
    onChange(options.find((option) => option.value === chosen)?.value);
  return (
    <Field.Root>
      <Field.Label>{label}</Field.Label>
      <SingleSelect
        clearLabel={text('clear')}
        onChange={choose}
        onClear={() => onChange(undefined)}
        placeholder={text('filter.all')}
        size="S"
        value={value ?? null}
      >
        {options.map((option) => (
          <SingleSelectOption key={option.value} value={option.value}>
            {option.label}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Field.Root>
  );
}
