import { RELATIONS } from './prov-document.js';
import { prov } from './prov.js';
import { sampleKilled, sampleState } from './sample-state.js';
import type { StateView } from '#projections';

const SITE = { origin: 'https://archive.example.org', name: 'Dateline' };
/** An object as a value is a text with its language, or a name with its type. */
type Value = { readonly $?: string; readonly type?: string; readonly lang?: string } | undefined;
type Attributes = Readonly<Record<string, Value>>;
type Document = Readonly<Record<string, Readonly<Record<string, Attributes>>>>;
const read = (view: StateView): Document => JSON.parse(prov(view, SITE));
const document = read(sampleState);
const [taken, killed, retracted, shown, sources] = sampleState.developments.items.map((d) => `uuid:${d.id}`);

const ties = (relation: string, of: Document = document): readonly Attributes[] =>
  Object.values(of[relation] ?? {});
const derived = (from: string) =>
  ties('wasDerivedFrom')
    .filter((t) => t['prov:generatedEntity'] === from)
    .map((t) => [t['prov:type']?.$, t['prov:usedEntity']]);

/** The kind of thing at each end of a relation. */
const KIND: Readonly<Record<string, string>> = {
  'prov:entity': 'entity',
  'prov:generatedEntity': 'entity',
  'prov:usedEntity': 'entity',
  'prov:collection': 'entity',
  'prov:activity': 'activity',
  'prov:agent': 'agent',
  'prov:delegate': 'agent',
  'prov:responsible': 'agent',
  'prov:influencee': 'entity',
  'prov:influencer': 'agent',
};

const VALUE = /^(string|number|boolean)$/;
/** A value is plain, or has `$` with a type or a language. */
const isValue = (value: Value): boolean =>
  VALUE.test(typeof value) ||
  (typeof value?.$ === 'string' && (value.type === 'prov:QUALIFIED_NAME' || typeof value.lang === 'string'));

// The structure of the Submission: these members, a map of maps in each, and names with declared prefixes.
describe.each([
  ['a story', document],
  ['a killed story', read(sampleKilled)],
])('the provenance of %s', (_, { prefix, ...of }) => {
  const prefixes = Object.keys(prefix!);

  it('has the structure of PROV-JSON', () => {
    expect(Object.values(prefix!).every((iri) => URL.canParse(iri as unknown as string))).toBe(true);
    expect(['entity', 'activity', 'agent', ...Object.keys(RELATIONS)]).toEqual(
      expect.arrayContaining(Object.keys(of)),
    );
    for (const things of Object.values(of))
      for (const [name, attributes] of Object.entries(things)) {
        const [before, ...local] = name.split(':');
        expect(['_', ...prefixes]).toContain(before);
        expect(local.join(':')).toMatch(/^\w[\w.-]*$/);
        for (const key of Object.keys(attributes)) expect(['prov', ...prefixes]).toContain(key.split(':')[0]);
        expect(Object.values(attributes).filter((value) => !isValue(value))).toEqual([]);
      }
  });

  it('describes everything that it names', () => {
    const named = Object.entries(RELATIONS).flatMap(([relation, [a, b]]) =>
      ties(relation, of).flatMap((tie) =>
        [a, b, 'prov:activity'].map((key) => ({ key, name: tie[key], from: tie[a] })),
      ),
    );
    expect(named.filter(({ from }) => typeof from !== 'string')).toEqual([]);
    const unknown = named.filter(
      ({ key, name }) => name !== undefined && !Object.keys(of[KIND[key]!]!).includes(name as string),
    );
    expect(unknown).toEqual([]);
    expect(named.length).toBeGreaterThan(3);
  });
});

describe('a chain of attribution', () => {
  it('is quoted from outlet to outlet; the origin is the primary source', () => {
    const said = `said:${shown!.slice('uuid:'.length)}`;
    expect(derived(shown!)).toEqual([
      ['prov:Revision', `before:${sampleState.corrections.items[1]!.id}`],
      ['prov:Quotation', `${said}.0.0`],
      ['prov:Quotation', `${said}.1.0`],
    ]);
    expect(derived(`${said}.0.0`)).toEqual([['prov:PrimarySource', `${said}.0.1`]]);
    expect(ties('wasAttributedTo')).toContainEqual({
      'prov:entity': `${said}.0.1`,
      'prov:agent': 'uuid:5a3c1e00-0000-5000-8000-000000000900',
    });
  });

  it('has no primary source if it ends in an outlet', () => {
    expect(derived(`said:${shown!.slice('uuid:'.length)}.1.0`)).toEqual([]);
  });

  it('names an unnamed source by its descriptor only', () => {
    expect(document['agent']!['uuid:5a3c1e00-0000-5000-8000-000000000900']).toEqual({
      'prov:type': { $: 'prov:Person', type: 'prov:QUALIFIED_NAME' },
      'prov:label': { $: 'a senior opposition official', lang: 'en' },
      'dateline:unnamed': true,
      'dateline:count': 1,
      'dateline:side': 'opposition',
    });
  });

  it('has a document as an entity, with its issuer if that is verified', () => {
    const said = `said:${sources!.slice('uuid:'.length)}`;
    const [report, video, rumour] = [901, 902, 903].map((n) => `uuid:5a3c1e00-0000-5000-8000-000000000${n}`);
    expect(derived(`${said}.0.0`)).toEqual([['prov:PrimarySource', report]]);
    expect(derived(sources!)).toContainEqual(['prov:PrimarySource', video]);
    expect(derived(`${said}.2.0`)).toEqual([['dateline:Hearsay', rumour]]);
    expect(document['entity']![report!]).toEqual({
      'prov:type': { $: 'dateline:Document', type: 'prov:QUALIFIED_NAME' },
      'prov:label': { $: 'Inspection report <1>', lang: 'en' },
      'prov:location': 'a reading room',
      'dateline:medium': 'text',
      'dateline:issuer': 'a harbour office',
      'dateline:date': '2016-11-01',
      'dateline:authenticity': 'unverified',
    });
    const attributed = ties('wasAttributedTo').filter((t) =>
      [report, video, rumour].includes(t['prov:entity'] as unknown as string),
    );
    expect(attributed).toEqual([{ 'prov:entity': video, 'prov:agent': 'party:russian-foreign-ministry' }]);
    for (const source of [report, video, rumour]) expect(document['agent']).not.toHaveProperty([source!]);
  });

  it('says who a person speaks for', () => {
    expect(ties('actedOnBehalfOf')).toEqual([
      { 'prov:delegate': 'party:zakharova', 'prov:responsible': 'party:russian-foreign-ministry' },
    ]);
  });
});

describe('a later change', () => {
  it('is a revision by an activity if it is a correction', () => {
    const correction = `uuid:${sampleState.corrections.items[1]!.id}`;
    expect(document['activity']![correction]).toMatchObject({
      'prov:label': { $: 'We had the place wrong.' },
    });
    expect(ties('wasGeneratedBy')).toContainEqual(
      expect.objectContaining({ 'prov:entity': shown, 'prov:activity': correction }),
    );
    expect(derived('claim:talks')).toContainEqual([
      'prov:Revision',
      `before:${sampleState.corrections.items[0]!.id}`,
    ]);
  });

  it('invalidates what was killed, taken down, retracted or withdrawn, and removes its words', () => {
    const invalid = ties('wasInvalidatedBy').map((t) => t['prov:entity']);
    expect(invalid).toEqual(expect.arrayContaining([taken, killed, retracted, 'claim:us-excluded']));
    expect(invalid).not.toContain(shown);
    for (const name of [taken, killed, retracted])
      expect(document['entity']![name!]).not.toHaveProperty('prov:value');
    const by = ties('wasAssociatedWith').find((t) => t['prov:activity'] === `end:${retracted!.slice(5)}`);
    expect(by?.['prov:agent']).toBe('party:financial-times');
  });

  it('leaves only the notice of a killed story', () => {
    const of = read(sampleKilled);
    expect(ties('wasInvalidatedBy', of)).toMatchObject([{ 'prov:entity': 'stories:aleppo-talks' }]);
    expect(of['entity']!['stories:aleppo-talks']).not.toHaveProperty('prov:label');
  });
});
