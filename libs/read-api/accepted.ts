import Negotiator from 'negotiator';

/**
 * Which of some media types an `Accept` header prefers (RFC 9110 section 12.5.1); undefined for none of them. Of a type's
 * parameters only its weight counts: ours have none, so one with a profile or a version is content with ours.
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
