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

/** Looks up the sources of a story and of the request so far. */
export interface SourceLookup {
  readonly get: (origin: Uuid) => Source | undefined;
  /** The origin of the document with this hash. */
  readonly withHash: (sha256: string) => Uuid | undefined;
  readonly newOrigin: () => Uuid;
}

/** Resolves a link: describes its party as the directory does now, and gives a new source its origin id. */
export function resolveLink(
  link: LinkInput,
  sources: SourceLookup,
  directory: Directory,
  refuse: Refuse,
  /** Whether a correction may change the description of a source. */
  redescribe = false,
): Link {
  const { standing } = link;
  if ('party' in link)
    return { party: speakerNow(link.party, directory, within(refuse, '/party')), standing };
  if ('unnamed' in link)
    return {
      unnamed: resolveUnnamed(link.unnamed, sources, directory, within(refuse, '/unnamed'), redescribe),
      standing,
    };
  if ('rumour' in link)
    return { rumour: resolveRumour(link.rumour, sources, within(refuse, '/rumour'), redescribe), standing };
  const there = within(refuse, '/document');
  return { document: resolveDocument(link.document, sources, directory, there, redescribe), standing };
}

function resolveUnnamed(
  input: UnnamedInput,
  sources: SourceLookup,
  directory: Directory,
  refuse: Refuse,
  redescribe: boolean,
): Unnamed {
  const { origin, descriptor } = input;
  const before = sourceAs('unnamed', origin, sources, refuse);
  if (descriptor === null) {
    if (before) return before;
    return missing('An unnamed source needs a descriptor.', 'unnamed source', origin, refuse);
  }
  checkWords(descriptor, 'An unnamed source needs a descriptor.', refuse);
  const side = input.side === null ? null : sideOf(directory, input.side, within(refuse, '/side'));
  const { count, groundRules, approvedBy } = input;
  const unnamed = { origin: origin ?? sources.newOrigin(), descriptor, count, side, groundRules, approvedBy };
  if (before && !redescribe && !same({ ...before, side: before.side?.id }, { ...unnamed, side: side?.id }))
    return refuseDescription('unnamed source', unnamed.origin, refuse);
  return redescribe ? unnamed : (before ?? unnamed);
}

function resolveRumour(
  { origin, descriptor }: RumourInput,
  sources: SourceLookup,
  refuse: Refuse,
  redescribe: boolean,
): Rumour {
  const before = sourceAs('rumour', origin, sources, refuse);
  const words = 'A rumour needs a descriptor: what circulates, and where.';
  if (descriptor === null) return before ?? missing(words, 'rumour', origin, refuse);
  checkWords(descriptor, words, refuse);
  const rumour = { origin: origin ?? sources.newOrigin(), descriptor };
  if (before && !redescribe && !same(before, rumour))
    return refuseDescription('rumour', rumour.origin, refuse);
  return rumour;
}

/** Documents with the same hash are one document, and so one origin. */
function resolveDocument(
  input: DocumentInput,
  sources: SourceLookup,
  directory: Directory,
  refuse: Refuse,
  redescribe: boolean,
): Document {
  const hashed = input.sha256 === null ? undefined : sources.withHash(input.sha256);
  if (input.origin !== null && hashed !== undefined && hashed !== input.origin)
    refuse(
      'origin-exists',
      `The story has a document with this hash under the origin ${hashed}: name it by that origin, or by its hash only.`,
      '/sha256',
    );
  const origin = input.origin ?? hashed ?? null;
  const before = sourceAs('document', origin, sources, refuse);
  if (!before && input.title === null && origin !== null) return missing('', 'document', origin, refuse);
  return describe({ ...input, origin }, before, sources.newOrigin, directory, refuse, redescribe);
}

/** The source with an origin id, if there is one. It must be of this kind. */
function sourceAs<K extends keyof Sources>(
  kind: K,
  origin: Uuid | null,
  sources: SourceLookup,
  refuse: Refuse,
): Sources[K] | undefined {
  const found = origin === null ? undefined : sources.get(origin);
  if (found === undefined) return undefined;
  if (kind in found) return (found as unknown as Pick<Sources, K>)[kind];
  return refuse('origin-exists', `The origin ${origin} is another kind of source in this story.`);
}

function missing(words: string, kind: string, origin: Uuid | null, refuse: Refuse): never {
  if (origin === null) return refuse('descriptor-missing', words);
  return refuse('origin-unknown', `This story has no ${kind} with the origin ${origin}.`);
}

function refuseDescription(kind: string, origin: Uuid, refuse: Refuse): never {
  return refuse(
    'origin-exists',
    `The ${kind} ${origin} has another description: name it by its origin only.`,
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
