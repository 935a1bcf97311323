import type { ProblemCode } from '../problem/problem-status.js';
import type { Schema, Schemas } from './schema.js';

/** What a document says of an operation besides what the controllers do: their summaries, parameters and bodies. */
export interface DescribedOperation {
  /** The name by which programs know it, e.g. `readStory`; its examples have it too. */
  readonly id: string;
  /** Where the controller says none, or says it differently. */
  readonly tag?: string;
  readonly summary?: string;
  readonly description?: string;
  /** Headers that the request may have, of those the document describes. */
  readonly headers?: readonly string[];
  /** A body that is not JSON, and so has no DTO. */
  readonly body?: Content;
  readonly answers: Readonly<Record<number, DescribedAnswer>>;
  /** What it refuses besides what its parameters and its body bring with them (problem-answers.ts). */
  readonly problems?: readonly DescribedProblem[];
  /** What withholds something (410, 451) in other forms than a problem: by media type, with an example. */
  readonly withheldAs?: Shown;
}

/** What an operation answers where it does not refuse. */
export interface DescribedAnswer {
  readonly description?: string;
  /** Absent where the answer has no body. */
  readonly content?: Content;
  readonly headers?: readonly string[];
}

/** Media types, with what each holds, and an example of it. */
export type Shown = Readonly<Record<string, { readonly schema: Schema; readonly example: unknown }>>;

/** Media types, with what each holds. */
export type Content = Readonly<Record<string, Schema>>;

export type DescribedProblem =
  | ProblemCode
  /** A refusal that points into the body is 422, whatever it is elsewhere. */
  | { readonly code: ProblemCode; readonly inBody: true };

/** A header of requests or answers. */
export interface DescribedHeader {
  readonly description: string;
  readonly schema: Schema;
  /** Of an answer: whether it is always there. */
  readonly always?: boolean;
}

/** What a surface can do, beside its controllers. Operations are known by method and path: `GET /v1/stories/{story}`. */
export interface ApiDescription {
  readonly tags: Readonly<Record<string, string>>;
  readonly operations: Readonly<Record<string, DescribedOperation>>;
  readonly schemas: Schemas;
  /** Path and query parameters by name, wherever they are: what the controllers do not say of them. */
  readonly parameters: Readonly<Record<string, Schema>>;
  readonly requestHeaders: Readonly<Record<string, DescribedHeader>>;
  readonly answerHeaders: Readonly<Record<string, DescribedHeader>>;
  /** What any request may be refused with. */
  readonly everywhere: readonly ProblemCode[];
  /** Folder of the examples: `readStory.json` holds what was answered, `problems.json` each refusal by its code. */
  readonly examples: string;
}
