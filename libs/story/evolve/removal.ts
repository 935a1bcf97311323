import { setClaim } from './claim.js';
import type { CorrectedPart, Correction, Recorded, StoryEvent } from '../facts/event.js';
import { mapTexts } from '../values/free-text.js';
import { mapHeadings } from './parts-of-correction.js';
import { withoutWords } from '../facts/translated-names.js';
import { emptied, pointsWithout, removingWords, withhold, wordsRemoved } from './removed-words.js';
import type { Removed } from '../values/removed.js';
import { partsOf, type CorrectionEntry, type ScheduledHeading, type Story } from '../state/story.js';
import type { KeyPoint } from '../values/summary.js';
import { same, type Text } from '../values/text.js';

/**
 * Removes texts from a story. A public event names `places` in events, which a state does not have: for these the
 * caller folds the changed events again.
 */
export function removeTexts(story: Story, what: Removed, recorded: Recorded): Story {
  if ('places' in what) return story;
  if ('words' in what) {
    const change = wordsRemoved(what);
    const named = withoutWords(story.named, change);
    return { ...mapTexts(story, change), named };
  }
  if ('headline' in what) return withoutHeading(story, 'headline', what.headline, what.with);
  if ('lede' in what) return withoutHeading(story, 'lede', what.lede, what.with);
  if ('summary' in what) return withoutSummary(story, what.summary, what.with);
  if ('claim' in what) return withoutClaim(story, what, recorded);
  if ('question' in what) {
    const state = story.questions.get(what.question);
    if (!state) return story;
    const { languages: _, ...bare } = state.question;
    const question = { ...bare, text: what.with };
    const questions = story.questions.set(what.question, { ...state, question });
    return inDevelopments({ ...story, questions }, removingWords(what));
  }
  const gone = [...story.corrections].find(({ id }) => id === what.correction);
  if (!gone) return story;
  const left = withoutHeadingsBefore(story, gone);
  const corrections = left.corrections.map((entry) =>
    entry.id === gone.id ? withoutWas(entry, what.with) : entry,
  );
  // Developments still have the words in which they first named a claim.
  return partsOf(withoutWas(gone, what.with)).reduce<Story>(
    (s, part) => {
      if (!('claim' in part)) return s;
      const { claim, changes } = part;
      const corrected: Correction = {
        type: 'ClaimCorrected',
        correction: gone.id,
        claim,
        changes,
        reason: null,
      };
      return inDevelopments(s, (event) => withhold(event, corrected));
    },
    { ...left, corrections },
  );
}

/** The story with the corrected headlines and ledes in place of those before a correction. */
function withoutHeadingsBefore(story: Story, correction: CorrectionEntry): Story {
  return partsOf(correction).reduce((s, part) => {
    const [change] = part.changes;
    if (!('heading' in part) || !change || change.was === null) return s;
    const { heading: what } = part;
    const put = (text: Text): Text => (same(text, change.was) ? (change.is as Text) : text);
    const isBefore = ({ revision }: { readonly revision: number }): boolean => revision < correction.revision;
    return {
      ...s,
      headings: s.headings.map((heading) => {
        if (heading.what !== what || !isBefore(heading)) return heading;
        const text = put(heading.text);
        return text === heading.text ? heading : { ...heading, text };
      }),
      corrections: s.corrections.map((entry) => (isBefore(entry) ? ofHeading(entry, what, put) : entry)),
    };
  }, story);
}

/** Changes each headline, or each lede, of a correction. */
function ofHeading(
  entry: CorrectionEntry,
  what: ScheduledHeading['what'],
  put: (text: Text) => Text,
): CorrectionEntry {
  if (!('parts' in entry.of)) return entry;
  const of = mapHeadings(entry.of, what, put);
  return of === entry.of ? entry : { ...entry, of };
}

/** Replaces a heading where it was shown, and cancels it where it is scheduled. */
function withoutHeading(story: Story, what: ScheduledHeading['what'], gone: Text, instead: Text): Story {
  const now = story[what];
  return {
    ...story,
    [what]: now && (same(now.text, gone) ? { text: instead, revision: now.revision } : now),
    scheduled: story.scheduled.filter((one) => one.what !== what || !same(one.text, gone)),
    corrections: story.corrections.map((entry) =>
      ofHeading(entry, what, (text) => (same(text, gone) ? instead : text)),
    ),
    headings: story.headings.map((heading) =>
      heading.what === what && same(heading.text, gone)
        ? { what, text: instead, revision: heading.revision }
        : heading,
    ),
  };
}

/** Replaces the text of a summary and removes its points. */
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
  const ofClaim = (part: CorrectedPart): boolean => 'claim' in part && part.claim === what.claim;
  const corrections = story.corrections.map((entry) => {
    if ('claim' in entry.of && entry.of.claim === what.claim)
      return { ...entry, changes: entry.changes.filter((change) => change.field === 'verdict') };
    if (!('parts' in entry.of) || !entry.of.parts.some(ofClaim)) return entry;
    const parts = entry.of.parts.map((part) => (ofClaim(part) ? { ...part, changes: [] } : part));
    return { ...entry, of: { parts } };
  });
  const left = setClaim({ ...story, corrections }, state, emptied(state.claim, what.with), recorded);
  return inDevelopments(left, removingWords(what));
}

/** Replaces the summary points that name a claim. */
function withoutPoints(story: Story, claim: string, instead: Text): Story {
  const left = <T extends { readonly points?: readonly KeyPoint[] }>(one: T): T => {
    const points = one.points && pointsWithout(one.points, claim, instead);
    return points === one.points ? one : { ...one, points };
  };
  return { ...story, summary: story.summary && left(story.summary), headings: story.headings.map(left) };
}

/** Applies a removal to each development as if to the event that records it. */
function inDevelopments(story: Story, remove: ReturnType<typeof removingWords>): Story {
  const developments = story.developments.map((state) => {
    const event = remove({ type: 'ReportRecorded', development: state.development }, 0);
    const { development } = event as Extract<StoryEvent, { type: 'ReportRecorded' }>;
    return development === state.development ? state : { ...state, development };
  });
  return { ...story, developments };
}

function withoutWas(corrected: CorrectionEntry, notice: Text): CorrectionEntry {
  const { languages: _, ...entry } = corrected;
  const gone = (changes: CorrectionEntry['changes']): CorrectionEntry['changes'] =>
    changes.map((change) => ({ ...change, was: null, withheld: true }));
  return {
    ...entry,
    of:
      'parts' in entry.of
        ? { parts: entry.of.parts.map((part) => ({ ...part, changes: gone(part.changes) })) }
        : entry.of,
    notice: entry.notice && notice,
    changes: gone(entry.changes),
  };
}

/** Adds a removal to the record of corrections, once. */
export function noteRemoval(
  story: Story,
  { removal: id, grounds, notice }: Extract<StoryEvent, { type: 'TextsRemoved' }>,
  { revision, recordedAt: at }: Recorded,
): Story {
  if (story.corrections.last()?.id === id) return story;
  const entry = { id, of: { grounds }, class: 'removal', changes: [], notice, revision, at } as const;
  return { ...story, corrections: story.corrections.push(entry) };
}
