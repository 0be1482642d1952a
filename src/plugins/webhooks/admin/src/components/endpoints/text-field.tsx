import { Field } from '@strapi/design-system';
import { useField, useForm } from '@strapi/strapi/admin';

interface TextFieldProps {
  name: string;
  label: string;
  hint: string;
  placeholder?: string;
  type?: 'text' | 'url';
}

/** A field of one line that must be filled. */
export function TextField({ name, label, hint, placeholder, type = 'text' }: TextFieldProps) {
  const { value, error, onChange } = useField<string | null>(name);
  const isDisabled = useForm('TextField', ({ disabled }) => disabled);
  return (
    <Field.Root error={error} hint={hint} name={name} required>
      <Field.Label>{label}</Field.Label>
      <Field.Input
        autoComplete="off"
        disabled={isDisabled}
        onChange={onChange}
        placeholder={placeholder}
        type={type}
        value={value ?? ''}
      />
      <Field.Error />
      <Field.Hint />
    </Field.Root>
  );
}
