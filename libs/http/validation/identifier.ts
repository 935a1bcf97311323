import { FieldRule } from './dto-reader.js';

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const UUID_FORM = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const UUID_V45 = /^[0-9a-f]{8}-[0-9a-f]{4}-[45][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const SLUG_SCHEMA = { type: 'string', pattern: SLUG.source, maxLength: 80 } as const;
const UUID_SCHEMA = { type: 'string', format: 'uuid' } as const;

/** Whether it may be the id of a party, side, claim, question or variable, or a slug: kebab-case, at most 80, no UUID. */
export function isSlug(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 80 && SLUG.test(value) && !UUID_FORM.test(value);
}

/** Whether it is a UUID of version 4 or 5 in lower case (RFC 9562). Such ids do not reveal their order. */
export function isUuidV45(value: unknown): value is string {
  return typeof value === 'string' && UUID_V45.test(value);
}

export function IsSlug(): PropertyDecorator {
  return FieldRule(
    'slug',
    'must be kebab-case (a-z, 0-9, single hyphens), at most 80 characters, and not a UUID',
    isSlug,
    SLUG_SCHEMA,
  );
}

export function IsUuidV45(): PropertyDecorator {
  return FieldRule('uuid', 'must be a UUID of version 4 or 5 in lower case', isUuidV45, UUID_SCHEMA);
}

export function IsSlugOrUuid(): PropertyDecorator {
  return FieldRule(
    'slugOrUuid',
    'must be a slug, or a UUID in lower case',
    (value) => isSlug(value) || isUuidV45(value),
    SLUG_SCHEMA,
  );
}

/** A SHA-256 as 64 hexadecimal digits in lower case. */
export function IsSha256(): PropertyDecorator {
  const form = /^[0-9a-f]{64}$/;
  return FieldRule('sha256', 'must be 64 hexadecimal digits in lower case', matches(form), {
    type: 'string',
    pattern: form.source,
  });
}

/** At most `max` different IPTC Media Topics, such as `medtop:20000076`. */
export function IsMediaTopics(max = 20): PropertyDecorator {
  const form = /^medtop:\d{8}$/;
  const topic = matches(form);
  return FieldRule(
    'mediaTopics',
    `must be an array of at most ${max} different IPTC Media Topics such as medtop:20000076`,
    (value) =>
      Array.isArray(value) &&
      value.length <= max &&
      new Set(value).size === value.length &&
      value.every(topic),
    { type: 'array', maxItems: max, uniqueItems: true, items: { type: 'string', pattern: form.source } },
  );
}

/** At most `max` different slugs. */
export function IsSlugs(max = 100): PropertyDecorator {
  return FieldRule(
    'slugs',
    `must be an array of at most ${max} different slugs (kebab-case)`,
    (value) =>
      Array.isArray(value) &&
      value.length <= max &&
      new Set(value).size === value.length &&
      value.every(isSlug),
    { type: 'array', maxItems: max, uniqueItems: true, items: SLUG_SCHEMA },
  );
}

function matches(form: RegExp): (value: unknown) => boolean {
  return (value) => typeof value === 'string' && form.test(value);
}
