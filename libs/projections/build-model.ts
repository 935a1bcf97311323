import type { EventDamaged, EventReader } from '#event-store';
import { prefixOf, type Audience } from './audience.js';
import type { Building, LastEvent, ModelFile } from './model-file.js';
import { changesThePast, readable } from './followed-story.js';
import { Projector } from './projector.js';

/** The progress of a build. */
export interface BuildProgress {
  readonly events: number;
  readonly of: number;
  readonly perSecond: number;
  /** Seconds left at the pace so far; null if unknown. */
  readonly left: number | null;
}

/** Events between two checks whether to stop. */
const CHECK_EVERY = 5_000;

/**
 * Builds a file of the read model from a log, story by story. So each story is folded once, and none stays in memory. The
 * plan is in the file: an interrupted build resumes where it was.
 */
export async function buildModel(
  log: EventReader,
  model: ModelFile,
  audience: Audience,
  on: { readonly progress: (progress: BuildProgress) => void; readonly stopped: () => boolean },
): Promise<'built' | 'stopped'> {
  const begun = performance.now();
  if (model.state.builtTo === null && !(await plan(log, model, audience, on.stopped))) return 'stopped';
  const planned = model.building;
  const of = planned.reduce((n, story) => n + story.events, 0);
  const before = planned.reduce((n, story) => n + (model.story(story.id)?.head ?? -1) + 1, 0);
  let events = before;
  const report = (written: number): void => {
    events += written;
    const seconds = (performance.now() - begun) / 1_000;
    const perSecond = Math.round((events - before) / Math.max(seconds, 0.001));
    on.progress({ events, of, perSecond, left: perSecond > 0 ? Math.ceil((of - events) / perSecond) : null });
  };
  const projector = new Projector(log, model, audience);
  if ((await projector.build(planned, { written: report, stopped: on.stopped })) === 'stopped')
    return 'stopped';
  if (model.position === null) model.write(model.state.builtTo, () => {});
  model.complete();
  return 'built';
}

/** Reads the log once, to list its stories and the length of each. False if it was stopped. */
async function plan(
  log: EventReader,
  model: ModelFile,
  audience: Audience,
  stopped: () => boolean,
): Promise<boolean> {
  const prefix = prefixOf(audience);
  const stories = new Map<string, { events: number; withholds: 0 | 1 }>();
  const head = await log.head();
  let looked = 0;
  let last: LastEvent | null = null;
  const count = (stream: string, changes: boolean): void => {
    const id = stream.slice(prefix.length);
    const story = stories.get(id) ?? { events: 0, withholds: 0 };
    story.events += 1;
    if (changes) story.withholds = 1;
    stories.set(id, story);
  };
  // The build meets the damage again, and closes only this story.
  const onDamage = (damage: EventDamaged): void => {
    if (damage.stream === null) throw damage;
    if (damage.stream.startsWith(prefix)) count(damage.stream, false);
  };
  for await (const event of log.readAll({ onDamage })) {
    const { stream, position } = event;
    if (head === null || position > head) break;
    if (++looked % CHECK_EVERY === 0 && stopped()) return false;
    if (!stream.startsWith(prefix)) continue;
    last = event;
    const taken = audience === 'public' ? readable(event) : null;
    count(stream, taken !== null && changesThePast(audience, taken.recorded));
  }
  model.plan(
    [...stories].map(([id, story]): Building => ({ id, ...story })),
    head,
    last,
  );
  return true;
}
