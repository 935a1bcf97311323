import {
  emptyStory,
  validPeriodsOf,
  PersistentMap,
  claimsReplacedBy,
  REMARKS,
  same,
  assertionsInForce,
  type AssertionState,
  type ClaimState,
  type ValidPeriod,
  type OriginStance,
  type Story,
} from '#story';
import { assertionView, claimNotes, contentView, statusView, type Said } from './claim-view.js';
import { continues, recordsOf } from './party-record.js';
import { Ordinals } from './ordinals.js';
import { KeyClaims } from './key-claims.js';
import { FURTHEST, TIERS, type At, type LastStatus, type RecordRow, type Rows } from './rows.js';
import { movedSpeakers } from './speakers.js';
import { mark, termsOfClaim, type Count } from './story-terms.js';

/** What a claim adds to the words and marks of its story: of one whose words stayed only the mark of its status moves. */
function countClaim(was: ClaimState | undefined, is: ClaimState | undefined, count: Count): void {
  if (was && is && was.claim === is.claim) {
    if (was.current.status !== is.current.status)
      count([mark.claimStatus(was.current.status)], [mark.claimStatus(is.current.status)]);
  } else count(was ? termsOfClaim(was) : [], is ? termsOfClaim(is) : []);
}

/** How many assertions of a claim a state shows. */
const NEWEST = 5;

type Assertions = PersistentMap<readonly AssertionState[]>;
const NONE: Assertions = PersistentMap.empty();

/** An assertion that stands, and the row that says so; the row is looked up when it is needed. */
interface AssertionInForce {
  readonly said: number;
  readonly assertion: string;
  row: number | null;
}

/** What is known of a claim's assertions besides the claim itself. */
interface ClaimProgress {
  run: number;
  said: number;
  standing: number;
  newest: readonly AssertionInForce[];
  /** The row that says so; null before the first. */
  last: LastStatus | null;
  /** The status as that row has it, where it was written here. */
  body: string | null;
}

/** Turns the claims of one story into rows: what they say, their status, who said so, over which time they hold. */
export class ClaimProjection {
  readonly #places = new Ordinals();
  readonly #tales = new Map<string, ClaimProgress>();
  readonly #key = new KeyClaims();

  constructor(private readonly rows: Rows) {}

  get places(): number {
    return this.#places.given;
  }

  resume(story: Story, places: number): void {
    this.#places.resume(story.claimOrder, places);
    this.#key.resume(story);
  }

  /** `anew` where the past of the story is told otherwise from this event on: then nothing of before goes on. */
  advance(before: Story, after: Story, at: At, { developments, count, anew }: Advance): void {
    const former = new Map(anew ? this.#tales : []);
    if (anew) this.#end(before, at, count);
    const from = anew ? withoutClaims(before) : before;
    this.#places.number(after.claimOrder);
    const changed = new Set(after.claims.changesSince(from.claims));
    const rekeyed = this.#key.advance(before, after, developments);
    for (const id of changed) {
      const [was, is] = [from.claims.get(id), after.claims.get(id)];
      const said = (!was || !is || !sameNotes(was, is)) && this.#content(from, after, id, at);
      const goesOn = anew && sameItem(before, after, id) ? (former.get(id)?.last ?? null) : null;
      this.#status(from, after, id, at, { said, goesOn });
      this.#record(from, after, id, at);
      for (const { party, present } of movedSpeakers(was?.byOrigin ?? NONE, is?.byOrigin ?? NONE))
        this.rows.speaker(at, this.#places.of(id), party, present);
      countClaim(was, is, count);
    }
    for (const id of rekeyed)
      if (!changed.has(id) && after.claims.has(id))
        this.#status(from, after, id, at, { said: false, goesOn: null });
    for (const id of linkedAnew(from, after))
      if (sameNotes(from.claims.get(id), after.claims.get(id))) this.#content(from, after, id, at);
    for (const id of measuredWith(from, after, changed)) this.#holding(from, after, id, at);
  }

  #end(before: Story, at: At, count: Count): void {
    const after = withoutClaims(before);
    for (const id of before.claims.changesSince(after.claims)) {
      const was = before.claims.get(id)!;
      this.#content(before, after, id, at);
      this.rows.status(at, this.#places.of(id), null, this.#tale(id, was, at).last);
      this.#record(before, after, id, at);
      this.#holding(before, after, id, at);
      count(termsOfClaim(was), []);
    }
    this.#places.clear();
    this.#tales.clear();
  }

  /** Whether what the claim says is another. */
  #content(before: Story, after: Story, id: string, at: At): boolean {
    const [was, is] = [before.claims.get(id), after.claims.get(id)];
    if (!is) {
      if (was) this.rows.claim(at, this.#places.of(id), id, null);
      return true;
    }
    const body = JSON.stringify(contentView(is.claim));
    const page = JSON.stringify(claimNotes(after, is));
    const told = was && {
      body: JSON.stringify(contentView(was.claim)),
      page: JSON.stringify(claimNotes(before, was)),
    };
    if (told?.body !== body || told.page !== page)
      this.rows.claim(at, this.#places.of(id), id, { body, page });
    return told?.body !== body;
  }

  /** `said` where its words are others; `goesOn` where it is as it was, in another place. */
  #status(
    before: Story,
    after: Story,
    id: string,
    at: At,
    { said, goesOn }: { readonly said: boolean; readonly goesOn: LastStatus | null },
  ): void {
    const [was, is] = [before.claims.get(id), after.claims.get(id)];
    const place = this.#places.of(id);
    const tale = this.#tale(id, was, at);
    const { moved, written } = this.#assertions(before, after, id, tale, at);
    if (!is) {
      this.#tales.delete(id);
      this.rows.status(at, place, null, tale.last);
      return;
    }
    if (!was) this.#retell(is, place, at);
    if (was?.history.at(0) !== is.history.at(0)) tale.run = at.revision;
    const tier = this.#tierOf(is);
    if (!moved && !said && was?.current === is.current && tier === tale.last?.tier) return;
    for (const one of tale.newest) one.row ??= this.rows.assertionRow(at, place, one.said, one.assertion);
    const body = JSON.stringify(statusView(is.current));
    const other =
      was === undefined ||
      said ||
      written ||
      (was.current !== is.current && (tale.body ?? JSON.stringify(statusView(was.current))) !== body);
    tale.body = body;
    const changed = other ? (goesOn?.changed ?? at.revision) : (tale.last?.changed ?? at.revision);
    const { run } = tale;
    const row = {
      run,
      moved: is.history.last()?.revision === at.revision,
      said: tale.said,
      standing: tale.standing,
      newest: tale.newest.map((s) => s.row!),
      tier,
      changed,
      status: is.current.status,
      kind: is.claim.kind,
      body,
    };
    tale.last = { id: this.rows.status(at, place, row, tale.last), run, changed, tier };
  }

  #tierOf({ claim, judgements }: ClaimState): number {
    if (judgements.length > 0) return TIERS.judged;
    return this.#key.has(claim.id) ? TIERS.key : TIERS.other;
  }

  /** A claim that is there again has its former statuses again. */
  #retell({ history }: ClaimState, place: number, at: At): void {
    let number = 0;
    for (const status of history)
      if (status.revision !== at.revision)
        this.rows.retold(at, place, number++, JSON.stringify(statusView(status)));
  }

  #tale(id: string, was: ClaimState | undefined, at: At): ClaimProgress {
    const known = this.#tales.get(id);
    if (known) return known;
    const all = was ? [...was.byOrigin.values()].filter((said) => said.length > 0) : [];
    const last = was ? this.rows.lastStatus(at, this.#places.of(id)) : null;
    const tale: ClaimProgress = {
      run: last?.run ?? at.revision,
      said: all.reduce((n, said) => n + said.length, 0),
      standing: all.reduce((n, said) => n + assertionsInForce(said).size, 0),
      newest: newestOf(was?.byOrigin ?? NONE),
      last,
      body: null,
    };
    this.#tales.set(id, tale);
    return tale;
  }

  /** Whether any assertion of the claim may be another, or stand otherwise than before, and whether one was written. */
  #assertions(
    before: Story,
    after: Story,
    id: string,
    tale: ClaimProgress,
    at: At,
  ): { readonly moved: boolean; readonly written: boolean } {
    const [was, is] = [before.claims.get(id)?.byOrigin ?? NONE, after.claims.get(id)?.byOrigin ?? NONE];
    const { were, are, added } = toldOtherwise(before.claims.get(id), after.claims.get(id), [
      ...is.changesSince(was),
    ]);
    const written: AssertionInForce[] = [];
    let rows = 0;
    let left = false;
    for (const [assertion, a] of are) {
      const earlier = were.get(assertion);
      const body = JSON.stringify(assertionView(after, a));
      if (earlier && JSON.stringify(assertionView(before, earlier)) === body) continue;
      const row = this.rows.assertion(at, this.#places.of(id), a.revision, assertion, body);
      rows += 1;
      if (a.stands) written.push({ said: a.revision, assertion, row });
      left ||= earlier?.stands === true && !a.stands;
    }
    const gone = [...were.values()].filter((a) => !are.has(a.id));
    for (const a of gone) this.rows.assertion(at, this.#places.of(id), a.revision, a.id, null);
    left ||= gone.some((a) => a.stands);
    tale.said += added;
    tale.standing += standing(are) - standing(were);
    tale.newest = merged(left ? newestOf(is) : tale.newest, written, tale.newest);
    return { moved: are.size > 0 || gone.length > 0, written: rows > 0 || gone.length > 0 };
  }

  #record(before: Story, after: Story, id: string, at: At): void {
    const [was, is] = [before.claims.get(id), after.claims.get(id)];
    const [then, now] = [was?.byOrigin ?? NONE, is?.byOrigin ?? NONE];
    const moved = was?.current.status !== is?.current.status;
    const origins = moved ? new Set([...originsIn(then), ...originsIn(now)]) : now.changesSince(then);
    for (const origin of origins) {
      const rows = (story: Story, said: Assertions, status: string | undefined): Map<string, RecordRow> =>
        new Map(
          [...recordsOf(story, said.get(origin), then.get(origin)).values()]
            .flat()
            .map(({ party, stance, spokeAt, takenBackAt, name }) => [
              `${party} ${spokeAt}`,
              { party, stance, spokeAt, takenBackAt, name, origin, status: status! },
            ]),
        );
      const told = rows(before, then, was?.current.status);
      const tells = rows(after, now, is?.current.status);
      for (const key of new Set([...told.keys(), ...tells.keys()])) {
        const [a, b] = [told.get(key) ?? null, tells.get(key) ?? null];
        if (!same(a, b)) this.rows.record(at, this.#places.of(id), a, b);
      }
    }
  }

  #holding(before: Story, after: Story, id: string, at: At): void {
    const held = (story: Story): ReadonlyMap<string, ValidPeriod> => {
      const state = story.claims.get(id);
      return new Map(state ? validPeriodsOf(story, state).map((h) => [h.origin ?? '', h]) : []);
    };
    const variableIn = (story: Story): string | null => variableOf(story.claims.get(id));
    const [was, is] = [held(before), held(after)];
    const moved = variableIn(before) !== variableIn(after);
    for (const origin of new Set([...was.keys(), ...is.keys()])) {
      const holding = is.get(origin);
      if (!moved && same(was.get(origin), holding)) continue;
      this.rows.holding(
        at,
        this.#places.of(id),
        origin,
        holding
          ? {
              variable: variableIn(after),
              starts: holding.from ?? -FURTHEST,
              ends: holding.to ?? FURTHEST,
              restated: holding.restated,
            }
          : null,
      );
    }
  }
}

/** What an event changed besides the claims themselves. */
interface Advance {
  /** Of the story's developments those that are others. */
  readonly developments: readonly string[];
  readonly count: Count;
  readonly anew: boolean;
}

/** Whether a claim says the same, stands as it stood, and all was said of it that had been. */
function sameItem(before: Story, after: Story, id: string): boolean {
  const item = (story: Story): string | null => {
    const state = story.claims.get(id);
    return state
      ? JSON.stringify([contentView(state.claim), statusView(state.current), saidOf(story, state)])
      : null;
  };
  return item(before) === item(after);
}

function saidOf(story: Story, { byOrigin }: ClaimState): unknown {
  return [...byOrigin.values()]
    .flatMap((said) => {
      const stands = standingIn(said);
      return said.map((a) => assertionView(story, { ...a, stands: stands.has(a.id) }));
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

const later = (a: AssertionInForce, b: AssertionInForce): number =>
  b.said - a.said || (a.assertion < b.assertion ? 1 : -1);

/** The newest of a claim's assertions that stand, newest first. */
function newestOf(byOrigin: Assertions): readonly AssertionInForce[] {
  const newest: AssertionInForce[] = [];
  for (const said of byOrigin.values()) {
    if (said.length === 0) continue;
    const stands = assertionsInForce(said);
    let left = NEWEST;
    for (let i = said.length - 1; i >= 0 && left > 0; i--) {
      const { id, revision } = said[i]!;
      if (!stands.has(id)) continue;
      newest.push({ said: revision, assertion: id, row: null });
      left -= 1;
    }
  }
  return newest.sort(later).slice(0, NEWEST);
}

/** The newest of what stood and what was written; a row that is known already is not looked up again. */
function merged(
  stood: readonly AssertionInForce[],
  written: readonly AssertionInForce[],
  known: readonly AssertionInForce[],
): readonly AssertionInForce[] {
  const rows = new Map(known.map((s) => [s.assertion, s.row]));
  const anew = new Set(written.map((s) => s.assertion));
  const rest = stood
    .filter((s) => !anew.has(s.assertion))
    .map((s) => ({ ...s, row: s.row ?? rows.get(s.assertion) ?? null }));
  return [...rest, ...written].sort(later).slice(0, NEWEST);
}

interface ToldOtherwise {
  /** The assertions that are another now, as they were and as they are, by id. */
  readonly were: ReadonlyMap<string, Said>;
  readonly are: ReadonlyMap<string, Said>;
  /** How many more there are. */
  readonly added: number;
}

/** What is another about the assertions of some origins. An origin that says one thing more is not looked through. */
function toldOtherwise(
  was: ClaimState | undefined,
  is: ClaimState | undefined,
  origins: readonly string[],
): ToldOtherwise {
  const were = new Map<string, Said>();
  const are = new Map<string, Said>();
  let added = 0;
  const told = (a: AssertionState, stood: boolean | null, stands: boolean | null): void => {
    if (stood !== null) were.set(a.id, { ...a, stands: stood });
    if (stands !== null) are.set(a.id, { ...a, stands });
  };
  for (const origin of origins) {
    const [earlier, later] = [was?.byOrigin.get(origin) ?? [], is?.byOrigin.get(origin) ?? []];
    added += later.length - earlier.length;
    if (continues(earlier, later)) {
      const { left, joined } = standingMoved(stanceIn(was, origin), stanceIn(is, origin));
      for (const a of left) told(a, true, false);
      for (const a of joined) told(a, false, true);
      for (const a of later.slice(earlier.length)) {
        were.delete(a.id);
        if (!are.has(a.id)) told(a, null, false);
      }
      continue;
    }
    const [stood, stands] = [standingIn(earlier), standingIn(later)];
    const known = new Map(earlier.map((a) => [a.id, a]));
    for (const a of later)
      if (known.get(a.id) === a && stood.has(a.id) === stands.has(a.id)) known.delete(a.id);
      else told(a, null, stands.has(a.id));
    for (const a of known.values()) told(a, stood.has(a.id), null);
  }
  return { were, are, added };
}

const NOBODY: ReadonlySet<string> = new Set();
const standingIn = (said: readonly AssertionState[]): ReadonlySet<string> =>
  said.length === 0 ? NOBODY : assertionsInForce(said);

const stanceIn = (state: ClaimState | undefined, origin: string): OriginStance | undefined =>
  state?.stances.findLast((s) => s.origin.id === origin);

/** What an origin stands by no longer, and what it stands by now and did not. */
function standingMoved(was: OriginStance | undefined, is: OriginStance | undefined) {
  const left = new Map<string, AssertionState>();
  const joined = new Map<string, AssertionState>();
  const lists = (stance: OriginStance | undefined): readonly (WeighedAssertions | undefined)[] => [
    stance?.weight.weighs,
    ...REMARKS.map((s) => stance?.remarks[s].said),
  ];
  const [before, after] = [lists(was), lists(is)];
  for (const [i, list] of after.entries()) {
    const earlier = before[i];
    const length = earlier?.length ?? 0;
    const goesOn = length === 0 || list?.at(length - 1) === earlier?.at(length - 1);
    if (!goesOn) for (const a of earlier ?? []) left.set(a.id, a);
    for (const a of list?.since(goesOn ? length : 0) ?? []) if (!left.delete(a.id)) joined.set(a.id, a);
  }
  return { left: left.values(), joined: joined.values() };
}

type WeighedAssertions = OriginStance['weight']['weighs'];

const originsIn = (said: Assertions): readonly string[] =>
  [...said.values()].flatMap((a) => a[0]?.origin.id ?? []);

const standing = (said: ReadonlyMap<string, Said>): number =>
  [...said.values()].filter((a) => a.stands).length;

const withoutClaims = (story: Story): Story => ({
  ...story,
  claims: emptyStory.claims,
  links: emptyStory.links,
  variables: emptyStory.variables,
});

/** Whether nothing of what a claim's page says, links aside, can be another. */
function sameNotes(was: ClaimState | undefined, is: ClaimState | undefined): boolean {
  if (!was || !is) return false;
  return (
    was.claim === is.claim &&
    was.identifiedBy === is.identifiedBy &&
    was.recordedAt === is.recordedAt &&
    was.corrected === is.corrected &&
    was.judgements === is.judgements
  );
}

/** Claims of which a link was made or taken back. */
function linkedAnew(before: Story, after: Story): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const link of after.links.changesSince(before.links)) {
    const { from, to } = (after.links.get(link) ?? before.links.get(link))!;
    ids.add(from).add(to);
  }
  return ids;
}

/** The claims that changed, those that measure the same, and decisions that these take out of force: a later one ends an earlier one. */
function measuredWith(before: Story, after: Story, changed: ReadonlySet<string>): ReadonlySet<string> {
  const ids = new Set(changed);
  for (const id of changed)
    for (const story of [before, after]) {
      const variable = variableOf(story.claims.get(id));
      if (variable !== null) for (const sibling of story.variables.get(variable) ?? []) ids.add(sibling);
      for (const replaced of claimsReplacedBy(story, id)) ids.add(replaced);
    }
  return ids;
}

const variableOf = (state: ClaimState | undefined): string | null =>
  state?.claim.territory?.variable ?? state?.claim.figure?.variable ?? null;
