import { SystemClock } from '#event-store';
import { publish, type Publication } from '#publishing';
import {
  act,
  asserts,
  correct,
  correctClaim,
  en,
  open,
  proposition,
  publicStream,
  record,
  release,
  send,
  recordAll,
  type Step,
  type DeskStory,
} from './desk.js';

const clock = new SystemClock();
const report = (ref: string): Step => {
  const claim = proposition(`claim-${ref}`, `What ${ref} says`);
  return record(ref, { claims: [claim], assertions: asserts([claim.id]) });
};
const ofLength = (developments: number): { deskStory: DeskStory; publication: Publication } => {
  const deskStory = recordAll([open, ...Array.from({ length: developments }, (_, i) => report(`${i}`))]);
  return { deskStory, publication: publicStream(deskStory.events).publication };
};

/** The median time of the publisher for one more event, in milliseconds. */
function cost({ deskStory, publication }: ReturnType<typeof ofLength>, steps: readonly Step[]): number {
  let before = deskStory;
  let published = publication;
  const found = steps.map((step) => {
    const after = send(before, step);
    const event = after.events.at(-1)!;
    before = after;
    const begun = clock.monotonic();
    published = publish(published, event).publication;
    return clock.monotonic() - begun;
  });
  return found.sort((a, b) => a - b)[found.length >> 1]!;
}

const many = (step: (i: number) => Step): readonly Step[] => Array.from({ length: 41 }, (_, i) => step(i));

describe('the time that the publisher needs for one more event does not grow with the story', () => {
  const short = ofLength(50);
  const long = ofLength(3_000);

  it.each<[string, readonly Step[]]>([
    ['a development', many((i) => report(`new ${i}`))],
    ['a hidden development', many((i) => record(`held ${i}`, { release: 'held' }))],
    ['a correction of words', many((i) => correct(`${i}`, { text: en('Other words') }))],
    ['a correction of a claim', many((i) => correctClaim(`claim-${i}`, 'Other words'))],
    ['a headline', many((i) => act.headline(`Headline ${i}`))],
    ['a retraction', many((i) => act.retract(`${i}`))],
    ['a kill', many((i) => act.kill(`${i}`))],
  ])('%s', (_, steps) => {
    cost(short, steps);
    // The long story has sixty times as many events. Code that reads all of them takes about forty times as long.
    expect(cost(long, steps)).toBeLessThan(10 * cost(short, steps) + 0.1);
  });

  it('a release', () => {
    const steps = many((i) => record(`held ${i}`, { release: 'held' }));
    const withHeld = (story: ReturnType<typeof ofLength>): ReturnType<typeof ofLength> => {
      const deskStory = recordAll(steps, story.deskStory);
      return { deskStory, publication: publicStream(deskStory.events).publication };
    };
    const releases = many((i) => release(`held ${i}`));
    const few = withHeld(short);
    cost(few, releases);
    expect(cost(withHeld(long), releases)).toBeLessThan(10 * cost(few, releases) + 0.1);
  });
});
