import type { Type } from '@nestjs/common';

const TYPES = 'design:paramtypes';

/** The query of a route is read as a class that takes more than the one that the route names. */
export const QueryAs =
  (query: Type): MethodDecorator =>
  (target, key) => {
    const types = Reflect.getMetadata(TYPES, target, key) as readonly Type[];
    const wider = types.map((type) => (query.prototype instanceof type ? query : type));
    Reflect.defineMetadata(TYPES, wider, target, key);
  };
