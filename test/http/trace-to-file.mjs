import { AsyncLocalStorage } from 'node:async_hooks';
import { appendFileSync } from 'node:fs';
import { context, ROOT_CONTEXT, trace } from '@opentelemetry/api';
import { BasicTracerProvider } from '@opentelemetry/sdk-trace-base';

// The SDK that an operator loads with --import, in every thread. This one writes each span to a file as a line.
const storage = new AsyncLocalStorage();
context.setGlobalContextManager({
  active: () => storage.getStore() ?? ROOT_CONTEXT,
  with: (active, work, self, ...given) => storage.run(active, () => work.call(self, ...given)),
  bind: (_, target) => target,
  enable() {},
  disable() {},
});

const toFile = {
  onStart() {},
  onEnd(span) {
    const { name, attributes, status, parentSpanContext } = span;
    const parent = parentSpanContext?.spanId ?? null;
    const line = { id: span.spanContext().spanId, parent, name, status: status.code, attributes };
    appendFileSync(process.env.TRACE_FILE, `${JSON.stringify(line)}\n`);
  },
  async forceFlush() {},
  async shutdown() {},
};
trace.setGlobalTracerProvider(new BasicTracerProvider({ spanProcessors: [toFile] }));
