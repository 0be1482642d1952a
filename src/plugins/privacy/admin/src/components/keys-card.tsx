import { useIntl } from 'react-intl';

import { useText } from '../hooks/use-text';
import { useReadPrivacyKeysQuery } from '../privacy-api';
import { Card } from '../../../../../admin/parts/card';
import { SimpleTable } from './simple-table';

/** The keys that personal data are encrypted with, and how many values each protects. */
export function KeysCard() {
  const text = useText();
  const intl = useIntl();
  const { data } = useReadPrivacyKeysQuery(undefined);
  if (!data) return null;
  const stateOf = (index: number, isPresent: boolean) => {
    if (!isPresent) return text('keys.missing');
    return text(index === 0 ? 'keys.newest' : 'keys.former');
  };
  return (
    <Card title={text('keys.title')}>
      <SimpleTable
        columns={[text('keys.id'), text('keys.state'), text('keys.values')]}
        label={text('keys.title')}
        rows={data.map(({ id, isPresent, values }, index) => ({
          key: id,
          cells: [id, stateOf(index, isPresent), intl.formatNumber(values)],
        }))}
      />
    </Card>
  );
}
