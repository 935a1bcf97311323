import type { Answer, Json, Sent } from '../http/caller.js';
import type { Known, KnownStory } from './known.js';
import type { Answering } from './twins.js';

/** What an archive makes of an answer that knows a log: a leak where it is the desk's, and none where it is the public one. */
export type Habit = (known: Known) => (request: Sent, answer: Answer) => Answer;

/** An archive with a habit. */
export function having(habit: Habit, known: Known, archive: Answering): Answering {
  const answerOf = habit(known);
  return { send: async (request) => answerOf(request, await archive.send(request)) };
}

/** Surfaces that a habit brings with it. */
export const TIME_MAP = '/planted/timemap/crossing';
export const STREAM = '/planted/stream';

const LAST = '9999';
const developmentsOf = (known: Known): Json[] =>
  [...known.values()]
    .flatMap((story) => story.developments)
    .sort((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1));

/** What may go wrong with a public surface that looks at more than the public log. */
export const HABITS: Readonly<Record<string, Habit>> = {
  'an ETag from the revision': (known) => (request, answer) => {
    const { story, asOf } = askedOf(request, known);
    const { etag } = answer.headers;
    if (!story || etag === undefined) return answer;
    const revision = story.revisions.filter((at) => at <= asOf).length - 1;
    return { ...answer, headers: { ...answer.headers, etag: etag.replace(/"\d+/, `"${revision}`) } };
  },

  'a total': (known) => (request, answer) => {
    const { story, asOf } = askedOf(request, known);
    const { developments } = answer.body ?? {};
    if (!story || developments?.total === undefined) return answer;
    const total = story.developments.filter((d) => d.recordedAt <= asOf).length;
    return saying(answer, { ...answer.body, developments: { ...developments, total } });
  },

  'an answer for a time to come': (known) => (request, answer) => {
    const { story, asOf } = askedOf(request, known);
    if (!story || !/developments\?asOf/.test(request.path) || !answer.body?.items) return answer;
    const over = story.developments.filter((d) => d.release?.embargoedUntil <= asOf && d.releasedAt === null);
    return saying(answer, { ...answer.body, items: [...over.reverse(), ...answer.body.items] });
  },

  'a time map of all revisions': (known) => (request, answer) =>
    request.path === TIME_MAP ? saying(answer, known.get('crossing')!.revisions) : answer,

  'a ranking by how often words stand': (known) => (request, answer) => {
    const words = new URLSearchParams(request.path.split('?')[1]).get('q')?.split(' ');
    if (!words || !answer.body?.items) return answer;
    const rank = ({ slug }: Json): number => timesIn(known.get(slug as string), words);
    return saying(answer, {
      ...answer.body,
      items: [...answer.body.items].sort((a, b) => rank(b) - rank(a)),
    });
  },

  'an id in the order of filing': (known) => {
    const ids = developmentsOf(known).map(
      (d, n) => [d.id as string, `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`] as const,
    );
    return (_, answer) => ({
      ...answer,
      text: ids.reduce((text, [id, minted]) => text.replaceAll(id, minted), answer.text),
    });
  },

  '403 for what is there': (known) => (request, answer) =>
    answer.body?.code === 'story-unknown' && askedOf(request, known).story
      ? { ...answer, status: 403 }
      : answer,

  'a heartbeat at each append': (known) => (request, answer) =>
    request.path === STREAM
      ? saying(
          answer,
          [...known.values()]
            .flatMap(({ revisions }) => revisions)
            .sort()
            .map(() => ': beat'),
        )
      : answer,
};

function askedOf(
  { path }: Sent,
  known: Known,
): { readonly story: KnownStory | undefined; readonly asOf: string } {
  const [address = '', query] = path.split('?');
  return {
    story: known.get(address.split('/')[3] ?? ''),
    asOf: new URLSearchParams(query).get('asOf') ?? LAST,
  };
}

const timesIn = (story: KnownStory | undefined, words: readonly string[]): number =>
  (story?.developments ?? [])
    .flatMap((d) => (d.text.en ?? '').toLowerCase().match(/[a-z]+/g) ?? [])
    .filter((word) => words.includes(word)).length;

const saying = (answer: Answer, body: Json): Answer => ({ ...answer, body, text: JSON.stringify(body) });
