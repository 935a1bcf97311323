import { Problem } from '#http';
import { chosenMoment } from './chosen-moment.js';

const PARIS = 'Europe/Paris';

describe('the moment that a form chooses', () => {
  it('is the day where no time is given, and nothing where neither is', () => {
    expect(chosenMoment({ date: '2016-12-01' }, PARIS)).toBe('2016-12-01');
    expect(chosenMoment({ date: '2016-12-01', time: '' }, PARIS)).toBe('2016-12-01');
    expect([chosenMoment({}, PARIS), chosenMoment({ date: '', time: '' }, PARIS)]).toEqual([null, null]);
  });

  it('is a time of day in the newsroom’s zone', () => {
    expect(chosenMoment({ date: '2016-12-01', time: '13:30' }, PARIS)).toBe('2016-12-01T12:30:00.000Z');
    expect(chosenMoment({ date: '2016-07-01', time: '00:15:30.5' }, PARIS)).toBe('2016-06-30T22:15:30.500Z');
  });

  it('is moved on where that day has no such time', () => {
    expect(chosenMoment({ date: '2016-03-27', time: '02:30' }, PARIS)).toBe('2016-03-27T01:30:00.000Z');
  });

  it.each([
    { date: '1.12.2016' },
    { date: '2016-02-30' },
    { time: '12:00' },
    { date: '2016-12-01', time: '24:00' },
    { date: '2016-12-01', time: 'noon' },
    { date: '2016-12-01T10:00:00Z', time: '12:00' },
  ])('is refused: %j', (form) => {
    expect(() => chosenMoment(form, PARIS)).toThrow(
      expect.objectContaining({ code: 'time-form' }) as Problem,
    );
  });
});
