import { STATUSES } from '#story';
import { bandsOf } from './status-chart.js';
import { patterns } from './status-pattern.js';

const move = (status: (typeof STATUSES)[number], since: string) => ({ status, since, revision: '0' });

describe('the bands of a lane', () => {
  it('begin with a status, and end with the next one', () => {
    const moves = [move('reported', 'b'), move('confirmed', 'd')];
    expect(bandsOf(moves, ['a', 'b', 'c', 'd'])).toEqual([
      { status: 'reported', from: 1, to: 3 },
      { status: 'confirmed', from: 3, to: 4 },
    ]);
  });

  it('begin at the left edge if they are older than the first step', () => {
    const moves = [move('reported', 'a'), move('claimed', 'b'), move('disputed', 'd')];
    expect(bandsOf(moves, ['c', 'd', 'e'])).toEqual([
      { status: 'claimed', from: 0, to: 1 },
      { status: 'disputed', from: 1, to: 3 },
    ]);
  });
});

describe('the patterns', () => {
  it('differ without their colours', () => {
    const drawn = STATUSES.map((status) => {
      const pattern = new RegExp(`<pattern\\s+id="pattern-${status}"[^]*?</pattern>`).exec(
        patterns().markup,
      )![0];
      return pattern.replace(/\s(?:id|class)="[^"]*"/g, '').replace(/\s+/g, ' ');
    });
    expect(new Set(drawn).size).toBe(STATUSES.length);
  });
});
