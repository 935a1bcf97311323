import { Random } from '#generating';
import { timesAsMuch, type Bench, type Finding, type Row } from './bench.js';
import { openPublicModel, stateAsOf, type PublicModel } from './public-model.js';
import { measured, timed } from './samples.js';
import type { WrittenStory } from './log-of.js';

const ASKED = 400;
const SHORT = 100;
const LONG = 100_000;

/** Target 2: the same as-of query on stories of 100 to 100,000 events, each with 40 claims. */
export async function asOfByLength({ full, scratch, say }: Bench): Promise<Finding> {
  const lengths = full ? [SHORT, 1_000, 10_000, LONG] : [SHORT, 1_000, 10_000];
  const rooms: { readonly events: number; readonly story: WrittenStory; readonly model: PublicModel }[] = [];
  for (const events of lengths) {
    const { data, stories } = await scratch.story({ events, claims: 40, seed: 1 });
    const model = await openPublicModel(data);
    say(`built the read model of ${events} events in ${model.builtIn.toFixed(1)} s`);
    rooms.push({ events, story: stories[0]!, model });
  }
  const random = new Random(2);
  const times = new Map(lengths.map((events) => [events, [] as number[]]));
  const bytes = new Map<number, number>();
  for (let n = 0; n < ASKED; n += 1)
    for (const { events, story, model } of rooms) {
      const moment = random.between(story.from, story.until);
      let state = '';
      times.get(events)!.push(await timed(() => (state = stateAsOf(model.reader, story.slug, moment))));
      bytes.set(events, (bytes.get(events) ?? 0) + state.length / ASKED);
    }
  for (const { model } of rooms) await model.close();
  const theirs = measured(times.get(SHORT)!);
  const size = (events: number): string => `${(bytes.get(events)! / 1_000).toFixed(0)} kB on average`;
  return {
    rows: lengths.slice(1).map((events): Row => {
      const ours = measured(times.get(events)!);
      return {
        what: `a story of ${events.toLocaleString('en')} events as of a random T, in process: ${size(events)}`,
        unit: 'ms',
        ours,
        against: `one of ${SHORT} events: ${size(SHORT)}`,
        theirs,
        ratio: timesAsMuch(ours, theirs),
        wanted: events === LONG ? { target: 2, most: 1.5 } : null,
      };
    }),
    settings: [
      `${ASKED} moments, uniform over the life of each story, all stories in turn; 40 claims and a page of 20 developments in each; no state is cached in memory; 100,000 events with --full`,
    ],
  };
}
