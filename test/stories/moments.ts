import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually, linesOf, type Caller, type Json } from '../http/caller.js';
import { RunningNewsroom } from '../http/running-newsroom.js';

/** What an editor calls right of a story as it was known at a moment. */
export interface Moment {
  readonly asOf: string;
  /** Why the moment is looked at. */
  readonly because?: string;
  /** Of some claims, by id: the status, and its flags after a plus sign. */
  readonly claims?: Readonly<Record<string, string>>;
  /** Of some variables: the value in force then, by each origin that stands by one. */
  readonly values?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Claims that nobody had made yet. */
  readonly unknown?: readonly string[];
  /** Of some claims, the claims that took them out of force. */
  readonly endedBy?: Readonly<Record<string, readonly string[]>>;
  /** What held in the world at a day or an instant: all of these claims and no others, in the order of record. */
  readonly held?: { readonly at: string; readonly claims: readonly string[] };
  /** Whether `claims` names every claim that was made by then. */
  readonly whole?: boolean;
}

/** A table of changes as a table of wholes: a claim that a moment does not name stands as at the moment before it. */
export function sinceThen(changes: readonly Moment[]): readonly Moment[] {
  const moments: Moment[] = [];
  for (const change of changes)
    moments.push({ ...change, claims: { ...moments.at(-1)?.claims, ...change.claims }, whole: true });
  return moments;
}

/** Imports a file of this folder into an empty newsroom, and holds its story to a table, moment by moment. */
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
    const { revision } = (await newsroom.desk.get(`/desk/v1/stories/${slug}`)).body;
    await eventually(
      () => read(''),
      (answer) => answer.status === 200 && answer.body.revision === revision,
    );
  });
  afterAll(() => newsroom.remove());

  const named = ({ asOf, because }: Moment): string => (because === undefined ? asOf : `${asOf}: ${because}`);
  it.each(moments.map((moment) => [named(moment), moment] as const))('as of %s', async (_, moment) => {
    const { asOf, claims = {}, values = {}, unknown = [], endedBy = {}, held, whole } = moment;
    const found: Record<string, string> = {};
    for (const id of Object.keys(claims)) {
      const { body } = await read(`/claims/${id}?asOf=${asOf}`);
      found[id] = [body.status, ...(body.flags ?? []).map((f: Json) => f.flag)].join(' + ');
    }
    expect(found).toEqual(claims);
    const inForce: Record<string, Record<string, number>> = {};
    for (const variable of Object.keys(values)) {
      const { body } = await read(`/variables/${variable}?asOf=${asOf}&validAt=${asOf}`);
      const given = body.items.filter(({ origin }: Json) => origin !== null);
      inForce[variable] = Object.fromEntries(given.map(({ origin, figure }: Json) => [origin, figure.count]));
    }
    expect(inForce).toEqual(values);
    const listed = async (more = ''): Promise<readonly string[]> => {
      const { items } = (await read(`/claims?asOf=${asOf}&limit=100${more}`)).body;
      return items.map(({ id }: Json) => id);
    };
    expect(whole === true ? new Set(await listed()) : null).toEqual(
      whole === true ? new Set(Object.keys(claims)) : null,
    );
    const inTheWorld = held && (await listed(`&validAt=${held.at}`));
    expect(inTheWorld?.toSorted()).toEqual(held?.claims.toSorted());
    const ended: Record<string, readonly string[]> = {};
    for (const id of Object.keys(endedBy)) {
      const { flags } = (await read(`/claims/${id}?asOf=${asOf}`)).body;
      ended[id] = flags.flatMap(({ by = [] }: Json) => by);
    }
    expect(ended).toEqual(endedBy);
    for (const id of unknown) expect((await read(`/claims/${id}?asOf=${asOf}`)).status).toBe(404);
  });
}
