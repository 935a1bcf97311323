import { required } from './contract-target.js';
import type { ContractContext } from './contract-target.js';
import { collect, eventsOf } from './events.js';

/** Rules 12 and 13: what success and failure mean. */
export function durabilityContract({ target, store, stream, itIf }: ContractContext): void {
  itIf('reopen')(
    '12. reports success only for events that are there when the log is opened again',
    async () => {
      const events = eventsOf(3);
      const appended = await store().append(stream('a'), 'no_stream', events);
      const reopened = await required(target().reopen)();
      const found = await collect(reopened.readStream(stream('a')));
      expect(found.map(({ id }) => id)).toEqual(events.map(({ id }) => id));
      expect(await reopened.append(stream('a'), 'no_stream', events)).toEqual({ ...appended, isNew: false });
      expect(reopened.identity).toBe(store().identity);
    },
  );

  itIf('unknown-outcome')(
    '13. distinguishes an unknown outcome from a refusal; the same append again settles it, written once',
    async () => {
      const { makeNextOutcomeUnknown, heal } = target().faults ?? {};
      await store().append(stream('a'), 'no_stream', eventsOf(1));
      const events = eventsOf(2);
      required(makeNextOutcomeUnknown)();
      const unknown = { code: 'outcome-unknown', stream: stream('a') };
      await expect(store().append(stream('a'), 0n, events)).rejects.toMatchObject(unknown);
      const again = await store()
        .append(stream('a'), 0n, events)
        .catch((error: unknown) => error);
      // Until the outcome is known, an append must report it as unknown, never as refused.
      if (again instanceof Error) expect(again).toMatchObject(unknown);
      else expect(again).toMatchObject({ revision: 2n });
      const healed = await required(heal)();
      expect(await healed.append(stream('a'), 0n, events)).toMatchObject({ revision: 2n });
      expect(await collect(healed.readStream(stream('a')))).toHaveLength(3);
    },
  );
}
