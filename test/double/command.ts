import type { ClusterDouble } from './cluster-double.js';
import type { Fault } from './faults.js';

/** The commands of a double that runs as a process: JSON lines on stdin. One line may contain several commands. */
export interface Command {
  /** The argument of `faults.next`. */
  readonly fault?: Fault & { readonly times?: number };
  readonly randomly?: Fault & { readonly probability: number; readonly seed: number };
  readonly clear?: true;
  readonly elect?: number | null;
  readonly cut?: true;
  readonly end?: 'subscriptions';
  readonly fail?: 'subscriptions';
  readonly silence?: 'subscriptions';
  readonly deliverTwice?: true;
  readonly skewClock?: number;
  readonly stopNode?: number;
  readonly startNode?: number;
  readonly isolate?: number;
  readonly rejoin?: number;
  readonly restart?: true;
}

type Acts = {
  readonly [K in keyof Command]-?: (value: Exclude<Command[K], undefined>, double: ClusterDouble) => unknown;
};

const acts: Acts = {
  fault: (fault, { faults }) => faults.next(fault),
  randomly: (fault, { faults }) => faults.randomly(fault),
  clear: (_, { faults }) => faults.clear(),
  elect: (index, double) => double.elect(index),
  cut: (_, { faults }) => faults.cutConnections(),
  end: (_, { faults }) => faults.endSubscriptions(),
  fail: (_, { faults }) => faults.failSubscriptions(),
  silence: (_, { faults }) => faults.silenceSubscriptions(),
  deliverTwice: (_, { faults }) => faults.deliverTwice(),
  skewClock: (milliseconds, double) => double.skewClock(milliseconds),
  stopNode: (index, double) => double.stopNode(index),
  startNode: (index, double) => double.startNode(index),
  isolate: (index, double) => double.isolate(index),
  rejoin: (index, double) => double.rejoin(index),
  restart: (_, double) => double.restart(),
};

/** Executes the commands of a line in order. @throws Error for an unknown command */
export async function obey(line: string, double: ClusterDouble): Promise<void> {
  for (const [name, value] of Object.entries(JSON.parse(line) as object)) {
    const act = (
      acts as Readonly<Record<string, ((value: never, double: ClusterDouble) => unknown) | undefined>>
    )[name];
    if (!act)
      throw new Error(`The double knows no ${JSON.stringify(name)}, only ${Object.keys(acts).join(', ')}.`);
    await act(value as never, double);
  }
}
