import path from 'node:path';

import { startStrapi, type RunningStrapi } from '../../helpers/strapi';
import { fillWithSecrets, LISTS, SECRETS, TRAINING, VISIBLE, type Secrets } from './secrets';
import { brackets, waysToDrafts, type Way } from './ways';

let running: RunningStrapi;
let hiddenRow: Secrets['hiddenRow'];

beforeAll(async () => {
  running = await startStrapi();
  ({ hiddenRow } = await fillWithSecrets(running));
});

afterAll(async () => {
  await running.stop();
});

const waysFrom = (uid: string, depth: number) => waysToDrafts(running.strapi, uid, depth);

const anyOf = (titles: readonly string[]) => (at: string) =>
  titles.map((title, index) => `${at}[title][$in][${index}]=${title}`).join('&');

const right = anyOf(SECRETS.titles);
const wrong = anyOf(['Nothing of', 'the kind', 'is anywhere', 'in here']);

/** Writes a condition on the title at the end of a way. */
type Form = (names: string[], guess: (at: string) => string) => string;

const plainly: Form = (names, guess) => guess(`filters${brackets(names)}`);

const wayOf = ({ names }: Way) => names.join('.');

/** What a visitor learns from a query. */
async function answer(address: string): Promise<string> {
  const { text } = await running.request.get(address).expect(200);
  return text;
}

/**
 * Ways on which a right guess at a draft's title is answered otherwise than a wrong one. A wrong
 * guess is answered alike on all ways of one group.
 */
async function findLeaks(
  ways: Way[],
  write: Form,
  groupOf: typeof wayOf = () => '',
): Promise<string[]> {
  const leaks: string[] = [];
  const answers = new Map<string, string>();
  for (const way of ways) {
    const ask = (guess: (at: string) => string) =>
      answer(`${LISTS[way.uid] ?? ''}?${write(way.names, guess)}`);
    const group = groupOf(way);
    const ofWrong = answers.get(group) ?? (await ask(wrong));
    answers.set(group, ofWrong);
    if ((await ask(right)) !== ofWrong) leaks.push(wayOf(way));
  }
  return leaks;
}

describe.each(Object.entries(LISTS))('a condition on %s', (uid, list) => {
  it('tells nothing about drafts, on any way to them', async () => {
    expect(await findLeaks(waysFrom(uid, 3), plainly)).toEqual([]);
  });

  it('finds documents by the published ones that they lead to, on the same ways', async () => {
    const blind: string[] = [];
    for (const { names } of waysFrom(uid, 2)) {
      const { data } = JSON.parse(await answer(`${list}?${plainly(names, anyOf(VISIBLE))}`));
      if (data.length === 0) blind.push(names.join('.'));
    }
    expect(blind).toEqual([]);
  });

  it.each<{ how: string; write: Form; groupOf?: typeof wayOf }>([
    { how: '$or', write: (names, guess) => guess(`filters[$or][0]${brackets(names)}`) },
    { how: '$and', write: (names, guess) => guess(`filters[$and][0]${brackets(names)}`) },
    {
      how: '$not',
      write: (names, guess) => guess(`filters[$not]${brackets(names)}`),
      // Documents that lead nowhere are neither the one nor the other.
      groupOf: wayOf,
    },
    { how: '$or below', write: (names, guess) => guess(`filters${brackets(names)}[$or][0]`) },
    {
      how: 'all of them',
      write: (names, guess) => guess(`filters[$and][0][$or][0]${brackets(names)}[$and][0]`),
    },
  ])('tells nothing about drafts behind $how', async ({ write, groupOf }) => {
    expect(await findLeaks(waysFrom(uid, 2), write, groupOf)).toEqual([]);
  });

  it('tells nothing about drafts inside populate', async () => {
    const ways = waysFrom(uid, 2).filter(({ names }) => names.length > 1);
    const inside: Form = ([first = '', ...rest], guess) =>
      guess(`populate[${first}][filters]${brackets(rest)}`);
    expect(await findLeaks(ways, inside, ({ names }) => names[0] ?? '')).toEqual([]);
  });

  it('tells nothing about drafts by their rows', async () => {
    const leaks: string[] = [];
    for (const { names } of waysFrom(uid, 1).filter(({ target }) => target === TRAINING)) {
      for (const operator of ['', '[$eq]', '[$in][0]', '[$lte]', '[id]', '[id][$lte]', '[$not]']) {
        const condition = `filters${brackets(names)}${operator}`;
        const ask = (row: number) => answer(`${list}?${condition}=${row}`);
        if ((await ask(hiddenRow)) !== (await ask(0))) leaks.push(condition);
      }
    }
    expect(leaks).toEqual([]);
  });
});

describe.each(Object.entries(LISTS))('the order of %s', (uid, list) => {
  it('does not depend on drafts', async () => {
    const wrongly: string[] = [];
    for (const { names, isRisky } of waysFrom(uid, 2)) {
      const fields = [...names, 'title'];
      for (const sort of [
        `sort=${fields.join('.')}`,
        `sort${brackets(fields)}=asc`,
        `sort[0]=${fields.join('.')}:desc`,
      ]) {
        const { status } = await running.request.get(`${list}?${sort}`);
        if (status !== (isRisky ? 400 : 200)) wrongly.push(`${sort}: ${status}`);
      }
    }
    expect(wrongly).toEqual([]);
  });
});

describe('without the guard, the same questions', () => {
  const file = path.resolve(__dirname, '../../../dist/src/hooks/published-query.js');

  beforeAll(() => {
    const guard = jest.requireActual<{ guardPublishedQuery: (query: object) => unknown }>(file);
    jest.spyOn(guard, 'guardPublishedQuery').mockImplementation((query) => query);
  });

  afterAll(() => {
    jest.restoreAllMocks();
  });

  it.each(Object.keys(LISTS))('find the drafts that %s leads to', async (uid) => {
    const ways = waysFrom(uid, 1);
    const risky = ways.filter(({ isRisky }) => isRisky).map(wayOf);
    expect(await findLeaks(ways, plainly)).toEqual(risky);
  });
});
