import { setTimeout as pause } from 'node:timers/promises';
import { EventDamaged, type EventReader } from '#event-store';
import { prefixOf } from './audience.js';
import { copyModel } from './copy-model.js';
import { Eraser } from './eraser.js';
import { takenOf, type TakenEvent } from './followed-story.js';
import type { ModelFile, Rewriting } from './model-file.js';
import type { ModelFolder } from './model-folder.js';
import { RewrittenStory } from './rewritten-story.js';
import type { WriterPriority } from './writer-priority.js';

/** Milliseconds between two checks for work. */
const POLL_EVERY = 20;
/** Milliseconds between two searches for killed texts: the first wait, and the longest. */
const PROVE_AGAIN = { first: 1_000, most: 60_000 };

/** The rewrite of a story is given up: the thread must stop, or another event changes the past of the story. */
class GivenUp extends Error {}

export interface StoryRewriterParts {
  readonly log: EventReader;
  readonly model: ModelFile;
  readonly folder: ModelFolder;
  readonly priority: WriterPriority;
  /** A file that another thread builds meanwhile. */
  readonly building: () => string | null;
  /** A story can be read again, or a killed text is proven gone. */
  readonly onProgress: () => void;
}

/**
 * Rewrites the stories whose past an event changed, without blocking the follower of the log. Then it copies the file
 * without the killed texts, and searches the files to prove that they are gone. An interrupted run continues with what
 * is left to do.
 */
export class StoryRewriter {
  readonly #eraser: Eraser;

  constructor(private readonly parts: StoryRewriterParts) {
    this.#eraser = new Eraser(parts.log, parts.folder, parts.folder.audience);
  }

  /** Works until nothing is left or it is stopped (null), or until it has made a copy: switch to that file. */
  async run(): Promise<string | null> {
    const { model, priority } = this.parts;
    this.#dropLeftovers();
    let again: number = PROVE_AGAIN.first;
    let next = 0;
    while (!priority.stopped && model.unfinished) {
      const [rewriting] = model.rewritable;
      if (rewriting) {
        if (model.freeNumber(rewriting.id) === null) {
          const file = await this.#copy(() => false);
          if (file !== null) return file;
        } else await this.#rewrite(rewriting);
      } else if (this.#eraser.needsCopy(model)) {
        const file = await this.#copy(() => model.rewritable.length > 0);
        if (file !== null) return file;
      } else if (model.removals.length > 0 && performance.now() >= next) {
        const pending = await this.#eraser.prove(model, this.parts.building());
        this.parts.onProgress();
        next = performance.now() + again;
        again = pending > 0 ? Math.min(2 * again, PROVE_AGAIN.most) : PROVE_AGAIN.first;
      } else await pause(POLL_EVERY);
    }
    return null;
  }

  async #copy(giveUp: () => boolean): Promise<string | null> {
    const { folder, model, priority } = this.parts;
    const file = folder.next();
    return (await copyModel(model.file, file, () => priority.stopped || giveUp())) ? file : null;
  }

  async #rewrite({ id, revision, through }: Rewriting): Promise<void> {
    const { model, folder, priority } = this.parts;
    const past = await this.#events(id, 0, through);
    if (past === null) return;
    const number = model.freeNumber(id)!;
    const between = (): void => {
      if (priority.stopped || model.rewriting(id)?.revision !== revision) throw new GivenUp();
    };
    try {
      let story!: RewrittenStory;
      model.inSlices(() => {
        model.abandon(number);
        const before = model.story(id);
        if (before) model.rows.dropRecords(before.story);
        story = RewrittenStory.write(model.rows, folder.audience, { id, number, past });
      }, between);
      while (!this.#adopt(story)) {
        between();
        const { head } = story.noted;
        const more = await this.#events(id, head + 1, model.rewriting(id)!.through);
        between();
        if (more !== null) model.inSlices(() => story.append(more), between);
      }
      this.parts.onProgress();
    } catch (error) {
      if (!(error instanceof GivenUp)) throw error;
      if (!priority.stopped) this.#dropLeftovers();
    }
  }

  /** False if the story has grown since. */
  #adopt(story: RewrittenStory): boolean {
    let adopted = false;
    this.parts.model.inSlices(() => {
      adopted = this.parts.model.adopt(story.noted, story.rewrittenFor);
    });
    return adopted;
  }

  /** Deletes the records of unfinished rewrites, and takes them out of the counts. */
  #dropLeftovers(): void {
    const { model, priority } = this.parts;
    const between = (): void => {
      if (priority.stopped) throw new GivenUp();
    };
    try {
      for (const number of model.leftovers) model.inSlices(() => model.rows.dropRecords(number), between);
    } catch (error) {
      if (!(error instanceof GivenUp)) throw error;
    }
  }

  /** Null if the log has the story damaged: then it is closed. */
  async #events(id: string, from: number, through: number): Promise<readonly TakenEvent[] | null> {
    const { log, folder, model } = this.parts;
    try {
      return await takenOf(log, prefixOf(folder.audience) + id, through, from);
    } catch (error) {
      if (!(error instanceof EventDamaged)) throw error;
      model.inSlices(() => model.markDamaged(id));
      this.parts.onProgress();
      return null;
    }
  }
}
