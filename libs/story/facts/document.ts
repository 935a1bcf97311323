import type { Directory } from './party.js';
import type { Refuse } from '../values/refusal.js';
import { speakerNow, type Speaker } from './speaker.js';
import { same, type Occurred, type Text, type Uuid } from '../values/text.js';

export const MEDIA = ['text', 'audio', 'video', 'picture'] as const;
/** A document is a recording unless its medium is text. */
export type Medium = (typeof MEDIA)[number];

export const AUTHENTICITIES = ['unverified', 'verified', 'disputed'] as const;
/** Whether it is what it claims to be. `verified` means: by this newsroom. */
export type Authenticity = (typeof AUTHENTICITIES)[number];

/** Who issued a document: a party of the directory, or somebody outside it, by name. */
export type Issuer = { readonly party: Speaker } | { readonly name: string };
export type IssuerInput = { readonly party: string } | { readonly name: string };

/** The description of a document, the same wherever the story names it. */
interface Described {
  readonly medium: Medium;
  readonly title: Text;
  readonly issuer: Issuer | null;
  readonly date: Occurred | null;
  /** Where the newsroom saw it: an address, or words. */
  readonly seen: string | null;
  /** Of the copy that the newsroom saw, in hexadecimal. */
  readonly sha256: string | null;
}

/** A document or recording that is a source. */
export interface Document extends Described {
  readonly origin: Uuid;
  readonly authenticity: Authenticity;
  /** Whether readers see `seen` and `sha256`. Null in the public log. */
  readonly seenPublic: boolean | null;
  /** Whether readers see it; if not, the public chain ends at the outlet before it. Null in the public log. */
  readonly public: boolean | null;
}

/** Null means: as before for the same document. */
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

/** The party that issued a document, if this newsroom has verified the document. */
export const verifiedIssuer = ({ authenticity, issuer }: Document): Speaker | null =>
  authenticity === 'verified' && issuer !== null && 'party' in issuer ? issuer.party : null;

/**
 * Describes the document of a link, with the description that it had `before`. Only a correction may change what the
 * document is. Its authenticity and visibility may change each time.
 */
export function describe(
  input: DocumentInput,
  before: Document | undefined,
  newOrigin: () => Uuid,
  directory: Directory,
  refuse: Refuse,
  /** Whether a correction changes the description. */
  redescribe: boolean,
): Document {
  const issuer = issuerOf(input.issuer, directory, refuse);
  const title = input.title ?? before?.title;
  if (title === undefined || Object.values(title).every((t) => t.trim() === ''))
    return refuse(
      'descriptor-missing',
      'A document needs a title, or a few words that describe it.',
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
      `The document ${before.origin} has another description: name it by its origin or its hash only, or correct the development that describes it.`,
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

/** An issuer is the same party whatever its description; a date is the same in any time zone. */
function comparable({ medium, title, issuer, date, seen, sha256 }: Described): unknown {
  const by = issuer !== null && 'party' in issuer ? { party: issuer.party.id } : issuer;
  return { medium, title, issuer: by, date: date?.edtf, seen, sha256 };
}

/** The part of a document that the public may see. */
export const publicDocument = (document: Document): Document => ({
  ...document,
  ...(document.seenPublic ? {} : { seen: null, sha256: null }),
  seenPublic: null,
  public: null,
});
