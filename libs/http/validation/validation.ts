import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import type { Finding } from '../problem/pointer.js';
import { MOST_FINDINGS, Problem } from '../problem/problem.js';
import { fieldsOf, readObject, type Dto } from './shape.js';

/**
 * Reads plain JSON into a DTO: only declared fields, every rule of class-validator on them, nested objects and
 * arrays as their decorators say. The HTTP pipe and the import of a file use the same.
 *
 * @throws Problem `validation`, 422, with a JSON pointer for each of the first 20 things that are wrong
 */
export function validate<T extends object>(type: Dto<T>, plain: unknown): T {
  const findings: Finding[] = [];
  const dto = readObject(type, plain, '', findings);
  if (findings.length > 0)
    throw new Problem('validation', `${summary(findings)} See errors.`, { errors: findings });
  return dto;
}

function summary(findings: readonly Finding[]): string {
  if (findings.length === 1) return 'One thing in the body is wrong.';
  if (findings.length <= MOST_FINDINGS) return `In the body ${findings.length} things are wrong.`;
  return `More than ${MOST_FINDINGS} things in the body are wrong.`;
}

const NOT_DTOS: ReadonlySet<unknown> = new Set([String, Number, Boolean, Object, Array, undefined]);

/**
 * Every body, query and path of a server, read into the DTO that the route declares. A wrong body is 422, a wrong
 * query 400, and a path that names nothing that could exist 404. A body without a DTO is a fault of the route.
 */
@Injectable()
export class DtoPipe implements PipeTransform {
  transform(value: unknown, { type, metatype, data }: ArgumentMetadata): unknown {
    if (type === 'custom') return value;
    if (NOT_DTOS.has(metatype)) {
      if (type === 'body') throw new TypeError('A route takes a body and declares no DTO class for it.');
      return value;
    }
    if (data !== undefined)
      throw new TypeError('A DTO takes the whole body, query or path, not one field of it.');
    const dto = metatype as Dto;
    // No body at all says as much as `{}`: what is required is then missed by name.
    if (type === 'body') return validate(dto, value === undefined ? {} : value);
    const findings: Finding[] = [];
    const read = readObject(dto, { ...(value as object) }, '', findings);
    if (findings.length === 0) return read;
    const errors = findings.map(({ pointer = '', detail }) => ({ parameter: pointer.slice(1), detail }));
    if (type === 'param')
      throw new Problem('not-found', 'No address has such a path. See errors.', { errors });
    throw new Problem(
      'query-parameter',
      `A parameter is wrong. This address knows ${[...fieldsOf(dto).keys()].join(', ')}.`,
      { errors },
    );
  }
}
