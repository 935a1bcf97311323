import { setTimeout as pause } from 'node:timers/promises';
import { EventDamaged, type EventReader } from '#event-store';
import { prefixOf } from './audience.js';
import { copyModel } from './copy.js';
import { Eraser } from './eraser.js';
import { takenOf, type TakenEvent } from './followed-story.js';
import type { ModelFile, Rewriting } from './model-file.js';
import type { ModelFolder } from './model-folder.js';
import { RewrittenStory } from './rewritten-story.js';
import type { Turns } from './turns.js';

/** Milliseconds between two looks at whether there is something to do. */
const LOOK_AGAIN = 20;
/** Milliseconds between two looks for what should have left the files: the first, and the most. */
const PROVE_AGAIN = { first: 1_000, most: 60_000 };

/** The rewriting of a story is given up: it is to stop, or another event changes the past of that story. */
class GivenUp extends Error {}

export interface RewriterParts {
  readonly log: EventReader;
  readonly model: ModelFile;
  readonly folder: ModelFolder;
  readonly turns: Turns;
  /** A file that is being built meanwhile. */
  readonly building: () => string | null;
  /** A story can be read again, or something is proven to have left the files. */
  readonly moved: () => void;
}

/**
 * Writes stories anew whose past an event changed, beside who follows the log and without being in the way; when that is
 * done, copies the file without what nobody may read any more, and looks whether it is gone. Stopped anywhere, it begins
 * again with what is not done.
 */
export class Rewriter {
  readonly #eraser: Eraser;

  constructor(private readonly parts: RewriterParts) {
    this.#eraser = new Eraser(parts.log, parts.folder, parts.folder.audience);
  }

  /** Works until nothing is left to do (null), it is stopped (null), or a copy is made: that file is to be read then. */
  async run(): Promise<string | null> {
    const { model, turns } = this.parts;
    this.#dropHalves();
    let again: number = PROVE_AGAIN.first;
    let next = 0;
    while (!turns.stopped && model.unfinished) {
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
        this.parts.moved();
        next = performance.now() + again;
        again = pending > 0 ? Math.min(2 * again, PROVE_AGAIN.most) : PROVE_AGAIN.first;
      } else await pause(LOOK_AGAIN);
    }
    return null;
  }

  async #copy(giveUp: () => boolean): Promise<string | null> {
    const { folder, model, turns } = this.parts;
    const file = folder.next();
    return (await copyModel(model.file, file, () => turns.stopped || giveUp())) ? file : null;
  }

  async #rewrite({ id, revision, passed }: Rewriting): Promise<void> {
    const { model, folder, turns } = this.parts;
    const past = await this.#events(id, 0, passed);
    if (past === null) return;
    const number = model.freeNumber(id)!;
    const between = (): void => {
      if (turns.stopped || model.rewriting(id)?.revision !== revision) throw new GivenUp();
    };
    try {
      let story!: RewrittenStory;
      model.inSlices(() => {
        model.leave(number);
        const before = model.story(id);
        if (before) model.rows.dropRecords(before.story);
        story = RewrittenStory.write(model.rows, folder.audience, { id, number, past });
      }, between);
      while (!this.#adopt(story)) {
        between();
        const { head } = story.noted;
        const more = await this.#events(id, head + 1, model.rewriting(id)!.passed);
        between();
        if (more !== null) model.inSlices(() => story.goOn(more), between);
      }
      this.parts.moved();
    } catch (error) {
      if (!(error instanceof GivenUp)) throw error;
      if (!turns.stopped) this.#dropHalves();
    }
  }

  /** False where there is more of the story meanwhile. */
  #adopt(story: RewrittenStory): boolean {
    let adopted = false;
    this.parts.model.inSlices(() => {
      adopted = this.parts.model.adopt(story.noted, story.anew);
    });
    return adopted;
  }

  /** What was written of stories that were not ended is not counted. */
  #dropHalves(): void {
    const { model, turns } = this.parts;
    const between = (): void => {
      if (turns.stopped) throw new GivenUp();
    };
    try {
      for (const number of model.leftovers) model.inSlices(() => model.rows.dropRecords(number), between);
    } catch (error) {
      if (!(error instanceof GivenUp)) throw error;
    }
  }

  /** Null where the log has the story damaged: then it is closed. */
  async #events(id: string, from: number, through: number): Promise<readonly TakenEvent[] | null> {
    const { log, folder, model } = this.parts;
    try {
      return await takenOf(log, prefixOf(folder.audience) + id, through, from);
    } catch (error) {
      if (!(error instanceof EventDamaged)) throw error;
      model.inSlices(() => model.damaged(id));
      this.parts.moved();
      return null;
    }
  }
}
