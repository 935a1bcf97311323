import type { FastifyRequest } from 'fastify';
import type { NamedFormat } from '#formats';

/** The format of a route that was mounted once for each of some formats, with its suffix. */
export function formatOfRoute<T extends NamedFormat>(
  { routeOptions: { url = '' } }: FastifyRequest,
  formats: readonly T[],
): T {
  const format = formats.find(({ suffix }) => url.endsWith(suffix));
  if (!format) throw new TypeError(`The route ${url} has the suffix of no format.`);
  return format;
}
