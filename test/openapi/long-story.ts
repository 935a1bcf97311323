import type { Json } from '../http/caller.js';

export const LONG = 'aleppo-from-hour-to-hour';

const headlines = ['Talks in Turkey go on', 'Talks in Turkey are said to go on'];
const at = (minute: number): string => new Date(Date.UTC(2016, 11, 1, 9, minute)).toISOString();
const line = (minute: number, command: string, body: Json): Json => ({
  at: at(minute),
  story: LONG,
  command,
  ...body,
});

/** An import file of a story with more revisions than fit into one archive document of its feed. */
export const longStory: readonly Json[] = [
  line(0, 'open', { headline: { en: headlines[0] }, language: 'en' }),
  line(1, 'record', {
    ref: 'relayed',
    kind: 'report',
    text: { en: 'Gazeta.ru relays what RIA Novosti had: the talks take place.' },
    attribution: [[{ party: 'gazeta-ru' }, { party: 'ria-novosti' }]],
  }),
  ...Array.from({ length: 100 }, (_, i) =>
    line(2 + i, 'headline', { headline: { en: headlines[(i + 1) % 2] } }),
  ),
];
