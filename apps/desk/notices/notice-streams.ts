import type { ServerResponse } from 'node:http';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import type { Subscription } from 'rxjs';
import { Clock } from '#event-store';
import { eventText, faultOf, HEARTBEAT, Problem, retryText, SLOWEST } from '#http';
import type { Principal } from '#staff';
import { DeskParts } from '../recording/desk-parts.js';
import { People } from '../recording/people.js';
import { MyNotices } from './my-notices.js';
import { NoticeFollower } from './notice-follower.js';
import { NoticeViews } from './notice-view.js';

/** Milliseconds between two looks at who is still signed in. */
const LOOK_EVERY = 1_000;
/** How many streams one principal may have open. */
const MOST_EACH = 10;

interface Stream {
  readonly response: ServerResponse;
  readonly who: Principal;
  /** The id of the last notice that it was sent, or at which it started. */
  last: string;
  sending: boolean;
  /** Since when its connection has taken nothing of what it was sent; null if it took all. */
  slowSince: number | null;
}

/**
 * The open streams of notices. The file of notices is the only buffer, as for the followers of the archive. A stream ends
 * when its session or token does: before each notice it looks whether that still counts.
 */
@Injectable()
export class NoticeStreams implements OnModuleDestroy {
  readonly #streams = new Set<Stream>();
  readonly #news: Subscription;
  readonly #timer: NodeJS.Timeout;
  readonly #logger = new Logger('Notices');
  readonly #most: number;
  #looks = 0;

  constructor(
    follower: NoticeFollower,
    private readonly notices: MyNotices,
    private readonly views: NoticeViews,
    private readonly people: People,
    private readonly clock: Clock,
    { maxFollowers }: DeskParts,
  ) {
    this.#most = maxFollowers;
    this.#news = follower.news.subscribe(() => {
      for (const stream of this.#streams) void this.#send(stream);
    });
    this.#timer = setInterval(() => this.#look(), LOOK_EVERY).unref();
  }

  /** @throws Problem `too-many-followers`, `too-many-requests` */
  checkRoom({ id }: Principal): void {
    if (this.#streams.size >= this.#most)
      throw new Problem('too-many-followers', 'Too many open streams. Try again later.', {
        headers: { 'retry-after': '30' },
      });
    if ([...this.#streams].filter(({ who }) => who.id === id).length >= MOST_EACH)
      throw new Problem('too-many-requests', `You have ${MOST_EACH} open streams of notices. Close one.`, {
        headers: { 'retry-after': '30' },
      });
  }

  /** Starts a stream after the notice `last`. The response stays open until the client or the server closes it. */
  add(response: ServerResponse, who: Principal, last: string): void {
    const stream: Stream = { response, who, last, sending: false, slowSince: null };
    response.once('close', () => this.#streams.delete(stream));
    response.on('error', () => response.destroy());
    response.on('drain', () => {
      stream.slowSince = null;
      void this.#send(stream);
    });
    this.#streams.add(stream);
    response.write(retryText());
    void this.#send(stream);
  }

  onModuleDestroy(): void {
    this.#news.unsubscribe();
    clearInterval(this.#timer);
    for (const { response } of this.#streams) response.destroy();
  }

  /** Sends notice by notice, until the stream has all or its connection takes no more. Never rejects. */
  async #send(stream: Stream): Promise<void> {
    if (stream.sending) return;
    stream.sending = true;
    const { response, who } = stream;
    try {
      while (isOpen(stream)) {
        const notice = this.notices.next(who, stream.last);
        if (notice === undefined) response.end();
        if (!notice) break;
        const view = await this.views.of(notice, this.people.seen(who.id));
        if (!this.notices.isIn(who)) response.end();
        if (!isOpen(stream)) break;
        if (!response.write(eventText(notice.id, JSON.stringify(view))))
          stream.slowSince = this.clock.monotonic();
        stream.last = notice.id;
      }
    } catch (error) {
      this.#logger.error(`Notices cannot be read; a stream is closed.\n${faultOf(error)}`);
      response.destroy();
    } finally {
      stream.sending = false;
    }
  }

  #look(): void {
    this.#looks += 1;
    const beats = this.#looks % (HEARTBEAT / LOOK_EVERY) === 0;
    const now = this.clock.monotonic();
    for (const { response, who, slowSince } of this.#streams) {
      if (!this.notices.isIn(who)) response.destroy();
      else if (slowSince !== null && now - slowSince > SLOWEST) response.destroy();
      else if (beats && slowSince === null) response.write(':\n\n');
    }
  }
}

const isOpen = ({ response, slowSince }: Stream): boolean =>
  !response.destroyed && !response.writableEnded && slowSince === null;
