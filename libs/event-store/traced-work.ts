import {
  context,
  ProxyTracerProvider,
  SpanStatusCode,
  trace,
  type Attributes,
  type Context,
  type Span,
  type SpanKind,
} from '@opentelemetry/api';
import { EventStoreError } from './failure.js';

export interface Tracing {
  readonly kind?: SpanKind;
  /** What it is a part of; without it, what goes on at present. */
  readonly parent?: Context;
}

/**
 * A piece of work as a span of OpenTelemetry. Only the API is used: without an SDK that the operator loads it does nothing.
 * Attributes hold ids, counts, and names that this program gives; never what a story says, and no message of an error.
 */
export class TracedWork {
  readonly #span: Span;
  readonly #context: Context;

  private constructor(name: string, { kind, parent = context.active() }: Tracing) {
    this.#span = trace.getTracer('dateline').startSpan(name, kind === undefined ? {} : { kind }, parent);
    this.#context = trace.setSpan(parent, this.#span);
  }

  /** Whether there is an SDK: an operator loads it before the program, or there is none. */
  static get isEnabled(): boolean {
    const provider = trace.getTracerProvider();
    return !(provider instanceof ProxyTracerProvider) || provider.getDelegateTracer('dateline') !== undefined;
  }

  /** `attributes` are asked for only where somebody looks at them. */
  static begin(name: string, attributes: () => Attributes, tracing: Tracing = {}): TracedWork {
    const work = new TracedWork(name, tracing);
    work.note(attributes);
    return work;
  }

  note(attributes: () => Attributes): void {
    if (this.#span.isRecording()) this.#span.setAttributes(attributes());
  }

  /** What begins within is a part of this work. */
  within<T>(work: () => T): T {
    return context.with(this.#context, work);
  }

  end(): void {
    this.#span.end();
  }

  /** Ends, and says of what failed only the kind. */
  fail(kind: string): void {
    this.#span.setAttribute('error.type', kind).setStatus({ code: SpanStatusCode.ERROR }).end();
  }
}

/** A name for what failed, without anything that it says. */
export function kindOf(error: unknown): string {
  if (error instanceof EventStoreError) return error.code;
  return error instanceof Error ? error.name : typeof error;
}
