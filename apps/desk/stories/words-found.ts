import {
  isDevelopmentEvent,
  removingWords,
  same,
  type Directory,
  type Removed,
  type StoryEvent,
  type Uuid,
} from '#story';

export interface Identifier {
  readonly kind: 'side' | 'party' | 'story' | 'claim' | 'question';
  readonly id: string;
  /** Only for a claim or question. */
  readonly story?: Uuid;
}

export interface RenamedEntry {
  readonly kind: 'side' | 'party';
  readonly id: string;
  readonly name: string;
  readonly renamed: string;
  /** Its aliases without the words. */
  readonly aliases?: readonly string[];
}

/** Sides and parties whose names have the words. */
export function inDirectory({ parties, sides }: Directory, what: Removed): readonly RenamedEntry[] {
  const take = replacing(what);
  const ofSides = [...sides.values()].flatMap(({ id, name }) => {
    const renamed = take(name);
    return renamed === name ? [] : [{ kind: 'side' as const, id, name, renamed }];
  });
  const ofParties = [...parties.values()].flatMap(({ id, name, aliases }) => {
    const [renamed, others] = [take(name), aliases?.map(take)];
    if (renamed === name && same(aliases, others)) return [];
    return [{ kind: 'party' as const, id, name, renamed, ...(others ? { aliases: others } : {}) }];
  });
  return [...ofSides, ...ofParties];
}

/** Ids of sides and parties that have the words. */
export function identifiersWith({ parties, sides }: Directory, what: Removed): readonly Identifier[] {
  const take = replacing(what);
  return [
    ...[...sides.keys()].map((id) => ({ kind: 'side' as const, id })),
    ...[...parties.keys()].map((id) => ({ kind: 'party' as const, id })),
  ].filter(({ id }) => take(id) !== id);
}

/** Collects identifiers of stories, claims and questions that have the words. */
export class Identifiers {
  readonly #found = new Map<string, Identifier>();
  readonly #take: (name: string) => string;

  constructor(what: Removed) {
    this.#take = replacing(what);
  }

  get found(): readonly Identifier[] {
    return [...this.#found.values()];
  }

  search(story: Uuid, event: StoryEvent): void {
    if (event.type === 'StoryOpened') this.#add({ kind: 'story', id: event.slug });
    if (!isDevelopmentEvent(event)) return;
    for (const { id } of event.development.claims) this.#add({ kind: 'claim', id, story });
    for (const { id } of event.development.raises) this.#add({ kind: 'question', id, story });
  }

  #add(one: Identifier): void {
    if (this.#take(one.id) !== one.id) this.#found.set(`${one.kind} ${one.story} ${one.id}`, one);
  }
}

/** Gives a name without the words. */
export function replacing(what: Removed): (name: string) => string {
  const take = removingWords(what);
  return (name) => {
    const event = take({ type: 'StoryClosed', reason: name }, 0);
    return event.type === 'StoryClosed' ? (event.reason ?? name) : name;
  };
}
