import type { Command, Context } from '../facts/command.js';
import { correct, correctClaim, reasonOf } from './correction.js';
import { revise } from './schedule.js';
import type { CorrectedPart, StoryEvent } from '../facts/event.js';
import { evolve } from '../evolve/evolve.js';
import { Refusal } from '../values/refusal.js';
import type { Heading, Story } from '../state/story.js';
import { same } from '../values/text.js';

type Of<T extends Command['type']> = Extract<Command, { type: T }>;

/**
 * Corrects one mistake in several texts. Each part is decided like a separate correction, on the story after the parts
 * before it. Claims come before developments: a development must list a claim in its corrected form.
 */
export function correctStory(
  story: Story,
  command: Of<'correct-story'>,
  context: Context,
): readonly StoryEvent[] {
  checkNamed(command);
  const { class: kind, reason, notice, claims, developments } = command;
  const parts: CorrectedPart[] = [];
  let now = story;
  const take = (of: object, made: readonly StoryEvent[]): void => {
    for (const event of made) {
      const changes = 'changes' in event ? event.changes : changeOfHeading(now, event);
      parts.push({ ...of, changes } as CorrectedPart);
      const { now: recordedAt, id } = context;
      const revision = story.revision + 1;
      now = evolve(now, { id, revision, recordedAt, recordedBy: null, importedAt: null, event });
    }
  };
  if (command.headline !== null) {
    const { headline } = command;
    take({ heading: 'headline' }, revise(now, { type: 'headline', headline, release: 'now' }, context));
  }
  if (command.lede !== null)
    take({ heading: 'lede' }, revise(now, { type: 'lede', lede: command.lede, release: 'now' }, context));
  for (const [i, { claim, changes, withhold }] of claims.entries())
    at(`/claims/${i}`, '/claim', () =>
      take(
        { claim },
        correctClaim(now, { type: 'correct-claim', claim, changes, withhold, reason }, context),
      ),
    );
  for (const [i, { development, changes, withhold }] of developments.entries())
    at(`/developments/${i}`, '/development', () => {
      const one = { type: 'correct', development, class: kind, changes, withhold, reason, notice } as const;
      // Each development derives the ids of new sources and assertions from a separate id.
      take({ development }, correct(now, one, { ...context, id: context.derive(context.id, development) }));
    });
  checkStays(now, command);
  if (parts.length === 0) return [];
  reasonOf(reason, 'A correction needs a reason.');
  return [{ type: 'StoryCorrected', correction: context.id, class: kind, parts, reason, notice }];
}

function changeOfHeading(before: Story, event: StoryEvent): CorrectedPart['changes'] {
  const [field, is]: [Heading['what'], unknown] =
    'headline' in event ? ['headline', event.headline] : ['lede', (event as { lede: unknown }).lede];
  const [was, now] = [
    before[field]?.languages ?? null,
    'languages' in event ? (event.languages ?? null) : null,
  ];
  const notes = { field: 'languages', was, is: now, withheld: false };
  return [
    { field, was: before[field]?.text ?? null, is, withheld: false },
    ...(same(was, now) ? [] : [notes]),
  ];
}

function checkNamed({ headline, lede, claims, developments }: Of<'correct-story'>): void {
  if (headline === null && lede === null && claims.length === 0 && developments.length === 0)
    throw new Refusal(
      'correction-empty',
      'There is nothing to correct: name a development, a claim, the headline or the lede.',
    );
  checkOnce(
    claims.map(({ claim }) => claim),
    (i) => `/claims/${i}/claim`,
  );
  checkOnce(
    developments.map(({ development }) => development),
    (i) => `/developments/${i}/development`,
  );
}

/** Checks that no part removes a claim that another part corrects. */
function checkStays(after: Story, { claims }: Of<'correct-story'>): void {
  const gone = claims.findIndex(({ claim }) => !after.claims.has(claim));
  if (gone >= 0)
    throw new Refusal(
      'claim-in-use',
      `Claim ${claims[gone]!.claim} is both corrected and removed from its development: leave out one of the two.`,
      `/claims/${gone}/claim`,
    );
}

function checkOnce(ids: readonly string[], pointer: (i: number) => string): void {
  const again = ids.findIndex((id, i) => ids.indexOf(id) < i);
  if (again >= 0)
    throw new Refusal(
      'corrected-twice',
      `The correction names ${ids[again]!} twice: give all of its changes in one part.`,
      pointer(again),
    );
}

/** Points a refusal into its part, or at the id of the part if it names no field. The reason belongs to all parts. */
function at(part: string, name: string, check: () => void): void {
  try {
    check();
  } catch (error) {
    if (!(error instanceof Refusal) || error.pointer === '/reason') throw error;
    throw new Refusal(error.code, error.message, `${part}${error.pointer ?? name}`);
  }
}
