import { PROBLEM_JSON } from '../problem/problem.js';
import type {
  ApiDescription,
  Shown,
  DescribedAnswer,
  DescribedHeader,
  DescribedOperation,
} from './description.js';
import { Examples } from './examples.js';
import { ProblemAnswers, problemsOf } from './problem-answers.js';
import { ref, type Schema } from './schema.js';

interface Parameter extends Schema {
  readonly name?: string;
  readonly in?: string;
}

/** The parts of an operation that this file reads. */
interface Operation extends Schema {
  readonly summary?: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly required?: boolean; readonly content: Readonly<Record<string, Schema>> };
  readonly responses: Readonly<Record<string, { readonly description?: string }>>;
}

type Paths = Readonly<Record<string, Readonly<Record<string, Operation>>>>;

/** A document as Nest makes it from the controllers. */
export interface RawDocument extends Schema {
  readonly paths: Paths;
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> };
}

/**
 * Completes the document of the controllers with the description beside them: operation ids, answers with schemas and
 * headers, problems, and examples. An operation without a description stays as it is.
 */
export function complete(raw: RawDocument, description: ApiDescription): RawDocument {
  const { operations, schemas, tags, requestHeaders, answerHeaders } = description;
  const examples = new Examples(description.examples);
  const refusals = new ProblemAnswers(examples);
  const paths = mapValues(raw.paths, (methods, path) =>
    mapValues(methods, (operation, method) => {
      const described = operations[`${method.toUpperCase()} ${path}`];
      return described
        ? operationOf({ method, path, operation }, described, description, examples, refusals)
        : operation;
    }),
  );
  const used = new Set(Object.values(operations).flatMap((o) => o.headers ?? []));
  const document = {
    ...raw,
    security: [],
    tags: Object.entries(tags).map(([name, words]) => ({ name, description: words })),
    paths,
    components: {
      ...(description.securitySchemes ? { securitySchemes: description.securitySchemes } : {}),
      schemas: { ...mapValues(raw.components?.schemas ?? {}, closed), ...schemas },
      parameters: Object.fromEntries(
        Object.entries(requestHeaders)
          .filter(([name]) => used.has(name))
          .map(([name, header]) => [name, { name, in: 'header', required: false, ...plain(header) }]),
      ),
      examples: refusals.shown,
      headers: mapValues(answerHeaders, (header) => ({ required: header.always ?? false, ...plain(header) })),
    },
  };
  return named(document);
}

const plain = ({ description, schema }: DescribedHeader): Schema => ({ description, schema });

/** For operations that only redirect. Without it, linters report an operation that can only fail. */
const DEFAULT_ANSWER = {
  description: 'The server refuses the request before the operation runs, because of its method or form.',
  content: { [PROBLEM_JSON]: { schema: ref('Problem') } },
};

/** An operation with its address. */
interface Served {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

function operationOf(
  { method, path, operation }: Served,
  described: DescribedOperation,
  { parameters, everywhere, securitySchemes = {}, rolesOf }: ApiDescription,
  examples: Examples,
  refusals: ProblemAnswers,
): Operation {
  const { id, tag, summary, description, headers = [], body, answers, problems = [], withheldAs } = described;
  const inPath = pathParameters(path, operation);
  // Nest's order depends on which other document of the process was made before this one.
  const inQuery = (operation.parameters ?? [])
    .filter((p) => p.in === 'query')
    .sort((a, b) => (String(a.name) < String(b.name) ? -1 : 1));
  const { request, answers: shown } = examples.of(id);
  const roles = rolesOf?.(path, operation['x-verb'] as string | undefined) ?? null;
  const content = body ? mapValues(body, (schema) => ({ schema })) : operation.requestBody?.content;
  const refused = [
    ...everywhere,
    // The sender is looked up in a file.
    ...(roles ? (['unauthorized', 'forbidden', 'too-many-requests', 'store-unavailable'] as const) : []),
    ...problemsOf({
      method,
      hasBody: operation.requestBody !== undefined,
      hasPath: inPath.length > 0,
      query: new Set(inQuery.map((p) => String(p.name))),
      headers: new Set(headers),
    }),
    ...problems,
  ];
  return {
    ...operation,
    operationId: id,
    ...(tag ? { tags: [tag] } : {}),
    ...(summary ? { summary } : {}),
    ...aboutRoles(description, roles),
    // OpenAPI 3.1: for other schemes than OAuth, the list may have the roles that an operation needs.
    ...(roles ? { security: Object.keys(securitySchemes).map((scheme) => ({ [scheme]: roles })) } : {}),
    parameters: [
      ...[...inPath, ...inQuery].map((p) => ({ ...p, ...parameters[String(p.name)] })),
      ...headers.map((name) => ({ $ref: `#/components/parameters/${name}` })),
    ],
    ...(content
      ? { requestBody: { required: true, content: mapValues(content, (of) => withExample(of, request)) } }
      : {}),
    responses: {
      ...mapValues(answers, (answer, status) =>
        answerOf(answer, operation.responses[status]?.description, (media, isFirst) =>
          isFirst ? shown[status] : shown[`${status} ${media}`],
        ),
      ),
      ...alsoAs(refusals.of(refused), withheldAs),
      ...(Object.keys(answers).some((status) => status.startsWith('2')) ? {} : { default: DEFAULT_ANSWER }),
    },
  };
}

function aboutRoles(description: string | undefined, roles: readonly string[] | null) {
  const text = [description, ...(roles ? [`Roles: ${roles.join(', ')}.`] : [])].filter(Boolean).join('\n\n');
  return text === '' ? {} : { description: text };
}

/** Adds other media types to the answers for withheld content. */
function alsoAs(
  refused: Readonly<Record<string, Schema>>,
  forms: Shown = {},
): Readonly<Record<string, Schema>> {
  return mapValues(refused, (answer, status) =>
    status === '410' || status === '451'
      ? { ...answer, content: { ...(answer['content'] as object), ...forms } }
      : answer,
  );
}

/** The path parameters that a controller declares, and those that only the path has. */
function pathParameters(path: string, { parameters = [] }: Operation): readonly Parameter[] {
  const declared = parameters.filter((p) => p.in === 'path');
  return [...path.matchAll(/\{(\w+)\}/g)].map(
    ([, name = '']) =>
      declared.find((p) => p.name === name) ?? {
        name,
        in: 'path',
        required: true,
        schema: { type: 'string' },
      },
  );
}

function answerOf(
  { description, content, headers = [] }: DescribedAnswer,
  declared = '',
  exampleOf: (media: string, isFirst: boolean) => unknown,
) {
  return {
    description: description ?? declared,
    ...(headers.length > 0
      ? {
          headers: Object.fromEntries(
            headers.map((name) => [name, { $ref: `#/components/headers/${name}` }]),
          ),
        }
      : {}),
    ...(content
      ? {
          content: mapValues(content, (schema, media) =>
            withExample({ schema }, exampleOf(media, media === Object.keys(content)[0])),
          ),
        }
      : {}),
  };
}

const withExample = (of: Schema, example: unknown): Schema =>
  example === undefined ? of : { ...of, example };

/** A request with unknown fields is refused. */
const closed = (schema: Schema): Schema =>
  schema['type'] === 'object' ? { ...schema, additionalProperties: false } : schema;

/** Renames the schemas of requests: `DevelopmentDto` becomes `DevelopmentInput`. */
function named<T>(document: T): T {
  const rename = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(rename);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]: [string, unknown]) => [
        key.replace(/Dto$/, 'Input'),
        key === '$ref' && typeof inner === 'string' ? inner.replace(/Dto$/, 'Input') : rename(inner),
      ]),
    );
  };
  return rename(document) as T;
}

function mapValues<T, U>(
  of: Readonly<Record<string, T>>,
  map: (value: T, key: string) => U,
): Record<string, U> {
  return Object.fromEntries(Object.entries(of).map(([key, value]) => [key, map(value, key)]));
}
