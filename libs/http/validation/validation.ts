import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import type { Finding } from '../problem/pointer.js';
import { MOST_FINDINGS, Problem } from '../problem/problem.js';
import { fieldsOf, readObject, type Dto } from './dto-reader.js';

/**
 * Reads plain JSON into a DTO. Only declared fields are allowed, all rules of class-validator apply, and decorators say how
 * nested objects and arrays are read. The HTTP pipe and imports use it.
 *
 * @throws Problem `validation`, 422, with a JSON Pointer for each of the first 20 faults
 */
export function validate<T extends object>(type: Dto<T>, plain: unknown): T {
  const findings: Finding[] = [];
  const dto = readObject(type, plain, '', findings);
  if (findings.length > 0)
    throw new Problem('validation', `${summary(findings)} See errors.`, { errors: findings });
  return dto;
}

function summary(findings: readonly Finding[]): string {
  if (findings.length === 1) return 'The body has a fault.';
  if (findings.length <= MOST_FINDINGS) return `The body has ${findings.length} faults.`;
  return `The body has more than ${MOST_FINDINGS} faults.`;
}

const NOT_DTOS: ReadonlySet<unknown> = new Set([String, Number, Boolean, Object, Array, undefined]);

/**
 * Reads each body, query and path into the DTO of the route. A wrong body is 422 and a wrong query 400. A path with an
 * impossible id is 404. A route with a body and without a DTO is a bug.
 */
@Injectable()
export class DtoPipe implements PipeTransform {
  transform(value: unknown, { type, metatype, data }: ArgumentMetadata): unknown {
    if (type === 'custom') return value;
    if (NOT_DTOS.has(metatype)) {
      if (type === 'body') throw new TypeError('A route takes a body but declares no DTO class for it.');
      return value;
    }
    if (data !== undefined)
      throw new TypeError('A DTO takes the whole body, query or path, not one field of it.');
    const dto = metatype as Dto;
    // No body is the same as `{}`, so the answer names each missing field.
    if (type === 'body') return validate(dto, value === undefined ? {} : value);
    const findings: Finding[] = [];
    const read = readObject(dto, { ...(value as object) }, '', findings);
    if (findings.length === 0) return read;
    const errors = findings.map(({ pointer = '', detail }) => ({ parameter: pointer.slice(1), detail }));
    if (type === 'param') throw new Problem('not-found', 'This path cannot exist. See errors.', { errors });
    throw new Problem(
      'query-parameter',
      `A parameter is wrong. The parameters of this address: ${[...fieldsOf(dto).keys()].join(', ')}.`,
      { errors },
    );
  }
}
