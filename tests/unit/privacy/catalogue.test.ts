import { Catalogue } from '../../../src/plugins/privacy/server/src/fields/catalogue';

const PERSONAL = { pluginOptions: { privacy: { personal: true } }, type: 'string' };

type Attributes = Record<string, object>;

/** The catalogue of a Strapi with these content types and components. */
function catalogueOf(
  contentTypes: Record<string, Attributes>,
  components: Record<string, Attributes>,
) {
  const models = (all: Record<string, Attributes>, modelType: string) =>
    Object.fromEntries(
      Object.entries(all).map(([uid, attributes]) => [uid, { uid, modelType, attributes }]),
    );
  const registries = {
    contentTypes: models(contentTypes, 'contentType'),
    components: models(components, 'component'),
  };
  const getModel = (uid: string) => registries.contentTypes[uid] ?? registries.components[uid];
  const get = (uid: string) => ({ tableName: uid, attributes: getModel(uid)?.attributes ?? {} });
  const strapi = { ...registries, getModel, db: { metadata: { get } } } as never;
  Object.assign(globalThis, { strapi });
  return new Catalogue(strapi);
}

const component = (uid: string) => ({ type: 'component', component: uid });
const relation = (target: string) => ({ type: 'relation', relation: 'oneToOne', target });

describe('a component inside of another one', () => {
  it('may lead to a document with personal data', () => {
    const found = catalogueOf(
      { person: { name: PERSONAL }, page: { section: component('section') } },
      { section: { speaker: component('speaker') }, speaker: { person: relation('person') } },
    );
    expect(found.find('page')?.ways).toEqual(new Map([['section', 'section']]));
    expect(found.tagged.map(({ uid }) => uid)).toEqual(['person']);
  });

  it('has no personal data itself', () => {
    const found = () =>
      catalogueOf(
        { page: { section: component('section') } },
        { section: { speaker: component('speaker') }, speaker: { name: PERSONAL } },
      );
    expect(found).toThrow(/section: speaker is a component with personal data inside of another/);
  });
});

describe('a dynamic zone', () => {
  const zone = { type: 'dynamiczone', components: ['quote', 'speaker'] };

  it.each([
    ['has personal data', { name: PERSONAL }],
    ['leads to some', { person: relation('person') }],
  ])('is refused a component that %s', (_, speaker) => {
    const found = () =>
      catalogueOf({ person: { name: PERSONAL }, page: { zone } }, { quote: {}, speaker });
    expect(found).toThrow(/page: zone is a dynamic zone with speaker, which has personal data/);
  });

  it('may hold what has none', () => {
    const found = catalogueOf(
      { page: { zone } },
      { quote: {}, speaker: { name: { type: 'string' } } },
    );
    expect(found.find('page')).toBeUndefined();
  });
});
