import fc from 'fast-check';
import { AppendOnlyList } from './append-only-list.js';

describe('a ledger', () => {
  it('is as long as what was pushed, and gives it back from both ends', () =>
    fc.assert(
      fc.property(fc.array(fc.integer()), (items) => {
        const list = items.reduce((l, i) => l.push(i), AppendOnlyList.empty<number>());
        expect([...list]).toEqual(items);
        expect([...list.newestFirst()]).toEqual(items.toReversed());
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

  it('leaves every old version as it was, whichever of them grows', () =>
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

  it('tells what was pushed since it was of a length, and not what is pushed later', () =>
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.nat({ max: 12 }), (items, length) => {
        const list = items.reduce((l, i) => l.push(i), AppendOnlyList.empty<number>());
        list.push(1);
        expect([...list.since(length)]).toEqual(items.slice(length));
      }),
    ));

  it('says up to where it has the items of another', () =>
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

  it('holds on to nothing that grew from it when it was empty', () => {
    const empty = AppendOnlyList.empty<string>();
    empty.push('talks');
    expect(empty['shared']).toEqual([]);
  });

  it('is walked as it was when the walk began', () => {
    const list = AppendOnlyList.empty<string>().push('talks');
    const seen: string[] = [];
    for (const item of list) {
      seen.push(item);
      list.push('contacts');
    }
    expect(seen).toEqual(['talks']);
  });
});
