import type {
  Link,
  LinkInput,
  Rumour,
  RumourInput,
  Source,
  Sources,
  Unnamed,
  UnnamedInput,
} from '../facts/attribution.js';
import { describe, type Document, type DocumentInput } from '../facts/document.js';
import { sideOf, type Directory } from '../facts/party.js';
import type { Refuse } from '../values/refusal.js';
import { speakerNow } from '../facts/speaker.js';
import { same, type Text, type Uuid } from '../values/text.js';

/** The sources of a story, and of the request so far. */
export interface KnownSources {
  readonly get: (origin: Uuid) => Source | undefined;
  /** The document that has this hash. */
  readonly withHash: (sha256: string) => Uuid | undefined;
  readonly newOrigin: () => Uuid;
}

/** Fills a chain with what is known now of its parties, and gives new sources their origin ids. */
export function resolveLink(
  link: LinkInput,
  known: KnownSources,
  directory: Directory,
  refuse: Refuse,
  /** A correction may describe a source of the story anew. */
  redescribe = false,
): Link {
  const { standing } = link;
  if ('party' in link)
    return { party: speakerNow(link.party, directory, within(refuse, '/party')), standing };
  if ('unnamed' in link)
    return {
      unnamed: resolveUnnamed(link.unnamed, known, directory, within(refuse, '/unnamed'), redescribe),
      standing,
    };
  if ('rumour' in link)
    return { rumour: resolveRumour(link.rumour, known, within(refuse, '/rumour'), redescribe), standing };
  const there = within(refuse, '/document');
  return { document: resolveDocument(link.document, known, directory, there, redescribe), standing };
}

function resolveUnnamed(
  input: UnnamedInput,
  known: KnownSources,
  directory: Directory,
  refuse: Refuse,
  redescribe: boolean,
): Unnamed {
  const { origin, descriptor } = input;
  const before = knownAs('unnamed', origin, known, refuse);
  if (descriptor === null) {
    if (before) return before;
    return missing('An unnamed source needs a descriptor.', 'unnamed source', origin, refuse);
  }
  checkWords(descriptor, 'An unnamed source needs a descriptor.', refuse);
  const side = input.side === null ? null : sideOf(directory, input.side, within(refuse, '/side'));
  const { count, groundRules, approvedBy } = input;
  const unnamed = { origin: origin ?? known.newOrigin(), descriptor, count, side, groundRules, approvedBy };
  if (before && !redescribe && !same({ ...before, side: before.side?.id }, { ...unnamed, side: side?.id }))
    return otherwise('unnamed source', unnamed.origin, refuse);
  return redescribe ? unnamed : (before ?? unnamed);
}

function resolveRumour(
  { origin, descriptor }: RumourInput,
  known: KnownSources,
  refuse: Refuse,
  redescribe: boolean,
): Rumour {
  const before = knownAs('rumour', origin, known, refuse);
  const words = 'A rumour needs a few words on what circulates, and where.';
  if (descriptor === null) return before ?? missing(words, 'rumour', origin, refuse);
  checkWords(descriptor, words, refuse);
  const rumour = { origin: origin ?? known.newOrigin(), descriptor };
  if (before && !redescribe && !same(before, rumour)) return otherwise('rumour', rumour.origin, refuse);
  return rumour;
}

/** The same document has the same hash, whoever cites it: it is one origin. */
function resolveDocument(
  input: DocumentInput,
  known: KnownSources,
  directory: Directory,
  refuse: Refuse,
  redescribe: boolean,
): Document {
  const hashed = input.sha256 === null ? undefined : known.withHash(input.sha256);
  if (input.origin !== null && hashed !== undefined && hashed !== input.origin)
    refuse(
      'origin-exists',
      `The story has a document with this hash: it is ${hashed}. Name it by that origin, or by its hash alone.`,
      '/sha256',
    );
  const origin = input.origin ?? hashed ?? null;
  const before = knownAs('document', origin, known, refuse);
  if (!before && input.title === null && origin !== null) return missing('', 'document', origin, refuse);
  return describe({ ...input, origin }, before, known.newOrigin, directory, refuse, redescribe);
}

/** What the story has by an origin id, if that is of this kind. */
function knownAs<K extends keyof Sources>(
  kind: K,
  origin: Uuid | null,
  known: KnownSources,
  refuse: Refuse,
): Sources[K] | undefined {
  const found = origin === null ? undefined : known.get(origin);
  if (found === undefined) return undefined;
  if (kind in found) return (found as unknown as Pick<Sources, K>)[kind];
  return refuse('origin-exists', `The origin ${origin} is another kind of source in this story.`);
}

function missing(words: string, kind: string, origin: Uuid | null, refuse: Refuse): never {
  if (origin === null) return refuse('descriptor-missing', words);
  return refuse('origin-unknown', `This story has no ${kind} with the origin ${origin}.`);
}

function otherwise(kind: string, origin: Uuid, refuse: Refuse): never {
  return refuse(
    'origin-exists',
    `The ${kind} ${origin} was described otherwise: name it by its origin alone.`,
  );
}

function checkWords(words: Text, message: string, refuse: Refuse): void {
  if (Object.values(words).every((t) => t.trim() === ''))
    refuse('descriptor-missing', message, '/descriptor');
}

const within =
  (refuse: Refuse, member: string): Refuse =>
  (code, message, inside = '') =>
    refuse(code, message, `${member}${inside}`);
