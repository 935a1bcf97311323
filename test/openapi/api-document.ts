import type { ValidateFunction } from 'ajv/dist/2020.js';
import type { Answer, Json, Sent } from '../http/caller.js';
import { outside } from '../outside.js';

const { validatorsOf, documents } = outside('openapi/validators.cjs') as {
  readonly validatorsOf: (text: string) => (pointer: string) => ValidateFunction;
  readonly documents: Map<string, string>;
};

/** Problem codes that no operation documents, because the server answers before any operation runs. */
export const BEFORE = new Set(['bad-request', 'method-not-allowed', 'request-timeout', 'headers-too-large']);

export interface Operation {
  readonly address: string;
  readonly id: string;
  readonly method: string;
  readonly path: string;
  /** The Operation Object of the document. */
  readonly definition: Json;
}

/** An OpenAPI 3.1 document that validates answers. Anything that it does not describe is a fault. */
export class ApiDocument {
  readonly operations: readonly Operation[];
  readonly #validatorOf: (pointer: string) => ValidateFunction;
  readonly #matches: readonly {
    readonly form: RegExp;
    readonly open: number;
    readonly operation: Operation;
  }[];

  constructor(readonly content: Json) {
    this.#validatorOf = validatorsOf(JSON.stringify(content));
    this.operations = Object.entries<Json>(content.paths).flatMap(([path, methods]) =>
      Object.entries<Json>(methods).map(([name, operation]) => {
        const method = name.toUpperCase();
        return {
          address: `${method} ${path}`,
          id: operation.operationId,
          method,
          path,
          definition: operation,
        };
      }),
    );
    this.#matches = this.operations.map((operation) => {
      const form = operation.path.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '[^/]+');
      return { form: new RegExp(`^${form}$`), open: operation.path.split('{').length, operation };
    });
  }

  /** The document with a name, which all spec files of a worker share; `fetch` gives its text. */
  static async named(name: string, fetch: () => Promise<string>): Promise<ApiDocument> {
    const text = documents.get(name) ?? (await fetch());
    documents.set(name, text);
    const document = ApiDocument.#known.get(text) ?? new ApiDocument(JSON.parse(text));
    ApiDocument.#known.set(text, document);
    return document;
  }

  static readonly #known = new Map<string, ApiDocument>();

  /** The operation of a request; undefined if there is none at its address. */
  operationOf({ method, path }: Pick<Sent, 'method' | 'path'>): Operation | undefined {
    const asked = method === 'HEAD' ? 'GET' : method;
    const address = path.split('?', 1)[0]!;
    const found = this.#matches.filter(
      ({ form, operation }) => operation.method === asked && form.test(address),
    );
    return found.sort((a, b) => a.open - b.open)[0]?.operation;
  }

  /** The differences between an answer, or an accepted request, and the document. */
  faultsOf(sent: Sent, answer: Answer): readonly string[] {
    const operation = this.operationOf(sent);
    if (!operation || BEFORE.has(answer.body?.code)) return [];
    const expected = operation.definition.responses[answer.status];
    if (!expected) return [`${answer.status} (${answer.body?.code}) is not among the answers`];
    const missing = Object.entries<Json>(expected.headers ?? {}).filter(
      ([name, header]) =>
        (header.$ref ? this.componentOf(header.$ref) : header).required &&
        answer.headers[name.toLowerCase()] === undefined,
    );
    return [
      ...missing.map(([name]) => `the header ${name} is missing`),
      ...(sent.method === 'HEAD' ? [] : this.#bodyFaults(operation, answer, expected.content)),
      ...(answer.status < 300 ? this.#requestFaults(operation, sent) : []),
    ];
  }

  #requestFaults({ method, path, definition }: Operation, { path: address, body }: Sent): readonly string[] {
    const at = `/paths/${step(path)}/${method.toLowerCase()}`;
    const media = 'application/json';
    const wrong =
      definition.requestBody?.content[media] && body !== undefined
        ? this.schemaFaults(`${at}/requestBody/content/${step(media)}/schema`, JSON.parse(String(body)))
        : [];
    const query = new URL(address, 'http://localhost').searchParams;
    const parameters: readonly Json[] = definition.parameters;
    const asked = parameters.flatMap((p, i) => {
      const text = p.in === 'query' ? query.get(p.name) : null;
      if (text === null)
        return p.required && p.in === 'query' ? [`the parameter ${p.name} was not sent`] : [];
      const isWord = p.schema.type !== 'integer' && p.schema.type !== 'boolean';
      const value = isWord ? text : JSON.parse(text);
      return this.schemaFaults(`${at}/parameters/${i}/schema`, value).map(
        (fault) => `parameter ${p.name}${fault}`,
      );
    });
    const unknown = [...query.keys()].filter((name) => !parameters.some((p) => p.name === name));
    return [...wrong, ...asked, ...unknown.map((name) => `the parameter ${name} is not documented`)].map(
      (fault) => `it was taken, and ${fault}`,
    );
  }

  /** The errors of a value against a schema, which is given by a JSON Pointer into the document. */
  schemaFaults(pointer: string, value: unknown): readonly string[] {
    const validate = this.#validatorOf(pointer);
    if (validate(value)) return [];
    return (validate.errors ?? []).map(
      ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
    );
  }

  /** The errors of a body against its schema; NDJSON is checked line by line. */
  contentFaults(pointer: string, media: string, value: Json): readonly string[] {
    if (media !== 'application/x-ndjson') return this.schemaFaults(pointer, value);
    const lines = String(value)
      .split('\n')
      .filter((line) => line !== '');
    return lines.flatMap((line) => this.schemaFaults(`${pointer}/contentSchema`, JSON.parse(line)));
  }

  /** Resolves a `$ref` of the document. */
  componentOf(reference: string): Json {
    const [, ...steps] = reference.split('/');
    return steps.reduce<Json>((found, step) => found[step], this.content);
  }

  #bodyFaults(
    { method, path }: Operation,
    { status, headers, text, body }: Answer,
    content: Json,
  ): readonly string[] {
    if (content === undefined) return text === '' ? [] : ['there is a body'];
    const media = headers['content-type']?.split(';', 1)[0] ?? '';
    if (content[media] === undefined) return [`the media type ${media} is not among those of ${status}`];
    const pointer = `/paths/${step(path)}/${method.toLowerCase()}/responses/${status}/content/${step(media)}/schema`;
    return this.contentFaults(pointer, media, /[/+]json$/.test(media) ? body : text);
  }
}

/** One step of a JSON Pointer in the fragment of a URL. */
const step = (name: string): string => encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'));
