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
import { assertionView, claimNotes, contentView, statusRow, type JudgedAssertion } from './claim-view.js';
import { continues, recordsOf } from './party-record.js';
import { Ordinals } from './ordinals.js';
import { KeyClaims } from './key-claims.js';
import {
  FURTHEST,
  TIERS,
  type RowKey,
  type LastStatus,
  type RecordRow,
  type RowWriter,
} from './row-writer.js';
import { changedSpeakers } from './speakers.js';
import { mark, termsOfClaim, type Count } from './story-terms.js';

/** Counts the search terms that a claim adds to its story. If its words are the same, only the status mark can change. */
function countClaim(was: ClaimState | undefined, is: ClaimState | undefined, count: Count): void {
  if (was && is && was.claim === is.claim) {
    if (was.current.status !== is.current.status)
      count([mark.claimStatus(was.current.status)], [mark.claimStatus(is.current.status)]);
  } else count(was ? termsOfClaim(was) : [], is ? termsOfClaim(is) : []);
}

/** The most assertions of one claim that a state shows. */
const NEWEST = 5;

type Assertions = PersistentMap<readonly AssertionState[]>;
const NONE: Assertions = PersistentMap.empty();

/** An assertion that is in force. The id of its row is looked up when it is needed. */
interface AssertionInForce {
  /** The revision in which it was made. */
  readonly made: number;
  readonly assertion: string;
  row: number | null;
}

/** What the rows say of one claim, beyond the claim itself. */
interface WrittenClaim {
  /** The revision in which the claim last appeared. */
  appeared: number;
  /** How many assertions it has. */
  assertions: number;
  inForce: number;
  newest: readonly AssertionInForce[];
  /** Its newest status row; null before the first. */
  last: LastStatus | null;
  /** The status as that row has it; null until this projection writes one. */
  body: string | null;
}

/** Turns the claims of one story into rows: their words, status, assertions, speakers and the time for which they hold. */
export class ClaimProjection {
  readonly #ordinals = new Ordinals();
  readonly #written = new Map<string, WrittenClaim>();
  readonly #key = new KeyClaims();

  constructor(private readonly rows: RowWriter) {}

  get ordinalsGiven(): number {
    return this.#ordinals.given;
  }

  resume(story: Story, ordinals: number): void {
    this.#ordinals.resume(story.claimOrder, ordinals);
    this.#key.resume(story);
  }

  /** If `rewritesPast`, the event changes the story's past: every claim ends and begins again. */
  advance(before: Story, after: Story, at: RowKey, { developments, count, rewritesPast }: Advance): void {
    const former = new Map(rewritesPast ? this.#written : []);
    if (rewritesPast) this.#end(before, at, count);
    const from = rewritesPast ? withoutClaims(before) : before;
    this.#ordinals.number(after.claimOrder);
    const changed = new Set(after.claims.changesSince(from.claims));
    const rekeyed = this.#key.advance(before, after, developments);
    for (const id of changed) {
      const [was, is] = [from.claims.get(id), after.claims.get(id)];
      const reworded = (!was || !is || !sameNotes(was, is)) && this.#content(from, after, id, at);
      const unchanged = rewritesPast && sameItem(before, after, id) ? (former.get(id)?.last ?? null) : null;
      this.#status(from, after, id, at, { reworded, unchanged });
      this.#record(from, after, id, at);
      for (const { party, present } of changedSpeakers(was?.byOrigin ?? NONE, is?.byOrigin ?? NONE))
        this.rows.speaker(at, this.#ordinals.of(id), party, present);
      countClaim(was, is, count);
    }
    for (const id of rekeyed)
      if (!changed.has(id) && after.claims.has(id))
        this.#status(from, after, id, at, { reworded: false, unchanged: null });
    for (const id of claimsRelinked(from, after))
      if (sameNotes(from.claims.get(id), after.claims.get(id))) this.#content(from, after, id, at);
    for (const id of measuredWith(from, after, changed)) this.#holding(from, after, id, at);
  }

  #end(before: Story, at: RowKey, count: Count): void {
    const after = withoutClaims(before);
    for (const id of before.claims.changesSince(after.claims)) {
      const was = before.claims.get(id)!;
      this.#content(before, after, id, at);
      this.rows.status(at, this.#ordinals.of(id), null, this.#writtenOf(id, was, at).last);
      this.#record(before, after, id, at);
      this.#holding(before, after, id, at);
      count(termsOfClaim(was), []);
    }
    this.#ordinals.clear();
    this.#written.clear();
  }

  /** Writes the claim's words and notes if they changed. True if the words changed. */
  #content(before: Story, after: Story, id: string, at: RowKey): boolean {
    const [was, is] = [before.claims.get(id), after.claims.get(id)];
    if (!is) {
      if (was) this.rows.claim(at, this.#ordinals.of(id), id, null);
      return true;
    }
    const body = JSON.stringify(contentView(is.claim));
    const page = JSON.stringify(claimNotes(after, is));
    const earlier = was && {
      body: JSON.stringify(contentView(was.claim)),
      page: JSON.stringify(claimNotes(before, was)),
    };
    if (earlier?.body !== body || earlier.page !== page)
      this.rows.claim(at, this.#ordinals.of(id), id, { body, page });
    return earlier?.body !== body;
  }

  /** `reworded`: its words changed. `unchanged`: its last row, if only its ordinal changed. */
  #status(
    before: Story,
    after: Story,
    id: string,
    at: RowKey,
    { reworded, unchanged }: { readonly reworded: boolean; readonly unchanged: LastStatus | null },
  ): void {
    const [was, is] = [before.claims.get(id), after.claims.get(id)];
    const ordinal = this.#ordinals.of(id);
    const claim = this.#writtenOf(id, was, at);
    const { moved, written } = this.#assertions(before, after, id, claim, at);
    if (!is) {
      this.#written.delete(id);
      this.rows.status(at, ordinal, null, claim.last);
      return;
    }
    if (!was) this.#writeEarlierStatuses(is, ordinal, at);
    if (was?.history.at(0) !== is.history.at(0)) claim.appeared = at.revision;
    const tier = this.#tierOf(is);
    if (!moved && !reworded && was?.current === is.current && tier === claim.last?.tier) return;
    for (const one of claim.newest) one.row ??= this.rows.assertionRow(at, ordinal, one.made, one.assertion);
    const body = JSON.stringify(statusRow(is.current));
    const differs =
      was === undefined ||
      reworded ||
      written ||
      (was.current !== is.current && (claim.body ?? JSON.stringify(statusRow(was.current))) !== body);
    claim.body = body;
    const changed = differs ? (unchanged?.changed ?? at.revision) : (claim.last?.changed ?? at.revision);
    const { appeared } = claim;
    const row = {
      appeared,
      moved: is.history.last()?.revision === at.revision,
      assertions: claim.assertions,
      inForce: claim.inForce,
      newest: claim.newest.map((s) => s.row!),
      tier,
      changed,
      status: is.current.status,
      kind: is.claim.kind,
      body,
    };
    claim.last = { id: this.rows.status(at, ordinal, row, claim.last), appeared, changed, tier };
  }

  #tierOf({ claim, judgements }: ClaimState): number {
    if (judgements.length > 0) return TIERS.judged;
    return this.#key.has(claim.id) ? TIERS.key : TIERS.other;
  }

  /** A claim that appears again keeps the statuses that it had before. */
  #writeEarlierStatuses({ history }: ClaimState, ordinal: number, at: RowKey): void {
    let number = 0;
    for (const status of history)
      if (status.revision !== at.revision)
        this.rows.earlierStatus(at, ordinal, number++, JSON.stringify(statusRow(status)));
  }

  #writtenOf(id: string, was: ClaimState | undefined, at: RowKey): WrittenClaim {
    const written = this.#written.get(id);
    if (written) return written;
    const all = was ? [...was.byOrigin.values()].filter((said) => said.length > 0) : [];
    const last = was ? this.rows.lastStatus(at, this.#ordinals.of(id)) : null;
    const claim: WrittenClaim = {
      appeared: last?.appeared ?? at.revision,
      assertions: all.reduce((n, said) => n + said.length, 0),
      inForce: all.reduce((n, said) => n + assertionsInForce(said).size, 0),
      newest: newestOf(was?.byOrigin ?? NONE),
      last,
      body: null,
    };
    this.#written.set(id, claim);
    return claim;
  }

  /** Writes the assertions that changed. `moved`: an assertion may have changed. `written`: a row was written. */
  #assertions(
    before: Story,
    after: Story,
    id: string,
    claim: WrittenClaim,
    at: RowKey,
  ): { readonly moved: boolean; readonly written: boolean } {
    const [was, is] = [before.claims.get(id)?.byOrigin ?? NONE, after.claims.get(id)?.byOrigin ?? NONE];
    const { were, are, added } = changedAssertions(before.claims.get(id), after.claims.get(id), [
      ...is.changesSince(was),
    ]);
    const written: AssertionInForce[] = [];
    let rows = 0;
    let left = false;
    for (const [assertion, a] of are) {
      const earlier = were.get(assertion);
      const body = JSON.stringify(assertionView(after, a));
      if (earlier && JSON.stringify(assertionView(before, earlier)) === body) continue;
      const row = this.rows.assertion(at, this.#ordinals.of(id), a.revision, assertion, body);
      rows += 1;
      if (a.stands) written.push({ made: a.revision, assertion, row });
      left ||= earlier?.stands === true && !a.stands;
    }
    const gone = [...were.values()].filter((a) => !are.has(a.id));
    for (const a of gone) this.rows.assertion(at, this.#ordinals.of(id), a.revision, a.id, null);
    left ||= gone.some((a) => a.stands);
    claim.assertions += added;
    claim.inForce += countInForce(are) - countInForce(were);
    claim.newest = merged(left ? newestOf(is) : claim.newest, written, claim.newest);
    return { moved: are.size > 0 || gone.length > 0, written: rows > 0 || gone.length > 0 };
  }

  #record(before: Story, after: Story, id: string, at: RowKey): void {
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
      const earlier = rows(before, then, was?.current.status);
      const later = rows(after, now, is?.current.status);
      for (const key of new Set([...earlier.keys(), ...later.keys()])) {
        const [a, b] = [earlier.get(key) ?? null, later.get(key) ?? null];
        if (!same(a, b)) this.rows.record(at, this.#ordinals.of(id), a, b);
      }
    }
  }

  #holding(before: Story, after: Story, id: string, at: RowKey): void {
    const holdings = (story: Story): ReadonlyMap<string, ValidPeriod> => {
      const state = story.claims.get(id);
      return new Map(state ? validPeriodsOf(story, state).map((h) => [h.origin ?? '', h]) : []);
    };
    const variableIn = (story: Story): string | null => variableOf(story.claims.get(id));
    const [was, is] = [holdings(before), holdings(after)];
    const moved = variableIn(before) !== variableIn(after);
    for (const origin of new Set([...was.keys(), ...is.keys()])) {
      const holding = is.get(origin);
      if (!moved && same(was.get(origin), holding)) continue;
      this.rows.holding(
        at,
        this.#ordinals.of(id),
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

/** What else an event changed. */
interface Advance {
  /** The ids of the developments that changed. */
  readonly developments: readonly string[];
  readonly count: Count;
  readonly rewritesPast: boolean;
}

/** Whether a claim has the same words, status and assertions. */
function sameItem(before: Story, after: Story, id: string): boolean {
  const item = (story: Story): string | null => {
    const state = story.claims.get(id);
    return state
      ? JSON.stringify([contentView(state.claim), statusRow(state.current), saidOf(story, state)])
      : null;
  };
  return item(before) === item(after);
}

function saidOf(story: Story, { byOrigin }: ClaimState): unknown {
  return [...byOrigin.values()]
    .flatMap((said) => {
      const inForce = inForceIn(said);
      return said.map((a) => assertionView(story, { ...a, stands: inForce.has(a.id) }));
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

const later = (a: AssertionInForce, b: AssertionInForce): number =>
  b.made - a.made || (a.assertion < b.assertion ? 1 : -1);

/** The newest assertions of a claim that are in force, newest first. */
function newestOf(byOrigin: Assertions): readonly AssertionInForce[] {
  const newest: AssertionInForce[] = [];
  for (const said of byOrigin.values()) {
    if (said.length === 0) continue;
    const inForce = assertionsInForce(said);
    let left = NEWEST;
    for (let i = said.length - 1; i >= 0 && left > 0; i--) {
      const { id, revision } = said[i]!;
      if (!inForce.has(id)) continue;
      newest.push({ made: revision, assertion: id, row: null });
      left -= 1;
    }
  }
  return newest.sort(later).slice(0, NEWEST);
}

/** Merges the assertions in force with those just written. Keeps the row ids that are known. */
function merged(
  inForce: readonly AssertionInForce[],
  written: readonly AssertionInForce[],
  withRows: readonly AssertionInForce[],
): readonly AssertionInForce[] {
  const rows = new Map(withRows.map((s) => [s.assertion, s.row]));
  const rewritten = new Set(written.map((s) => s.assertion));
  const rest = inForce
    .filter((s) => !rewritten.has(s.assertion))
    .map((s) => ({ ...s, row: s.row ?? rows.get(s.assertion) ?? null }));
  return [...rest, ...written].sort(later).slice(0, NEWEST);
}

interface ChangedAssertions {
  /** The assertions that changed, by id: as they were, and as they are. */
  readonly were: ReadonlyMap<string, JudgedAssertion>;
  readonly are: ReadonlyMap<string, JudgedAssertion>;
  /** By how many their number grew. */
  readonly added: number;
}

/** Which assertions of some origins changed. If an origin only added assertions, the earlier ones are not compared. */
function changedAssertions(
  was: ClaimState | undefined,
  is: ClaimState | undefined,
  origins: readonly string[],
): ChangedAssertions {
  const were = new Map<string, JudgedAssertion>();
  const are = new Map<string, JudgedAssertion>();
  let added = 0;
  /** Null: the assertion did not exist before, or does not exist any more. */
  const note = (a: AssertionState, wasInForce: boolean | null, isInForce: boolean | null): void => {
    if (wasInForce !== null) were.set(a.id, { ...a, stands: wasInForce });
    if (isInForce !== null) are.set(a.id, { ...a, stands: isInForce });
  };
  for (const origin of origins) {
    const [earlier, later] = [was?.byOrigin.get(origin) ?? [], is?.byOrigin.get(origin) ?? []];
    added += later.length - earlier.length;
    if (continues(earlier, later)) {
      const { left, joined } = changedStance(stanceIn(was, origin), stanceIn(is, origin));
      for (const a of left) note(a, true, false);
      for (const a of joined) note(a, false, true);
      for (const a of later.slice(earlier.length)) {
        were.delete(a.id);
        if (!are.has(a.id)) note(a, null, false);
      }
      continue;
    }
    const [wasInForce, isInForce] = [inForceIn(earlier), inForceIn(later)];
    const rest = new Map(earlier.map((a) => [a.id, a]));
    for (const a of later)
      if (rest.get(a.id) === a && wasInForce.has(a.id) === isInForce.has(a.id)) rest.delete(a.id);
      else note(a, null, isInForce.has(a.id));
    for (const a of rest.values()) note(a, wasInForce.has(a.id), null);
  }
  return { were, are, added };
}

const EMPTY: ReadonlySet<string> = new Set();
const inForceIn = (said: readonly AssertionState[]): ReadonlySet<string> =>
  said.length === 0 ? EMPTY : assertionsInForce(said);

const stanceIn = (state: ClaimState | undefined, origin: string): OriginStance | undefined =>
  state?.stances.findLast((s) => s.origin.id === origin);

/** Which assertions an origin's stance no longer rests on, and which it rests on now. */
function changedStance(was: OriginStance | undefined, is: OriginStance | undefined) {
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
    const isExtended = length === 0 || list?.at(length - 1) === earlier?.at(length - 1);
    if (!isExtended) for (const a of earlier ?? []) left.set(a.id, a);
    for (const a of list?.since(isExtended ? length : 0) ?? []) if (!left.delete(a.id)) joined.set(a.id, a);
  }
  return { left: left.values(), joined: joined.values() };
}

type WeighedAssertions = OriginStance['weight']['weighs'];

const originsIn = (said: Assertions): readonly string[] =>
  [...said.values()].flatMap((a) => a[0]?.origin.id ?? []);

const countInForce = (said: ReadonlyMap<string, JudgedAssertion>): number =>
  [...said.values()].filter((a) => a.stands).length;

const withoutClaims = (story: Story): Story => ({
  ...story,
  claims: emptyStory.claims,
  links: emptyStory.links,
  variables: emptyStory.variables,
});

/** Whether a claim's page must be the same, apart from its links. */
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

/** The claims of the links that were made or revoked. */
function claimsRelinked(before: Story, after: Story): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const link of after.links.changesSince(before.links)) {
    const { from, to } = (after.links.get(link) ?? before.links.get(link))!;
    ids.add(from).add(to);
  }
  return ids;
}

/** The claims whose holdings may change: those that changed, those of the same variable, and decisions that they replace. */
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
