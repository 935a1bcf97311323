import type { FastifyRequest } from 'fastify';
import type { EventReader } from '#event-store';
import { Problem } from '#nest';
import {
  parsePosition,
  ReadModelNotBuilt,
  StoryReader,
  type Audience,
  type ModelReader,
  type ReadModel,
} from '#projections';

export interface ReadingOptions {
  /** Where the stories are, e.g. `v1/stories`, and the parties, e.g. `v1/parties`. */
  readonly stories: string;
  readonly parties: string;
  /** IANA name of the zone in which the newsroom's days end. */
  readonly zone: string;
  /** Waits before each answer until all that the log holds can be read: the desk reads its own writes. */
  readonly fresh: boolean;
}

/** How long an answer waits for what was written, in milliseconds. */
const PATIENCE = 1_000;

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
   * @throws Problem `not-ready`, `header-form`, `position-of-another-log`
   */
  async ready(request: FastifyRequest): Promise<void> {
    const given = request.headers['dateline-position'];
    const asked = given === undefined ? null : await this.#position(String(given));
    const head = this.options.fresh || !this.model.caughtUp ? await this.log.head() : null;
    const position = asked !== null && (head === null || asked > head) ? asked : head;
    if (position === null || (await this.model.reached(position, PATIENCE))) return;
    throw notReady('What is recorded is not readable yet: repeat the request.');
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
    if (position > ((await this.log.head()) ?? -1n))
      throw new Problem(
        'position-of-another-log',
        'Dateline-Position is beyond the end of the log: it is of another one. Give a position of this newsroom.',
      );
    return position;
  }
}

const notReady = (detail: string): Problem =>
  new Problem('not-ready', detail, { headers: { 'retry-after': '1' } });
