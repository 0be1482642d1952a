import { Button, Flex, Grid } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { BackButton, Blocker, Form, Layouts } from '@strapi/strapi/admin';
import type { ReactNode } from 'react';

import { toFieldErrors } from '../../api/field-errors';
import { toInput, type EndpointValues } from '../../endpoint-values';
import { useReport, type RequestError } from '../../../../../../admin/parts/use-report';
import { useText } from '../../hooks/use-text';
import { ROOT } from '../../plugin-id';
import { EndpointFields } from './endpoint-fields';

interface EndpointFormProps {
  method: 'POST' | 'PUT';
  title: string;
  subtitle: string;
  initialValues: EndpointValues;
  canSave: boolean;
  /** Stands beside the button that saves, for those who may. */
  secondaryAction?: ReactNode;
  /** Sends the form's values, and answers what was wrong with them. */
  save: (values: EndpointValues) => Promise<RequestError | undefined>;
  /** Stands beside the fields. */
  children: ReactNode;
}

/** The fields of an endpoint, with the server's word on each that it refuses. */
export function EndpointForm(props: EndpointFormProps) {
  const { method, title, subtitle, initialValues, canSave, secondaryAction, save, children } =
    props;
  const text = useText();
  const report = useReport();
  return (
    <Form<EndpointValues>
      disabled={!canSave}
      initialValues={initialValues}
      method={method}
      onSubmit={async (values, { resetForm, setErrors }) => {
        const error = await save(toInput(values));
        if (!error) {
          resetForm(toInput(values));
          return;
        }
        const fieldErrors = toFieldErrors(error);
        setErrors(fieldErrors);
        if (Object.keys(fieldErrors).length === 0) report.failure(error);
      }}
    >
      {({ isSubmitting, modified }) => (
        <>
          <Layouts.Header
            navigationAction={<BackButton fallback={`/${ROOT}`} />}
            primaryAction={
              canSave && (
                <Flex gap={2}>
                  {secondaryAction}
                  <Button
                    disabled={method === 'PUT' && !modified}
                    loading={isSubmitting}
                    startIcon={<Check />}
                    type="submit"
                  >
                    {text(method === 'POST' ? 'form.create' : 'form.save')}
                  </Button>
                </Flex>
              )
            }
            subtitle={subtitle}
            title={title}
          />
          <Layouts.Content>
            <Grid.Root gap={6}>
              <Grid.Item alignItems="start" col={7} s={12} xs={12}>
                <EndpointFields />
              </Grid.Item>
              <Grid.Item alignItems="stretch" col={5} direction="column" gap={6} s={12} xs={12}>
                {children}
              </Grid.Item>
            </Grid.Root>
          </Layouts.Content>
          <Blocker />
        </>
      )}
    </Form>
  );
}
