import { Injectable } from '@nestjs/common';
import { Clock } from '#event-store';
import { iso, isSlug, keyReused } from '#http';
import { positionText } from '#projections';
import {
  exists,
  Refusal,
  warningsOfTopics,
  type Command,
  type Stays,
  type Story,
  type Uuid,
  type Warning,
} from '#story';
import { dryRunOf, type DryRunView } from './dry-run.js';
import {
  needsStory,
  standsAgainAfter,
  staysAfter,
  warningsAfter,
  type JudgementView,
} from './event-feedback.js';
import { idOfKey, newId, storyId } from './identity.js';
import { namesOf, type Named } from './made-names.js';
import { warningsOfPlaces } from './place-warnings.js';
import { PublicPositions } from './public-positions.js';
import { Recorder, type Filed, type Filing } from './recorder.js';
import { requireIfMatch, type ActHeaders } from './request-headers.js';

/** What an editor is told of a change. Revisions and positions are the desk's; `public` has the archive's. */
export interface FiledView extends Named {
  /** Of what the command made, or of what it changed. */
  readonly id: string;
  readonly story: Uuid;
  readonly revision: string;
  readonly position: string;
  readonly public: { readonly revision: string; readonly position: string } | null;
  readonly warnings: readonly Warning[];
  /** After a kill or takedown of a development: what may still repeat it. */
  readonly stays?: readonly Stays[];
  /** After the revocation of a judgement: the older one that stands again by it; null for none. */
  readonly standsAgain?: JudgementView | null;
}

export interface Change {
  /** By id or slug. */
  readonly story: string;
  readonly sent: ActHeaders;
  /** The command, given the id of what it makes. */
  readonly command: (id: Uuid) => Command;
  /** When the thing that it changes last changed; with `required` the editor must say what was seen. */
  readonly lastChanged?: (story: Story) => number | null;
  readonly required?: boolean;
  /** The id answered, where it is not of what the command makes. */
  readonly about?: string;
  /** The id answered where it was already so: of what is there. */
  readonly there?: (story: Story) => string | undefined;
  readonly check?: (story: Story) => void;
}

/** `added` is false where it was already so, and in a dry run. */
export interface Outcome {
  readonly view: FiledView | DryRunView;
  readonly added: boolean;
}

/** Milliseconds: after a kill the time that is sure may be a minute behind what was recorded last. */
const AHEAD = 2 * 60_000;

export const storyIdOf = (name: string): Uuid => (isSlug(name) ? storyId(name) : name);

/** Takes what editors file, has it recorded, and tells them what became of it. */
@Injectable()
export class FilingDesk {
  /** Openings that are under way, by key. */
  readonly #opening = new Map<string, Promise<unknown>>();

  constructor(
    private readonly recorder: Recorder,
    private readonly places: PublicPositions,
    private readonly clock: Clock,
  ) {}

  /** Opens a story under the id that follows from its slug. A key that opened another story is not used again. */
  async open(id: Uuid, change: Change): Promise<Outcome> {
    const { key } = change.sent;
    if (key === null || change.sent.dryRun) return this.file(change, id);
    const opening = (this.#opening.get(key.name) ?? Promise.resolve()).then(async () => {
      const opened = await this.recorder.openedWith(key.name);
      if (opened !== undefined && opened !== id) throw keyReused();
      return this.file(change, id);
    });
    const settled = opening.catch(() => {});
    this.#opening.set(key.name, settled);
    try {
      return await opening;
    } finally {
      if (this.#opening.get(key.name) === settled) this.#opening.delete(key.name);
    }
  }

  /** A story as the desk has it now. @throws Refusal `story-unknown` */
  async current(name: string): Promise<Story> {
    const { story } = await this.recorder.current(storyIdOf(name));
    if (!exists(story)) throw new Refusal('story-unknown', 'There is no such story: open it first.');
    return story;
  }

  async file(change: Change, given?: Uuid): Promise<Outcome> {
    const { sent } = change;
    if (change.required) requireIfMatch(sent);
    const story = storyIdOf(change.story);
    const id = given ?? (sent.key ? idOfKey(sent.key.name) : newId());
    const { seen } = sent;
    const filing: Filing = {
      story,
      command: change.command(id),
      by: sent.by,
      id,
      key: sent.key,
      seen: seen !== null && change.lastChanged ? { revision: seen, lastChanged: change.lastChanged } : null,
      correlationId: sent.correlationId,
      check: change.check,
    };
    if (sent.dryRun) return { view: await this.#attempt(filing), added: false };
    const filed = await this.recorder.record(filing);
    const made = filed.added || filed.repeated;
    const about = change.about ?? (made ? undefined : change.there?.(filed.story)) ?? id;
    return { view: await this.#view(filed, filing, about), added: made };
  }

  async #view(filed: Filed, { story, command }: Filing, id: string): Promise<FiledView> {
    const place = await this.places.of(filed, story);
    const made = filed.added || filed.repeated;
    return {
      id,
      story,
      revision: String(filed.revision),
      position: positionText('desk', filed.position),
      public: place && {
        revision: String(place.revision),
        position: positionText('public', place.position),
      },
      ...(made ? namesOf(filed.event, filed.revision) : {}),
      ...(await this.#told(filed, { story, command }, made)),
    };
  }

  async #attempt(filing: Filing): Promise<DryRunView> {
    const attempt = await this.recorder.attempt(filing);
    const { recorded } = attempt;
    const view = dryRunOf(filing.story, attempt, await this.places.ofAttempt(filing.story, recorded));
    const ahead = recorded.flatMap((one) => this.#ahead(one));
    const ofCommand = recorded.length > 0 ? await warningsOfCommand(filing.command) : [];
    return { ...view, warnings: [...view.warnings, ...ofCommand, ...ahead] };
  }

  /** Of the story as it was right after the event, also when the request is repeated later. */
  async #told(
    filed: Filed,
    { story: id, command }: Pick<Filing, 'story' | 'command'>,
    made: boolean,
  ): Promise<Pick<FiledView, 'stays' | 'standsAgain' | 'warnings'>> {
    const { event, revision, story: now, directory } = filed;
    const isNow = now.revision === revision || !needsStory(event);
    const then = isNow ? now : await this.recorder.storyAt(id, revision);
    const stays = staysAfter(event, then);
    if (!made) return { ...stays, warnings: [] };
    const after = { story: then, revision, directory };
    const warnings = [
      ...warningsAfter(event, after),
      ...(await warningsOfCommand(command)),
      ...this.#ahead(filed),
    ];
    return { ...stays, ...standsAgainAfter(event, after), warnings };
  }

  /** A story in which something was recorded by a clock that was ahead goes on at that time until it has come. */
  #ahead({ recordedAt }: Pick<Filed, 'recordedAt'>): readonly Warning[] {
    if (recordedAt <= this.clock.now() + AHEAD) return [];
    const message =
      `The story has something recorded at ${iso(recordedAt)}, which has not come, and times of a story never run backwards: ` +
      'this is recorded then, too. As of an earlier moment, now among them, nobody sees it; without asOf everybody does.';
    return [{ rule: 'recorded-ahead', source: 'Dateline', message }];
  }
}

/** Warnings that follow from the command alone. */
const warningsOfCommand = async (command: Command): Promise<readonly Warning[]> => [
  ...warningsOfTopics(command),
  ...(await warningsOfPlaces(command)),
];
