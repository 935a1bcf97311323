import { iso, positionText } from '#projections';
import type { DeadLetter } from './dead-letters.js';
import type { EndpointState } from './webhooks.js';

/** A position in the form of the archive. */
const publicPosition = (position: number): string => positionText('public', BigInt(position));

/** An endpoint for operators, without secrets. */
export function endpointView(endpoint: EndpointState) {
  const { id, url, description, stories, state, reason, position, pending, dead } = endpoint;
  const { lastSuccess, lastFailure } = endpoint;
  return {
    id,
    url,
    description,
    stories,
    state,
    reason,
    createdAt: iso(endpoint.createdAt),
    position: position < 0 ? null : publicPosition(position),
    pending,
    deadLetters: dead,
    lastSuccess: lastSuccess && { at: iso(lastSuccess.at), status: lastSuccess.status },
    lastFailure: lastFailure && {
      at: iso(lastFailure.at),
      failure: lastFailure.failure,
      status: lastFailure.status,
    },
  };
}

export function deadLetterView({ position, story, event, attempts, diedAt, failure, status }: DeadLetter) {
  return {
    position: publicPosition(position),
    event,
    story,
    attempts,
    diedAt: iso(diedAt),
    failure,
    status,
  };
}
