import {
  applyDecorators,
  Delete as NestDelete,
  Get as NestGet,
  Post as NestPost,
  Put as NestPut,
  SetMetadata,
} from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { Verb } from '#roles';

const VERB = 'dateline:verb';
const OPEN = 'dateline:open';

/** The verb that a principal needs for a route, or for all routes of a controller. */
export const Needs = (verb: Verb): ClassDecorator & MethodDecorator => SetMetadata(VERB, verb);

/** For a controller or route that needs no principal, such as health. */
export const Open = (): ClassDecorator & MethodDecorator => SetMetadata(OPEN, true);

export const verbOf = (target: object): Verb | undefined =>
  Reflect.getMetadata(VERB, target) as Verb | undefined;

export const isOpen = (target: object): boolean => Reflect.getMetadata(OPEN, target) === true;

type RouteDecorator = (path?: string | string[]) => MethodDecorator;

/**
 * A decorator of Nest that also takes the verb of the route, or `open` for a route that needs no principal. A route without a
 * row in the table of rights does not compile.
 */
const withVerb =
  (decorate: RouteDecorator) =>
  (verb: Verb | 'open', path?: string | string[]): MethodDecorator =>
    verb === 'open'
      ? applyDecorators(decorate(path), Open())
      : applyDecorators(decorate(path), Needs(verb), ApiExtension('x-verb', verb));

export const Get = withVerb(NestGet);
export const Post = withVerb(NestPost);
export const Put = withVerb(NestPut);
export const Delete = withVerb(NestDelete);
