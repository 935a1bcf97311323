import { Injectable } from '@nestjs/common';
import { Clock } from '#event-store';
import { iso, isSlug, keyReused } from '#nest';
import { positionText } from '#projections';
import {
  exists,
  isDevelopmentEvent,
  isJudgement,
  Refusal,
  warningsOf,
  warningsOfCorrection,
  warningsOfJudgement,
  warningsOfLanguages,
  whatStays,
  type Grounds,
  type Text,
  type Command,
  type Stays,
  type Story,
  type StoryEvent,
  type Uuid,
  type Verdict,
  type Warning,
} from '#story';
import { idOfKey, newId, storyId } from './identity.js';
import { PublicPlaces, Recorder, type Filed } from './recorder.js';
import { mustSay, type SentWith } from './sent.js';

/** What an editor is told of a change. Revisions and positions are the desk's; `public` has the archive's. */
export interface FiledView {
  /** Of what the command made, or of what it changed. */
  readonly id: string;
  readonly story: Uuid;
  readonly revision: string;
  readonly position: string;
  readonly public: { readonly revision: string; readonly position: string } | null;
  readonly warnings: readonly Warning[];
  /** The claims that the development brings, with the ids and words that were made for it. */
  readonly claims?: readonly { readonly id: string; readonly text: Text }[];
  /** Who is said to know, and which assertions the development makes. */
  readonly origins?: readonly string[];
  readonly assertions?: readonly Uuid[];
  /** After a kill or takedown: the grounds on which readers are told that it was. */
  readonly grounds?: Grounds;
  /** After a kill or takedown of a development: what may still repeat it. */
  readonly stays?: readonly Stays[];
  /** After the revocation of a judgement: the older one that stands again by it; null for none. */
  readonly standsAgain?: JudgementView | null;
}

interface JudgementView {
  readonly id: Uuid;
  readonly verdict: Verdict;
  readonly recordedAt: string;
}

export interface Change {
  /** By id or slug. */
  readonly story: string;
  readonly sent: SentWith;
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

/** `added` is false where it was already so. */
export interface Outcome {
  readonly view: FiledView;
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
    private readonly places: PublicPlaces,
    private readonly clock: Clock,
  ) {}

  /** Opens a story under the id that follows from its slug. A key that opened another story is not used again. */
  async open(id: Uuid, change: Change): Promise<Outcome> {
    const { key } = change.sent;
    if (key === null) return this.file(change, id);
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
    if (change.required) mustSay(sent);
    const story = storyIdOf(change.story);
    const id = given ?? (sent.key ? idOfKey(sent.key.name) : newId());
    const { seen } = sent;
    const filed = await this.recorder.record({
      story,
      command: change.command(id),
      by: sent.by,
      id,
      key: sent.key,
      seen: seen !== null && change.lastChanged ? { revision: seen, lastChanged: change.lastChanged } : null,
      correlationId: sent.correlationId,
      check: change.check,
    });
    const made = filed.added || filed.repeated;
    const about = change.about ?? (made ? undefined : change.there?.(filed.story)) ?? id;
    return { view: await this.#view(filed, story, about), added: made };
  }

  async #view(filed: Filed, story: Uuid, id: string): Promise<FiledView> {
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
      ...(made ? namesOf(filed.event) : {}),
      ...(await this.#stays(filed, story)),
      ...(made ? await this.#standsAgain(filed, story) : {}),
      warnings: made ? [...(await this.#warnings(filed, story)), ...this.#ahead(filed)] : [],
    };
  }

  /** A story in which something was recorded by a clock that was ahead goes on at that time until it has come. */
  #ahead({ recordedAt }: Filed): readonly Warning[] {
    if (recordedAt <= this.clock.now() + AHEAD) return [];
    const message =
      `The story has something recorded at ${iso(recordedAt)}, which has not come, and times of a story never run backwards: ` +
      'this is recorded then, too. As of an earlier moment, now among them, nobody sees it; without asOf everybody does.';
    return [{ rule: 'recorded-ahead', source: 'Dateline', message }];
  }

  /** The story as it was right after the event, also when the request is repeated later. */
  async #then({ revision, story: now }: Filed, id: Uuid): Promise<Story> {
    return now.revision === revision ? now : this.recorder.storyAt(id, revision);
  }

  async #standsAgain(filed: Filed, id: Uuid): Promise<Pick<FiledView, 'standsAgain'>> {
    const { event, revision } = filed;
    if (event.type !== 'JudgementRevoked') return {};
    const { judgements, claims } = await this.#then(filed, id);
    const last = claims.get(judgements.get(event.judgement)?.claim ?? '')?.judgements.at(-1);
    if (last?.again !== revision) return { standsAgain: null };
    return { standsAgain: { id: last.id, verdict: last.verdict, recordedAt: iso(last.at) } };
  }

  async #stays(filed: Filed, id: Uuid): Promise<Pick<FiledView, 'stays'>> {
    const { event } = filed;
    if (event.type !== 'DevelopmentKilled' && event.type !== 'DevelopmentTakenDown') return {};
    const then = await this.#then(filed, id);
    return { stays: whatStays(then, event.development, event.claims) };
  }

  async #warnings(filed: Filed, id: Uuid): Promise<readonly Warning[]> {
    const { event, revision, story: now } = filed;
    if (event.type === 'DevelopmentCorrected' || event.type === 'ClaimCorrected') {
      const dropped = event.changes.flatMap(({ field, was, is }) =>
        field === 'text' ? warningsOfLanguages('text', was, is) : [],
      );
      const others = 'class' in event ? warningsOfCorrection(event.class, event.notice) : [];
      return [...others, ...dropped];
    }
    if (event.type === 'HeadlineRevised')
      return this.#headingWarnings(now, 'headline', event.headline, revision);
    if (event.type === 'LedeRevised') return this.#headingWarnings(now, 'lede', event.lede, revision);
    if (!isDevelopmentEvent(event) && !isJudgement(event)) return [];
    const then = await this.#then(filed, id);
    return isJudgement(event) ? warningsOfJudgement(then, event) : warningsOf(then, event.development);
  }

  /** Beside the heading that readers had before. */
  #headingWarnings(
    story: Story,
    what: 'headline' | 'lede',
    text: Text,
    revision: number,
  ): readonly Warning[] {
    for (const before of story.headings.newestFirst())
      if (before.what === what && before.revision < revision)
        return warningsOfLanguages(what, before.text, text);
    return [];
  }
}

function namesOf(event: StoryEvent): Pick<FiledView, 'claims' | 'origins' | 'assertions' | 'grounds'> {
  if ('grounds' in event) return { grounds: event.grounds };
  if (!isDevelopmentEvent(event)) return {};
  const { assertions, claims } = event.development;
  return {
    claims: claims.map(({ id, text }) => ({ id, text })),
    origins: [...new Set(assertions.map((a) => a.origin.id))],
    assertions: assertions.map((a) => a.id),
  };
}
