import type { Client } from 'pg';
import { CHAIN_PAGE, toChainRecord, type StoredRecord } from '../../src/api/consent/stored-records';
import type { WalkedRecord } from '../../src/api/consent/verify-chain';

/** Records that are in memory at a time. */
const PAGE_SIZE = 1000;

/** A row of the walk: a record, and what is personal where that has not been erased. */
interface Row extends StoredRecord {
  salt: string | null;
  address_hash: string;
  user_agent_hash: string | null;
  member_id: number | null;
}

function toWalkedRecord(row: Row): WalkedRecord {
  const { salt, address_hash, user_agent_hash, member_id } = row;
  const subject = {
    addressHash: address_hash,
    userAgentHash: user_agent_hash,
    memberId: member_id,
  };
  return { ...toChainRecord(row), person: salt === null ? null : { ...subject, salt } };
}

/**
 * Reads the chain from its beginning, page by page.
 * @param note is told after each page how many records have been read
 */
export async function* readChain(
  client: Client,
  note: (count: number) => void,
): AsyncGenerator<WalkedRecord> {
  let count = 0;
  let last = '0';
  for (;;) {
    const { rows } = await client.query<Row>(CHAIN_PAGE, [last, PAGE_SIZE]);
    yield* rows.map(toWalkedRecord);
    count += rows.length;
    note(count);
    last = rows.at(-1)?.sequence ?? last;
    if (rows.length < PAGE_SIZE) return;
  }
}
