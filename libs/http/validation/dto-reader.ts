import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import {
  getMetadataStorage,
  ValidateBy,
  ValidateIf,
  validateSync,
  type ValidationArguments,
} from 'class-validator';
import { wrongCharacter } from '#story';
import { pointTo, type Finding } from '../problem/pointer.js';

// For each validation, class-validator searches the rules of all classes for those of one class. Rules never change after the
// start, so we search once for each class.
const storage = getMetadataStorage();
const rulesOf = storage.getTargetValidationMetadatas.bind(storage);
const rules = new Map<unknown, ReturnType<typeof rulesOf>>();
storage.getTargetValidationMetadatas = (target, schema, always, strict, groups) => {
  if (schema || always || strict || groups?.length) return rulesOf(target, schema, always, strict, groups);
  const found = rules.get(target) ?? rulesOf(target, schema, always, strict, groups);
  rules.set(target, found);
  return found;
};

export type Dto<T extends object = object> = new () => T;

/** Converts a value for the DTO, and adds its faults to `findings`. */
export type Read = (value: unknown, pointer: string, findings: Finding[]) => unknown;

class Shape {
  constructor(readonly read: Read) {}
}

/** A field that `read` converts. It is required unless it is also `@Optional()`. */
export function Shaped(read: Read): PropertyDecorator {
  return ValidateBy({
    name: 'present',
    constraints: [new Shape(read)],
    validator: {
      validate: (value) => value !== undefined && value !== null,
      defaultMessage: () => '$property is required',
    },
  });
}

/** A field that may be absent. Unlike with class-validator's `IsOptional`, `null` is not absent. */
export function Optional(): PropertyDecorator {
  return ValidateIf((_, value) => value !== undefined);
}

/**
 * A field with one rule, which tests its value. The message may depend on the value, but never repeats it. `openApi` is its
 * schema.
 */
export function FieldRule(
  name: string,
  message: string | ((value: unknown) => string),
  test: (value: unknown) => boolean,
  openApi: ApiPropertyOptions,
): PropertyDecorator {
  const defaultMessage = (args?: ValidationArguments): string =>
    `$property ${typeof message === 'string' ? message : message(args?.value)}`;
  const rule = ValidateBy({
    name,
    validator: { validate: (value) => test(value), defaultMessage },
  });
  return applyDecorators(rule, ApiProperty(openApi));
}

/** The fields of a DTO, also inherited ones, each with its conversion or null. */
export function fieldsOf(type: Dto): ReadonlyMap<string, Read | null> {
  const known = fields.get(type);
  if (known) return known;
  const found = new Map<string, Read | null>();
  for (const { propertyName, constraints } of storage.getTargetValidationMetadatas(type, '', false, false)) {
    const shape = (constraints as unknown[] | undefined)?.find((constraint) => constraint instanceof Shape);
    found.set(propertyName, shape?.read ?? found.get(propertyName) ?? null);
  }
  if (found.size === 0)
    throw new TypeError(`${type.name} declares no field: decorate its fields, or use no DTO.`);
  fields.set(type, found);
  return found;
}

const fields = new WeakMap<Dto, ReadonlyMap<string, Read | null>>();

/** Whether a value is a plain object, as from `{…}` in JSON. */
export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

/** Reads a plain object into a new DTO. Unknown fields and broken rules are added to `findings`. */
export function readObject<T extends object>(
  type: Dto<T>,
  plain: unknown,
  pointer: string,
  findings: Finding[],
): T {
  const dto = new type();
  if (!isPlainObject(plain)) {
    findings.push({ pointer, detail: 'an object is expected' });
    return dto;
  }
  const declared = fieldsOf(type);
  for (const [key, value] of Object.entries(plain)) {
    const read = declared.get(key);
    if (read === undefined) {
      findings.push({
        pointer: pointTo(pointer, key),
        detail: `this field does not exist; the fields are ${[...declared.keys()].join(', ')}`,
      });
      continue;
    }
    const present = value !== undefined && value !== null;
    (dto as Record<string, unknown>)[key] =
      read && present ? read(value, pointTo(pointer, key), findings) : value;
  }
  const options = {
    forbidUnknownValues: true,
    stopAtFirstError: false,
    validationError: { target: false, value: false },
  };
  const broken = validateSync(dto, options);
  for (const { property, constraints } of broken) {
    for (const detail of Object.values(constraints ?? {}))
      findings.push({ pointer: pointTo(pointer, property), detail });
  }
  for (const [key, value] of Object.entries(dto))
    if (declared.get(key) === null && !broken.some(({ property }) => property === key))
      findWrongCharacters(value, pointTo(pointer, key), findings);
  return dto;
}

/** Refuses invisible characters, and those that reorder text, in any text or list of texts. */
function findWrongCharacters(value: unknown, pointer: string, findings: Finding[]): void {
  if (Array.isArray(value)) {
    for (const [i, one] of value.entries())
      if (typeof one === 'string') findWrongCharacters(one, pointTo(pointer, i), findings);
    return;
  }
  const detail = typeof value === 'string' ? wrongCharacter(value, { lines: false }) : null;
  if (detail !== null) findings.push({ pointer, detail });
}
