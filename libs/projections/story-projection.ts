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
import { FURTHEST, type RowKey, type RowWriter } from './row-writer.js';
import { termsOfClaim, termsOfDevelopment, termsOfHeader, type Count } from './story-terms.js';

/**
 * Turns one story into rows, event by event. It compares the story before and after an event, and writes what differs.
 * Parts that both share are the same object, and are not compared.
 */
export class StoryProjection {
  #story: Story = emptyStory;
  readonly #claims: ClaimProjection;
  readonly #questions = new Ordinals();
  /** The number of developments by kind, and of key developments. */
  #kinds: Readonly<Record<string, number>> = {};
  #key = 0;
  /** The header that was written last; null before the first. */
  #head: string | null = null;
  /** The number of pieces of the story that have each term now. */
  readonly #terms = new Map<string, number>();

  constructor(
    private readonly audience: Audience,
    private readonly rows: RowWriter,
  ) {
    this.#claims = new ClaimProjection(rows);
  }

  /** Continues a story whose rows are already written under a number. */
  resume(story: Story, number: number): void {
    this.#story = story;
    const { claimOrdinals, questionOrdinals, keyDevelopments, kinds } = this.rows.countsOf(
      number,
      story.revision,
    );
    this.#claims.resume(story, claimOrdinals);
    this.#questions.resume(story.questionOrder, questionOrdinals);
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

  /** `rewritesPast`: the event changes the past of the story, as a kill or a reinstatement does. */
  advance(after: Story, at: RowKey, rewritesPast = false): void {
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
    this.#claims.advance(before, after, at, { developments, count, rewritesPast });
    this.#question(before, after, developments, at, rewritesPast);
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
      claimOrdinals: this.#claims.ordinalsGiven,
      questionOrdinals: this.#questions.given,
      keyDevelopments: this.#key,
      kinds: this.#kinds,
    });
    this.rows.front(at, newestAt);
    this.#story = after;
  }

  #header(before: Story, after: Story, at: RowKey, count: Count): void {
    const body = headerOf(after, this.audience);
    if (this.#head === body) return;
    this.#head = body;
    this.rows.header(at, body);
    count(termsOfHeader(before, this.audience), termsOfHeader(after, this.audience));
  }

  #development(
    was: DevelopmentState | undefined,
    is: DevelopmentState | undefined,
    at: RowKey,
    count: Count,
  ): void {
    const view = (state: DevelopmentState | undefined): string | null =>
      state ? JSON.stringify(developmentView(state, this.audience)) : null;
    const body = view(is);
    if (view(was) === body) return;
    const ordinal = (is ?? was)!.revision;
    this.rows.development(at, ordinal, { began: is ? beganAt(is) : FURTHEST, key: isKey(is), body });
    this.#key += Number(isKey(is)) - Number(isKey(was));
    this.#count(was, is, at);
    if (was && is && was.development === is.development && was.withheld === is.withheld) return;
    count(was ? termsOfDevelopment(was, this.audience) : [], is ? termsOfDevelopment(is, this.audience) : []);
  }

  #count(was: DevelopmentState | undefined, is: DevelopmentState | undefined, at: RowKey): void {
    if (!is) return;
    const { kind } = is.development;
    if (!was) this.#kinds = { ...this.#kinds, [kind]: (this.#kinds[kind] ?? 0) + 1 };
    else if (was.development.kind !== kind)
      this.rows.kindCorrected(at, is.revision, is.recordedAt, was.development.kind, kind);
  }

  /** A question also changes with its answers: a retracted answer does not count. */
  #question(
    before: Story,
    after: Story,
    developments: readonly string[],
    at: RowKey,
    rewritesPast: boolean,
  ): void {
    const view = (story: Story, id: string): string | null => {
      const state = story.questions.get(id);
      return state ? JSON.stringify(questionView(story, state)) : null;
    };
    if (rewritesPast) {
      for (const id of before.questions.changesSince(emptyStory.questions))
        this.rows.question(at, this.#questions.of(id), null);
      this.#questions.clear();
    }
    const from = rewritesPast ? emptyStory : before;
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

  #correction(before: Story, after: Story, at: RowKey): void {
    const [was, is] = [before.corrections, after.corrections];
    const view = (entry: CorrectionEntry | undefined): string | null =>
      entry ? JSON.stringify(correctionView(entry)) : null;
    for (let ordinal = was.commonLength(is); ordinal < Math.max(was.length, is.length); ordinal++) {
      const body = view(is.at(ordinal));
      if (body !== view(was.at(ordinal)))
        this.rows.correction(at, ordinal, is.at(ordinal)?.revision ?? null, body);
    }
  }

  #origin(before: Story, after: Story, at: RowKey): void {
    const view = (story: Story, id: string): string | null => {
      const origin = story.origins.get(id);
      return origin ? JSON.stringify(originView(origin)) : null;
    };
    for (const id of after.origins.changesSince(before.origins))
      if (view(before, id) !== view(after, id)) this.rows.origin(at, id, view(after, id));
  }

  /** A story has a term from the first piece with the term until the last one is gone. */
  #term(changed: ReadonlyMap<string, number>, at: RowKey): void {
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

/** The members of a state that seldom change, as JSON without braces. */
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
