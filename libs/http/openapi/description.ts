import type { ProblemCode } from '../problem/problem-status.js';
import type { Schema, Schemas } from './schema.js';

/** The part of an operation that its controller does not declare. Controllers declare summaries, parameters and bodies. */
export interface DescribedOperation {
  /** The operation id, e.g. `readStory`. The file with its examples has the same name. */
  readonly id: string;
  /** Overrides the tag of the controller. So do summary and description. */
  readonly tag?: string;
  readonly summary?: string;
  readonly description?: string;
  /** Names of request headers in the document. */
  readonly headers?: readonly string[];
  /** A body without a DTO, because it is not JSON. */
  readonly body?: Content;
  readonly answers: Readonly<Record<number, DescribedAnswer>>;
  /** Its problems, besides those that follow from parameters, headers and body (problem-answers.ts). */
  readonly problems?: readonly DescribedProblem[];
  /** Media types, besides the problem, of an answer for withheld content (410, 451). */
  readonly withheldAs?: Shown;
}

/** An answer that is not a problem. */
export interface DescribedAnswer {
  readonly description?: string;
  /** Absent for an answer without a body. */
  readonly content?: Content;
  readonly headers?: readonly string[];
}

/** Media types, each with schema and example. */
export type Shown = Readonly<Record<string, { readonly schema: Schema; readonly example: unknown }>>;

/** Media types, each with its schema. */
export type Content = Readonly<Record<string, Schema>>;

export type DescribedProblem =
  | ProblemCode
  /** A refusal with a pointer into the body has status 422. */
  | { readonly code: ProblemCode; readonly inBody: true };

/** A header of requests or answers. */
export interface DescribedHeader {
  readonly description: string;
  readonly schema: Schema;
  /** For an answer: whether the header is always present. */
  readonly always?: boolean;
}

/** The description of one API, beside its controllers. The key of an operation is method and path: `GET /v1/stories/{story}`. */
export interface ApiDescription {
  readonly tags: Readonly<Record<string, string>>;
  readonly operations: Readonly<Record<string, DescribedOperation>>;
  readonly schemas: Schemas;
  /** Path and query parameters, by name: what the controllers do not declare. */
  readonly parameters: Readonly<Record<string, Schema>>;
  readonly requestHeaders: Readonly<Record<string, DescribedHeader>>;
  readonly answerHeaders: Readonly<Record<string, DescribedHeader>>;
  /** How clients identify themselves (OpenAPI security schemes); absent if nobody needs to. */
  readonly securitySchemes?: Schemas;
  /** The roles that may use an operation; null if it needs no principal. `verb` is what the controller says in `x-verb`. */
  readonly rolesOf?: (path: string, verb: string | undefined) => readonly string[] | null;
  /** The problems of every operation. */
  readonly everywhere: readonly ProblemCode[];
  /** Folder of the examples: `readStory.json` has the answers of an operation, `problems.json` one problem of each code. */
  readonly examples: string;
}
