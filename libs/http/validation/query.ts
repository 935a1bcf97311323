import { applyDecorators, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { ApiProperty } from '@nestjs/swagger';
import { Max, Min } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { wrongCharacter } from '#story';
import { dryRunParameterOf, whyNoDryRun } from './dry-run.js';
import { Problem } from '../problem/problem.js';
import { Shaped } from './dto-reader.js';

const MALFORMED = Symbol('malformed');
/** Names of Dateline have no underscore; those that an identity provider sends do. */
const NAME = /^[A-Za-z]\w*$/;

/** Parses a query string into a flat map. A fault is stored in the map, and `checkQuery` reports it. */
export function parseQuery(text: string): Record<string, string> {
  const query: Record<string | symbol, string> = {};
  const wrong = (what: string) => ({ [MALFORMED]: what }) as unknown as Record<string, string>;
  for (const part of text.split('&').filter((part) => part !== '')) {
    const [name = '', value = ''] = part.split(/=(.*)/s).map(decode);
    if (name === null || value === null)
      return wrong('An escape in the query is not UTF-8. Encode each value as UTF-8 with %XX.');
    const character = wrongCharacter(value, { lines: false });
    if (character !== null) return wrong(`A parameter ${character}.`);
    if (!NAME.test(name))
      return wrong(
        'The name of a parameter is invalid: names are letters, digits and underscores, and values are not nested.',
      );
    if (Object.hasOwn(query, name)) return wrong('The query has a parameter twice. Send it once.');
    Object.defineProperty(query, name, { value, enumerable: true });
  }
  return query;
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return null;
  }
}

/** @throws Problem `query-parameter`, 400, for a query that `parseQuery` could not parse */
export function checkQuery(request: FastifyRequest): void {
  const wrong = (request.query as Record<symbol, string> | null)?.[MALFORMED];
  if (wrong !== undefined) throw new Problem('query-parameter', wrong);
}

const QUERY_ARGUMENT = /^4:/;

/** Refuses parameters that the route does not know. If the route has a DTO for its query, {@link DtoPipe} does this. */
@Injectable()
export class QueryGuard implements CanActivate {
  readonly #known = new WeakMap<object, readonly (string | undefined)[]>();

  canActivate(context: ExecutionContext): boolean {
    const names = this.#namesOf(context);
    if (names.includes(undefined)) return true;
    const { query } = context.switchToHttp().getRequest<FastifyRequest>();
    const given = Object.keys(query as object);
    if (given.every((name) => names.includes(name))) return true;
    const noDryRun = whyNoDryRun(context, given);
    if (noDryRun !== null) throw new Problem('query-parameter', noDryRun);
    const known = names.length === 0 ? 'none' : names.join(', ');
    throw new Problem('query-parameter', `A parameter is unknown. The parameters of this address: ${known}.`);
  }

  /** The names of a route's query parameters; undefined among them means a DTO for the whole query. */
  #namesOf(context: ExecutionContext): readonly (string | undefined)[] {
    const handler = context.getHandler();
    const known = this.#known.get(handler);
    if (known) return known;
    const route = Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), handler.name) as
      RouteArguments | undefined;
    const taken = Object.entries(route ?? {}).filter(([key]) => QUERY_ARGUMENT.test(key));
    const names = [...taken.map(([, argument]) => argument.data), ...dryRunParameterOf(context)];
    this.#known.set(handler, names);
    return names;
  }
}

type RouteArguments = Readonly<Record<string, { readonly data?: string }>>;

/** A whole number in a query, such as `limit`: decimal digits only, read into a number from `min` to `max`. */
export function WholeNumber({ min, max }: { readonly min: number; readonly max: number }): PropertyDecorator {
  const read = Shaped((value) =>
    typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : NaN,
  );
  return applyDecorators(
    read,
    Min(min),
    Max(max),
    ApiProperty({ type: 'integer', minimum: min, maximum: max }),
  );
}
