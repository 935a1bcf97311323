import { isMet, timesAsMuch, timesFaster, type Row } from './bench.js';
import { measured, quantile } from './samples.js';

const row = (ratio: number, wanted: Row['wanted']): Row => ({
  what: 'reads',
  unit: 'ms',
  ours: measured([1]),
  against: 'others',
  theirs: measured([1]),
  ratio,
  wanted,
});

describe('the report of a bench', () => {
  it('counts a target as met at its limit, and as missed beyond it', () => {
    expect(isMet(row(5, { target: 5, least: 5 }))).toBe(true);
    expect(isMet(row(4.99, { target: 5, least: 5 }))).toBe(false);
    expect(isMet(row(1.5, { target: 3, most: 1.5 }))).toBe(true);
    expect(isMet(row(1.51, { target: 3, most: 1.5 }))).toBe(false);
    expect(isMet(row(9, null))).toBeNull();
  });

  it('gives the median and the interquartile range', () => {
    expect(measured([5, 1, 3, 2, 4])).toEqual({ median: 3, low: 2, high: 4, count: 5 });
    expect(quantile([1, 2], 0.5)).toBe(1.5);
    expect(() => measured([])).toThrow('Nothing was measured.');
  });

  it('calls shorter durations faster, and higher rates more', () => {
    expect(timesFaster(measured([2]), measured([40]))).toBe(20);
    expect(timesAsMuch(measured([40]), measured([2]))).toBe(20);
  });
});
