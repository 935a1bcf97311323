import fc from 'fast-check';
import { GROUNDS, type StoryEvent } from '#story';
import {
  at,
  by,
  correct,
  kill,
  moves,
  official,
  open,
  play,
  proposition,
  record,
  rehearse,
  saying,
  says,
  type Step,
} from '#story/testing';
import { namesOf, type ResultNames } from './result-names.js';

/** The names that the last of these steps makes. */
function namesAfter(...steps: readonly Step[]): ResultNames {
  const { event, revision } = rehearse([open, ...steps]).events.at(-1)!;
  return namesOf(event, revision);
}
const met = proposition('met', 'They met in Ankara');
const left = proposition('left', 'They left on Monday');
const later = { embargoedUntil: at('2016-12-02T06:00') };
const heading = (what: 'headline' | 'lede', release: 'now' | 'held' | typeof later): Step => ({
  command:
    what === 'headline'
      ? { type: what, headline: { en: 'Talks go on' }, release }
      : { type: what, lede: { en: 'Both sides meet.' }, release },
});

describe('the names in the answer to a command', () => {
  it('are those of the claims, origins and assertions of a development', () => {
    const both = record('both', {
      attribution: [[by('moscow')], [by('ria-novosti'), official]],
      claims: [met, left],
      assertions: says('asserts', ['met', 'left']),
    });
    const { event } = rehearse([open, both]).events.at(-1)!;
    const { assertions } = (event as Extract<StoryEvent, { development: object }>).development;
    const origins = [...new Set(assertions.map(({ origin }) => origin.id))];
    expect(assertions).toHaveLength(4);
    expect(origins).toHaveLength(2);
    expect(namesAfter(both)).toEqual({
      claims: [
        { id: 'met', text: met.text },
        { id: 'left', text: left.text },
      ],
      origins,
      assertions: assertions.map(({ id }) => id),
    });
  });

  it('have only the claims that the development lists, not all that it answers', () => {
    const first = saying('first', [by('moscow')], 'asserts', met);
    const names = namesAfter(first, saying('second', [by('turkey')], 'denies', met, false));
    expect(names).toMatchObject({ claims: [], origins: ['turkey'], assertions: [expect.any(String)] });
  });

  it.each(['headline', 'lede'] as const)('have the id of a scheduled %s', (what) => {
    expect(namesAfter(heading(what, later))).toEqual({ scheduled: `${what}-1` });
    expect(namesAfter(heading(what, 'held'))).toEqual({ scheduled: `${what}-1` });
    expect(namesAfter(heading(what, 'now'))).toEqual({});
  });

  it.each(GROUNDS)('have the grounds of a kill, of a development and of the story: %s', (grounds) => {
    const first = saying('first', [by('moscow')], 'asserts', met);
    expect(namesAfter(first, kill('first', { grounds }))).toEqual({ grounds });
    expect(namesAfter(kill(null, { grounds }))).toEqual({ grounds });
  });

  it('are absent after other commands', () => {
    expect(namesAfter()).toEqual({});
    const first = saying('first', [by('moscow')], 'asserts', met);
    expect(namesAfter(first, correct('first', { text: { en: 'Other words' } }))).toEqual({});
  });

  it('name only what the story has after the event', () =>
    fc.assert(
      fc.property(moves(12), (history) => {
        play(history, (_, __, { events, story }) => {
          const { event, revision } = events.at(-1)!;
          const { claims = [], assertions = [] } = namesOf(event, revision);
          for (const { id, text } of claims) expect(story.claims.get(id)?.claim.text).toEqual(text);
          for (const id of assertions) expect(story.assertions.has(id)).toBe(true);
        });
      }),
      { numRuns: 30 },
    ));
});
