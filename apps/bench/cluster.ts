import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { EventStoreDBClient } from '@eventstore/db-client';
import type { EventReader, EventStore, ClusterLogAddress, StoredEvent } from '#event-store';
import { ROOT } from './peers.js';
import { Program } from './program.js';

/** A cluster of one node: the double of test/double, which speaks the protocol, as a process of its own. */
export class Cluster extends Program {
  private constructor(
    child: ChildProcess,
    readonly url: string,
  ) {
    super(child);
  }

  /** `folder`: where its log lies; `commitTakes`: milliseconds of a commit besides the disk. */
  static async start(folder: string, { commitTakes = 0 } = {}): Promise<Cluster> {
    const program = ['--conditions=dateline', '--import', './tools/typescript.mjs', 'test/double/main.ts'];
    const child = spawn(process.execPath, [...program, JSON.stringify({ nodes: 1, folder, commitTakes })], {
      cwd: ROOT,
      // It ends when its stdin does.
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const lines = createInterface({ input: child.stdout });
    const [line] = (await Promise.race([once(lines, 'line'), once(child, 'exit')])) as [unknown];
    if (typeof line !== 'string')
      throw new Error(`The double ended at its start, with code ${child.exitCode}.`);
    lines.close();
    child.stdout.resume();
    return new Cluster(child, (JSON.parse(line) as { url: string }).url);
  }

  /** The public log on it, and where its identity is remembered. */
  publicLog(folder: string): ClusterLogAddress {
    const identityFile = join(folder, 'cluster.json');
    return { kind: 'cluster', url: this.url, credentials: null, log: 'public', shared: false, identityFile };
  }

  /** The bare client. To be disposed of. */
  client(): EventStoreDBClient {
    return EventStoreDBClient.connectionString(this.url);
  }
}

/** Brings a log onto a cluster as far as is asked, as `dateline migrate` does: ids, bytes and order stay. */
export class Bringing {
  readonly #events: AsyncIterator<StoredEvent, unknown>;
  #next: Promise<IteratorResult<StoredEvent, unknown>>;

  constructor(
    from: EventReader,
    private readonly to: EventStore,
  ) {
    this.#events = from.readAll()[Symbol.asyncIterator]();
    this.#next = this.#events.next();
  }

  /** Brings so many more, or what is left; gives how many it brought. */
  async bring(count: number): Promise<number> {
    let brought = 0;
    while (brought < count) {
      const together = await this.#take(Math.min(TOGETHER, count - brought));
      const [first] = together;
      if (!first) break;
      const expected = first.revision === 0n ? 'no_stream' : first.revision - 1n;
      await this.to.append(first.stream, expected, together);
      brought += together.length;
    }
    return brought;
  }

  /** Those that come next and are of one stream. */
  async #take(atMost: number): Promise<readonly StoredEvent[]> {
    const taken: StoredEvent[] = [];
    while (taken.length < atMost) {
      const next = await this.#next;
      if (next.done || (taken[0] && taken[0].stream !== next.value.stream)) break;
      taken.push(next.value);
      this.#next = this.#events.next();
    }
    return taken;
  }
}

/** Events of one append at most. */
const TOGETHER = 100;

export const DOUBLE =
  'the cluster is the double of test/double in a process of its own: one node on the embedded store, plain TCP on this machine; it, the client and the load share the cores';
