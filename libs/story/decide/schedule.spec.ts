import fc from 'fast-check';
import type { Command } from '../facts/command.js';
import type { Waiting } from '../facts/development.js';
import { CLAIMS, en, kill, open, record, reinstate, retract, says } from '../testing/aleppo.js';
import {
  append,
  at,
  given,
  idOf,
  made,
  nothing,
  refused,
  send,
  rehearse,
  type Step,
} from '../testing/newsroom.js';
import { fromLog } from '../log/log-form.js';

const HOUR = 3_600_000;
const START = at('2016-12-01T12:00');
const time = (hour: number): { readonly embargoedUntil: number } => ({ embargoedUntil: START + hour * HOUR });
const command = (of: Command, ref?: string, when?: number): Step => ({
  command: of,
  ...(ref ? { ref } : {}),
  ...(when === undefined ? {} : { at: when }),
});
const headline = (words: string, when: Waiting | 'now' = 'now'): Step =>
  command({ type: 'headline', headline: en(words), release: when });
const lede = (words: string, when: Waiting | 'now' = 'now'): Step =>
  command({ type: 'lede', lede: en(words), release: when });
const release = (ref: string): Step =>
  command({ type: 'release', development: idOf(ref), cause: 'editor', publishes: [] });
type Reschedule = Extract<Command, { type: 'reschedule' }>;
const move = (of: string, was: Waiting | null, to: Reschedule['release'], when?: number): Step =>
  command({ type: 'reschedule', of, was, release: to, reason: null, cause: 'editor' }, undefined, when);
const comes = (of: 'headline' | 'lede', was: Waiting): Step =>
  command({ type: 'reschedule', of, was, release: 'now', reason: null, cause: 'embargo' });

const after = (...steps: readonly Step[]): ReturnType<typeof rehearse> => rehearse(steps);
const waits = (of: Pick<ReturnType<typeof rehearse>, 'story'>): readonly string[] =>
  of.story.scheduled.map(({ what, text, release: when }) => {
    const until = typeof when === 'object' ? (when.embargoedUntil - START) / HOUR : when;
    return `${what} ${text['en']} at ${until}`;
  });

describe('scheduled headlines and ledes', () => {
  const two = [open, headline('Opened', time(1)), headline('Closed', time(2)), lede('Votes', time(1))];

  it('wait in the order of their times, beside the present one', () => {
    const { story } = after(
      open,
      headline('Closed', time(2)),
      headline('Opened', time(1)),
      lede('Held', 'held'),
    );
    expect(waits({ story })).toEqual(['headline Opened at 1', 'headline Closed at 2', 'lede Held at held']);
    expect(story.headline.text).toEqual(after(open).story.headline.text);
  });

  it('are not cancelled by a correction now, and replace it later', () => {
    const typo = after(...two, headline('A typo put right'));
    expect(waits(typo)).toEqual(waits(after(...two)));
    const come = after(...two, headline('A typo put right'), comes('headline', time(1)));
    expect(come.story.headline.text).toEqual(en('Opened'));
    expect(waits(come)).toEqual(['lede Votes at 1', 'headline Closed at 2']);
  });

  it('replace the one that is scheduled for the same time', () => {
    const { story } = after(...two, headline('Are open', time(1)));
    expect(waits({ story })).toContain('headline Are open at 1');
    expect(story.scheduled).toHaveLength(3);
    given(...two)
      .when(headline('Opened', time(1)))
      .then(nothing);
  });

  it('appear once if an editor releases them early', () => {
    const now = after(...two, headline('Closed'));
    expect(waits(now)).toEqual(['headline Opened at 1', 'lede Votes at 1']);
    given(...two, headline('Closed'))
      .when(comes('headline', time(2)))
      .then(nothing);
  });

  it('appear even if the present words are the same', () => {
    given(open, headline('Same'), headline('Other', time(1)), headline('Same', time(2)))
      .when(comes('headline', time(2)))
      .then(made({ type: 'HeadlineRevised', headline: en('Same'), release: 'now' }));
  });

  it('are moved, put on hold, released and cancelled, and do not affect others', () => {
    expect(waits(after(...two, move('headline', time(1), time(3))))).toEqual([
      'lede Votes at 1',
      'headline Closed at 2',
      'headline Opened at 3',
    ]);
    expect(waits(after(...two, move('headline', time(2), 'held')))).toContain('headline Closed at held');
    expect(waits(after(...two, move('headline', time(2), 'cancelled')))).toHaveLength(2);
    given(...two)
      .when(move('lede', time(1), 'now'))
      .then(made({ type: 'LedeRevised', lede: en('Votes'), release: 'now' }));
    given(...two)
      .when(move('headline', time(1), time(1)))
      .then(nothing);
  });

  it('are not moved onto another, into the past, or if they do not exist', () => {
    given(...two)
      .when(move('headline', time(1), time(2)))
      .then(refused('schedule-taken'));
    given(...two, headline('A', 'held'))
      .when(move('headline', time(1), 'held'))
      .then(refused('schedule-taken'));
    given(...two)
      .when(move('headline', time(1), time(-1), START))
      .then(refused('embargo-past'));
    given(...two)
      .when(move('headline', time(7), time(8)))
      .then(refused('scheduled-unknown'));
    given(...two, move('headline', time(1), 'cancelled'))
      .when(comes('headline', time(1)))
      .then(nothing);
  });

  it('wait while a story is closed, unless the editor said otherwise', () => {
    const closing = (scheduled: 'comes' | 'waits') => command({ type: 'close', reason: null, scheduled });
    given(...two, closing('waits'))
      .when(comes('headline', time(1)))
      .then(refused('story-closed'));
    given(...two, closing('comes'))
      .when(comes('lede', time(1)))
      .then(made({ type: 'LedeRevised' }));
    given(open, headline('On hold', 'held'))
      .when(command({ type: 'close', reason: null, scheduled: null }))
      .then(made({ type: 'StoryClosed' }));
  });

  it('do not appear after the removal of their words', () => {
    const gone = command({
      type: 'remove',
      how: 'killed',
      what: { headline: en('Closed'), with: en('Removed.') },
      grounds: 'wrong',
      reason: 'It names somebody.',
      notice: en('Removed.'),
      authority: null,
    });
    expect(waits(after(...two, gone))).toEqual(['headline Opened at 1', 'lede Votes at 1']);
  });
});

describe('a scheduled development', () => {
  const later = record('later', { release: time(5) });
  const id = idOf('later');

  it('is moved, put on hold, scheduled again and released', () => {
    const moved = after(open, later, move(id, null, time(2)));
    expect(moved.story.developments.get(id)?.development.release).toEqual(time(2));
    expect([...moved.story.embargoed.values()]).toEqual([id]);
    const onHold = after(open, later, move(id, null, 'held'));
    expect([...onHold.story.embargoed.values()]).toEqual([]);
    const again = after(open, later, move(id, null, 'held'), move(id, null, time(9)));
    expect([...again.story.embargoed.values()]).toEqual([id]);
    given(open, later)
      .when(move(id, null, 'now'))
      .then(made({ type: 'DevelopmentReleased', cause: 'editor' }));
  });

  it('stays on hold when its release is cancelled', () =>
    given(open, later)
      .when(move(id, null, 'cancelled'))
      .then(made({ type: 'ReleaseRescheduled', of: id, was: time(5), is: 'held' })));

  it('is not released at the old end of a moved embargo', () => {
    const { embargoedUntil: until } = time(5);
    const ends = command({ type: 'release', development: id, cause: 'embargo', publishes: [], until });
    given(open, later, move(id, null, time(6)))
      .when(ends)
      .then(nothing);
    given(open, later, move(id, null, 'held'))
      .when(ends)
      .then(nothing);
    given(open, later)
      .when(ends)
      .then(made({ type: 'DevelopmentReleased', cause: 'embargo' }));
  });

  it('is not scheduled if it is public, killed or retracted, or names a claim that is not public by then', () => {
    given(open, later, release('later'))
      .when(move(id, null, time(9)))
      .then(refused('scheduled-unknown'));
    given(open, later, kill('later'))
      .when(move(id, null, time(9)))
      .then(refused('development-withheld'));
    given(open, later, retract('later', 'us'))
      .when(move(id, null, 'now'))
      .then(refused('development-retracted'));
    const names = record('names', { assertions: says('asserts', ['talks']), release: 'held' });
    const hidden = record('hidden', { claims: [CLAIMS.talks], release: time(5) });
    given(open, hidden, names)
      .when(move(idOf('names'), null, time(4)))
      .then(refused('claim-not-public'));
    given(open, hidden, names)
      .when(move(idOf('names'), null, time(6)))
      .then(made({ type: 'ReleaseRescheduled' }));
  });

  it('does not wait after a kill, and waits for its new time after a reinstatement', () => {
    const gone = after(open, later, move(id, null, time(2)), kill('later'));
    expect([...gone.story.embargoed.values()]).toEqual([]);
    const back = after(open, later, move(id, null, time(2)), kill('later'), reinstate('later'));
    expect(back.story.developments.get(id)?.development.release).toEqual(time(2));
    expect([...back.story.embargoed.values()]).toEqual([id]);
  });
});

it('reads an old log in which each headline replaced the scheduled ones', () => {
  const entry = (type: string, data: object) =>
    fromLog({
      id: 'x',
      type,
      revision: 1,
      data,
      metadata: { recordedAt: '2016-12-01T12:00:00.000Z', schemaVersion: 1 },
    });
  const before = after(open, headline('Opened', time(1)), lede('Votes', time(1)));
  const { event } = entry('HeadlineRevised', { headline: en('Now'), release: 'now' });
  const { story } = append(before, [event], START);
  expect(waits({ story })).toEqual(['lede Votes at 1']);
  expect(story.headline.text).toEqual(en('Now'));
});

describe('after any commands', () => {
  const hour = fc.integer({ min: 1, max: 8 });
  const act = fc.oneof(
    fc.record({ do: fc.constant('schedule' as const), hour, to: hour }),
    fc.record({ do: fc.constantFrom('fix', 'move', 'hold', 'cancel', 'let pass'), hour, to: hour }),
  );

  it('each scheduled headline appears once, at its time, in the order of the times', () =>
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
        let newsroom = after(open);
        let now = START;
        let words = 0;
        const expected = new Map<number, string>();
        const came: string[] = [];
        const due: string[] = [];
        /** The commands of the publisher, and the headlines that should appear. */
        const pass = (to: number): void => {
          due.push(
            ...[...expected]
              .filter(([t]) => t <= to)
              .sort(([a], [b]) => a - b)
              .map(([, w]) => w),
          );
          for (const [t] of [...expected]) if (t <= to) expected.delete(t);
          for (;;) {
            const [next] = newsroom.story.scheduled;
            if (typeof next?.release !== 'object' || next.release.embargoedUntil > to) break;
            const outcome = send(newsroom, {
              ...comes('headline', next.release),
              at: next.release.embargoedUntil,
            });
            came.push(...outcome.made.map((e) => (e.type === 'HeadlineRevised' ? e.headline['en']! : '?')));
            newsroom = outcome;
          }
          now = to;
        };
        for (const { do: what, hour: h, to } of acts) {
          const [at1, at2] = [time(h).embargoedUntil, time(to).embargoedUntil];
          const text = `words ${(words += 1)}`;
          if (what === 'let pass') pass(Math.max(now, now + h * (HOUR / 4)));
          const step =
            what === 'schedule'
              ? headline(text, time(h))
              : what === 'fix'
                ? headline(text)
                : what === 'move'
                  ? move('headline', time(h), time(to))
                  : what === 'hold'
                    ? move('headline', time(h), 'held')
                    : move('headline', time(h), 'cancelled');
          if (what === 'let pass') continue;
          const outcome = send(newsroom, { ...step, at: now });
          newsroom = outcome;
          if (outcome.made.length === 0) continue;
          const was = expected.get(at1);
          if (what === 'schedule') expected.set(at1, text);
          else if (what !== 'fix') expected.delete(at1);
          if (what === 'move') expected.set(at2, was!);
        }
        pass(time(20).embargoedUntil);
        expect(came).toEqual(due);
      }),
      { numRuns: 300 },
    ));
});
