import { Injectable } from '@nestjs/common';
import {
  Clock,
  correlationOf,
  EventStore,
  StreamCache,
  TimeRunsBackwards,
  decideAndAppend,
} from '#event-store';
import { iso, keyReused, type IdempotencyKey } from '#http';
import { RecordedHere } from '#publishing';
import {
  decide,
  fold,
  type Command,
  type Context,
  type Directory,
  type Instant,
  type Recorded,
  type Story,
  type StoryEvent,
  type Uuid,
} from '#story';
import { draft, readEvent, storyStream } from '#story-log';
import { causeOf, eventAt, foldDeskStory, type Cause, type DeskStory, type Receipt } from './desk-log.js';
import { DirectoryKeeper } from './directory-keeper.js';
import { Openings } from './openings.js';
import { derive, newId } from './identity.js';
import { checkIfMatch } from './request-headers.js';

/** One request to change a story, and what it came with. */
export interface Filing extends Cause {
  readonly story: Uuid;
  readonly command: Command;
  readonly by: string;
  /** The id of what the command makes; random where absent. */
  readonly id?: Uuid;
  /** Honours repeats. */
  readonly key?: IdempotencyKey | null;
  /** What the editor last saw of the thing that changes; `lastChanged` finds when it changed last. */
  readonly seen?: { readonly revision: number; readonly lastChanged: (story: Story) => number | null } | null;
  /** Refuses what the command alone does not show to be wrong, such as an address of another claim. */
  readonly check?: ((story: Story) => void) | undefined;
  /** An import's own time, and when it is taken over. */
  readonly imported?: { readonly at: number; readonly importedAt: number };
}

/** What was recorded, or had been. Where it was already so, neither, and `event` is the story's last. */
export interface Filed {
  readonly added: boolean;
  readonly repeated: boolean;
  readonly story: Story;
  /** Who was who when it was decided. */
  readonly directory: Directory;
  readonly event: StoryEvent;
  readonly recordedAt: Instant;
  readonly id: Uuid;
  readonly revision: number;
  readonly position: bigint;
}

/** What would become of a story. */
export interface Attempt {
  readonly before: Story;
  readonly after: Story;
  readonly directory: Directory;
  readonly recorded: readonly Recorded[];
}

/** Decides commands on stories and appends what follows, each once. */
@Injectable()
export class Recorder {
  readonly #cache = new StreamCache<DeskStory>();

  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
    private readonly directory: DirectoryKeeper,
    private readonly openings: Openings,
    private readonly recordedHere: RecordedHere,
  ) {}

  /** @throws Refusal, Problem `precondition-failed` and `idempotency-key-reused`, and what the store throws */
  async record(filing: Filing): Promise<Filed> {
    const directory = await this.directory.current();
    const stream = storyStream('desk', filing.story);
    const id = filing.id ?? newId();
    let receipt: Receipt | undefined;
    const known = ({ receipts }: DeskStory): Receipt | undefined => {
      const found = filing.key ? receipts.get(filing.key.name) : undefined;
      if (found && found.hash !== filing.key!.hash) throw keyReused();
      return found;
    };
    const recording = decideAndAppend<DeskStory>({
      store: this.store,
      stream,
      fold: foldDeskStory,
      cache: this.#cache,
      clock: this.clock,
      ...(filing.imported ? { at: iso(filing.imported.at) } : {}),
      decide: (now, recordedAt) => {
        const { story } = now;
        receipt = known(now);
        if (receipt) return [];
        const decided = decideChecked(story, filing, { directory, now: Date.parse(recordedAt), id, derive });
        const drafts = decided.map((event, i) => draft(derive(id, `event/${i}`), event, metadataOf(filing)));
        for (const { id: ours } of drafts) this.recordedHere.note(ours);
        return drafts;
      },
    });
    // Another import of the same file may be ahead of this one: then its time is over, and it is recorded.
    const { state, events, revision } = await recording.catch(async (error: unknown) => {
      if (!(error instanceof TimeRunsBackwards)) throw error;
      const now = await this.current(filing.story);
      receipt = known(now);
      if (!receipt) throw error;
      return { state: now, events: [], revision: BigInt(now.story.revision) };
    });
    const made = receipt?.revision ?? Number(revision);
    const stored = events.at(-1) ?? (await eventAt(this.store, stream, made));
    const { event, recordedAt } = readEvent(stored).recorded;
    const { position } = stored;
    return {
      added: events.length > 0,
      repeated: receipt !== undefined,
      story: state.story,
      directory,
      event,
      recordedAt,
      id,
      revision: made,
      position,
    };
  }

  /** What a request would make, as `record` decides it; nothing is recorded, and no key is used. */
  async attempt(filing: Filing): Promise<Attempt> {
    const directory = await this.directory.current();
    const id = filing.id ?? newId();
    let attempt: Attempt | undefined;
    await decideAndAppend<DeskStory>({
      store: this.store,
      stream: storyStream('desk', filing.story),
      fold: foldDeskStory,
      cache: this.#cache,
      clock: this.clock,
      decide: ({ story: before }, at) => {
        const recordedAt = Date.parse(at);
        const decided = decideChecked(before, filing, { directory, now: recordedAt, id, derive });
        const recorded = decided.map((event, i) => ({
          id: derive(id, `event/${i}`),
          revision: before.revision + 1 + i,
          recordedAt,
          recordedBy: filing.by,
          importedAt: null,
          event,
        }));
        attempt = { before, after: fold(recorded, before), directory, recorded };
        return [];
      },
    });
    return attempt!;
  }

  /** The story as the desk folds it now, with the keys it was made with. */
  async current(story: Uuid): Promise<DeskStory> {
    const { state } = await decideAndAppend<DeskStory>({
      store: this.store,
      stream: storyStream('desk', story),
      fold: foldDeskStory,
      cache: this.#cache,
      clock: this.clock,
      decide: () => [],
    });
    return state;
  }

  /** An event of a story as the cause of what it brings about later. */
  async causeAt(story: Uuid, revision: number): Promise<Cause> {
    const event = await eventAt(this.store, storyStream('desk', story), revision);
    return { correlationId: correlationOf(event) ?? undefined, causationId: event.id };
  }

  /** The story that a key opened, if it opened one. */
  openedWith(key: string): Promise<Uuid | undefined> {
    return this.openings.openedWith(key);
  }

  /** The story as it stood at a revision: folded from the log, for a request that is repeated later. */
  async storyAt(story: Uuid, revision: number): Promise<Story> {
    let folded = foldDeskStory.initial;
    for await (const event of this.store.readStream(storyStream('desk', story), { limit: revision + 1 }))
      folded = foldDeskStory.apply(folded, event);
    return folded.story;
  }
}

/** @throws Refusal, Problem `precondition-failed` */
function decideChecked(
  story: Story,
  { command, check, seen }: Filing,
  context: Context,
): readonly StoryEvent[] {
  const decided = decide(story, command, context);
  check?.(story);
  // A change that changes nothing may be sent again, but not with a revision that never was.
  if (seen) checkIfMatch(seen.revision, decided.length > 0 ? seen.lastChanged(story) : null, story.revision);
  return decided;
}

function metadataOf({ by, key, imported, ...cause }: Filing) {
  return {
    recordedBy: by,
    ...causeOf(cause),
    ...(imported ? { importedAt: iso(imported.importedAt) } : {}),
    ...(key ? { idempotency: { key: key.name, hash: key.hash } } : {}),
  };
}
