import type { ServerResponse } from 'node:http';
import { Logger, type OnModuleDestroy } from '@nestjs/common';
import type { Clock } from '#event-store';
import type { Subscription } from 'rxjs';
import { cloudEvent, type Site } from '#formats';
import { eventText, faultOf, HEARTBEAT, retryText, SLOWEST } from '#http';
import {
  changesAfter,
  isOver,
  newestPosition,
  positionText,
  type ChangesFound,
  type ChangeView,
} from '#projections';
import type { ReadableModel } from '../answers/readable-model.js';

/** Changes that are read at once. */
const PAGE = 50;

/** What a follower asked for. */
export interface Follow {
  /** The id of one story; null for everything. */
  readonly story: string | null;
  /** Exclusive; null for only what follows. */
  readonly after: bigint | null;
  /** The follower's copy cannot be trusted: it is first sent a `reset` event. */
  readonly reset: boolean;
  readonly site: Site;
}

/** What followers read. */
export type FollowedModel = Pick<ReadableModel, 'reader' | 'audience' | 'news'> & {
  readonly clock: Pick<Clock, 'now'>;
};

interface Follower {
  readonly response: ServerResponse;
  readonly story: Follow['story'];
  readonly site: Site;
  /** The position of the last change that it was sent, or at which it started. */
  position: bigint;
  /** True if it was sent everything so far. Then new changes are pushed to it. */
  caughtUp: boolean;
  /** Since when its connection has taken nothing of what it was sent, the end included; null if it took all. */
  slowSince: number | null;
}

/**
 * The clients that follow the public log by server-sent events (WHATWG HTML, section 9.2). The read model is the only
 * buffer. A slow follower gets its next events after it took the last ones, so it costs no memory.
 */
export class Followers implements OnModuleDestroy {
  readonly #followers = new Set<Follower>();
  readonly #news: Subscription;
  readonly #heartbeat: NodeJS.Timeout;
  readonly #logger = new Logger('Followers');
  /** Every follower that is caught up was sent all changes up to it. */
  #position = -1n;

  constructor(
    private readonly model: FollowedModel,
    /** How many may follow at once. */
    private readonly most: number,
  ) {
    this.#news = model.news.subscribe(() => this.#guarded(this.#followers, () => this.#push()));
    this.#heartbeat = setInterval(() => this.#beat(), HEARTBEAT).unref();
  }

  get count(): number {
    return this.#followers.size;
  }

  get full(): boolean {
    return this.#followers.size >= this.most;
  }

  /** Starts to follow: the response stays open until the client or the server closes it. */
  add(response: ServerResponse, { story, after, reset, site }: Follow): void {
    const newest = newestPosition(this.model.reader, null) ?? -1n;
    if (this.#followers.size === 0) this.#position = newest;
    const position = after ?? newest;
    const follower: Follower = { response, story, site, position, caughtUp: false, slowSince: null };
    response.once('close', () => this.#followers.delete(follower));
    response.on('error', () => response.destroy());
    response.on('drain', () => {
      follower.slowSince = null;
      this.#guarded([follower], () => this.#catchUp(follower));
    });
    this.#followers.add(follower);
    response.write(`${retryText()}${reset ? resetText(this.model, position) : ''}`);
    this.#catchUp(follower);
  }

  onModuleDestroy(): void {
    this.#news.unsubscribe();
    clearInterval(this.#heartbeat);
    for (const { response } of this.#followers) response.destroy();
  }

  /** If changes cannot be read, disconnects the followers, which resume later. The callers could do nothing else. */
  #guarded(followers: Iterable<Follower>, work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#logger.error(`Changes cannot be read; the followers are disconnected.\n${faultOf(error)}`);
      for (const { response } of followers) response.destroy();
    }
  }

  /** Reads new changes once, and sends them to every follower that is caught up. */
  #push(): void {
    if (this.#followers.size === 0) return;
    for (let more = true; more;) {
      const found = this.#read(this.#position, null);
      if (found.last === null) break;
      const changes = new EncodedChanges(found.changes);
      for (const follower of this.#followers) if (follower.caughtUp) this.#send(follower, changes);
      this.#position = found.last;
      more = found.more;
    }
    for (const follower of this.#followers)
      if (!follower.caughtUp && follower.slowSince === null) this.#catchUp(follower);
  }

  /** Sends a follower what it lacks, until it is caught up or its connection takes no more. */
  #catchUp(follower: Follower): void {
    while (!follower.response.destroyed && follower.slowSince === null) {
      const found = this.#read(follower.position, follower.story);
      if (found.last !== null) this.#send(follower, new EncodedChanges(found.changes));
      else if (found.more) return;
      else return this.#setCaughtUp(follower);
    }
  }

  #read(after: bigint, story: Follow['story']): ChangesFound {
    const { reader, audience } = this.model;
    return reader.together(() => {
      const number = story === null ? null : numberOf(reader, story);
      return changesAfter(reader, audience, { after, story: number, limit: PAGE });
    });
  }

  /** Ends the stream of a closed story. Its follower reconnects, and then gets 204. */
  #setCaughtUp(follower: Follower): void {
    follower.caughtUp = true;
    const { reader } = this.model;
    if (follower.story === null || !isOver(reader, numberOf(reader, follower.story))) return;
    follower.slowSince = this.model.clock.now();
    follower.response.end();
  }

  /** Sends change by change, until the connection takes no more. */
  #send(follower: Follower, changes: EncodedChanges): void {
    for (const { change, position } of changes.all) {
      if (follower.slowSince !== null || follower.response.writableEnded) return;
      if (position <= follower.position) continue;
      if (follower.story !== null && follower.story !== change.story.id) continue;
      const taken = follower.response.write(changes.text(change, follower.site));
      follower.position = position;
      if (!taken) {
        follower.slowSince = this.model.clock.now();
        follower.caughtUp = false;
      }
      if (follower.caughtUp && ENDS.has(change.type)) this.#setCaughtUp(follower);
    }
  }

  #beat(): void {
    const now = this.model.clock.now();
    for (const { response, slowSince } of this.#followers) {
      if (slowSince === null) response.write(':\n\n');
      else if (now - slowSince > SLOWEST) response.destroy();
    }
  }
}

/** After these a story may have no further events. */
const ENDS: ReadonlySet<string> = new Set(['StoryClosed', 'StoryKilled', 'StoryTakenDown']);

/** Changes as they are sent. Each is encoded once for all followers. */
class EncodedChanges {
  readonly #texts = new Map<string, string>();

  constructor(readonly all: ChangesFound['changes']) {}

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

/** The follower's copy may contain withdrawn content, or is of another log: it fetches the states again. */
function resetText({ audience }: FollowedModel, position: bigint): string {
  const id = positionText(audience, position);
  return `event: reset\n${eventText(id, JSON.stringify({ position: id }))}`;
}

/** The number of a story in the read model, which changes when the story is rewritten. */
const numberOf = (reader: FollowedModel['reader'], id: string): number => reader.story(id)?.story ?? -1;
