import { Checkbox, Field, Flex, Typography } from '@strapi/design-system';
import { useField, useForm } from '@strapi/strapi/admin';
import { useId } from 'react';

import type { EventType } from '../../../../server/src/admin-api';
import { EVENT_TYPES } from '../../event-types';
import { useText } from '../../hooks/use-text';

/** Which events an endpoint hears of. */
export function EventTypesField() {
  const text = useText();
  const id = useId();
  const labelId = `${id}-label`;
  const { value, error, onChange } = useField<EventType[]>('eventTypes');
  const isDisabled = useForm('EventTypesField', ({ disabled }) => disabled);
  const chosen = value ?? [];
  const choose = (type: EventType, isChosen: boolean) =>
    onChange(
      'eventTypes',
      EVENT_TYPES.filter((each) => (each === type ? isChosen : chosen.includes(each))),
    );
  return (
    <Field.Root
      aria-labelledby={labelId}
      error={error}
      hint={text('form.event-types.hint')}
      id={id}
      name="eventTypes"
      role="group"
    >
      <Typography fontWeight="bold" id={labelId} variant="pi">
        {text('form.event-types')}
      </Typography>
      <Flex alignItems="flex-start" direction="column" gap={2} paddingTop={1}>
        {EVENT_TYPES.map((type, index) => (
          <Checkbox
            // The form puts the keyboard where the sentence about the error belongs to.
            aria-describedby={index === 0 && error ? `${id}-error` : undefined}
            checked={chosen.includes(type)}
            disabled={isDisabled}
            key={type}
            onCheckedChange={(isChosen) => choose(type, isChosen === true)}
          >
            {text(`event.${type}`)} ({type})
          </Checkbox>
        ))}
      </Flex>
      <Field.Error />
      <Field.Hint />
    </Field.Root>
  );
}
