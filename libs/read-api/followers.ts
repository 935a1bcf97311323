import type { ServerResponse } from 'node:http';
import { Logger } from '@nestjs/common';
import { cloudEvent, type Site } from '#formats';
import { faultOf } from '#http';
import {
  changesAfter,
  isOver,
  newestPosition,
  positionText,
  type ChangesFound,
  type ChangeView,
} from '#projections';
import type { Readable } from './readable-model.js';

/** Milliseconds between two signs of life, and in which a follower must have taken what it was sent. */
const HEARTBEAT = 15_000;
const SLOWEST = 60_000;
/** Changes that are read at once. */
const PAGE = 50;
/** Milliseconds after which a follower that lost its connection comes back: spread, so that not all come at once. */
const RETRY = { least: 1_000, most: 5_000 };

/** What a follower asked for. */
export interface Follow {
  /** The id of one story; null for everything. */
  readonly story: string | null;
  /** Exclusive. */
  readonly after: bigint | null;
  /** What it had is not to be built on: it is told so first. */
  readonly reset: boolean;
  readonly site: Site;
}

/** What is followed. */
type Followed = Pick<Readable, 'reader' | 'audience' | 'onNews'> & {
  readonly options: Pick<Readable['options'], 'clock'>;
};

interface Follower {
  readonly response: ServerResponse;
  readonly story: Follow['story'];
  readonly site: Site;
  /** Of the last change that it was sent, or from which it began. */
  position: bigint;
  /** Whether it has all that there is: then the next changes are handed to it, and it need not look for them. */
  level: boolean;
  /** Since when it has not taken what it was sent, the end included; null where it has. */
  slowSince: number | null;
}

/**
 * Whoever follows the public log by server-sent events (WHATWG HTML, section 9.2). The read model is the buffer: a
 * follower that takes its events slowly is sent the next ones when it has taken those before, so that none of them
 * needs memory of its own for what it has not taken, and who comes back goes on from any position.
 */
export class Followers {
  readonly #followers = new Set<Follower>();
  readonly #stop: () => void;
  readonly #beating: NodeJS.Timeout;
  readonly #logger = new Logger('Followers');
  /** All changes up to it were handed to those who are level. */
  #position = -1n;

  constructor(
    private readonly readable: Followed,
    /** How many may follow at once. */
    private readonly most: number,
  ) {
    this.#stop = readable.onNews(() => this.#orCut(this.#followers, () => this.#handOn()));
    this.#beating = setInterval(() => this.#beat(), HEARTBEAT).unref();
  }

  get count(): number {
    return this.#followers.size;
  }

  get full(): boolean {
    return this.#followers.size >= this.most;
  }

  /** Begins to follow: the response is open from here on, until one of the two goes away. */
  add(response: ServerResponse, { story, after, reset, site }: Follow): void {
    const newest = newestPosition(this.readable.reader, null) ?? -1n;
    if (this.#followers.size === 0) this.#position = newest;
    const position = after ?? newest;
    const follower: Follower = { response, story, site, position, level: false, slowSince: null };
    response.once('close', () => this.#followers.delete(follower));
    response.on('error', () => response.destroy());
    response.on('drain', () => {
      follower.slowSince = null;
      this.#orCut([follower], () => this.#catchUp(follower));
    });
    this.#followers.add(follower);
    const retry = RETRY.least + Math.floor(Math.random() * (RETRY.most - RETRY.least));
    response.write(`retry: ${retry}\n\n${reset ? resetText(this.readable, position) : ''}`);
    this.#catchUp(follower);
  }

  close(): void {
    this.#stop();
    clearInterval(this.#beating);
    for (const { response } of this.#followers) response.destroy();
  }

  /**
   * What cannot be read is told to nobody: who was to have it is cut, and goes on later from where it was. Nobody else
   * under whom this runs would know what to do.
   */
  #orCut(followers: Iterable<Follower>, work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#logger.error(`What changed cannot be told.\n${faultOf(error)}`);
      for (const { response } of followers) response.destroy();
    }
  }

  /** Reads once what is new, and hands it to all who had everything before it. */
  #handOn(): void {
    if (this.#followers.size === 0) return;
    for (let more = true; more;) {
      const found = this.#read(this.#position, null);
      if (found.last === null) break;
      const told = new EncodedChanges(found.changes);
      for (const follower of this.#followers) if (follower.level) this.#tell(follower, told);
      this.#position = found.last;
      more = found.more;
    }
    for (const follower of this.#followers)
      if (!follower.level && follower.slowSince === null) this.#catchUp(follower);
  }

  /** Sends a follower what it has not been sent, until it is level or takes no more for now. */
  #catchUp(follower: Follower): void {
    while (!follower.response.destroyed && follower.slowSince === null) {
      const found = this.#read(follower.position, follower.story);
      if (found.last !== null) this.#tell(follower, new EncodedChanges(found.changes));
      else if (found.more) return;
      else return this.#isLevel(follower);
    }
  }

  #read(after: bigint, story: Follow['story']): ChangesFound {
    const { reader, audience } = this.readable;
    return reader.together(() => {
      const number = story === null ? null : numberOf(reader, story);
      return changesAfter(reader, audience, { after, story: number, limit: PAGE });
    });
  }

  /** What has an end is ended: who follows a closed story comes back, and is told that there is nothing to come. */
  #isLevel(follower: Follower): void {
    follower.level = true;
    const { reader } = this.readable;
    if (follower.story === null || !isOver(reader, numberOf(reader, follower.story))) return;
    follower.slowSince = this.readable.options.clock.now();
    follower.response.end();
  }

  /** One change at a time, and no more once its connection takes none. */
  #tell(follower: Follower, told: EncodedChanges): void {
    for (const { change, position } of told.changes) {
      if (follower.slowSince !== null || follower.response.writableEnded) return;
      if (position <= follower.position) continue;
      if (follower.story !== null && follower.story !== change.story.id) continue;
      const taken = follower.response.write(told.text(change, follower.site));
      follower.position = position;
      if (!taken) {
        follower.slowSince = this.readable.options.clock.now();
        follower.level = false;
      }
      if (follower.level && ENDS.has(change.type)) this.#isLevel(follower);
    }
  }

  #beat(): void {
    const now = this.readable.options.clock.now();
    for (const { response, slowSince } of this.#followers) {
      if (slowSince === null) response.write(':\n\n');
      else if (now - slowSince > SLOWEST) response.destroy();
    }
  }
}

/** After these nothing may be to come of a story. */
const ENDS: ReadonlySet<string> = new Set(['StoryClosed', 'StoryKilled', 'StoryTakenDown']);

/** Changes as they are sent: each is written once for all who are sent it. */
class EncodedChanges {
  readonly #texts = new Map<string, string>();

  constructor(readonly changes: ChangesFound['changes']) {}

  text({ position: id, ...change }: ChangeView, site: Site): string {
    const key = `${id} ${site.origin}`;
    const known = this.#texts.get(key);
    if (known !== undefined) return known;
    const data = JSON.stringify(cloudEvent({ position: id, ...change }, site));
    const text = eventText(id, data);
    this.#texts.set(key, text);
    return text;
  }
}

/**
 * One event of a stream. The id is its last line: some readers take an id as soon as its line comes, and would lose
 * the event if the connection were cut within the data.
 */
const eventText = (id: string, data: string): string => `data: ${data}\nid: ${id}\n\n`;

/** What the follower has may hold what was withdrawn since, or is of another log: it reads the states anew. */
function resetText({ audience }: Followed, position: bigint): string {
  const id = positionText(audience, position);
  return `event: reset\n${eventText(id, JSON.stringify({ position: id }))}`;
}

/** The number that a story has in the read model at present: another one after it was rewritten. */
const numberOf = (reader: Followed['reader'], id: string): number => reader.story(id)?.story ?? -1;
