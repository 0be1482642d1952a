import { Page } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';

import type { EndpointWithSecret } from '../../../server/src/admin-api';
import { useCreateWebhookEndpointMutation } from '../api/endpoints-api';
import { EndpointForm } from '../components/endpoints/endpoint-form';
import { ReceiverGuide } from '../components/endpoints/receiver-guide';
import { SecretDialog } from '../components/endpoints/secret-dialog';
import { NEW_ENDPOINT, type EndpointValues } from '../endpoint-values';
import { useAllowedActions } from '../hooks/use-allowed-actions';
import { useText } from '../hooks/use-text';
import { ROOT } from '../plugin-id';

/** The form of a new endpoint; its secret is shown before anything else. */
export function CreateEndpointPage() {
  const text = useText();
  const navigate = useNavigate();
  const { canManage } = useAllowedActions();
  const [create] = useCreateWebhookEndpointMutation();
  const [created, setCreated] = useState<EndpointWithSecret>();

  const save = async (values: EndpointValues) => {
    const answer = await create(values);
    if ('error' in answer) return answer.error;
    setCreated(answer.data);
    return undefined;
  };
  return (
    <Page.Main>
      <Page.Title>{text('create.title')}</Page.Title>
      <EndpointForm
        canSave={canManage}
        initialValues={NEW_ENDPOINT}
        method="POST"
        save={save}
        subtitle={text('create.subtitle')}
        title={text('create.title')}
      >
        <ReceiverGuide />
      </EndpointForm>
      {created && (
        <SecretDialog
          onClose={() => navigate(`/${ROOT}/endpoints/${created.id}`, { replace: true })}
          secret={created.secret}
          title={text('secret.created')}
        />
      )}
    </Page.Main>
  );
}
