import type { Answer, Json, Sent } from '../http/caller.js';
import type { StoriesInLog, StoryInLog } from './stories-in-log.js';
import type { Answering } from './twins.js';

/** Changes an answer by the stories of a log. With the desk log that is a leak; with the public log it is none. */
export type Habit = (stories: StoriesInLog) => (request: Sent, answer: Answer) => Answer;

/** An archive with a habit. */
export function having(habit: Habit, stories: StoriesInLog, archive: Answering): Answering {
  const answerOf = habit(stories);
  return { send: async (request) => answerOf(request, await archive.send(request)) };
}

/** Surfaces that a habit adds. */
export const TIME_MAP = '/planted/timemap/crossing';
export const STREAM = '/planted/stream';

const LAST = '9999';
const developmentsOf = (stories: StoriesInLog): Json[] =>
  [...stories.values()]
    .flatMap((story) => story.developments)
    .sort((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1));

/** Possible leaks of a public surface that reads more than the public log. */
export const HABITS: Readonly<Record<string, Habit>> = {
  'an ETag from the revision': (stories) => (request, answer) => {
    const { story, asOf } = askedOf(request, stories);
    const { etag } = answer.headers;
    if (!story || etag === undefined) return answer;
    const revision = story.revisions.filter((at) => at <= asOf).length - 1;
    return { ...answer, headers: { ...answer.headers, etag: etag.replace(/"\d+/, `"${revision}`) } };
  },

  'a total': (stories) => (request, answer) => {
    const { story, asOf } = askedOf(request, stories);
    const { developments } = answer.body ?? {};
    if (!story || developments?.total === undefined) return answer;
    const total = story.developments.filter((d) => d.recordedAt <= asOf).length;
    return saying(answer, { ...answer.body, developments: { ...developments, total } });
  },

  'an answer for a future time': (stories) => (request, answer) => {
    const { story, asOf } = askedOf(request, stories);
    if (!story || !/developments\?asOf/.test(request.path) || !answer.body?.items) return answer;
    const over = story.developments.filter((d) => d.release?.embargoedUntil <= asOf && d.releasedAt === null);
    return saying(answer, { ...answer.body, items: [...over.reverse(), ...answer.body.items] });
  },

  'a time map of all revisions': (stories) => (request, answer) =>
    request.path === TIME_MAP ? saying(answer, stories.get('crossing')!.revisions) : answer,

  'a ranking by the frequency of words': (stories) => (request, answer) => {
    const words = new URLSearchParams(request.path.split('?')[1]).get('q')?.split(' ');
    if (!words || !answer.body?.items) return answer;
    const rank = ({ slug }: Json): number => timesIn(stories.get(slug as string), words);
    return saying(answer, {
      ...answer.body,
      items: [...answer.body.items].sort((a, b) => rank(b) - rank(a)),
    });
  },

  'an id in the order of filing': (stories) => {
    const ids = developmentsOf(stories).map(
      (d, n) => [d.id as string, `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`] as const,
    );
    return (_, answer) => ({
      ...answer,
      text: ids.reduce((text, [id, minted]) => text.replaceAll(id, minted), answer.text),
    });
  },

  '403 for what is there': (stories) => (request, answer) =>
    answer.body?.code === 'story-unknown' && askedOf(request, stories).story
      ? { ...answer, status: 403 }
      : answer,

  'a heartbeat at each append': (stories) => (request, answer) =>
    request.path === STREAM
      ? saying(
          answer,
          [...stories.values()]
            .flatMap(({ revisions }) => revisions)
            .sort()
            .map(() => ': beat'),
        )
      : answer,
};

function askedOf(
  { path }: Sent,
  stories: StoriesInLog,
): { readonly story: StoryInLog | undefined; readonly asOf: string } {
  const [address = '', query] = path.split('?');
  return {
    story: stories.get(address.split('/')[3] ?? ''),
    asOf: new URLSearchParams(query).get('asOf') ?? LAST,
  };
}

const timesIn = (story: StoryInLog | undefined, words: readonly string[]): number =>
  (story?.developments ?? [])
    .flatMap((d) => (d.text.en ?? '').toLowerCase().match(/[a-z]+/g) ?? [])
    .filter((word) => words.includes(word)).length;

const saying = (answer: Answer, body: Json): Answer => ({ ...answer, body, text: JSON.stringify(body) });
