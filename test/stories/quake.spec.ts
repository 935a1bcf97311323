import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { holdsAtMoments } from './moments.js';

const STATE = 'civil-protection';
const MINISTRY = 'health-ministry';
const RELIEF = 'relief-society';
const MAGNITUDE = { 'geological-institute': 7.3 };

describe('an earthquake with a toll that is revised 42 times', () => {
  it('has 43 values of the toll by Civil protection in its file, 42 of them without their own claim', () => {
    const lines = readFileSync(join(import.meta.dirname, 'quake.ndjson'), 'utf8')
      .trim()
      .split('\n');
    const tolls = lines.filter((line) => line.includes(`[[{"party": "${STATE}"`) && line.includes('"dead"'));
    expect(tolls).toHaveLength(43);
    expect(tolls.filter((line) => line.includes('"figures"'))).toHaveLength(42);
  });

  holdsAtMoments('quake.ndjson', 'velm-quake', [
    {
      asOf: '2015-02-07T04:30:00Z',
      claims: { magnitude: 'claimed' },
      values: { magnitude: { 'geological-institute': 7.1 } },
      unknown: ['bridge-down', 'dead-first'],
    },
    {
      // One driver, through one paper.
      asOf: '2015-02-07T05:45:00Z',
      claims: { 'bridge-down': 'reported + anonymous-only', 'dead-first': 'claimed' },
      values: { dead: { [STATE]: 5 } },
    },
    {
      // The magnitude for the same moment was given again: the first value is no longer valid at any time.
      asOf: '2015-02-07T08:00:00Z',
      claims: {
        'bridge-down': 'disputed + anonymous-only',
        magnitude: 'claimed + restated',
        'magnitude-7-3': 'claimed',
      },
      values: { magnitude: MAGNITUDE, dead: { [STATE]: 5 } },
    },
    {
      asOf: '2015-02-08T11:00:00Z',
      claims: { 'dead-first': 'claimed + superseded', 'dead-188': 'claimed', 'dead-231': 'claimed' },
      values: { dead: { [STATE]: 188, [MINISTRY]: 231 } },
    },
    {
      // Both count the same, so it is one claim, by two bodies of one side.
      asOf: '2015-02-08T13:00:00Z',
      claims: { 'dead-231': 'party-confirmed + same-side', 'dead-188': 'claimed + superseded' },
      values: { dead: { [STATE]: 231, [MINISTRY]: 231 } },
    },
    {
      // A figure of one unnamed official is shown beside them, and replaces none.
      asOf: '2015-02-08T19:00:00Z',
      claims: { 'ten-thousand': 'reported + anonymous-only', 'dead-305': 'claimed' },
    },
    {
      asOf: '2015-02-09T11:30:00Z',
      claims: { 'ten-thousand': 'withdrawn', 'dead-610': 'claimed' },
      values: { dead: { [STATE]: 560, [MINISTRY]: 231, [RELIEF]: 610 } },
    },
    {
      // The newsroom checked on site.
      asOf: '2015-02-10T10:00:00Z',
      claims: { 'bridge-down': 'refuted + anonymous-only' },
      values: { magnitude: MAGNITUDE },
    },
    {
      // The toll is lowered: the later count is in force, not the higher one.
      asOf: '2015-02-15T06:00:00Z',
      claims: { 'dead-1205': 'claimed + superseded', 'dead-1190': 'claimed' },
      values: { dead: { [STATE]: 1_190, [MINISTRY]: 231, [RELIEF]: 610 } },
    },
    {
      asOf: '2015-06-01T00:00:00Z',
      claims: { 'dead-610': 'claimed + restated', 'dead-640': 'claimed', 'dead-1352': 'claimed' },
      values: { dead: { [STATE]: 1_352, [MINISTRY]: 231, [RELIEF]: 640 }, magnitude: MAGNITUDE },
    },
  ]);
});
