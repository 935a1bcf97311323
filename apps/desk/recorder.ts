import { Injectable } from '@nestjs/common';
import { Clock, EventStore, StreamCache, transact } from '#event-store';
import { Problem, iso } from '#nest';
import { Publisher, type PublicPlace } from '#publishing';
import { decide, type Command, type Context, type Story, type StoryEvent, type Uuid } from '#story';
import {
  draft,
  eventAt,
  foldDeskStory,
  readEvent,
  storyStream,
  type DeskStory,
  type Receipt,
} from './desk-log.js';
import { DirectoryKeeper } from './directory-keeper.js';
import { Openings } from './openings.js';
import { derive, newId } from './identity.js';

/** One request to change a story, and what it came with. */
export interface Filing {
  readonly story: Uuid;
  readonly command: Command;
  readonly by: string;
  /** The id of what the command makes; random where absent. */
  readonly id?: Uuid;
  /** Honours repeats: the key, and the hash of what it was first sent with. */
  readonly key?: { readonly name: string; readonly hash: string } | null;
  /** What the editor last saw of the thing that changes; `lastChanged` finds when it changed last. */
  readonly seen?: { readonly revision: number; readonly lastChanged: (story: Story) => number | null } | null;
  readonly correlationId?: string;
  /** An import's own time, and when it is taken over. */
  readonly imported?: { readonly at: number; readonly importedAt: number };
}

/** What was recorded, or had been: `added` is false where it was already so. */
export interface Filed {
  readonly added: boolean;
  readonly repeated: boolean;
  readonly story: Story;
  readonly event: StoryEvent;
  readonly id: Uuid;
  readonly revision: number;
  readonly position: bigint;
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
  ) {}

  /** @throws Refusal, Problem `precondition-failed` and `idempotency-key-reused`, and what the store throws */
  async record(filing: Filing): Promise<Filed> {
    const directory = await this.directory.current();
    const stream = storyStream(filing.story);
    const id = filing.id ?? newId();
    let receipt: Receipt | undefined;
    const { state, events, revision } = await transact<DeskStory>({
      store: this.store,
      stream,
      fold: foldDeskStory,
      cache: this.#cache,
      clock: this.clock,
      ...(filing.imported ? { at: iso(filing.imported.at) } : {}),
      decide: ({ story, receipts }, recordedAt) => {
        receipt = filing.key ? receipts.get(filing.key.name) : undefined;
        if (receipt) {
          if (receipt.hash !== filing.key!.hash) throw keyReused();
          return [];
        }
        const context: Context = { directory, now: Date.parse(recordedAt), id, derive };
        const decided = decide(story, filing.command, context);
        if (decided.length > 0) checkSeen(story, filing);
        return decided.map((event, i) => draft(derive(id, `event/${i}`), event, metadataOf(filing)));
      },
    });
    const made = receipt?.revision ?? Number(revision);
    const stored = events.at(-1) ?? (await eventAt(this.store, stream, made));
    const { event } = readEvent(stored).recorded;
    const { position } = stored;
    return {
      added: events.length > 0,
      repeated: receipt !== undefined,
      story: state.story,
      event,
      id,
      revision: made,
      position,
    };
  }

  /** The story as the desk folds it now, with the keys it was made with. */
  async current(story: Uuid): Promise<DeskStory> {
    const { state } = await transact<DeskStory>({
      store: this.store,
      stream: storyStream(story),
      fold: foldDeskStory,
      cache: this.#cache,
      clock: this.clock,
      decide: () => [],
    });
    return state;
  }

  /** The story that a key opened, if it opened one. */
  async openedWith(key: string): Promise<Uuid | undefined> {
    return (await this.openings.current()).get(key);
  }

  /** The story as it stood at a revision: folded from the log, for a request that is repeated later. */
  async storyAt(story: Uuid, revision: number): Promise<Story> {
    let folded = foldDeskStory.initial;
    for await (const event of this.store.readStream(storyStream(story), { limit: revision + 1 }))
      folded = foldDeskStory.apply(folded, event);
    return folded.story;
  }
}

/** Says where a desk event stands in public, waiting a moment for the publisher. */
@Injectable()
export class PublicPlaces {
  constructor(private readonly publisher: Publisher) {}

  async of(filed: Filed, story: Uuid): Promise<PublicPlace | null> {
    if (!(await this.publisher.caughtUp(filed.position, 1_000))) return null;
    return this.publisher.placeOf(storyStream(story), BigInt(filed.revision));
  }
}

function metadataOf({ by, key, correlationId, imported }: Filing) {
  return {
    recordedBy: by,
    ...(correlationId === undefined ? {} : { correlationId }),
    ...(imported ? { importedAt: iso(imported.importedAt) } : {}),
    ...(key ? { idempotency: { key: key.name, hash: key.hash } } : {}),
  };
}

function checkSeen(story: Story, { seen }: Filing): void {
  const changed = seen?.lastChanged(story) ?? null;
  if (!seen || changed === null || changed <= seen.revision) return;
  throw new Problem(
    'precondition-failed',
    `It changed at revision ${changed}, after revision ${seen.revision} that you saw: look again.`,
    {
      members: { revision: String(changed) },
    },
  );
}

export const keyReused = (): Problem =>
  new Problem(
    'idempotency-key-reused',
    'This Idempotency-Key was used for another request: send a new key with new content.',
  );
