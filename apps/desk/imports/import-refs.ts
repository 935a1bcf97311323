import { isSlug, isUuidV45 } from '#http';
import type { Story, Uuid } from '#story';
import { idOfRef } from '../recording/ids.js';
import { wrong, type ImportLine } from './import-line.js';
import type { LineNames } from './line-commands.js';

/** The refs of an import file. Each belongs to one story. */
export class ImportRefs {
  readonly #ids = new Map<string, Uuid>();
  readonly #unnamed = new Set<string>();

  /** The id of what a line makes. @throws Problem for a ref that an earlier line has */
  make({ slug, ref, id }: ImportLine): Uuid | null {
    if (ref === null) return id;
    const key = `${slug} ${ref}`;
    if (this.#ids.has(key))
      throw wrong('/ref', 'is the ref of an earlier line of this story: each line has its own');
    const made = id ?? (isUuidV45(ref) ? ref : idOfRef(slug!, ref));
    this.#ids.set(key, made);
    return made;
  }

  /** Resolves the names in a line, given the story before it. */
  namesFor({ slug, body, zone }: ImportLine, story: Story): LineNames {
    const named = (field: string, value: unknown): Uuid => {
      if (isUuidV45(value)) return this.#ids.get(`${slug} ${value}`) ?? value;
      if (isSlug(value)) return this.#ids.get(`${slug} ${value}`) ?? idOfRef(slug!, value);
      throw wrong(`/${field}`, 'must be the ref of an earlier line, or an id');
    };
    const id = (field: string): Uuid => named(field, body[field]);
    const claim = (): string => {
      if (isSlug(body['claim'])) return body['claim'];
      throw wrong('/claim', 'must be the id of a claim');
    };
    return {
      zone,
      slug: slug!,
      id,
      idOf: (name, at) => named(at, name),
      optionalId: (field) => (body[field] === undefined || body[field] === null ? null : id(field)),
      claim,
      assertion: () =>
        body['assertion'] === undefined
          ? assertionOf(story, id('development'), claim(), body)
          : id('assertion'),
      originOf: (ref) => {
        this.#unnamed.add(`${slug} ${ref}`);
        return idOfRef(slug!, `unnamed/${ref}`);
      },
      origin: (name) => (this.#unnamed.has(`${slug} ${name}`) ? idOfRef(slug!, `unnamed/${name}`) : name),
    };
  }
}

/** An assertion is named by development and claim, and if that is not enough, also by stance and origin. */
function assertionOf(story: Story, development: Uuid, claim: string, body: ImportLine['body']): Uuid {
  const { stance, origin } = body;
  const all = story.developments.get(development)?.development.assertions ?? [];
  const [first, ...others] = all.filter(
    (a) =>
      a.claim === claim &&
      (stance === undefined || a.stance === stance) &&
      (origin === undefined || a.origin.id === origin),
  );
  if (!first) throw wrong('/claim', 'the development makes no such assertion about this claim');
  if (others.length > 0)
    throw wrong('/claim', 'the development asserts this claim more than once: give stance or origin too');
  return first.id;
}
