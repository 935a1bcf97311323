import { InvalidField } from './failure.js';

/** Who the source is. */
export interface Identity {
  readonly name: string;
  /** Other spellings, scripts and names under which a text may mention the source. At most 50. A name has at most 1 KiB of UTF-8. */
  readonly otherNames: readonly string[];
}

/** What is sealed about a source. */
export interface SourceFields {
  readonly identity: Identity;
  /** How to reach the source; may be empty. At most 4 KiB of UTF-8. */
  readonly contact: string;
  /** May be empty. At most 64 KiB of UTF-8. */
  readonly notes: string;
  /** The principal who answers for the source. */
  readonly custodian: string;
  /** The principal whose source it is. */
  readonly reporter: string;
}

/** In bytes of UTF-8. */
const NAME = 1024;
const OTHER_NAMES = 50;
const CONTACT = 4 * 1024;
const NOTES = 64 * 1024;
/** Principals, stories, purposes and reasons, in bytes of UTF-8. */
const SHORT = 1024;

/** @throws InvalidField */
export function checkFields({ identity, contact, notes, custodian, reporter }: SourceFields): void {
  checkFilled('identity.name', identity.name, NAME);
  if (identity.otherNames.length > OTHER_NAMES)
    throw new InvalidField('identity.otherNames', `has more than ${OTHER_NAMES} names`);
  for (const name of identity.otherNames) checkFilled('identity.otherNames', name, NAME);
  checkText('contact', contact, CONTACT);
  checkText('notes', notes, NOTES);
  checkFilled('custodian', custodian);
  checkFilled('reporter', reporter);
}

/** @throws InvalidField unless it has a visible character */
export function checkFilled(field: string, value: string, most = SHORT): void {
  checkText(field, value, most);
  if (!/[\p{L}\p{N}\p{P}\p{S}]/u.test(value)) throw new InvalidField(field, 'must not be empty');
}

/** @throws InvalidField */
function checkText(field: string, value: string, most: number): void {
  // A lone surrogate has no UTF-8, so it would come back as another character.
  if (typeof value !== 'string' || !value.isWellFormed())
    throw new InvalidField(field, 'must be well-formed Unicode text');
  if (Buffer.byteLength(value) > most)
    throw new InvalidField(field, `may have at most ${most} bytes of UTF-8`);
}
