import { Injectable } from '@nestjs/common';
import { Clock } from '#event-store';
import { iso, isSlug, keyReused } from '#http';
import { positionText } from '#projections';
import { forbidden } from '#staff';
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
import { dryRunView, type DryRunView } from './dry-run-view.js';
import {
  needsStory,
  standsAgainAfter,
  staysAfter,
  warningsAfter,
  type JudgementView,
} from './event-feedback.js';
import { idOfKey, newId, storyId } from './ids.js';
import { warningsOfPlaces } from './place-warnings.js';
import { PublicPositions } from './public-positions.js';
import { namesOf, type ResultNames } from './result-names.js';
import { StoryRecorder, type RecordRequest, type RecordResult } from './story-recorder.js';
import { requireIfMatch, type WriteHeaders } from './write-headers.js';

/** The answer to a command. Revision and position are the desk's; `public` has the archive's. */
export interface CommandView extends ResultNames {
  /** The id of what the command made or changed. */
  readonly id: string;
  readonly story: Uuid;
  readonly revision: string;
  readonly position: string;
  readonly public: { readonly revision: string; readonly position: string } | null;
  readonly warnings: readonly Warning[];
  /** After a kill or takedown of a development: what may still repeat it. */
  readonly stays?: readonly Stays[];
  /** Present if the development waits for a second pair of eyes. */
  readonly review?: 'awaiting-review';
  /** After the revocation of a judgement: the older judgement that is in force again, or null. */
  readonly standsAgain?: JudgementView | null;
}

export interface CommandRequest {
  /** The id or slug of the story. */
  readonly story: string;
  readonly sent: WriteHeaders;
  /** Builds the command from the id of what it makes. */
  readonly command: (id: Uuid) => Command;
  /** The revision at which the target of the command last changed. If-Match is compared with it. */
  readonly lastChanged?: (story: Story) => number | null;
  /** Who recorded the target of the command; undefined without a target. If absent, it belongs to nobody. */
  readonly recordedBy?: (story: Story) => string | null | undefined;
  /** Whether the request must have If-Match. */
  readonly requiresIfMatch?: boolean;
  /** The id in the answer, if it is not the id of what the command makes. */
  readonly answersWith?: string;
  /** The id in the answer if nothing changed: that of what exists already. */
  readonly existingId?: (story: Story) => string | undefined;
  readonly check?: (story: Story) => void;
  /** Refuses who may not do this to the target, before anything else. Throws a Problem. */
  readonly allow?: (story: Story) => void;
}

export interface CommandOutcome {
  readonly view: CommandView | DryRunView;
  /** True if this request, or its first sending, recorded something. False for a dry run. */
  readonly recorded: boolean;
}

/** Milliseconds. After a kill the trusted time may be up to a minute behind the last recorded event. */
const AHEAD = 2 * 60_000;

export const storyIdOf = (name: string): Uuid => (isSlug(name) ? storyId(name) : name);

/** Executes the commands of editors, and answers with their effects. */
@Injectable()
export class EditorCommands {
  /** Openings in progress, by idempotency key. */
  readonly #opening = new Map<string, Promise<unknown>>();

  constructor(
    private readonly recorder: StoryRecorder,
    private readonly positions: PublicPositions,
    private readonly clock: Clock,
  ) {}

  /** Opens a story. A key that opened another story is refused. @throws Problem `idempotency-key-reused` */
  async openStory(id: Uuid, request: CommandRequest): Promise<CommandOutcome> {
    const { key } = request.sent;
    if (key === null || request.sent.dryRun) return this.execute(request, id);
    const opening = (this.#opening.get(key.name) ?? Promise.resolve()).then(async () => {
      const opened = await this.recorder.openedWith(key.name);
      if (opened !== undefined && opened !== id) throw keyReused();
      return this.execute(request, id);
    });
    const settled = opening.catch(() => {});
    this.#opening.set(key.name, settled);
    try {
      return await opening;
    } finally {
      if (this.#opening.get(key.name) === settled) this.#opening.delete(key.name);
    }
  }

  /** The present state of a story. @throws Refusal `story-unknown` */
  async current(name: string): Promise<Story> {
    const { story } = await this.recorder.current(storyIdOf(name));
    if (!exists(story)) throw new Refusal('story-unknown', 'There is no such story: open it first.');
    return story;
  }

  /** The present state of a story that has the development. @throws Problem `forbidden`, Refusal */
  async withDevelopment(name: string, id: Uuid, { ownOnly, by }: WriteHeaders): Promise<Story> {
    const { story } = await this.recorder.current(storyIdOf(name));
    const found = story.developments.get(id);
    if (ownOnly) checkOwn(found?.recordedBy, by);
    if (!exists(story)) throw new Refusal('story-unknown', 'There is no such story: open it first.');
    if (!found) throw new Refusal('development-unknown', `This story has no development ${id}.`);
    return story;
  }

  /** Whether a request with this key was recorded in the story: its repeat gets the first answer. */
  async wasRecorded(name: string, { key }: Pick<WriteHeaders, 'key'>): Promise<boolean> {
    if (key === null) return false;
    return (await this.recorder.current(storyIdOf(name))).receipts.has(key.name);
  }

  /** `given` is the id of what the command makes, if it is fixed. */
  async execute(request: CommandRequest, given?: Uuid): Promise<CommandOutcome> {
    const { sent, lastChanged } = request;
    if (request.requiresIfMatch) requireIfMatch(sent);
    const id = given ?? (sent.key ? idOfKey(sent.key.name) : newId());
    const { seen, ownOnly } = sent;
    const toRecord: RecordRequest = {
      story: storyIdOf(request.story),
      command: request.command(id),
      by: sent.by,
      id,
      key: sent.key,
      seen: seen !== null && lastChanged ? { revision: seen, lastChanged } : null,
      correlationId: sent.correlationId,
      check: request.check,
      allow: (story): void => {
        if (ownOnly) checkOwn(request.recordedBy?.(story), sent.by);
        request.allow?.(story);
      },
    };
    if (sent.dryRun) return { view: await this.#dryRun(toRecord), recorded: false };
    const result = await this.recorder.record(toRecord);
    const recorded = result.added || result.repeated;
    const answerId = request.answersWith ?? (recorded ? undefined : request.existingId?.(result.story)) ?? id;
    return { view: await this.#view(result, toRecord, answerId), recorded };
  }

  async #view(result: RecordResult, { story, command }: RecordRequest, id: string): Promise<CommandView> {
    const inPublic = await this.positions.positionOf(result, story);
    const recorded = result.added || result.repeated;
    return {
      id,
      story,
      revision: String(result.revision),
      position: positionText('desk', result.position),
      public: inPublic && {
        revision: String(inPublic.revision),
        position: positionText('public', inPublic.position),
      },
      ...(recorded ? namesOf(result.event, result.revision) : {}),
      ...(await this.#feedback(result, { story, command }, recorded)),
    };
  }

  async #dryRun(request: RecordRequest): Promise<DryRunView> {
    const result = await this.recorder.dryRun(request);
    const { recorded } = result;
    const published = await this.positions.wouldPublish(request.story, recorded);
    const view = dryRunView(request.story, result, published);
    const ahead = recorded.flatMap((one) => this.#ahead(one));
    const ofCommand = recorded.length > 0 ? await warningsOfCommand(request.command) : [];
    return { ...view, warnings: [...view.warnings, ...ofCommand, ...ahead] };
  }

  /** From the story right after the event, even if the request is repeated later. */
  async #feedback(
    result: RecordResult,
    { story: id, command }: Pick<RecordRequest, 'story' | 'command'>,
    recorded: boolean,
  ): Promise<Pick<CommandView, 'stays' | 'standsAgain' | 'warnings'>> {
    const { event, revision, story: now, directory } = result;
    const isNow = now.revision === revision || !needsStory(event);
    const then = isNow ? now : await this.recorder.storyAt(id, revision);
    const stays = staysAfter(event, then);
    if (!recorded) return { ...stays, warnings: [] };
    const after = { story: then, revision, directory };
    const warnings = [
      ...warningsAfter(event, after),
      ...(await warningsOfCommand(command)),
      ...this.#ahead(result),
    ];
    return { ...stays, ...standsAgainAfter(event, after), warnings };
  }

  /** Times of a story never run backwards: one event recorded by a clock that was ahead gives later events its time. */
  #ahead({ recordedAt }: Pick<RecordResult, 'recordedAt'>): readonly Warning[] {
    if (recordedAt <= this.clock.now() + AHEAD) return [];
    const message =
      `This event is recorded at ${iso(recordedAt)}, which is in the future: an earlier event of the story has that ` +
      'time, and times of a story never run backwards. A read without asOf shows the event. ' +
      'A read asOf the present, or asOf any time before that, does not.';
    return [{ rule: 'recorded-ahead', source: 'Dateline', message }];
  }
}

/** The same refusal for what others recorded and for what does not exist. @throws Problem `forbidden` */
function checkOwn(recordedBy: string | null | undefined, by: string): void {
  if (recordedBy !== by) throw forbidden();
}

/** Warnings that follow from the command alone. */
const warningsOfCommand = async (command: Command): Promise<readonly Warning[]> => [
  ...warningsOfTopics(command),
  ...(await warningsOfPlaces(command)),
];
