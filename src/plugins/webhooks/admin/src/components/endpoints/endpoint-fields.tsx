import { Flex } from '@strapi/design-system';

import { useText } from '../../hooks/use-text';
import { Card } from '../../../../../../admin/parts/card';
import { EnabledField } from './enabled-field';
import { EventTypesField } from './event-types-field';
import { PersonalDataField } from './personal-data-field';
import { TextField } from './text-field';

/** What makes an endpoint. */
export function EndpointFields() {
  const text = useText();
  return (
    <Card title={text('form.title')}>
      <Flex alignItems="stretch" direction="column" gap={6}>
        <TextField hint={text('form.name.hint')} label={text('form.name')} name="name" />
        <TextField
          hint={text('form.url.hint')}
          label={text('form.url')}
          name="url"
          placeholder="https://example.org/webhooks/prospectus"
          type="url"
        />
        <EventTypesField />
        <PersonalDataField />
        <EnabledField />
      </Flex>
    </Card>
  );
}
