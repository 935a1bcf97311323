import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../problem/problem.js';

const TAKES = 'dateline:takes-dry-run';
const WHY_NOT = 'dateline:no-dry-run';
const NAME = 'dryRun';

/** What every dry run answers; one of a write to a story says more. */
export interface Tried {
  readonly dryRun: true;
  /** Whether anything would be recorded; false where it is so already. */
  readonly changes: boolean;
  readonly statuses: readonly unknown[];
  readonly public: readonly unknown[];
  readonly scheduled: readonly unknown[];
  readonly warnings: readonly unknown[];
}

/** A dry run of what concerns no story. */
export const tried = (changes: boolean): Tried => ({
  dryRun: true,
  changes,
  statuses: [],
  public: [],
  scheduled: [],
  warnings: [],
});

/** Whether a request asks only what would become of it. @throws Problem `query-parameter` */
export function isDryRun({ query }: FastifyRequest): boolean {
  const value = (query as Readonly<Record<string, string>>)[NAME];
  if (value === undefined || value === 'false') return false;
  if (value === 'true') return true;
  throw new Problem('query-parameter', 'A parameter is wrong: dryRun is true or false.', {
    errors: [{ parameter: NAME, detail: 'must be true or false' }],
  });
}

/** Of a parameter decorator: the routes on which it stands take `?dryRun`. */
export const takesDryRun: ParameterDecorator = (target, key) => {
  if (key === undefined) return;
  const method = Object.getOwnPropertyDescriptor(target, key)!;
  Reflect.defineMetadata(TAKES, true, target.constructor, key);
  ApiQuery({ name: NAME, required: false, schema: { type: 'boolean' } })(target, key, method);
};

/** Whether the request is a dry run, for a route that takes one. */
export const DryRun = createParamDecorator(
  (_: unknown, context: ExecutionContext): boolean => isDryRun(context.switchToHttp().getRequest()),
  [takesDryRun],
);

/** Of a route that writes and takes no dry run: why, for whoever asks for one. */
export const NoDryRun = (why: string): MethodDecorator => SetMetadata(WHY_NOT, why);

/** The name of the parameter, where a route takes it. */
export function dryRunOf(context: ExecutionContext): readonly string[] {
  return Reflect.getMetadata(TAKES, context.getClass(), context.getHandler().name) === true ? [NAME] : [];
}

/** What to say of a dry run that a route does not take; null where it says nothing. */
export function whyNoDryRun(context: ExecutionContext, names: readonly string[]): string | null {
  if (!names.includes(NAME)) return null;
  return (Reflect.getMetadata(WHY_NOT, context.getHandler()) as string | undefined) ?? null;
}
