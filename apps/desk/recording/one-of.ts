import { ValidateBy, type ValidationArguments } from 'class-validator';

/** At most one of several members of an object. The fault is at the first member given. */
export function OneOf(members: readonly string[], message: string): PropertyDecorator {
  const validate = (_: unknown, args?: ValidationArguments): boolean => {
    if (args === undefined) return true;
    const given = members.filter((name) => (args.object as Record<string, unknown>)[name] !== undefined);
    return given.length < 2 || given[0] !== args.property;
  };
  return ValidateBy({ name: 'oneOf', validator: { validate, defaultMessage: () => message } });
}
