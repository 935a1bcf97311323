import {
  emptyStory,
  namesShown,
  type CorrectionEntry,
  type DevelopmentState,
  type Instant,
  type Story,
} from '#story';
import type { Audience } from './audience.js';
import { ClaimProjection } from './claim-projection.js';
import { originView } from './claim-view.js';
import { developmentView, iso, withheldView } from './development-view.js';
import { correctionView, questionView, scheduledView, summaryView } from './entry-views.js';
import { Ordinals } from './ordinals.js';
import { FURTHEST, type At, type Rows } from './rows.js';
import { termsOfClaim, termsOfDevelopment, termsOfHeader, type Count } from './story-terms.js';

/**
 * Turns one story, event by event, into rows: compares the story before an event with the story after it, and
 * writes what is another. What the two share is the same object and is not looked at.
 */
export class StoryProjection {
  #story: Story = emptyStory;
  readonly #claims: ClaimProjection;
  readonly #questions = new Ordinals();
  /** How many developments of each kind were recorded, and how many are key ones. */
  #kinds: Readonly<Record<string, number>> = {};
  #key = 0;
  /** The header as it was written last; null before the first. */
  #head: string | null = null;
  /** In how many pieces of the story each word or mark stands now. */
  readonly #terms = new Map<string, number>();

  constructor(
    private readonly audience: Audience,
    private readonly rows: Rows,
  ) {
    this.#claims = new ClaimProjection(rows);
  }

  /** Takes a story whose rows are all there, under a number. */
  resume(story: Story, number: number): void {
    this.#story = story;
    const { claimPlaces, questionPlaces, keyDevelopments, kinds } = this.rows.countsOf(
      number,
      story.revision,
    );
    this.#claims.resume(story, claimPlaces);
    this.#questions.resume(story.questionOrder, questionPlaces);
    this.#kinds = kinds;
    this.#key = keyDevelopments;
    this.#head = headerOf(story, this.audience);
    const add = (terms: Iterable<string>): void => {
      for (const term of terms) this.#terms.set(term, (this.#terms.get(term) ?? 0) + 1);
    };
    add(termsOfHeader(story, this.audience));
    for (const state of story.developments.values()) add(termsOfDevelopment(state, this.audience));
    for (const state of story.claims.values()) add(termsOfClaim(state));
  }

  /** `anew` where the past is told otherwise from this event on, as a kill or reinstatement makes it. */
  advance(after: Story, at: At, anew = false): void {
    const before = this.#story;
    const changed = new Map<string, number>();
    const count = (was: Iterable<string>, is: Iterable<string>): void => {
      for (const term of was) changed.set(term, (changed.get(term) ?? 0) - 1);
      for (const term of is) changed.set(term, (changed.get(term) ?? 0) + 1);
    };
    this.#header(before, after, at, count);
    const developments = [...after.developments.changesSince(before.developments)];
    for (const id of developments)
      this.#development(before.developments.get(id), after.developments.get(id), at, count);
    this.#claims.advance(before, after, at, { developments, count, anew });
    this.#question(before, after, developments, at, anew);
    this.#correction(before, after, at);
    this.#origin(before, after, at);
    this.#term(changed, at);
    const newest = after.developments.get(after.timeline.last() ?? '');
    const newestAt = newest?.recordedAt ?? after.openedAt;
    this.rows.revision(at, {
      newestAt,
      developments: after.developments.size,
      claims: after.claims.size,
      questions: after.questions.size,
      corrections: after.corrections.length,
      claimPlaces: this.#claims.places,
      questionPlaces: this.#questions.given,
      keyDevelopments: this.#key,
      kinds: this.#kinds,
    });
    this.rows.front(at, newestAt);
    this.#story = after;
  }

  #header(before: Story, after: Story, at: At, count: Count): void {
    const body = headerOf(after, this.audience);
    if (this.#head === body) return;
    this.#head = body;
    this.rows.header(at, body);
    count(termsOfHeader(before, this.audience), termsOfHeader(after, this.audience));
  }

  #development(
    was: DevelopmentState | undefined,
    is: DevelopmentState | undefined,
    at: At,
    count: Count,
  ): void {
    const view = (state: DevelopmentState | undefined): string | null =>
      state ? JSON.stringify(developmentView(state, this.audience)) : null;
    const body = view(is);
    if (view(was) === body) return;
    const place = (is ?? was)!.revision;
    this.rows.development(at, place, { began: is ? beganAt(is) : FURTHEST, key: isKey(is), body });
    this.#key += Number(isKey(is)) - Number(isKey(was));
    this.#count(was, is, at);
    if (was && is && was.development === is.development && was.withheld === is.withheld) return;
    count(was ? termsOfDevelopment(was, this.audience) : [], is ? termsOfDevelopment(is, this.audience) : []);
  }

  #count(was: DevelopmentState | undefined, is: DevelopmentState | undefined, at: At): void {
    if (!is) return;
    const { kind } = is.development;
    if (!was) this.#kinds = { ...this.#kinds, [kind]: (this.#kinds[kind] ?? 0) + 1 };
    else if (was.development.kind !== kind)
      this.rows.rekinded(at, is.revision, is.recordedAt, was.development.kind, kind);
  }

  /** A question changes also with what answers it: a retracted answer answers nothing. */
  #question(before: Story, after: Story, developments: readonly string[], at: At, anew: boolean): void {
    const view = (story: Story, id: string): string | null => {
      const state = story.questions.get(id);
      return state ? JSON.stringify(questionView(story, state)) : null;
    };
    if (anew) {
      for (const id of before.questions.changesSince(emptyStory.questions))
        this.rows.question(at, this.#questions.of(id), null);
      this.#questions.clear();
    }
    const from = anew ? emptyStory : before;
    this.#questions.number(after.questionOrder);
    const touched = new Set(after.questions.changesSince(from.questions));
    for (const id of developments)
      for (const story of [from, after])
        for (const question of story.developments.get(id)?.development.answers ?? []) touched.add(question);
    for (const id of touched) {
      const body = view(after, id);
      if (body !== view(from, id)) this.rows.question(at, this.#questions.of(id), body);
    }
  }

  #correction(before: Story, after: Story, at: At): void {
    const [was, is] = [before.corrections, after.corrections];
    const view = (entry: CorrectionEntry | undefined): string | null =>
      entry ? JSON.stringify(correctionView(entry)) : null;
    for (let place = was.commonLength(is); place < Math.max(was.length, is.length); place++) {
      const body = view(is.at(place));
      if (body !== view(was.at(place))) this.rows.correction(at, place, is.at(place)?.revision ?? null, body);
    }
  }

  #origin(before: Story, after: Story, at: At): void {
    const view = (story: Story, id: string): string | null => {
      const origin = story.origins.get(id);
      return origin ? JSON.stringify(originView(origin)) : null;
    };
    for (const id of after.origins.changesSince(before.origins))
      if (view(before, id) !== view(after, id)) this.rows.origin(at, id, view(after, id));
  }

  /** A word is in the story from the first piece that has it until the last one is gone. */
  #term(changed: ReadonlyMap<string, number>, at: At): void {
    for (const [term, by] of changed) {
      if (by === 0) continue;
      const was = this.#terms.get(term) ?? 0;
      if (was + by > 0) this.#terms.set(term, was + by);
      else this.#terms.delete(term);
      if (was > 0 !== was + by > 0) this.rows.term(at, term, was === 0);
    }
  }
}

const isKey = (state: DevelopmentState | undefined): boolean => state?.development.significance === 'key';

function beganAt({ development, recordedAt }: DevelopmentState): Instant {
  const when = development.occurred ?? development.reportedAt;
  return when ? (when.from ?? -FURTHEST) : recordedAt;
}

/** The members of a state that seldom change, without the braces. */
function headerOf(story: Story, audience: Audience): string {
  const { headline, lede } = story;
  const languages = {
    ...(headline.languages ? { headline: headline.languages } : {}),
    ...(lede?.languages ? { lede: lede.languages } : {}),
  };
  const names = namesShown(story);
  return JSON.stringify({
    headline: headline.text,
    lede: lede?.text ?? null,
    summary: summaryView(story),
    ...(Object.keys(languages).length > 0 ? { languages } : {}),
    ...(names.length > 0 ? { names } : {}),
    ...(audience === 'desk' ? { scheduled: story.scheduled.map(scheduledView) } : {}),
    language: story.language,
    topics: story.topics,
    places: story.places,
    status: story.withheld?.how ?? story.status,
    notice: withheldView(story.withheld),
    openedAt: iso(story.openedAt),
  }).slice(1, -1);
}
