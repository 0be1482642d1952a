import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import type { RetentionView } from '../../../server/src/admin-api';
import { formatDuration } from '../format-duration';
import { useHolderName } from '../hooks/use-holder-name';
import { useText } from '../hooks/use-text';
import { useReadRetentionQuery } from '../privacy-api';
import { Card } from '../../../../../admin/parts/card';
import { SimpleTable } from './simple-table';

function LastRun({ run }: { run: RetentionView['lastRun'] }) {
  const text = useText();
  const intl = useIntl();
  const holderName = useHolderName();
  if (!run) return <Typography tag="p">{text('retention.never')}</Typography>;
  const at = intl.formatDate(run.startedAt, { dateStyle: 'long', timeStyle: 'short' });
  return (
    <Flex alignItems="flex-start" direction="column" gap={1}>
      <Typography tag="p">{text('retention.last', { at })}</Typography>
      {Object.entries(run.found).map(([name, { due, announced }]) => (
        <Typography key={name} tag="p">
          {text('retention.found', {
            name: holderName(name),
            due,
            announced,
            erased: run.erased[name] ?? 0,
          })}
        </Typography>
      ))}
    </Flex>
  );
}

function DueTable({ due }: Pick<RetentionView, 'due'>) {
  const text = useText();
  const intl = useIntl();
  const day = (at: string) => intl.formatDate(at, { dateStyle: 'medium' });
  if (due.length === 0) return <Typography tag="p">{text('retention.nothing')}</Typography>;
  return (
    <SimpleTable
      columns={[
        text('retention.document'),
        text('retention.last-needed'),
        text('retention.announced'),
        text('retention.erasable'),
      ]}
      label={text('retention.due')}
      rows={due.map(({ contentType, documentId, reference, ...at }) => ({
        key: `${contentType}/${documentId}`,
        cells: [reference, day(at.lastNeededAt), day(at.announcedAt), day(at.erasableAt)],
      }))}
    />
  );
}

/** How long documents are kept, what the last run did, and what is due when. */
export function RetentionCard() {
  const text = useText();
  const intl = useIntl();
  const holderName = useHolderName();
  const { data } = useReadRetentionQuery(undefined);
  if (!data) return null;
  return (
    <Card title={text('retention.title')}>
      <Flex alignItems="stretch" direction="column" gap={4}>
        {data.policies.map(({ name, after }) => (
          <Typography key={name} tag="p">
            {text('retention.policy', {
              name: holderName(name),
              after: formatDuration(after, intl),
              days: data.noticeDays,
            })}
          </Typography>
        ))}
        <LastRun run={data.lastRun} />
        <DueTable due={data.due} />
      </Flex>
    </Card>
  );
}
