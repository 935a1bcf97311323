import { iso } from '#nest';
import {
  decide,
  decideDirectory,
  evolve,
  evolveDirectory,
  exists,
  Refusal,
  type Command,
  type Directory,
  type DirectoryCommand,
  type Story,
  type Uuid,
} from '#story';
import type { DeskStory } from '../desk-log.js';
import { derive, storyId } from '../identity.js';
import type { Filing } from '../recorder.js';
import { faultsOf, readLine, wrong, type ImportLine, type LineFault } from './import-line.js';
import { ImportNames } from './import-names.js';
import { directoryCommand, storyCommand } from './verbs.js';

/** One thing to record, in order: a line's command, or an embargo that ended between two lines. */
export type Step = { readonly line: number; readonly by: string } & (
  { readonly directory: DirectoryCommand } | { readonly filing: Filing; readonly slug: string }
);

export interface ImportPlan {
  readonly steps: readonly Step[];
  readonly faults: readonly LineFault[];
  readonly lines: number;
  /** Lines that an earlier run has recorded. */
  readonly skipped: number;
}

export interface PlanParts {
  readonly zone: string;
  /** When the import is made: embargoes that end by then end in it. */
  readonly now: number;
  readonly directory: Directory;
  readonly story: (id: Uuid) => Promise<DeskStory>;
}

const MOST_FAULTS = 100;

/** Goes through a whole file without writing: every line is read, decided and folded, so that every fault is found. */
export async function planImport(lines: AsyncIterable<string>, parts: PlanParts): Promise<ImportPlan> {
  const plan = new Planning(parts);
  let number = 0;
  for await (const text of lines) {
    number += 1;
    if (text.trim() === '') continue;
    try {
      await plan.take(readLine(text.trimEnd(), number));
    } catch (error) {
      if (!(error instanceof Refusal) && (error as Error).name !== 'Problem') throw error;
      plan.faults.push(...faultsOf(error, number));
      if (plan.faults.length >= MOST_FAULTS) break;
    }
  }
  if (number === 0)
    plan.faults.push({ line: 1, pointer: '', detail: 'The file is empty: give one command a line.' });
  plan.endEmbargoes();
  return { steps: plan.steps, faults: plan.faults, lines: number, skipped: plan.skipped };
}

interface Planned {
  readonly slug: string;
  readonly receipts: DeskStory['receipts'];
  story: Story;
}

class Planning {
  readonly steps: Step[] = [];
  readonly faults: LineFault[] = [];
  skipped = 0;
  readonly #stories = new Map<string, Planned>();
  readonly #names = new ImportNames();
  readonly #seen = new Map<string, number>();
  #directory: Directory;

  constructor(private readonly parts: PlanParts) {
    this.#directory = parts.directory;
  }

  async take(line: ImportLine): Promise<void> {
    if (line.verb === 'side' || line.verb === 'party') {
      const command = directoryCommand(line.verb, line.body);
      for (const event of decideDirectory(this.#directory, command))
        this.#directory = evolveDirectory(this.#directory, event);
      this.steps.push({ line: line.number, by: line.recordedBy, directory: command });
      return;
    }
    const planned = await this.#story(line.slug!);
    const made = this.#names.make(line);
    const names = this.#names.of(line, planned.story, this.parts.zone);
    const command = storyCommand(line.verb, line.body, names);
    const key = { name: `import ${this.#keyOf(line)}`, hash: line.hash };
    const receipt = planned.receipts.get(key.name);
    if (receipt && receipt.hash !== line.hash) throw wrong('/ref', 'was imported before with other content');
    if (receipt) {
      this.skipped += 1;
      return;
    }
    this.#endEmbargoesOf(planned, line.at, line.number);
    const id = line.verb === 'open' ? storyId(line.slug!) : (made ?? derive(storyId(line.slug!), key.name));
    this.#record(planned, command, { id, at: line.at, by: line.recordedBy, key, line: line.number });
  }

  endEmbargoes(): void {
    for (const planned of this.#stories.values()) this.#endEmbargoesOf(planned, this.parts.now, 0);
  }

  async #story(slug: string): Promise<Planned> {
    const known = this.#stories.get(slug);
    if (known) return known;
    const { story, receipts } = await this.parts.story(storyId(slug));
    const planned = { slug, story, receipts };
    this.#stories.set(slug, planned);
    return planned;
  }

  /** A line without a ref is known by its content, and by how often it stood before. */
  #keyOf(line: ImportLine): string {
    if (line.ref !== null) return `ref ${line.ref}`;
    const key = `${line.slug} ${line.hash}`;
    const count = this.#seen.get(key) ?? 0;
    this.#seen.set(key, count + 1);
    return `line ${line.hash} ${count}`;
  }

  /** An embargo of an imported development ends at its time, between the lines around it. */
  #endEmbargoesOf(planned: Planned, by: number, line: number): void {
    const { story, slug } = planned;
    const due = [...story.embargoed.values()].flatMap((id) => {
      const state = story.developments.get(id);
      const release = state?.development.release;
      if (!state || state.importedAt === null || state.retracted || typeof release !== 'object') return [];
      return release.embargoedUntil <= by ? [{ id, until: release.embargoedUntil }] : [];
    });
    if (story.status === 'closed' || story.withheld) return;
    for (const { id, until } of due.sort((a, b) => a.until - b.until)) {
      const command: Command = { type: 'release', development: id, cause: 'embargo', publishes: [] };
      const key = { name: `import embargo ${id}`, hash: slug };
      const at = Math.max(until, planned.story.updatedAt);
      this.#record(planned, command, { id: derive(id, 'embargo'), at, by: 'dateline', key, line });
    }
  }

  #record(
    planned: Planned,
    command: Command,
    given: { id: Uuid; at: number; by: string; key: NonNullable<Filing['key']>; line: number },
  ): void {
    const { id, at, by, key, line } = given;
    const before = planned.story;
    if (exists(before) && at < before.updatedAt)
      throw wrong('/at', `is before what the story has already, recorded at ${iso(before.updatedAt)}`);
    const { now: importedAt } = this.parts;
    for (const event of decide(before, command, { directory: this.#directory, now: at, id, derive })) {
      const revision = before.revision + 1;
      planned.story = evolve(planned.story, {
        id,
        revision,
        recordedAt: at,
        recordedBy: by,
        importedAt,
        event,
      });
    }
    const filing: Filing = {
      story: storyId(planned.slug),
      command,
      by,
      id,
      key,
      imported: { at, importedAt },
    };
    this.steps.push({ line, by, filing, slug: planned.slug });
  }
}
