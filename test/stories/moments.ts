import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually, linesOf, type Caller, type Json } from '../http/caller.js';
import { RunningNewsroom } from '../http/running-newsroom.js';

/** The state of a story that an editor expects as of a moment. */
export interface Moment {
  readonly asOf: string;
  /** Why this moment matters. */
  readonly because?: string;
  /** Some claims by id: the status, with its flags after plus signs. */
  readonly claims?: Readonly<Record<string, string>>;
  /** Some variables: the value in force then, for each origin that has one. */
  readonly values?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** The same `asOf` the moment, but `validAt` a different time. */
  readonly valuesAt?: { readonly at: string; readonly values: NonNullable<Moment['values']> };
  /** The open questions, in the order in which they were raised. */
  readonly open?: readonly string[];
  /** The headline in the story's language. */
  readonly headline?: string;
  /** The decisions in force then, in any order. */
  readonly decisions?: readonly string[];
  /** Words that must not appear then, because they are not public, or no longer public. */
  readonly unsaid?: readonly string[];
  /** Claims that nobody had made yet. */
  readonly unknown?: readonly string[];
  /** Some claims, each with the claims that ended it. */
  readonly endedBy?: Readonly<Record<string, readonly string[]>>;
  /** All claims valid at a day or an instant, in any order. */
  readonly valid?: { readonly at: string; readonly claims: readonly string[] };
  /** True if `claims` has every claim that exists by then. */
  readonly whole?: boolean;
}

/** Turns a table of changes into full states: a claim that a moment does not name is as at the moment before. */
export function sinceThen(changes: readonly Moment[]): readonly Moment[] {
  const moments: Moment[] = [];
  for (const change of changes)
    moments.push({ ...change, claims: { ...moments.at(-1)?.claims, ...change.claims }, whole: true });
  return moments;
}

/** Imports a file of this folder into an empty newsroom, and compares its story with a table, moment by moment. */
export function holdsAtMoments(file: string, slug: string, moments: readonly Moment[]): void {
  let newsroom: RunningNewsroom;
  const read = (path: string): ReturnType<Caller['get']> =>
    newsroom.archive.get(`/v1/stories/${slug}${path}`);
  beforeAll(async () => {
    newsroom = await RunningNewsroom.open();
    const lines = readFileSync(join(import.meta.dirname, file), 'utf8')
      .trim()
      .split('\n');
    const imported = await newsroom.desk.import(lines);
    const { error } = linesOf(imported).at(-1)!;
    if (imported.status >= 300 || error) throw new Error(imported.text.slice(0, 2_000));
    // The desk has more revisions if not everything is public; the last event of a file is public.
    const { updatedAt } = (await newsroom.desk.get(`/desk/v1/stories/${slug}`)).body;
    await eventually(
      () => read(''),
      (answer) => answer.status === 200 && answer.body.updatedAt === updatedAt,
    );
  });
  afterAll(() => newsroom.remove());

  const named = ({ asOf, because }: Moment): string => (because === undefined ? asOf : `${asOf}: ${because}`);
  it.each(moments.map((moment) => [named(moment), moment] as const))('as of %s', async (_, moment) => {
    const { asOf, claims = {}, values = {}, valuesAt, unknown = [], endedBy = {}, valid, whole } = moment;
    const { open, headline, decisions, unsaid = [] } = moment;
    const found: Record<string, string> = {};
    for (const id of Object.keys(claims)) {
      const { body } = await read(`/claims/${id}?asOf=${asOf}`);
      found[id] = [body.status, ...(body.flags ?? []).map((f: Json) => f.flag)].join(' + ');
    }
    expect(found).toEqual(claims);
    const inForce = async (
      at: string,
      of: NonNullable<Moment['values']>,
    ): Promise<NonNullable<Moment['values']>> => {
      const found: Record<string, Record<string, number>> = {};
      for (const variable of Object.keys(of)) {
        const { body } = await read(`/variables/${variable}?asOf=${asOf}&validAt=${at}`);
        const given = body.items.filter(({ origin }: Json) => origin !== null);
        found[variable] = Object.fromEntries(given.map(({ origin, figure }: Json) => [origin, figure.count]));
      }
      return found;
    };
    expect(await inForce(asOf, values)).toEqual(values);
    if (valuesAt) expect(await inForce(valuesAt.at, valuesAt.values)).toEqual(valuesAt.values);
    const listed = async (more = ''): Promise<readonly string[]> => {
      const { items } = (await read(`/claims?asOf=${asOf}&limit=100${more}`)).body;
      return items.map(({ id }: Json) => id);
    };
    expect(whole === true ? new Set(await listed()) : null).toEqual(
      whole === true ? new Set(Object.keys(claims)) : null,
    );
    const inTheWorld = valid && (await listed(`&validAt=${valid.at}`));
    expect(inTheWorld?.toSorted()).toEqual(valid?.claims.toSorted());
    const ended: Record<string, readonly string[]> = {};
    for (const id of Object.keys(endedBy)) {
      const { flags } = (await read(`/claims/${id}?asOf=${asOf}`)).body;
      ended[id] = flags.flatMap(({ by = [] }: Json) => by);
    }
    expect(ended).toEqual(endedBy);
    const state = await read(`?asOf=${asOf}`);
    if (headline !== undefined) expect(state.body.headline[state.body.language as string]).toBe(headline);
    if (open) {
      const { items } = (await read(`/questions?asOf=${asOf}`)).body;
      expect(items.filter((q: Json) => q.open).map(({ id }: Json) => id)).toEqual(open);
    }
    if (decisions)
      expect((await listed(`&kind=decision&validAt=${asOf}`)).toSorted()).toEqual(decisions.toSorted());
    const said = [state, await read(`/developments?asOf=${asOf}&limit=100`)].map(({ text }) => text).join();
    for (const words of unsaid) expect(said).not.toContain(words);
    for (const id of unknown) expect((await read(`/claims/${id}?asOf=${asOf}`)).status).toBe(404);
  });
}
