/** A JSON Schema (2020-12), as in OpenAPI 3.1. */
export type Schema = Readonly<Record<string, unknown>>;

/** Named schemas, the components of a document. */
export type Schemas = Readonly<Record<string, Schema>>;

/** A reference to a named schema. */
export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

/** An object in an answer. Every property is present, null without a value, except those in `optional`. */
export function object(
  properties: Schemas,
  {
    optional = [],
    description,
  }: { readonly optional?: readonly string[]; readonly description?: string } = {},
): Schema {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: 'object', ...(description ? { description } : {}), required, properties };
}

export const list = (items: Schema, description?: string): Schema => ({
  type: 'array',
  ...(description ? { description } : {}),
  items,
});

export const nullable = (schema: Schema, description?: string): Schema => ({
  ...(description ? { description } : {}),
  anyOf: [schema, { type: 'null' }],
});

export const oneOf = (words: readonly string[], description?: string): Schema => ({
  type: 'string',
  ...(description ? { description } : {}),
  enum: words,
});

export const text = (description: string, more: Schema = {}): Schema => ({
  type: 'string',
  description,
  ...more,
});
export const count = (description: string): Schema => ({ type: 'integer', minimum: 0, description });
export const flag = (description: string): Schema => ({ type: 'boolean', description });

/** A page of a list. */
export const page = (of: string, description: string): Schema =>
  object(
    {
      total: count('How many there are in total.'),
      next: nullable(ref('Address'), 'The address of the next page; null on the last page.'),
      items: list(ref(of)),
    },
    { description },
  );

/** NDJSON: one object a line. */
export const lines = (of: string, description: string): Schema =>
  text(description, { contentMediaType: 'application/x-ndjson', contentSchema: ref(of) });

/** All schemas of a document. @throws Error if two parts give the same name to different schemas */
export function distinct(...parts: readonly Schemas[]): Schemas {
  const all = new Map<string, Schema>();
  for (const [name, schema] of parts.flatMap((part) => Object.entries(part))) {
    if ((all.get(name) ?? schema) !== schema) throw new Error(`Two schemas have the name ${name}.`);
    all.set(name, schema);
  }
  return Object.fromEntries(all);
}
