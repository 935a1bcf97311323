import type { Worded } from './language.js';

/** A value with its language or its type (PROV-JSON section 2.3). */
type ProvValue =
  string | number | boolean | { readonly $: string; readonly lang?: string; readonly type?: string };
export type ProvAttributes = Readonly<Record<string, ProvValue | undefined>>;

/** The relations of PROV-DM that attribution needs, with the names of their two ends. */
export const RELATIONS = {
  wasGeneratedBy: ['prov:entity', 'prov:activity'],
  wasInvalidatedBy: ['prov:entity', 'prov:activity'],
  wasDerivedFrom: ['prov:generatedEntity', 'prov:usedEntity'],
  wasAttributedTo: ['prov:entity', 'prov:agent'],
  wasAssociatedWith: ['prov:activity', 'prov:agent'],
  wasInfluencedBy: ['prov:influencee', 'prov:influencer'],
  actedOnBehalfOf: ['prov:delegate', 'prov:responsible'],
  hadMember: ['prov:collection', 'prov:entity'],
} as const;
type Relation = keyof typeof RELATIONS;
type Thing = 'entity' | 'activity' | 'agent';

/** A PROV-JSON document under construction: things by their qualified names, relations by numbers. */
export class ProvDocument {
  readonly #things: Record<Thing, Map<string, ProvAttributes>> = {
    entity: new Map(),
    activity: new Map(),
    agent: new Map(),
  };
  readonly #relations = new Map<Relation, Map<string, ProvAttributes>>();

  constructor(private readonly prefixes: Readonly<Record<string, string>>) {}

  /** Adds a thing, or attributes to an existing one. */
  add(thing: Thing, name: string, attributes: ProvAttributes): string {
    const things = this.#things[thing];
    things.set(name, { ...things.get(name), ...attributes });
    return name;
  }

  /** Relates two things, once. A null `to` is an unknown activity. */
  relate(relation: Relation, from: string, to: string | null, attributes: ProvAttributes = {}): void {
    const [a, b] = RELATIONS[relation];
    const all = this.#relations.get(relation) ?? new Map<string, ProvAttributes>();
    this.#relations.set(relation, all);
    const tie = { [a]: from, [b]: to ?? undefined, ...attributes };
    all.set(JSON.stringify(tie), tie);
  }

  /** The document as JSON (W3C Member Submission "PROV-JSON", 24 April 2013). */
  toString(): string {
    const relations = [...this.#relations].map(([relation, all]) => [
      relation,
      Object.fromEntries([...all.values()].map((tie, i) => [`_:${relation}${i + 1}`, tie])),
    ]);
    return JSON.stringify({
      prefix: this.prefixes,
      ...Object.fromEntries(Object.entries(this.#things).map(([t, all]) => [t, Object.fromEntries(all)])),
      ...Object.fromEntries(relations),
    });
  }
}

/** A qualified name as a value, such as a type. */
export const qualified = (name: string): ProvValue => ({ $: name, type: 'prov:QUALIFIED_NAME' });

export const spoken = (words: Worded | null): ProvValue | undefined =>
  words === null ? undefined : { $: words.text, lang: words.lang };
