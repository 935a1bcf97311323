import type { StateView } from '#projections';
import { wordingOf } from './wording.js';

const text = (words: string) => ({ en: words });
const correction = (revision: number, more: object) => ({
  id: `c${revision}`,
  revision: String(revision),
  ...more,
});

/** A claim with three texts: by its own corrections, and by one of the development that names it. */
const state = {
  claims: { items: [{ id: 'dead', text: text('now') }] },
  corrections: {
    items: [
      correction(9, { claim: 'dead', changes: [{ field: 'text', was: text('third'), is: text('now') }] }),
      correction(7, {
        development: 'd',
        changes: [
          {
            field: 'claims',
            was: [{ id: 'dead', text: text('second') }],
            is: [{ id: 'dead', text: text('third') }],
          },
        ],
      }),
      correction(5, { development: 'd', changes: [{ field: 'assertions', was: [], is: [] }] }),
      correction(3, { claim: 'dead', changes: [{ field: 'text', was: text('first'), is: text('second') }] }),
    ],
  },
} as unknown as StateView;

describe('the text of a claim', () => {
  it.each([
    [2, 'first'],
    [3, 'second'],
    [5, 'second'],
    [6, 'second'],
    [7, 'third'],
    [8, 'third'],
    [9, 'now'],
    [20, 'now'],
  ])('are those of then, at revision %i', (revision, words) => {
    expect(wordingOf('dead', revision, state)).toEqual(text(words));
  });

  it('is null if it is withheld, or the claim does not exist', () => {
    const withheld = {
      ...state,
      corrections: {
        items: [correction(9, { claim: 'dead', changes: [{ field: 'text', withheld: true }] })],
      },
    };
    expect(wordingOf('dead', 8, withheld as unknown as StateView)).toBeNull();
    expect(wordingOf('other', 8, state)).toBeNull();
  });
});
