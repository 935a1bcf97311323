import type { RefusalCode } from '#story';

/**
 * The HTTP status of every rule that says no. What the address names and is not there is 404; what contradicts the
 * present state of the story is 409; what is wrong in itself is 422. A 404 whose refusal points into the body
 * answers 422, for then the address was right (problem-of.ts).
 */
export const REFUSAL_STATUS: Readonly<Record<RefusalCode, number>> = {
  'story-unknown': 404,
  'development-unknown': 404,
  'claim-unknown': 404,
  'correction-unknown': 404,
  'assertion-unknown': 404,
  'judgement-unknown': 404,
  'link-unknown': 404,
  'question-unknown': 404,
  'scheduled-unknown': 404,

  'claim-exists': 409,
  'claim-in-use': 409,
  'development-retracted': 409,
  'development-withheld': 409,
  'origin-exists': 409,
  'party-exists': 409,
  'question-exists': 409,
  'schedule-taken': 409,
  'story-closed': 409,
  'story-scheduled': 409,
  'story-exists': 409,
  'story-withheld': 409,

  'authority-missing': 422,
  'chain-circular': 422,
  'chain-empty': 422,
  'chain-unknown': 422,
  'claim-kind-mismatch': 422,
  'claim-not-public': 422,
  'descriptor-missing': 422,
  'embargo-past': 422,
  'field-unknown': 422,
  'kind-mismatch': 422,
  'link-circle': 422,
  'link-kind-mismatch': 422,
  'link-to-itself': 422,
  'nothing-to-take-back': 422,
  'off-the-record': 422,
  'origin-unknown': 422,
  'party-unknown': 422,
  'quantity-missing': 422,
  'range-inverted': 422,
  'reason-missing': 422,
  'side-unknown': 422,
  'speaks-for-itself': 422,
  'stance-contradiction': 422,
  'text-missing': 422,
  'unit-mismatch': 422,
  'variable-without-value': 422,
};
