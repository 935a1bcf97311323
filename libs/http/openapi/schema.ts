/** JSON Schema 2020-12, as OpenAPI 3.1 holds it. */
export type Schema = Readonly<Record<string, unknown>>;

/** Named schemas, the components of a document. */
export type Schemas = Readonly<Record<string, Schema>>;

/** A schema of the document's components, by its name. */
export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

/** An answer's object: every property is there, null where there is none, but for those named `optional`. */
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

/** A part of a list that may be long. */
export const page = (of: string, description: string): Schema =>
  object(
    {
      total: count('How many there are in all.'),
      next: nullable(ref('Address'), 'Where the next page is; null at the end.'),
      items: list(ref(of)),
    },
    { description },
  );

/** Lines of JSON: what the string holds, one such object a line. */
export const lines = (of: string, description: string): Schema =>
  text(description, { contentMediaType: 'application/x-ndjson', contentSchema: ref(of) });
