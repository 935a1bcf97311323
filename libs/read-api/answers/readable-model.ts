import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { EventStoreError, type Clock, type EventReader } from '#event-store';
import { Problem } from '#http';
import {
  isKnownPosition,
  newestPosition,
  parsePosition,
  ReadModelNotBuilt,
  StoryReader,
  type Audience,
  type ModelReader,
  type ReadModel,
} from '#projections';
import type { Publication } from './publication.js';

/** How one surface reads its log. */
export interface ReadApiOptions {
  readonly model: ReadModel;
  /** The log that the read model is built from. */
  readonly log: EventReader;
  readonly clock: Clock;
  /** Where the routes are mounted: `v1`, or `desk/v1`. */
  readonly path: string;
  /** IANA name of the time zone in which the newsroom's days end. */
  readonly zone: string;
  /** Waits before each answer until the read model has caught up with the log: editors read their own writes. */
  readonly readsOwnWrites: boolean;
  /** Milliseconds: if the read model last caught up longer ago, requests are refused. */
  readonly maxStale: number;
  /** How it is published to the world; null for a surface that only editors read. */
  readonly publication: Publication | null;
  /** The registry's entry of a party, for editors who may change it. */
  readonly registered?: (party: string) => Promise<RegisteredParty | null>;
}

/** The injection token of the options. */
export const READ_API_OPTIONS = Symbol('READ_API_OPTIONS');

export interface RegisteredParty {
  readonly name: string;
  /** The revision at which it was last described. */
  readonly revision: number;
}

/** Before every event of a log. */
const BEGINNING = -1n;

/** Milliseconds for which a request waits for the read model or the log. */
const PATIENCE = 1_000;
/** Milliseconds: if the read model last caught up longer ago, answers say when. */
const SAID_FROM = 5_000;

/** Milliseconds after a moment in which events of that moment may still arrive from the log. */
const SETTLED = 10_000;

/** The read model of one surface, with the waiting and the checks that its requests need. */
@Injectable()
export class ReadableModel {
  readonly stories: StoryReader;

  constructor(@Inject(READ_API_OPTIONS) readonly options: ReadApiOptions) {
    this.stories = new StoryReader(() => this.reader, options.model.audience, this.addressOf('stories'));
  }

  get audience(): Audience {
    return this.options.model.audience;
  }

  get publication(): Publication | null {
    return this.options.publication;
  }

  get zone(): string {
    return this.options.zone;
  }

  get clock(): Clock {
    return this.options.clock;
  }

  /** The address of a route of this surface: `/v1/stories`. */
  addressOf(route: string): string {
    return `/${this.options.path}/${route}`;
  }

  /**
   * Seconds for which a cache may give an answer as of a moment (null: as of now) without asking. Null: it asks each
   * time. 0: it stores nothing, because a recent moment may still change, or because only staff may read the answer.
   */
  maxAgeOf(asOf: number | null): number | null {
    const { publication, model } = this.options;
    if (publication === null) return 0;
    if (publication.maxAge === 0) return null;
    const young = asOf !== null && asOf > (model.caughtUpAt ?? -Infinity) - SETTLED;
    return young ? 0 : publication.maxAge;
  }

  /** @throws Problem `not-ready` */
  get reader(): ModelReader {
    try {
      return this.options.model.reader;
    } catch (error) {
      if (error instanceof ReadModelNotBuilt) throw notReady(error.message);
      throw error;
    }
  }

  /**
   * Waits until the read model has what the request must see: the event at its `Dateline-Position`, and for editors the
   * whole log. Refuses when the read model is too old, because it may lack a kill.
   *
   * @throws Problem `not-ready`, `stale`, `header-form`, `position-of-another-log`
   */
  async ready(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { model, readsOwnWrites } = this.options;
    this.#checkAge(reply);
    const given = request.headers['dateline-position'];
    const asked = given === undefined ? null : await this.#position(String(given));
    const head = readsOwnWrites || !model.caughtUp ? await this.#head(readsOwnWrites) : null;
    const position = asked !== null && (head === null || asked > head) ? asked : head;
    if (position === null || (await model.reached(position, PATIENCE))) return;
    throw notReady('The read model has not caught up yet: repeat the request.');
  }

  /** Emits whenever there may be something new to read. */
  get news(): Observable<void> {
    return this.options.model.news;
  }

  /**
   * The position after which a client resumes. `0` is before the first event, `now` after the last. `unknown`: it is no
   * position of this log, no event is there, or the event was withdrawn.
   */
  async resumeFrom(text: string): Promise<bigint | 'unknown'> {
    if (text === '0') return BEGINNING;
    if (text === 'now') return newestPosition(this.reader, null) ?? BEGINNING;
    const position = parsePosition(this.audience, text);
    if (position === null || position === 'other') return 'unknown';
    // Another archive may have given it, and may be ahead of this one.
    if (!(await this.options.model.reached(position, PATIENCE)))
      return position <= ((await this.#head(false)) ?? -1n) ? position : 'unknown';
    return isKnownPosition(this.reader, position) ? position : 'unknown';
  }

  async #position(text: string): Promise<bigint> {
    const position = parsePosition(this.audience, text);
    if (position === null)
      throw new Problem(
        'header-form',
        'Dateline-Position is not a position: give one exactly as an answer gave it.',
      );
    if (position === 'other')
      throw new Problem(
        'position-of-another-log',
        `Dateline-Position belongs to ${this.audience === 'desk' ? 'the archive' : 'the desk'}: each has its own positions. ` +
          `An answer of the desk gives both, position and public.position.`,
      );
    if (position > ((await this.#head(true)) ?? -1n))
      throw new Problem(
        'position-of-another-log',
        'Dateline-Position is beyond the end of the log: it belongs to another log. Give a position of this newsroom.',
      );
    return position;
  }

  /** The last position of the log; null if the log is empty. Null also if the log does not answer and need not. */
  async #head(needed: boolean): Promise<bigint | null> {
    const { log } = this.options;
    if (!needed && log.health().state !== 'ready') return null;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<'late'>((resolve) => {
      timer = setTimeout(resolve, PATIENCE, 'late');
    });
    const head = log.head();
    head.catch(() => undefined);
    try {
      const found = await Promise.race([head, late]);
      if (found !== 'late') return found;
    } catch (error) {
      if (!(error instanceof EventStoreError)) throw error;
    } finally {
      clearTimeout(timer);
    }
    if (needed) throw notReady('The log does not answer: repeat the request.');
    return null;
  }

  #checkAge(reply: FastifyReply): void {
    const { clock, maxStale, log, model } = this.options;
    const { caughtUpAt } = model;
    const age = caughtUpAt === null ? Infinity : clock.now() - caughtUpAt;
    if (age <= SAID_FROM) return;
    if (age <= maxStale) {
      void reply.header('dateline-level-at', new Date(caughtUpAt!).toISOString());
      return;
    }
    // A model that is catching up gets its time in `ready`.
    if (['ready', 'unwritable'].includes(log.health().state) && !model.caughtUp) return;
    const since = caughtUpAt === null ? '' : ` since ${new Date(caughtUpAt).toISOString()}`;
    throw new Problem(
      'stale',
      `The archive has not caught up with the newsroom’s log${since}: something may have been withdrawn. Repeat the request later.`,
      { headers: { 'retry-after': '30' } },
    );
  }
}

const notReady = (detail: string): Problem =>
  new Problem('not-ready', detail, { headers: { 'retry-after': '1' } });
