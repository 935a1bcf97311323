import type { FastifyReply, FastifyRequest } from 'fastify';
import { EventStoreError, type Clock, type EventReader } from '#event-store';
import { Problem } from '#http';
import {
  knowsPosition,
  newestPosition,
  parsePosition,
  ReadModelNotBuilt,
  StoryReader,
  type Audience,
  type ModelReader,
  type ReadModel,
} from '#projections';
import type { Publication } from './publication.js';

export interface ReadingOptions {
  /** Where the stories are, e.g. `v1/stories`, and the parties, e.g. `v1/parties`. */
  readonly stories: string;
  readonly parties: string;
  /** IANA name of the zone in which the newsroom's days end. */
  readonly zone: string;
  /** Waits before each answer until all that the log holds can be read: the desk reads its own writes. */
  readonly fresh: boolean;
  readonly clock: Clock;
  /** Milliseconds for which it may not have been level with the log, and is read nevertheless. */
  readonly maxStale: number;
  /** How it is published; null for what editors alone read. */
  readonly publication: Publication | null;
  /** A party as it is registered, and the revision at which it was last described: for editors, who may change that. */
  readonly registered?: (party: string) => Promise<Registered | null>;
}

export interface Registered {
  readonly name: string;
  readonly revision: number;
}

/** Before every event of a log. */
const BEGINNING = -1n;

/** How long an answer waits for what was written, in milliseconds. */
const PATIENCE = 1_000;
/** From how many milliseconds on an answer says that it may be old. */
const SAID_FROM = 5_000;

/** For how many milliseconds a moment may still get another revision that the log had by then. */
const SETTLED = 10_000;

/** What a surface reads: one log's read model, as far as a request needs it. */
export class Readable {
  readonly stories: StoryReader;

  constructor(
    private readonly model: ReadModel,
    private readonly log: EventReader,
    readonly options: ReadingOptions,
  ) {
    this.stories = new StoryReader(() => this.reader, model.audience, `/${options.stories}`);
  }

  get audience(): Audience {
    return this.model.audience;
  }

  /**
   * For how many seconds a cache may give what was read as of a moment (null: as of now) without asking. Of a moment
   * that is not long past it may not keep anything.
   */
  maxAgeOf(asOf: number | null): number | null {
    const { publication } = this.options;
    if (publication === null || publication.maxAge === 0) return null;
    const { levelAt } = this.model;
    const young = asOf !== null && asOf > (levelAt ?? -Infinity) - SETTLED;
    return young ? 0 : publication.maxAge;
  }

  /** @throws Problem `not-ready` */
  get reader(): ModelReader {
    try {
      return this.model.reader;
    } catch (error) {
      if (error instanceof ReadModelNotBuilt) throw notReady(error.message);
      throw error;
    }
  }

  /**
   * Waits until what the request has to see can be read: the position that its `Dateline-Position` names, and at the
   * desk all that is written.
   *
   * What has not been level with its log for long is not shown: a kill may have passed it by.
   *
   * @throws Problem `not-ready`, `stale`, `header-form`, `position-of-another-log`
   */
  async ready(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    this.#checkAge(reply);
    const given = request.headers['dateline-position'];
    const asked = given === undefined ? null : await this.#position(String(given));
    const head = this.options.fresh || !this.model.caughtUp ? await this.#head(this.options.fresh) : null;
    const position = asked !== null && (head === null || asked > head) ? asked : head;
    if (position === null || (await this.model.reached(position, PATIENCE))) return;
    throw notReady('What is recorded is not readable yet: repeat the request.');
  }

  /** Calls back whenever there may be something new to read; answers with how to stop that. */
  onNews(call: () => void): () => void {
    return this.model.onNews(call);
  }

  /**
   * Whether one may go on from a position that an answer of this surface gave: `unknown` where no event is there, or one
   * that is withheld by now, and where it is no position of this log. `0` is before the first event, `now` after the last.
   */
  async goesOnFrom(text: string): Promise<bigint | 'unknown'> {
    if (text === '0') return BEGINNING;
    if (text === 'now') return newestPosition(this.reader, null) ?? BEGINNING;
    const position = parsePosition(this.audience, text);
    if (position === null || position === 'other') return 'unknown';
    // Another archive may have been further than this one is.
    if (!(await this.model.reached(position, PATIENCE)))
      return position <= ((await this.#head(false)) ?? -1n) ? position : 'unknown';
    return knowsPosition(this.reader, position) ? position : 'unknown';
  }

  async #position(text: string): Promise<bigint> {
    const position = parsePosition(this.audience, text);
    if (position === null)
      throw new Problem('header-form', 'Dateline-Position is no position: give one as an answer gave it.');
    if (position === 'other')
      throw new Problem(
        'position-of-another-log',
        `Dateline-Position is of ${this.audience === 'desk' ? 'the archive' : 'the desk'}: each counts for itself. ` +
          `An answer of the desk gives both, position and public.position.`,
      );
    if (position > ((await this.#head(true)) ?? -1n))
      throw new Problem(
        'position-of-another-log',
        'Dateline-Position is beyond the end of the log: it is of another one. Give a position of this newsroom.',
      );
    return position;
  }

  /** Where the log ends; null for an empty one, and for one that does not answer where that need not be known. */
  async #head(needed: boolean): Promise<bigint | null> {
    if (!needed && this.log.health().state !== 'ready') return null;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<'late'>((resolve) => {
      timer = setTimeout(resolve, PATIENCE, 'late');
    });
    const head = this.log.head();
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
    const { clock, maxStale } = this.options;
    const { levelAt } = this.model;
    const age = levelAt === null ? Infinity : clock.now() - levelAt;
    if (age <= SAID_FROM) return;
    if (age <= maxStale) {
      void reply.header('dateline-level-at', new Date(levelAt!).toISOString());
      return;
    }
    // What is catching up is waited for below, if it is not for long.
    if (['ready', 'unwritable'].includes(this.log.health().state) && !this.model.caughtUp) return;
    const since = levelAt === null ? '' : ` since ${new Date(levelAt).toISOString()}`;
    throw new Problem(
      'stale',
      `What is here has not been level with the newsroom’s log${since}: something may have been withdrawn. Repeat the request later.`,
      {
        headers: { 'retry-after': '30' },
      },
    );
  }
}

const notReady = (detail: string): Problem =>
  new Problem('not-ready', detail, { headers: { 'retry-after': '1' } });
