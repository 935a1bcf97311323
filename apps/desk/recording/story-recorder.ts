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
import { SourceVault } from '../vault/source-vault.js';
import { causeOf, eventAt, foldDeskStory, type Cause, type DeskStory, type Receipt } from './desk-log.js';
import { DirectoryRecorder } from './directory-recorder.js';
import { OpenedStories } from './opened-stories.js';
import { derive, newId } from './ids.js';
import { checkIfMatch } from './write-headers.js';

/** A request to change a story. */
export interface RecordRequest extends Cause {
  readonly story: Uuid;
  readonly command: Command;
  readonly by: string;
  /** The id of what the command makes; random if absent. */
  readonly id?: Uuid;
  /** With a key, a repeated request gets the first answer. */
  readonly key?: IdempotencyKey | null;
  /** The revision in If-Match. `lastChanged` gives the revision at which the target last changed. */
  readonly seen?: { readonly revision: number; readonly lastChanged: (story: Story) => number | null } | null;
  /** Refuses who may not act on the target, before anything else. Throws a Problem. */
  readonly allow?: ((story: Story) => void) | undefined;
  /** Refuses what is wrong only beside the story, such as a link of another claim. Throws a Refusal. */
  readonly check?: ((story: Story) => void) | undefined;
  /** Of an import: the original time of recording, and the time of the import. */
  readonly imported?: { readonly at: number; readonly importedAt: number };
}

/** If nothing changed, neither `added` nor `repeated` is true, and `event` is the last of the story. */
export interface RecordResult {
  /** Whether this request recorded events. */
  readonly added: boolean;
  /** Whether an earlier request with the same key recorded them. */
  readonly repeated: boolean;
  readonly story: Story;
  /** Sides and parties at the decision. */
  readonly directory: Directory;
  readonly event: StoryEvent;
  readonly recordedAt: Instant;
  readonly id: Uuid;
  readonly revision: number;
  readonly position: bigint;
}

/** The events that a request would record, and the story before and after them. */
export interface DryRun {
  readonly before: Story;
  readonly after: Story;
  readonly directory: Directory;
  readonly recorded: readonly Recorded[];
}

/** Decides commands on stories, and appends their events once. */
@Injectable()
export class StoryRecorder {
  readonly #cache = new StreamCache<DeskStory>();

  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
    private readonly directory: DirectoryRecorder,
    private readonly openedStories: OpenedStories,
    private readonly recordedHere: RecordedHere,
    private readonly vault: SourceVault,
  ) {}

  /** @throws Refusal, Problem `precondition-failed` and `idempotency-key-reused`, and what the store throws */
  async record(request: RecordRequest): Promise<RecordResult> {
    const directory = await this.directory.current();
    const stream = storyStream('desk', request.story);
    const id = request.id ?? newId();
    let receipt: Receipt | undefined;
    let watched = false;
    const keyUse = ({ receipts }: DeskStory): Receipt | undefined => {
      const found = request.key ? receipts.get(request.key.name) : undefined;
      if (found && found.hash !== request.key!.hash) throw keyReused();
      return found;
    };
    const recording = decideAndAppend<DeskStory>({
      store: this.store,
      stream,
      fold: foldDeskStory,
      cache: this.#cache,
      clock: this.clock,
      ...(request.imported ? { at: iso(request.imported.at) } : {}),
      decide: (now, recordedAt) => {
        const { story } = now;
        receipt = keyUse(now);
        if (receipt) return [];
        const decided = decideAndCheck(story, request, {
          directory,
          now: Date.parse(recordedAt),
          id,
          derive,
        });
        // Once, although the decision may be repeated after somebody else's event.
        if (decided.length > 0 && !watched) this.vault.watch(decided, request.story, request.by);
        watched ||= decided.length > 0;
        const drafts = decided.map((event, i) => draft(derive(id, `event/${i}`), event, metadataOf(request)));
        for (const { id: ours } of drafts) this.recordedHere.note(ours);
        return drafts;
      },
    });
    // Another import of the same file may have recorded this line, and later ones, in the meantime.
    const { state, events, revision } = await recording.catch(async (error: unknown) => {
      if (!(error instanceof TimeRunsBackwards)) throw error;
      const now = await this.current(request.story);
      receipt = keyUse(now);
      if (!receipt) throw error;
      return { state: now, events: [], revision: BigInt(now.story.revision) };
    });
    const recordedAtRevision = receipt?.revision ?? Number(revision);
    const stored = events.at(-1) ?? (await eventAt(this.store, stream, recordedAtRevision));
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
      revision: recordedAtRevision,
      position,
    };
  }

  /** Decides as `record` does, but records nothing and uses no key. @throws as `record` */
  async dryRun(request: RecordRequest): Promise<DryRun> {
    const directory = await this.directory.current();
    const id = request.id ?? newId();
    let result: DryRun | undefined;
    await decideAndAppend<DeskStory>({
      store: this.store,
      stream: storyStream('desk', request.story),
      fold: foldDeskStory,
      cache: this.#cache,
      clock: this.clock,
      decide: ({ story: before }, at) => {
        const recordedAt = Date.parse(at);
        const decided = decideAndCheck(before, request, { directory, now: recordedAt, id, derive });
        const recorded = decided.map((event, i) => ({
          id: derive(id, `event/${i}`),
          revision: before.revision + 1 + i,
          recordedAt,
          recordedBy: request.by,
          importedAt: null,
          event,
        }));
        result = { before, after: fold(recorded, before), directory, recorded };
        return [];
      },
    });
    return result!;
  }

  /** The present state of a story, with the keys of its requests. */
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

  /** An event of a story, as the cause of later events. */
  async causeAt(story: Uuid, revision: number): Promise<Cause> {
    const event = await eventAt(this.store, storyStream('desk', story), revision);
    return { correlationId: correlationOf(event) ?? undefined, causationId: event.id };
  }

  /** The story that a request with this key opened. */
  openedWith(key: string): Promise<Uuid | undefined> {
    return this.openedStories.openedWith(key);
  }

  /** The story at a revision, folded from the log: for a request that is repeated later. */
  async storyAt(story: Uuid, revision: number): Promise<Story> {
    let folded = foldDeskStory.initial;
    for await (const event of this.store.readStream(storyStream('desk', story), { limit: revision + 1 }))
      folded = foldDeskStory.apply(folded, event);
    return folded.story;
  }
}

/** @throws Refusal, Problem `precondition-failed` */
function decideAndCheck(
  story: Story,
  { command, allow, check, seen }: RecordRequest,
  context: Context,
): readonly StoryEvent[] {
  allow?.(story);
  const decided = decide(story, command, context);
  check?.(story);
  // If nothing changes, an old revision in If-Match does no harm. One that does not exist is still refused.
  if (seen) checkIfMatch(seen.revision, decided.length > 0 ? seen.lastChanged(story) : null, story.revision);
  return decided;
}

function metadataOf({ by, key, imported, ...cause }: RecordRequest) {
  return {
    recordedBy: by,
    ...causeOf(cause),
    ...(imported ? { importedAt: iso(imported.importedAt) } : {}),
    ...(key ? { idempotency: { key: key.name, hash: key.hash } } : {}),
  };
}
