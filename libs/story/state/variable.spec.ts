import { isValidAt } from './variable.js';
import {
  by,
  CLAIMS,
  correct,
  day,
  en,
  endOf,
  open,
  period,
  record,
  saying,
  says,
  share,
  territory,
  withdraw,
} from '../testing/aleppo.js';
import { after, at, claim, claimIn, idOf, rehearse, type Step, type Rehearsal } from '../testing/newsroom.js';

const moscow = [by('moscow', 'principal')];
const army = [by('syrian-army', 'principal')];
const half = saying('half', moscow, 'asserts', share('half', 0.5, day('2016-12-01')));
const forty = saying('forty', moscow, 'asserts', share('forty', 0.4, day('2016-11-28')));
const restated = saying('restated', moscow, 'asserts', share('thirty-five', 0.35, day('2016-11-28')));
const armys = saying('armys', army, 'asserts', share('armys', 0.45, day('2016-11-29')));

/** Those of these claims that are true at a moment in the world. */
const valid = (rehearsal: Rehearsal, moment: number, ...ids: readonly string[]): readonly string[] =>
  ids.filter((id) => isValidAt(rehearsal.story, claimIn(rehearsal, id), moment));
const shares = (rehearsal: Rehearsal, date: string) =>
  valid(
    rehearsal,
    endOf(date),
    ...['forty', 'half', 'thirty-five', 'armys'].filter((id) => rehearsal.story.claims.has(id)),
  );

const flags = (rehearsal: Rehearsal, id: string) =>
  claimIn(rehearsal, id).current.flags.filter((f) => f.flag === 'superseded' || f.flag === 'restated');

describe('Moscow’s share of east Aleppo', () => {
  const second = rehearse([open, half, forty]);
  const fourth = rehearse([restated], second);

  it('was 0.40 on 28 November as of 2 December, and 0.35 as of the 4th', () => {
    expect(shares(second, '2016-11-28')).toEqual(['forty']);
    expect(shares(fourth, '2016-11-28')).toEqual(['thirty-five']);
  });

  it('was 0.5 on 1 December, as of both days', () => {
    expect(shares(second, '2016-12-01')).toEqual(['half']);
    expect(shares(fourth, '2016-12-01')).toEqual(['half']);
  });

  it('lasts until the next value, and does not exist before the first', () => {
    expect(shares(fourth, '2016-11-30')).toEqual(['thirty-five']);
    expect(shares(fourth, '2017-06-01')).toEqual(['half']);
    expect(shares(fourth, '2016-11-27')).toEqual([]);
    expect(valid(fourth, at('2016-12-01T00:00') - 1, 'half', 'thirty-five')).toEqual(['thirty-five']);
    expect(valid(fourth, at('2016-12-01T00:00'), 'half', 'thirty-five')).toEqual(['half']);
  });

  it('is superseded by the value for a later day, whichever was recorded first', () => {
    for (const rehearsal of [second, rehearse([open, forty, half])]) {
      expect(flags(rehearsal, 'forty')).toEqual([{ flag: 'superseded', who: ['moscow'] }]);
      expect(flags(rehearsal, 'half')).toEqual([]);
    }
  });

  it('of two periods with the same start: the longer one takes over when the shorter one ends', () => {
    const days = saying('days', moscow, 'asserts', share('days', 0.1, period('2016-12-15', '2016-12-16')));
    const week = saying('week', moscow, 'asserts', share('week', 0.34, period('2016-12-15', '2016-12-22')));
    const again = saying(
      'again',
      moscow,
      'asserts',
      share('again', 0.36, period('2016-12-15', '2016-12-22')),
    );
    for (const rehearsal of [rehearse([open, days, week]), rehearse([open, week, days])]) {
      const at_ = (date: string) => valid(rehearsal, endOf(date), 'days', 'week');
      expect([at_('2016-12-14'), at_('2016-12-15'), at_('2016-12-16')]).toEqual([[], ['days'], ['days']]);
      expect([at_('2016-12-17'), at_('2016-12-22'), at_('2017-01-01')]).toEqual([
        ['week'],
        ['week'],
        ['week'],
      ]);
      expect(flags(rehearsal, 'days')).toEqual([{ flag: 'superseded', who: ['moscow'] }]);
      expect(flags(rehearsal, 'week')).toEqual([]);
    }
    const restated = rehearse([open, days, week, again]);
    expect(valid(restated, endOf('2016-12-20'), 'days', 'week', 'again')).toEqual(['again']);
    expect(flags(restated, 'week')).toEqual([{ flag: 'restated', who: ['moscow'] }]);
  });

  it('is replaced by a value that an editor links, as long as that has support', () => {
    for (const [relation, flag] of [
      ['restates', 'restated'],
      ['supersedes', 'superseded'],
    ] as const) {
      const link: Step = { ref: 'link', command: { type: 'link', claim: 'armys', to: 'half', relation } };
      const rehearsal = rehearse([open, half, armys, link]);
      expect(flags(rehearsal, 'half')).toEqual([{ flag, who: ['syrian-army'], by: ['armys'] }]);
      expect(flags(rehearsal, 'armys')).toEqual([]);
      expect(shares(rehearsal, '2016-12-02')).toEqual(['armys']);
      for (const back of [
        withdraw('armys', 'armys', 'origin'),
        { command: { type: 'revoke-link', link: idOf('link'), reason: 'It was another matter.' } } as Step,
      ]) {
        const again = rehearse([back], rehearsal);
        expect(flags(again, 'half')).toEqual([]);
        expect(shares(again, '2016-12-02')).toContain('half');
      }
    }
  });

  it('is restated by a later value for the same day', () => {
    expect(flags(fourth, 'forty')).toEqual([
      { flag: 'superseded', who: ['moscow'] },
      { flag: 'restated', who: ['moscow'] },
    ]);
    expect(flags(fourth, 'thirty-five')).toEqual([{ flag: 'superseded', who: ['moscow'] }]);
    expect(claimIn(fourth, 'forty').current.status).toBe('claimed');
  });

  it('does not depend on the values of other origins', () => {
    const rehearsal = rehearse([armys], fourth);
    expect(shares(rehearsal, '2016-11-30')).toEqual(['thirty-five', 'armys']);
    expect(shares(rehearsal, '2016-12-05')).toEqual(['half', 'armys']);
    expect(flags(rehearsal, 'armys')).toEqual([]);
  });

  it('counts a value once for each origin that supports it', () => {
    const rehearsal = rehearse(
      [saying('too', army, 'confirms', share('forty', 0.4, day('2016-11-28')), false)],
      second,
    );
    expect(shares(rehearsal, '2016-12-01')).toEqual(['forty', 'half']);
    expect(flags(rehearsal, 'forty')).toEqual([{ flag: 'superseded', who: ['moscow'] }]);
  });

  it('returns to the earlier value when the restated one is withdrawn or given up', () => {
    for (const step of [
      withdraw('restated', 'thirty-five', 'origin'),
      saying('never', moscow, 'denies', share('thirty-five', 0, null), false),
    ]) {
      const rehearsal = rehearse([step], fourth);
      expect(shares(rehearsal, '2016-11-28')).toContain('forty');
      expect(flags(rehearsal, 'forty')).toEqual([{ flag: 'superseded', who: ['moscow'] }]);
    }
  });

  it('is the later of two values for one day in one development', () => {
    const both = record('both', {
      attribution: [moscow],
      claims: [share('forty', 0.4, day('2016-11-28')), share('thirty-five', 0.35, day('2016-11-28'))],
      assertions: says('asserts', ['forty', 'thirty-five']),
    });
    const rehearsal = rehearse([open, both]);
    expect(shares(rehearsal, '2016-11-28')).toEqual(['thirty-five']);
    expect(flags(rehearsal, 'forty')).toEqual([{ flag: 'restated', who: ['moscow'] }]);
  });

  it('is a different variable for a different whole', () => {
    const other = {
      ...share('whole-city', 0.93, day('2016-12-02')),
      territory: { ...territory, variable: 'aleppo-share', of: 'the whole city', share: 0.93 },
    };
    const rehearsal = rehearse([saying('whole', moscow, 'asserts', other)], second);
    expect(flags(rehearsal, 'half')).toEqual([]);
    expect(valid(rehearsal, endOf('2016-12-03'), 'half', 'whole-city')).toEqual(['half', 'whole-city']);
  });
});

describe('a correction of a value', () => {
  it('moves it to its new day, and what it superseded with it', () => {
    const moved: Step = {
      ref: 'c',
      command: {
        type: 'correct-claim',
        claim: 'half',
        changes: { occurred: day('2016-11-27') },
        withhold: [],
        reason: 'A slip.',
      },
    };
    const rehearsal = rehearse([open, forty, half, moved]);
    expect(shares(rehearsal, '2016-12-01')).toEqual(['forty']);
    expect(shares(rehearsal, '2016-11-27')).toEqual(['half']);
    expect(flags(rehearsal, 'forty')).toEqual([]);
    expect(flags(rehearsal, 'half')).toEqual([{ flag: 'superseded', who: ['moscow'] }]);
  });

  it('removes it from the series when its variable changes', () => {
    const moved: Step = {
      ref: 'c',
      command: {
        type: 'correct-claim',
        claim: 'half',
        changes: { territory: { ...territory, variable: 'another' } },
        withhold: [],
        reason: 'A slip.',
      },
    };
    expect(flags(rehearse([open, forty, half, moved]), 'forty')).toEqual([]);
  });

  it('makes it the earlier value when an earlier development, or an earlier position in one, has it', () => {
    const [first, second] = [
      share('forty', 0.4, day('2016-11-28')),
      share('thirty-five', 0.35, day('2016-11-28')),
    ];
    const early = record('early', { attribution: [moscow] });
    const [a, b] = [saying('a', moscow, 'asserts', first), saying('b', moscow, 'asserts', second)];
    const both = record('both', {
      attribution: [moscow],
      claims: [first, second],
      assertions: says('asserts', ['forty', 'thirty-five']),
    });
    for (const [steps, moved] of [
      [[open, early, a, b], correct('early', { claims: [second] })],
      [[open, both], correct('both', { claims: [second, first] })],
    ] as const) {
      const rehearsal = rehearse(steps);
      expect(['forty', 'thirty-five'].map((id) => flags(rehearsal, id).length)).toEqual([1, 0]);
      const corrected = rehearse([moved], rehearsal);
      expect(['forty', 'thirty-five'].map((id) => flags(corrected, id).length)).toEqual([0, 1]);
    }
  });

  it('undoes a replacement when it removes the replacing value', () =>
    expect(
      flags(rehearse([open, forty, half, correct('half', { claims: [], assertions: [] })]), 'forty'),
    ).toEqual([]));

  it('moves a value that has the day of its development', () => {
    const undated = record('undated', {
      attribution: [moscow],
      occurred: day('2016-12-02'),
      claims: [share('undated', 0.6, null)],
      assertions: says('asserts', ['undated']),
    });
    const rehearsal = rehearse([open, half, undated]);
    expect(flags(rehearsal, 'half')).toEqual([{ flag: 'superseded', who: ['moscow'] }]);
    const corrected = rehearse([correct('undated', { occurred: day('2016-11-20') })], rehearsal);
    expect(flags(corrected, 'half')).toEqual([]);
    expect(valid(corrected, endOf('2016-12-02'), 'half', 'undated')).toEqual(['half']);
    expect(valid(corrected, endOf('2016-11-21'), 'half', 'undated')).toEqual(['undated']);
  });
});

describe('the valid time of a proposition', () => {
  const { talks } = CLAIMS;
  const talked = { edtf: '2016-11-28/2016-12-01', from: at('2016-11-28T00:00'), to: endOf('2016-12-01') };
  const talksOver = (occurred: typeof talked | { edtf: string; from: number | null; to: number | null }) =>
    rehearse([open, saying('a', moscow, 'asserts', { ...talks, occurred })]);
  const isValid = (occurred: Parameters<typeof talksOver>[0], moment: number) =>
    valid(talksOver(occurred), moment, 'talks').length === 1;

  it('lasts from its earliest start to its latest end, both included', () => {
    expect([talked.from - 1, talked.from, talked.to, talked.to + 1].map((m) => isValid(talked, m))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('has no end, or no beginning, if that is open', () => {
    expect(
      [talked.from - 1, talked.from, endOf('2100-01-01')].map((m) => isValid({ ...talked, to: null }, m)),
    ).toEqual([false, true, true]);
    expect(
      [at('1900-01-01T00:00'), talked.to, talked.to + 1].map((m) => isValid({ ...talked, from: null }, m)),
    ).toEqual([true, true, false]);
  });

  it('is that of its development if it has none, else the day of the report, else since its record', () => {
    const dated = (more: object) =>
      rehearse([open, record('a', { attribution: [moscow], claims: [talks], ...more })]);
    const validTime = (rehearsal: Rehearsal) => claimIn(rehearsal, 'talks').validTime;
    const [first, second] = [day('2016-11-28'), day('2016-12-01')];
    expect(validTime(dated({ occurred: first, reportedAt: second }))).toEqual({
      from: first.from,
      to: first.to,
    });
    expect(validTime(dated({ reportedAt: second }))).toEqual({ from: second.from, to: second.to });
    const recorded = dated({});
    expect(validTime(recorded)).toEqual({ from: claimIn(recorded, 'talks').recordedAt, to: null });
  });

  it('follows a correction of the time of its development', () => {
    const first = record('a', { attribution: [moscow], claims: [talks], occurred: day('2016-11-28') });
    const rehearsal = rehearse([open, first, correct('a', { occurred: day('2016-11-30') })]);
    expect(claimIn(rehearsal, 'talks').validTime).toEqual({
      from: at('2016-11-30T00:00'),
      to: endOf('2016-11-30'),
    });
    after(open, first, correct('a', { text: en('Other words') })).then((o) =>
      expect(claimIn(o, 'talks').validTime.from).toBe(at('2016-11-28T00:00')),
    );
  });

  it('does not depend on its status', () =>
    after(open, saying('a', moscow, 'denies', { ...talks, occurred: talked })).then(
      claim('talks').is('denied'),
      (o) => expect(valid(o, talked.to, 'talks')).toEqual(['talks']),
    ));
});
