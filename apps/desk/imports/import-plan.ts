import { iso, type IdempotencyKey } from '#http';
import {
  decide,
  decideDirectory,
  evolve,
  evolveDirectory,
  exists,
  Refusal,
  same,
  type Command,
  type Directory,
  type DirectoryCommand,
  type Instant,
  type Story,
  type Text,
  type Uuid,
} from '#story';
import type { DeskStory } from '../recording/desk-log.js';
import { derive, newId, storyId } from '../recording/ids.js';
import type { RecordRequest } from '../recording/story-recorder.js';
import { endOfEmbargo } from '../recording/end-embargoes.js';
import { faultsOf, readLine, wrong, type ImportLine, type LineFault } from './import-line.js';
import { ImportRefs } from './import-refs.js';
import { directoryCommand, storyCommand } from './line-commands.js';

/** One command to record: of a line, or the release at the end of an embargo between two lines. */
export type Step = { readonly line: number; readonly by: string } & (
  { readonly directory: DirectoryCommand; readonly key: IdempotencyKey } | { readonly filing: RecordRequest }
);

export interface ImportPlan {
  readonly steps: readonly Step[];
  readonly faults: readonly LineFault[];
  readonly lines: number;
  /** How many lines an earlier run recorded. */
  readonly skipped: number;
  /** The slugs of the stories in the file. */
  readonly stories: readonly string[];
}

export interface PlanInput {
  readonly zone: string;
  /** The time of the import. Embargoes that end by then end in the import. */
  readonly now: number;
  readonly directory: Directory;
  /** The keys of earlier requests and lines that described sides and parties. */
  readonly described: { has(key: string): boolean };
  readonly story: (id: Uuid) => Promise<DeskStory>;
}

const MOST_FAULTS = 100;

/** Reads, decides and folds every line of a file without recording, so that all faults are known. */
export async function planImport(lines: AsyncIterable<string>, parts: PlanInput): Promise<ImportPlan> {
  const plan = new Planner(parts);
  let number = 0;
  for await (const text of lines) {
    number += 1;
    if (text.trim() === '') continue;
    try {
      await plan.take(readLine(text.trimEnd(), number, parts.zone));
    } catch (error) {
      if (!(error instanceof Refusal) && (error as Error).name !== 'Problem') throw error;
      plan.faults.push(...faultsOf(error, number));
      if (plan.faults.length >= MOST_FAULTS) break;
    }
  }
  if (number === 0)
    plan.faults.push({ line: 1, pointer: '', detail: 'The file is empty: give one command a line.' });
  plan.endEmbargoes();
  return {
    steps: plan.stepsLeft(),
    faults: plan.faults,
    lines: number,
    skipped: plan.skipped,
    stories: plan.slugs,
  };
}

interface PlannedStory {
  readonly slug: string;
  readonly receipts: DeskStory['receipts'];
  story: Story;
}

class Planner {
  readonly steps: Step[] = [];
  readonly faults: LineFault[] = [];
  skipped = 0;
  readonly #stories = new Map<string, PlannedStory>();
  readonly #refs = new ImportRefs();
  readonly #seen = new Map<string, number>();
  #directory: Directory;

  constructor(private readonly parts: PlanInput) {
    this.#directory = parts.directory;
  }

  async take(line: ImportLine): Promise<void> {
    if (line.at > this.parts.now)
      throw wrong('/at', 'is in the future: an import has what was recorded before');
    if (line.command === 'side' || line.command === 'party') {
      const command = directoryCommand(line.command, line.body);
      for (const event of decideDirectory(this.#directory, command))
        this.#directory = evolveDirectory(this.#directory, event);
      const key = { name: `import ${this.#keyOf({ ...line, ref: null })}`, hash: line.hash };
      this.steps.push({ line: line.number, by: line.recordedBy, directory: command, key });
      return;
    }
    const planned = await this.#story(line.slug!);
    const made = this.#refs.make(line);
    const names = this.#refs.namesFor(line, planned.story);
    const command = storyCommand(line.command, line.body, names);
    const key = { name: `import ${this.#keyOf(line)}`, hash: line.hash };
    const receipt = planned.receipts.get(key.name);
    if (receipt && receipt.hash !== line.hash) throw wrong('/ref', 'was imported before with other content');
    if (receipt) {
      this.skipped += 1;
      return;
    }
    this.#endEmbargoesOf(planned, line.at, line.number, command);
    // Not derived from the content: a public id would confirm a guess at content that is not public.
    const id = line.command === 'open' ? storyId(line.slug!) : (made ?? newId());
    this.#record(planned, command, { id, at: line.at, by: line.recordedBy, key, line: line.number });
  }

  /**
   * Without descriptions that an earlier run recorded, and earlier descriptions of the same side or party: they must not
   * undo a later change.
   */
  stepsLeft(): readonly Step[] {
    const made = new Set<string>();
    const left = this.steps.toReversed().filter((step) => {
      if (!('directory' in step)) return true;
      const { directory: d } = step;
      const name = d.type === 'side' ? `side ${d.side.id}` : `party ${d.party.id}`;
      if (this.parts.described.has(step.key.name)) made.add(name);
      return !made.has(name);
    });
    this.skipped += this.steps.length - left.length;
    return left.reverse();
  }

  endEmbargoes(): void {
    for (const planned of this.#stories.values()) this.#endEmbargoesOf(planned, this.parts.now, 0);
  }

  get slugs(): readonly string[] {
    return [...this.#stories.keys()];
  }

  async #story(slug: string): Promise<PlannedStory> {
    const found = this.#stories.get(slug);
    if (found) return found;
    const { story, receipts } = await this.parts.story(storyId(slug));
    const planned = { slug, story, receipts };
    this.#stories.set(slug, planned);
    return planned;
  }

  /** The key of a line without a ref has its content, and the number of equal lines before it. */
  #keyOf(line: ImportLine): string {
    if (line.ref !== null) return `ref ${line.ref}`;
    const key = `${line.slug} ${line.hash}`;
    const count = this.#seen.get(key) ?? 0;
    this.#seen.set(key, count + 1);
    return `line ${line.hash} ${count}`;
  }

  /** Imported embargoes end at their own time, between two lines. If the next line ends them itself, it does so alone. */
  #endEmbargoesOf(planned: PlannedStory, by: Instant, line: number, next: Command | null = null): void {
    const { status, keepsSchedule, withheld } = planned.story;
    if ((status === 'closed' && !keepsSchedule) || withheld) return;
    const endings = endingsOf(planned.story, by);
    if (next && endings.some((end) => releasesItself(next, end))) return;
    for (const { until, command, name } of endings) {
      const key = { name: `import embargo ${name}`, hash: planned.slug };
      const id = derive(planned.story.id, key.name);
      const at = Math.max(until, planned.story.updatedAt);
      try {
        this.#record(planned, command, { id, at, by: 'dateline', key, line });
      } catch (error) {
        // A release that a rule forbids does not happen; it would not have happened when the story ran either.
        if (!(error instanceof Refusal)) throw error;
      }
    }
  }

  #record(
    planned: PlannedStory,
    command: Command,
    given: { id: Uuid; at: number; by: string; key: NonNullable<RecordRequest['key']>; line: number },
  ): void {
    const { id, at, by, key, line } = given;
    const before = planned.story;
    if (exists(before) && at < before.updatedAt)
      throw wrong(
        '/at',
        `is before the last event of the story, which was recorded at ${iso(before.updatedAt)}`,
      );
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
    const filing: RecordRequest = {
      story: storyId(planned.slug),
      command,
      by,
      id,
      key,
      imported: { at, importedAt },
    };
    this.steps.push({ line, by, filing });
  }
}

interface NamedEnd {
  readonly until: Instant;
  readonly command: Command;
  readonly text: Text;
  readonly name: string;
}

/** The embargoes of imported developments, headlines and ledes that end by a moment, in order of time. */
function endingsOf(story: Story, by: Instant): readonly NamedEnd[] {
  const developments = [...story.embargoed.values()].flatMap((development) => {
    const state = story.developments.get(development);
    if (!state || state.importedAt === null || state.retracted || state.withheld) return [];
    const end = endOfEmbargo(story, { story: story.id, what: 'development', development });
    return end ? [{ ...end, name: development }] : [];
  });
  const words = story.scheduled.flatMap(({ what, revision }) => {
    const end = endOfEmbargo(story, { story: story.id, what, revision });
    return end ? [{ ...end, name: `${what} ${revision}` }] : [];
  });
  return [...developments, ...words].filter((e) => e.until <= by).sort((a, b) => a.until - b.until);
}

/** Whether a line does itself what the end of an embargo would do. */
function releasesItself(line: Command, { command: end, text }: NamedEnd): boolean {
  if (line.type === 'release') return end.type === 'release' && line.development === end.development;
  if (end.type !== 'reschedule' || (line.type !== 'headline' && line.type !== 'lede')) return false;
  const words = line.type === 'headline' ? line.headline : line.lede;
  return line.type === end.of && line.release === 'now' && same(words, text);
}
