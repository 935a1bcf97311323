import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { EventStoreDBClient } from '@eventstore/db-client';
import type { EventReader, EventStore, ClusterLogAddress, StoredEvent } from '#event-store';
import { ROOT } from './peers.js';
import { Program } from './program.js';

/** A cluster of one node: the double of test/double, in a separate process. */
export class Cluster extends Program {
  private constructor(
    child: ChildProcess,
    readonly url: string,
  ) {
    super(child);
  }

  /** `folder` is for its log; `commitTakes` is the additional time of a commit in milliseconds. */
  static async start(folder: string, { commitTakes = 0 } = {}): Promise<Cluster> {
    const program = ['--conditions=dateline', '--import', './tools/typescript.mjs', 'test/double/main.ts'];
    const child = spawn(process.execPath, [...program, JSON.stringify({ nodes: 1, folder, commitTakes })], {
      cwd: ROOT,
      // The double ends when its stdin ends.
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const lines = createInterface({ input: child.stdout });
    const [line] = (await Promise.race([once(lines, 'line'), once(child, 'exit')])) as [unknown];
    if (typeof line !== 'string')
      throw new Error(`The double ended during its start, with code ${child.exitCode}.`);
    lines.close();
    child.stdout.resume();
    return new Cluster(child, (JSON.parse(line) as { url: string }).url);
  }

  /** Opens its public log. `data` is the folder that stores the identity of the log. */
  publicLog(folder: string): ClusterLogAddress {
    const identityFile = join(folder, 'cluster.json');
    return { kind: 'cluster', url: this.url, credentials: null, log: 'public', shared: false, identityFile };
  }

  /** The bare client. The caller must dispose of it. */
  client(): EventStoreDBClient {
    return EventStoreDBClient.connectionString(this.url);
  }
}

/** Copies a part of a log to a cluster like `dateline migrate`: ids, bytes and order stay the same. */
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

  /** Copies at most this many further events. Resolves to the number of copied events. */
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

  /** The next events of one stream. */
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

/** The most events of one append. */
const TOGETHER = 100;

export const DOUBLE =
  'the cluster is the double of test/double in a separate process: one node on the embedded store, plain TCP on this machine; double, client and load share the cores';
