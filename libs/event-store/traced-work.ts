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
  /** The parent; the active context without it. */
  readonly parent?: Context;
}

/**
 * Work that is recorded as a span of OpenTelemetry. It uses only the API, so it does nothing unless the operator loads an
 * SDK. Attributes have ids, counts, and names from this program. They never have the text of a story or of an error.
 */
export class TracedWork {
  readonly #span: Span;
  readonly #context: Context;

  private constructor(name: string, { kind, parent = context.active() }: Tracing) {
    this.#span = trace.getTracer('dateline').startSpan(name, kind === undefined ? {} : { kind }, parent);
    this.#context = trace.setSpan(parent, this.#span);
  }

  /** Whether an SDK is loaded. An operator loads it before the program starts. */
  static get isEnabled(): boolean {
    const provider = trace.getTracerProvider();
    return !(provider instanceof ProxyTracerProvider) || provider.getDelegateTracer('dateline') !== undefined;
  }

  /** `attributes` is called only if the span is recorded. */
  static begin(name: string, attributes: () => Attributes, tracing: Tracing = {}): TracedWork {
    const work = new TracedWork(name, tracing);
    work.note(attributes);
    return work;
  }

  note(attributes: () => Attributes): void {
    if (this.#span.isRecording()) this.#span.setAttributes(attributes());
  }

  /** Spans that start in `work` are children of this one. */
  within<T>(work: () => T): T {
    return context.with(this.#context, work);
  }

  end(): void {
    this.#span.end();
  }

  /** Ends the span as failed, with only the kind of the error. */
  fail(kind: string): void {
    this.#span.setAttribute('error.type', kind).setStatus({ code: SpanStatusCode.ERROR }).end();
  }
}

/** The kind of an error: its code or class name, without its message. */
export function kindOf(error: unknown): string {
  if (error instanceof EventStoreError) return error.code;
  return error instanceof Error ? error.name : typeof error;
}
