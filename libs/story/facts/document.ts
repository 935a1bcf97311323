import type { Directory } from './party.js';
import type { Refuse } from '../values/refusal.js';
import { speakerNow, type Speaker } from './speaker.js';
import { same, type Occurred, type Text, type Uuid } from '../values/text.js';

export const MEDIA = ['text', 'audio', 'video', 'picture'] as const;
/** A document of any medium but text is a recording. */
export type Medium = (typeof MEDIA)[number];

export const AUTHENTICITIES = ['unverified', 'verified', 'disputed'] as const;
/** Whether it is what it is said to be: `verified` by this newsroom. */
export type Authenticity = (typeof AUTHENTICITIES)[number];

/** Who issued a document: a party of the directory, or whoever these words name. */
export type Issuer = { readonly party: Speaker } | { readonly name: string };
export type IssuerInput = { readonly party: string } | { readonly name: string };

/** What a document is. Two namings of one document say the same of it. */
interface Described {
  readonly medium: Medium;
  readonly title: Text;
  readonly issuer: Issuer | null;
  readonly date: Occurred | null;
  /** Where we saw it: an address, or words. */
  readonly seen: string | null;
  /** Of the copy that we saw, in hexadecimal. */
  readonly sha256: string | null;
}

/** Something written or recorded from which somebody knows. */
export interface Document extends Described {
  readonly origin: Uuid;
  readonly authenticity: Authenticity;
  /** Whether readers see `seen` and `sha256`. Null in the public log. */
  readonly seenPublic: boolean | null;
  /** Whether readers see that this rests on it; if not, the chain ends in public at the outlet. Null in the public log. */
  readonly public: boolean | null;
}

/** What is null is as it was said before of the same document. */
export interface DocumentInput {
  readonly origin: Uuid | null;
  readonly medium: Medium | null;
  readonly title: Text | null;
  readonly issuer: IssuerInput | null;
  readonly date: Occurred | null;
  readonly seen: string | null;
  readonly sha256: string | null;
  readonly authenticity: Authenticity | null;
  readonly seenPublic: boolean | null;
  readonly public: boolean | null;
}

/** The party that a document speaks for: who issued it, where this newsroom has verified that. */
export const verifiedIssuer = ({ authenticity, issuer }: Document): Speaker | null =>
  authenticity === 'verified' && issuer !== null && 'party' in issuer ? issuer.party : null;

/**
 * A document as a link names it, with what was said of it `before`. What it is, is said once; whether it is authentic
 * and public may be said anew each time.
 */
export function describe(
  input: DocumentInput,
  before: Document | undefined,
  newOrigin: () => Uuid,
  directory: Directory,
  refuse: Refuse,
  /** A correction may describe a document of the story anew. */
  redescribe: boolean,
): Document {
  const issuer = issuerOf(input.issuer, directory, refuse);
  const title = input.title ?? before?.title;
  if (title === undefined || Object.values(title).every((t) => t.trim() === ''))
    return refuse(
      'descriptor-missing',
      'A document needs a title, or a few words on what it is.',
      input.title === null ? '' : '/title',
    );
  const kept = redescribe && input.title !== null ? undefined : before;
  const is: Described = {
    medium: input.medium ?? kept?.medium ?? 'text',
    title,
    issuer: issuer ?? kept?.issuer ?? null,
    date: input.date ?? kept?.date ?? null,
    seen: input.seen ?? kept?.seen ?? null,
    sha256: input.sha256 ?? kept?.sha256 ?? null,
  };
  if (before && !redescribe && !same(comparable(is), comparable(before)))
    return refuse(
      'origin-exists',
      `The document ${before.origin} was described otherwise: name it by its origin or its hash alone, or correct the development that describes it.`,
    );
  return {
    ...is,
    origin: before?.origin ?? input.origin ?? newOrigin(),
    authenticity: input.authenticity ?? before?.authenticity ?? 'unverified',
    seenPublic: input.seenPublic ?? before?.seenPublic ?? false,
    public: input.public ?? before?.public ?? true,
  };
}

function issuerOf(issuer: IssuerInput | null, directory: Directory, refuse: Refuse): Issuer | null {
  if (issuer === null || 'name' in issuer) return issuer;
  const within: Refuse = (code, message) => refuse(code, message, '/issuer/party');
  return { party: speakerNow(issuer.party, directory, within) };
}

/** A party described anew is the same issuer, a date in another zone the same date. */
function comparable({ medium, title, issuer, date, seen, sha256 }: Described): unknown {
  const by = issuer !== null && 'party' in issuer ? { party: issuer.party.id } : issuer;
  return { medium, title, issuer: by, date: date?.edtf, seen, sha256 };
}

/** What of a document the world may see. */
export const publicDocument = (document: Document): Document => ({
  ...document,
  ...(document.seenPublic ? {} : { seen: null, sha256: null }),
  seenPublic: null,
  public: null,
});
