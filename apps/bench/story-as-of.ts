import { Random } from '#generating';
import { emptyStory, evolve, fromIso, type EventMetadata, type Story, type StoryEvent } from '#story';
import { openAct } from './act-peer.js';
import { timesFaster, type Bench, type Finding, type Row } from './bench.js';
import { openEmmett } from './emmett-peer.js';
import type { Peer, PeerEvent } from './peer.js';
import { openPublicModel, stateAsOf } from './public-model.js';
import { measured, timed } from './samples.js';
import { publicEvents, toPeer } from './public-events.js';

const ASKED = 200;

/** Target 1: a story of 1,000 events as of a random moment, in process, compared with the as-of of Act and Emmett. */
export async function storyAsOf({ scratch, say }: Bench): Promise<Finding> {
  const room = await scratch.story({ events: 1_000, claims: 40, seed: 1 });
  const [{ slug, from, until }] = room.stories as [(typeof room.stories)[number]];
  const events = (await publicEvents(room)).map(toPeer);
  const recordedAt = events.map(({ metadata }) => fromIso((metadata as EventMetadata).recordedAt));
  const model = await openPublicModel(room.data);
  const peers = [
    await openAct(scratch.folder(), [...new Set(events.map(({ type }) => type))]),
    await openEmmett(scratch.folder()),
  ];
  for (const peer of peers) await peer.fill('story-1', events);
  const random = new Random(1);
  const times: Record<string, number[]> = {};
  const time = async (name: string, work: () => unknown): Promise<void> => {
    (times[name] ??= []).push(await timed(work));
  };
  let bytes = 0;
  for (let n = 0; n < ASKED; n += 1) {
    const moment = random.between(from, until);
    const revision = recordedAt.findLastIndex((at) => at <= moment);
    let state = '';
    await time('ours', () => (state = stateAsOf(model.reader, slug, moment)));
    bytes += state.length;
    if (!state.includes(`"revision":"${revision}"`)) throw new Error(`Not revision ${revision}: ${state}`);
    for (const peer of peers) {
      await time(`${peer.name}, our own reducer`, () => folded(peer, revision));
      await time(`${peer.name}, a reducer that counts`, () =>
        peer.asOf('story-1', revision, 0, (n) => n + 1),
      );
    }
    if (n % 50 === 49) say(`${n + 1} of ${ASKED}`);
  }
  await model.close();
  for (const peer of peers) await peer.close();
  const { ours: own = [], ...others } = times;
  const ours = measured(own);
  return {
    rows: Object.entries(others).map(([against, samples]): Row => {
      const theirs = measured(samples);
      const wanted = against.endsWith('our own reducer') ? { target: 1, least: 20 } : null;
      const what = 'a story of 1,000 events as of a random T, in process';
      return { what, unit: 'ms', ours, against, theirs, ratio: timesFaster(ours, theirs), wanted };
    }),
    settings: [
      `${ASKED} moments, uniform over the story's life, all stores in turn; the result has all 40 claims and the newest 20 developments: ${(bytes / ASKED / 1_000).toFixed(1)} kB of JSON on average, serialised; no state is cached in memory`,
      'Act: load(state, stream, callback, {before}), which folds from the first event; Emmett: aggregateStream with read.to. Both give the folded story, and no JSON. Our own reducer answers the same question; one that counts is the least that they can do',
    ],
  };
}

async function folded(peer: Peer, revision: number): Promise<void> {
  const story = await peer.asOf('story-1', revision, emptyStory, take);
  if (story.revision !== revision) throw new Error(`${peer.name} is at ${story.revision}, not ${revision}.`);
}

function take(story: Story, { type, data, metadata }: PeerEvent): Story {
  return evolve(story, {
    id: '',
    revision: story.revision + 1,
    recordedAt: fromIso((metadata as EventMetadata).recordedAt),
    recordedBy: null,
    importedAt: null,
    event: { ...data, type } as StoryEvent,
  });
}
