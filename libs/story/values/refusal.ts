/** Every reason for which the domain refuses a command. One table in `libs/http` has the HTTP status of each. */
export const REFUSAL_CODES = [
  'quantity-missing',
  'assertion-unknown',
  'authority-missing',
  'chain-unknown',
  'chain-circular',
  'chain-empty',
  'chain-ended',
  'claim-exists',
  'claim-in-use',
  'claim-kind-mismatch',
  'claim-not-public',
  'claim-unknown',
  'corrected-twice',
  'correction-empty',
  'correction-unknown',
  'descriptor-missing',
  'development-retracted',
  'development-unknown',
  'development-withheld',
  'embargo-past',
  'field-unknown',
  'judgement-unknown',
  'kind-mismatch',
  'link-unknown',
  'question-unknown',
  'link-circle',
  'link-kind-mismatch',
  'link-to-itself',
  'name-unknown',
  'not-a-translation',
  'nothing-to-take-back',
  'off-the-record',
  'origin-exists',
  'origin-unknown',
  'party-exists',
  'party-unknown',
  'question-exists',
  'range-inverted',
  'reason-missing',
  'rumour-only-asserts',
  'schedule-taken',
  'scheduled-unknown',
  'side-unknown',
  'speaks-for-itself',
  'stance-contradiction',
  'story-closed',
  'story-exists',
  'story-scheduled',
  'story-unknown',
  'story-withheld',
  'text-missing',
  'unit-mismatch',
  'variable-without-value',
] as const;

export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** A rule refuses a command. The message says what is wrong and what to do; it repeats no text of the request. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: RefusalCode,
    message: string,
    /** RFC 6901 pointer to the field of the request. */
    readonly pointer: string | null = null,
  ) {
    super(message);
  }
}

/** Refuses with the caller's pointer, to which a rule may append `within`. */
export type Refuse = (code: RefusalCode, message: string, within?: string) => never;

export function refuseAt(pointer: string): Refuse {
  return (code, message, within = '') => {
    throw new Refusal(code, message, `${pointer}${within}`);
  };
}
