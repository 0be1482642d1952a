import { Checkbox, Field } from '@strapi/design-system';
import { useField, useForm } from '@strapi/strapi/admin';

import { useText } from '../../hooks/use-text';
import { Notice } from '../notice';

/** Whether an endpoint is sent who enquired, with a plain word about what that means. */
export function PersonalDataField() {
  const text = useText();
  const { value, error, onChange } = useField<boolean>('receivesPersonalData');
  const isDisabled = useForm('PersonalDataField', ({ disabled }) => disabled);
  return (
    <Field.Root error={error} name="receivesPersonalData">
      <Checkbox
        checked={value ?? false}
        disabled={isDisabled}
        onCheckedChange={(isChosen) => onChange('receivesPersonalData', isChosen === true)}
      >
        {text('form.personal-data')}
      </Checkbox>
      <Notice variant={value ? 'warning' : 'neutral'}>
        {text(value ? 'form.personal-data.warning' : 'form.personal-data.without')}
      </Notice>
      <Field.Error />
    </Field.Root>
  );
}
