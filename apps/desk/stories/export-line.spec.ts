import fc from 'fast-check';
import { EVENT_OF_KIND, SCHEMA_VERSIONS, type Command, type StoryEvent } from '#story';
import {
  at,
  by,
  correct,
  idOf,
  kill,
  moves,
  official,
  open,
  play,
  proposition,
  record,
  rehearse,
  reinstate,
  saying,
  withdraw,
  type Step,
} from '#story/testing';
import { readLine } from '../imports/import-line.js';
import { ImportRefs } from '../imports/import-refs.js';
import { storyCommand } from '../imports/line-commands.js';
import { lineOf } from './export-line.js';
import { exportLines } from './export-lines.js';

type Of<T extends Command['type']> = Partial<Extract<Command, { type: T }>>;

const reason = 'We looked again.';
const notice = { en: 'We had it wrong.' };
const until = { embargoedUntil: at('2016-12-02T06:30') };
const development = idOf('first');
const part = { changes: { text: { en: 'They met in Bursa' } }, withhold: ['text'] };
const does = (command: Command, ref?: string): Step => ({ command, ...(ref === undefined ? {} : { ref }) });
const heads = (headline: Record<string, string | null>, release: 'now' | typeof until = 'now') =>
  does({ type: 'headline', headline, release });
const judges = (verdict: 'verified' | 'refuted' | 'unproven'): Step =>
  does({ type: 'judge', claim: 'met', verdict, method: 'calls', methodPublic: false, reason }, verdict);
const translates = (more: Of<'translate'>): Step => {
  const lists = { scheduled: [], developments: [], claims: [], questions: [], notices: [], names: [] };
  return does({ type: 'translate', language: 'fr', ...lists, ...more });
};
const corrects = (more: Of<'correct-story'>): Step => {
  const nothing = { headline: null, lede: null, claims: [], developments: [], notice: null };
  return does({ type: 'correct-story', class: 'refile', ...nothing, reason, ...more });
};
const court = { type: 'takedown', grounds: 'legal', authority: 'A court', reason } as const;

/** A story with every type of event. */
const STORY: readonly Step[] = [
  open,
  does({ type: 'lede', lede: { en: 'They met.' }, release: 'now' }),
  heads({ en: 'Talks fail' }, until),
  translates({ headline: 'Un titre', scheduled: [{ what: 'headline', release: until, text: 'Échec' }] }),
  does({ type: 'reschedule', of: 'headline', was: until, release: 'cancelled', reason, cause: 'editor' }),
  does({ type: 'headline', headline: { en: null, es: 'Fracaso' }, release: 'now', clears: true }),
  saying('first', [by('financial-times'), official], 'asserts', proposition('met', 'They met in Ankara')),
  saying('turkey', [by('turkey')], 'asserts', proposition('left', 'They left')),
  record('asks', { raises: [{ id: 'who', text: { en: 'Who speaks?' } }], publishes: ['met'] }),
  record('waiting', { release: 'held' }),
  does({ type: 'reschedule', of: idOf('waiting'), was: null, release: until, reason: null, cause: 'editor' }),
  does({ type: 'release', development: idOf('waiting'), cause: 'editor', publishes: ['met'] }),
  does({ type: 'summary', summary: { text: { en: 'So far' }, points: [{ text: notice, claim: 'met' }] } }),
  does({ type: 'unpin-summary' }),
  does({ type: 'classify', topics: [], places: [{ name: 'Ankara', country: 'TR', geo: null }] }),
  corrects({ developments: [{ development, changes: { text: { fr: 'Un fait' } }, withhold: [] }] }),
  translates({
    developments: [{ development, text: 'Autrement dit' }],
    claims: [{ claim: 'met', text: 'Ils se sont vus' }],
    questions: [{ question: 'who', text: 'Qui parle ?' }],
    names: [{ name: 'Financial Times', text: 'Le FT' }],
  }),
  correct('first', { text: { en: 'Better' }, occurred: null }, { withhold: ['text'], notice }),
  does({ type: 'correct-claim', claim: 'met', ...part, reason }),
  corrects({ class: 'correction', lede: { en: 'They sat.' }, claims: [{ claim: 'left', ...part }], notice }),
  does({ type: 'link', claim: 'left', to: 'met', relation: 'narrows' }, 'link'),
  does({ type: 'revoke-link', link: idOf('link'), reason: null }),
  ...(['verified', 'refuted', 'unproven'] as const).map((verdict) => judges(verdict)),
  does({ type: 'revoke-judgement', judgement: idOf('unproven'), reason }),
  does({ type: 'independence', origins: ['turkey', idOf('origin official')], independent: false, reason }),
  withdraw('first', 'met', 'origin'),
  does({ type: 'retract', development, by: 'outlet', reason }),
  does({ type: 'revoke-retraction', development, reason }),
  kill('first', { andClaims: true, publishes: ['left'] }),
  reinstate('first'),
  does({ ...court, development, andClaims: false, publishes: [], notice }),
  does({ ...court, type: 'remove', how: 'takenDown', what: { words: ['Bursa'], with: notice }, notice }),
  does({ type: 'close', reason: null, scheduled: 'comes' }),
  does({ type: 'reopen', reason }),
  kill(null),
  translates({ notices: [{ of: idOf('aleppo-talks'), text: 'Retiré' }] }),
  reinstate(null),
  does({ ...court, development: null, andClaims: false, publishes: [], notice }),
];

/** Exports an event, reads its line, and expects that the command records an equal event. Returns the id in the line. */
function readAgain(before: ReturnType<typeof rehearse>, step: Step, event: StoryEvent): string | null {
  const exported = { at: '2016-12-01T10:00Z', story: 'aleppo-talks', ...lineOf(event, before.story) };
  const line = readLine(JSON.stringify(exported), 1, 'UTC');
  const refs = new ImportRefs();
  const id = refs.make(line);
  const command = storyCommand(line.command as Command['type'], line.body, refs.namesFor(line, before.story));
  expect(rehearse([{ ...step, command }], before).events.at(-1)!.event).toEqual(event);
  return id;
}

describe('the line of an event is read again as a command that records an equal event', () => {
  const { events } = rehearse(STORY);
  const steps = events.map(({ event }, i) => ({ i, event, type: event.type, step: STORY[i]! }));
  it.each(steps)('$type, step $i', ({ i, event, step }) => {
    const id = readAgain(rehearse(STORY.slice(0, i)), step, event);
    // The id of a story follows from its slug.
    const made = idOf(step.ref ?? `step ${i}`);
    expect(id).toBe(i > 0 && JSON.stringify(event).includes(`"${made}"`) ? made : null);
  });

  it('for every type of event of a story', () => {
    const others = [
      'NoticeTranslated',
      'NamesTranslated',
      'SideDeclared',
      'PartyRegistered',
      'PartyDescribed',
    ];
    const recording = Object.values(EVENT_OF_KIND).filter((type) => type !== 'ReportRecorded');
    const seen = new Set([...events.map(({ event }) => event.type), ...recording, ...others]);
    expect(seen).toEqual(new Set(Object.keys(SCHEMA_VERSIONS)));
  });

  it('in any story', () =>
    fc.assert(
      fc.property(moves(10, 'remove', 'withhold', 'withhold-together', 'translate'), (history) => {
        play(history, (before, step, after) => {
          const { event } = after.events.at(-1)!;
          // The topics of generated stories do not exist.
          if (event.type !== 'StoryClassified' && after.events !== before.events)
            readAgain(before, step, event);
        });
      }),
    ));
});

it('a line has only the languages that a headline changes, and null for one that it loses', () => {
  const { story } = rehearse([open, heads({ en: 'Talks', fr: 'Pourparlers' })]);
  const changeTo = (headline: Record<string, string>, languages = {}) =>
    lineOf({ type: 'HeadlineRevised', headline, release: 'now', languages }, story)['headline'];
  const toCheck = { fr: { translated: false, toCheck: true } };
  expect(changeTo({ en: 'Talks end', fr: 'Pourparlers' }, toCheck)).toEqual({ en: 'Talks end' });
  expect(changeTo({ en: 'Talks end' })).toEqual({ en: 'Talks end', fr: null });
});

it('the line of a headline is its change from the one of a joint correction before it', async () => {
  const first = { en: 'Talks', fr: 'Pourparlers' };
  const corrected = corrects({ headline: { en: 'Talks end', fr: null } });
  const { events } = rehearse([open, heads(first), corrected, heads({ en: 'Talks' })]);
  const headlines: unknown[] = [];
  const log = (async function* () {
    yield* events;
  })();
  for await (const { headline } of exportLines('talks', log, 'UTC')) headlines.push(headline);
  expect(headlines.slice(1)).toEqual([first, { en: 'Talks end', fr: null }, { en: 'Talks' }]);
});
