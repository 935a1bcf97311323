import { abuseReport, missedLimits, type AbuseFigures } from './abuse-figures.js';

const good: AbuseFigures = {
  reads: { calm: 2, attacked: 6 },
  records: { calm: 4, attacked: 12 },
  memory: { calm: 200, most: 300 },
  cores: { calm: 0.2, attacked: 0.3 },
  statuses: { 0: 7, 401: 10, 503: 1 },
};

it('misses nothing at the limits', () => expect(missedLimits(good)).toEqual([]));

it.each<[string, Partial<AbuseFigures>]>([
  ['The p99 of reads was 6.1 ms, over 3 times the calm 2.0 ms.', { reads: { calm: 2, attacked: 6.1 } }],
  ['The p99 of records was 13.0 ms, over 3 times the calm 4.0 ms.', { records: { calm: 4, attacked: 13 } }],
  ['Memory grew by 101 MB, over 100 MB.', { memory: { calm: 200, most: 301 } }],
  ['2 answers were 500.', { statuses: { 401: 5, 500: 2 } }],
])('says: %s', (sentence, changed) => expect(missedLimits({ ...good, ...changed })).toEqual([sentence]));

it('misses a limit if a figure is none', () => {
  expect(missedLimits({ ...good, reads: { calm: Number.NaN, attacked: 1 } })).toHaveLength(1);
});

it('reports all figures', () => {
  expect(abuseReport(good)).toBe(`p99 of reads as of a moment   2.0 ms calm, 6.0 ms under attack (3.00 times)
p99 of records at the desk    4.0 ms calm, 12.0 ms under attack (3.00 times)
resident memory               200 MB calm, at most 300 MB under attack
processor time                0.20 cores calm, 0.30 under attack
answers to the attackers      cut: 7, 401: 10, 503: 1
`);
});
