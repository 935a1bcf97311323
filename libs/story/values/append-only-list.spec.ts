import fc from 'fast-check';
import { AppendOnlyList } from './append-only-list.js';

describe('an append-only list', () => {
  it('has the pushed items and their number, and reads them from both ends', () =>
    fc.assert(
      fc.property(fc.array(fc.integer()), (items) => {
        const list = items.reduce((l, i) => l.push(i), AppendOnlyList.empty<number>());
        expect([...list]).toEqual(items);
        expect([...list.newestFirst()]).toEqual(items.toReversed());
        expect(list.lastWhile((i) => i > 0)).toEqual(items.slice(items.findLastIndex((i) => i <= 0) + 1));
        expect(list.length).toBe(items.length);
        expect(list.last()).toBe(items.at(-1));
        expect([-1, 0, 1, items.length].map((i) => list.at(i))).toEqual([
          undefined,
          items[0],
          items[1],
          undefined,
        ]);
      }),
    ));

  it('changes no older version when one of them grows', () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(), fc.integer()), { maxLength: 60 }), (pushes) => {
        const versions: { list: AppendOnlyList<number>; model: readonly number[] }[] = [
          { list: AppendOnlyList.empty(), model: [] },
        ];
        for (const [from, item] of pushes) {
          const { list, model } = versions[from % versions.length]!;
          versions.push({ list: list.push(item), model: [...model, item] });
        }
        for (const { list, model } of versions) expect([...list]).toEqual(model);
      }),
    ));

  it('gives the items since a length, without those of a later version', () =>
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.nat({ max: 12 }), (items, length) => {
        const list = items.reduce((l, i) => l.push(i), AppendOnlyList.empty<number>());
        list.append([1, 2]);
        expect([...list.since(length)]).toEqual(items.slice(length));
      }),
    ));

  it('counts the leading items that it shares with another list', () =>
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 2 })), fc.array(fc.nat({ max: 2 })), (items, others) => {
        const list = items.reduce((l, i) => l.push(i), AppendOnlyList.empty<number>());
        const grown = others.reduce((l, i) => l.push(i), list);
        expect(list.commonLength(grown)).toBe(items.length);
        const other = others.reduce((l, i) => l.push(i), AppendOnlyList.empty<number>());
        const differs = items.findIndex((item, i) => item !== others[i]);
        expect(list.commonLength(other)).toBe(differs < 0 ? items.length : differs);
      }),
    ));

  it('keeps no items of lists that grew from an empty list', () => {
    const empty = AppendOnlyList.empty<string>();
    empty.push('talks');
    expect(empty['shared']).toEqual([]);
  });

  it('iterates over one version while a newer one grows', () => {
    const list = AppendOnlyList.empty<string>().push('talks');
    const seen: string[] = [];
    for (const item of list) {
      seen.push(item);
      list.push('contacts');
    }
    expect(seen).toEqual(['talks']);
  });
});
