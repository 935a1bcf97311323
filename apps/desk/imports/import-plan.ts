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
import { derive, newId, storyId } from '../recording/identity.js';
import type { Filing } from '../recording/recorder.js';
import { endOfEmbargo } from '../recording/release-due.js';
import { faultsOf, readLine, wrong, type ImportLine, type LineFault } from './import-line.js';
import { ImportNames } from './import-names.js';
import { directoryCommand, storyCommand } from './verbs.js';

/** One thing to record, in order: a line's command, or an embargo that ended between two lines. */
export type Step = { readonly line: number; readonly by: string } & (
  { readonly directory: DirectoryCommand; readonly key: IdempotencyKey } | { readonly filing: Filing }
);

export interface ImportPlan {
  readonly steps: readonly Step[];
  readonly faults: readonly LineFault[];
  readonly lines: number;
  /** Lines that an earlier run has recorded. */
  readonly skipped: number;
  /** The slugs of the stories that it names. */
  readonly stories: readonly string[];
}

export interface PlanParts {
  readonly zone: string;
  /** When the import is made: embargoes that end by then end in it. */
  readonly now: number;
  readonly directory: Directory;
  /** The keys of the lines on sides and parties that earlier runs recorded. */
  readonly described: { has(key: string): boolean };
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
    if (line.at > this.parts.now) throw wrong('/at', 'is in the future: an import tells what was recorded');
    if (line.verb === 'side' || line.verb === 'party') {
      const command = directoryCommand(line.verb, line.body);
      for (const event of decideDirectory(this.#directory, command))
        this.#directory = evolveDirectory(this.#directory, event);
      const key = { name: `import ${this.#keyOf({ ...line, ref: null })}`, hash: line.hash };
      this.steps.push({ line: line.number, by: line.recordedBy, directory: command, key });
      return;
    }
    const planned = await this.#story(line.slug!);
    const made = this.#names.make(line);
    const names = this.#names.of(line, planned.story);
    const command = storyCommand(line.verb, line.body, names);
    const key = { name: `import ${this.#keyOf(line)}`, hash: line.hash };
    const receipt = planned.receipts.get(key.name);
    if (receipt && receipt.hash !== line.hash) throw wrong('/ref', 'was imported before with other content');
    if (receipt) {
      this.skipped += 1;
      return;
    }
    this.#endEmbargoesOf(planned, line.at, line.number, command);
    // Not from the content: an id that is public would let a guess at what is not be confirmed.
    const id = line.verb === 'open' ? storyId(line.slug!) : (made ?? newId());
    this.#record(planned, command, { id, at: line.at, by: line.recordedBy, key, line: line.number });
  }

  /** Without the descriptions that an earlier run made, and those of the same name that stood before them. */
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

  /** Embargoes of what is imported end at their time, between the lines around it. A file that ends them itself is left to it. */
  #endEmbargoesOf(planned: Planned, by: Instant, line: number, own: Command | null = null): void {
    const { status, keepsSchedule, withheld } = planned.story;
    if ((status === 'closed' && !keepsSchedule) || withheld) return;
    const endings = endingsOf(planned.story, by);
    if (own && endings.some((end) => sameAct(own, end))) return;
    for (const { until, command, name } of endings) {
      const key = { name: `import embargo ${name}`, hash: planned.slug };
      const id = derive(planned.story.id, key.name);
      const at = Math.max(until, planned.story.updatedAt);
      try {
        this.#record(planned, command, { id, at, by: 'dateline', key, line });
      } catch (error) {
        // What may not be released yet stays hidden, as it would have there.
        if (!(error instanceof Refusal)) throw error;
      }
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
    this.steps.push({ line, by, filing });
  }
}

interface Ending {
  readonly until: Instant;
  readonly command: Command;
  readonly text: Text;
  readonly name: string;
}

/** The embargoes of imported developments, and of headline and lede, that end by a moment, in their order. */
function endingsOf(story: Story, by: Instant): readonly Ending[] {
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

/** Whether a line of the file does itself what the end of an embargo would do. */
function sameAct(line: Command, { command: end, text }: Ending): boolean {
  if (line.type === 'release') return end.type === 'release' && line.development === end.development;
  if (end.type !== 'reschedule' || (line.type !== 'headline' && line.type !== 'lede')) return false;
  const words = line.type === 'headline' ? line.headline : line.lede;
  return line.type === end.of && line.release === 'now' && same(words, text);
}
