import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../problem/problem.js';

const TAKES = 'dateline:takes-dry-run';
const WHY_NOT = 'dateline:no-dry-run';
const NAME = 'dryRun';

/** The answer to a dry run. A dry run of a write to a story has more members. */
export interface DryRunAnswer {
  readonly dryRun: true;
  /** Whether anything would be recorded; false if nothing would change. */
  readonly changes: boolean;
  readonly statuses: readonly unknown[];
  readonly public: readonly unknown[];
  readonly scheduled: readonly unknown[];
  readonly warnings: readonly unknown[];
}

/** The answer to a dry run that concerns no story. */
export const dryRunAnswer = (changes: boolean): DryRunAnswer => ({
  dryRun: true,
  changes,
  statuses: [],
  public: [],
  scheduled: [],
  warnings: [],
});

/** Whether a request is a dry run. @throws Problem `query-parameter` */
export function isDryRun({ query }: FastifyRequest): boolean {
  const value = (query as Readonly<Record<string, string>>)[NAME];
  if (value === undefined || value === 'false') return false;
  if (value === 'true') return true;
  throw new Problem('query-parameter', 'A parameter is wrong: dryRun is true or false.', {
    errors: [{ parameter: NAME, detail: 'must be true or false' }],
  });
}

/** For parameter decorators: the routes that use them take `?dryRun`. */
export const takesDryRun: ParameterDecorator = (target, key) => {
  if (key === undefined) return;
  const method = Object.getOwnPropertyDescriptor(target, key)!;
  Reflect.defineMetadata(TAKES, true, target.constructor, key);
  ApiQuery({ name: NAME, required: false, schema: { type: 'boolean' } })(target, key, method);
};

/** Whether the request is a dry run. A route with this parameter takes `?dryRun`. */
export const DryRun = createParamDecorator(
  (_: unknown, context: ExecutionContext): boolean => isDryRun(context.switchToHttp().getRequest()),
  [takesDryRun],
);

/** For a route that writes and has no dry run, or a controller of such routes: the reason, for the refusal. */
export const NoDryRun = (why: string): ClassDecorator & MethodDecorator => SetMetadata(WHY_NOT, why);

/** The name of the parameter, if the route takes it. */
export function dryRunParameterOf(context: ExecutionContext): readonly string[] {
  return Reflect.getMetadata(TAKES, context.getClass(), context.getHandler().name) === true ? [NAME] : [];
}

/** The reason why a route has no dry run, if the request has the parameter; else null. */
export function whyNoDryRun(context: ExecutionContext, names: readonly string[]): string | null {
  if (!names.includes(NAME)) return null;
  const reasons = [context.getHandler(), context.getClass()].map(
    (target) => Reflect.getMetadata(WHY_NOT, target) as string | undefined,
  );
  return reasons.find((reason) => reason !== undefined) ?? null;
}
