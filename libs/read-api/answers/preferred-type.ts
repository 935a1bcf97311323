import Negotiator from 'negotiator';

/**
 * The media type that an `Accept` header prefers (RFC 9110 section 12.5.1); undefined if it accepts none of them. All
 * parameters but the weight are ignored: a client that asks for a profile or a version gets ours.
 */
export function preferredOf<T extends string>(accept: string, types: readonly T[]): T | undefined {
  const plain = accept
    .split(',')
    .map((range) => {
      const [type, ...parameters] = range.split(';');
      return [type, ...parameters.filter((one) => /^\s*q\s*=/i.test(one))].join(';');
    })
    .join(',');
  return new Negotiator({ headers: { accept: plain } }).mediaType([...types]) as T | undefined;
}
