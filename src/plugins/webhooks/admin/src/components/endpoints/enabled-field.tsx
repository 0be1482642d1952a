import { Checkbox, Field } from '@strapi/design-system';
import { useField, useForm } from '@strapi/strapi/admin';

import { useText } from '../../hooks/use-text';

/** Whether deliveries go to an endpoint now. */
export function EnabledField() {
  const text = useText();
  const { value, error, onChange } = useField<boolean>('enabled');
  const isDisabled = useForm('EnabledField', ({ disabled }) => disabled);
  return (
    <Field.Root error={error} hint={text('form.enabled.hint')} name="enabled">
      <Checkbox
        checked={value ?? false}
        disabled={isDisabled}
        onCheckedChange={(isEnabled) => onChange('enabled', isEnabled === true)}
      >
        {text('form.enabled')}
      </Checkbox>
      <Field.Error />
      <Field.Hint />
    </Field.Root>
  );
}
