import { restate } from './evolve-claim.js';
import type { Recorded, StoryEvent } from './event.js';
import { mapTexts } from './free-text.js';
import { emptied, pointsWithout, taking, withhold, wordsRemoved, type Correction } from './removal.js';
import type { Removed } from './removed.js';
import type { CorrectionEntry, ScheduledHeading, Story } from './story.js';
import type { KeyPoint } from './summary.js';
import { same, type Text } from './text.js';

/**
 * The story without what was removed. A public event names places in events, of which a state knows nothing: there
 * the events are folded again without them.
 */
export function removeTexts(story: Story, what: Removed, recorded: Recorded): Story {
  if ('places' in what) return story;
  if ('words' in what) return mapTexts(story, wordsRemoved(what));
  if ('headline' in what) return withoutHeading(story, 'headline', what.headline, what.with);
  if ('lede' in what) return withoutHeading(story, 'lede', what.lede, what.with);
  if ('summary' in what) return withoutSummary(story, what.summary, what.with);
  if ('claim' in what) return withoutClaim(story, what, recorded);
  if ('question' in what) {
    const state = story.questions.get(what.question);
    if (!state) return story;
    const question = { ...state.question, text: what.with };
    const questions = story.questions.set(what.question, { ...state, question });
    return developmentsAs({ ...story, questions }, taking(what));
  }
  let corrected: Correction | null = null;
  const corrections = story.corrections.map((entry) => {
    if (entry.id !== what.correction) return entry;
    const left = withoutWas(entry, what.with);
    if ('claim' in left.of) {
      const { id: correction, changes } = left;
      corrected = { type: 'ClaimCorrected', correction, claim: left.of.claim, changes, reason: null };
    }
    return left;
  });
  const left = { ...story, corrections };
  // Developments keep the words in which they first named a claim.
  return corrected ? developmentsAs(left, (event) => withhold(event, corrected!)) : left;
}

/** Where it was shown something else stands; where it was to come, nothing does. */
function withoutHeading(story: Story, what: ScheduledHeading['what'], gone: Text, instead: Text): Story {
  const is = (text: Text): Text => (same(text, gone) ? instead : text);
  const now = story[what];
  return {
    ...story,
    [what]: now && { ...now, text: is(now.text) },
    scheduled: story.scheduled.filter((one) => one.what !== what || !same(one.text, gone)),
    headings: story.headings.map((heading) => {
      const text = heading.what === what ? is(heading.text) : heading.text;
      return text === heading.text ? heading : { ...heading, text };
    }),
  };
}

/** Its points are gone with it. */
function withoutSummary(story: Story, gone: Text, instead: Text): Story {
  const is = (text: Text): boolean => same(text, gone);
  const left = { text: instead, points: [] };
  return {
    ...story,
    summary: story.summary && is(story.summary.text) ? { ...story.summary, ...left } : story.summary,
    headings: story.headings.map((heading) =>
      heading.what === 'summary' && is(heading.text) ? { ...heading, ...left } : heading,
    ),
  };
}

function withoutClaim(before: Story, what: Extract<Removed, { claim: string }>, recorded: Recorded): Story {
  const story = withoutPoints(before, what.claim, what.with);
  const state = story.claims.get(what.claim);
  if (!state) return story;
  const corrections = story.corrections.map((entry) =>
    'claim' in entry.of && entry.of.claim === what.claim
      ? { ...entry, changes: entry.changes.filter((change) => change.field === 'verdict') }
      : entry,
  );
  const left = restate({ ...story, corrections }, state, emptied(state.claim, what.with), recorded);
  return developmentsAs(left, taking(what));
}

/** What summaries say of a claim. */
function withoutPoints(story: Story, claim: string, instead: Text): Story {
  const left = <T extends { readonly points?: readonly KeyPoint[] }>(one: T): T => {
    const points = one.points && pointsWithout(one.points, claim, instead);
    return points === one.points ? one : { ...one, points };
  };
  return { ...story, summary: story.summary && left(story.summary), headings: story.headings.map(left) };
}

/** Each development as the event that records it would be. */
function developmentsAs(story: Story, take: ReturnType<typeof taking>): Story {
  const developments = story.developments.map((state) => {
    const event = take({ type: 'ReportRecorded', development: state.development }, 0);
    const { development } = event as Extract<StoryEvent, { type: 'ReportRecorded' }>;
    return development === state.development ? state : { ...state, development };
  });
  return { ...story, developments };
}

const withoutWas = (entry: CorrectionEntry, notice: Text): CorrectionEntry => ({
  ...entry,
  notice: entry.notice && notice,
  changes: entry.changes.map((change) => ({ ...change, was: null, withheld: true })),
});

/** Readers are shown once that something was removed, and why. */
export function noteRemoval(
  story: Story,
  { removal: id, grounds, notice }: Extract<StoryEvent, { type: 'TextsRemoved' }>,
  { revision, recordedAt: at }: Recorded,
): Story {
  if (story.corrections.last()?.id === id) return story;
  const entry = { id, of: { grounds }, class: 'removal', changes: [], notice, revision, at } as const;
  return { ...story, corrections: story.corrections.push(entry) };
}
