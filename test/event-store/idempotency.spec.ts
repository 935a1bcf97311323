import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { Appended, EventStore, Expected } from '#event-store';
import { ScratchLog, newEvent } from '#event-store/contract';

/** An append to one of two streams. It expects the last revision or a near one, and its ids are from a small set. */
const fresh = fc.record({
  kind: fc.constant('fresh' as const),
  stream: fc.constantFrom('a', 'b'),
  off: fc.constantFrom(0, 0, 0, -1, 1, -3),
  ids: fc.array(fc.nat(7), { maxLength: 3 }),
});
/** A repetition of an earlier append. */
const again = fc.record({ kind: fc.constant('again' as const), which: fc.nat(1_000) });

interface Request {
  readonly stream: string;
  readonly expected: Expected;
  readonly ids: readonly string[];
}

/** A model of the contract in twenty lines: the events of a log, and the effect of an append. */
class Model {
  readonly log: { stream: string; id: string }[] = [];

  of(stream: string): { id: string; position: bigint }[] {
    return this.log.flatMap((event, position) =>
      event.stream === stream ? [{ id: event.id, position: BigInt(position) }] : [],
    );
  }

  append({ stream, expected, ids }: Request): Appended | 'conflict' {
    const last = this.of(stream).length - 1;
    const first = expected === 'no_stream' ? 0 : Number(expected) + 1;
    const isNew = last + 1 === first;
    if (isNew) this.log.push(...ids.map((id) => ({ stream, id })));
    else if (ids.length === 0) return 'conflict';
    if (ids.length === 0) return { revision: null, position: null, isNew: false };
    const there = this.of(stream).slice(first, first + ids.length);
    const end = there.at(-1);
    if (!end || there.map(({ id }) => id).join() !== ids.join()) return 'conflict';
    return { revision: BigInt(first + ids.length - 1), position: end.position, isNew };
  }
}

async function send(store: EventStore, { stream, expected, ids }: Request): Promise<Appended | 'conflict'> {
  try {
    return await store.append(
      stream,
      expected,
      ids.map((id) => newEvent({ id })),
    );
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'wrong-expected-revision')
      return 'conflict';
    throw error;
  }
}

it('answers any mix of appends, repetitions and conflicts, sequential or concurrent, like the model', async () => {
  const pool = Array.from({ length: 8 }, () => randomUUID());
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(fresh, again), { maxLength: 30 }),
      fc.boolean(),
      async (steps, together) => {
        const log = new ScratchLog();
        try {
          const store = await log.openHere();
          const model = new Model();
          const requests: Request[] = [];
          const expected: (Appended | 'conflict')[] = [];
          for (const step of steps) {
            const request =
              step.kind === 'fresh'
                ? toRequest(model, step, pool)
                : requests[step.which % (requests.length || 1)];
            if (!request) continue;
            requests.push(request);
            expected.push(model.append(request));
          }
          const answers: (Appended | 'conflict')[] = [];
          if (together) answers.push(...(await Promise.all(requests.map((request) => send(store, request)))));
          else for (const request of requests) answers.push(await send(store, request));
          expect(answers).toEqual(expected);
          const held: { stream: string; id: string }[] = [];
          for await (const { stream, id } of store.readAll()) held.push({ stream, id });
          expect(held).toEqual(model.log);
        } finally {
          await log.remove();
        }
      },
    ),
    { numRuns: 40 },
  );
});

function toRequest(
  model: Model,
  step: { stream: string; off: number; ids: number[] },
  pool: readonly string[],
): Request {
  const revision = model.of(step.stream).length - 1 + step.off;
  const ids = step.ids.map((index) => pool[index] ?? '');
  return { stream: step.stream, expected: revision < 0 ? 'no_stream' : BigInt(revision), ids };
}
