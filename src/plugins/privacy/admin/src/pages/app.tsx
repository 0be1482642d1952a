import { Flex } from '@strapi/design-system';
import { Layouts, Page, useRBAC } from '@strapi/strapi/admin';

import { KeysCard } from '../components/keys-card';
import { PersonCard } from '../components/person-card';
import { RetentionCard } from '../components/retention-card';
import { useText } from '../hooks/use-text';
import { ACTION_PERMISSIONS } from '../permissions';

/** The page: a person's data, what is due for erasure, keys; to each what they may see. */
export default function App() {
  const text = useText();
  const { allowedActions, isLoading } = useRBAC(ACTION_PERMISSIONS);
  const { canRead = false, canErase = false, canRetention = false } = allowedActions;
  if (isLoading) return <Page.Loading>{text('loading')}</Page.Loading>;
  if (!canRead && !canRetention) return <Page.NoPermissions />;
  return (
    <Page.Main>
      <Page.Title>{text('title')}</Page.Title>
      <Layouts.Header subtitle={text('subtitle')} title={text('title')} />
      <Layouts.Content>
        <Flex alignItems="stretch" direction="column" gap={6}>
          {canRead && <PersonCard canErase={canErase} />}
          {canRetention && <RetentionCard />}
          {canRead && <KeysCard />}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}
