import { EventStoreError } from '#event-store';

/**
 * Name and stack of an error, for the log. The message is left out, because it may quote a story or a request. Errors of
 * the store keep theirs: they name only streams and revisions.
 */
export function faultOf(error: unknown): string {
  if (!(error instanceof Error)) return `A ${typeof error} was thrown.`;
  const { name, message, stack = '' } = error;
  if (error instanceof EventStoreError) return stack;
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const at = stack.indexOf(message);
  const frames = (at < 0 ? stack : stack.slice(at + message.length))
    .split('\n')
    .filter((line) => /^\s+at /.test(line));
  const cause = error.cause === undefined ? [] : [`caused by ${faultOf(error.cause)}`];
  return [`${name}${code}`, ...frames, ...cause].join('\n');
}
