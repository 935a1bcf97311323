import { iso } from '#nest';
import {
  isDevelopmentEvent,
  isJudgement,
  scheduledId,
  warningsOf,
  warningsOfCorrection,
  warningsOfHeading,
  warningsOfJudgement,
  warningsOfLanguages,
  warningsOfSummary,
  whatStays,
  type Grounds,
  type Heading,
  type Stays,
  type Story,
  type StoryEvent,
  type Text,
  type Uuid,
  type Verdict,
  type Warning,
} from '#story';

/** Whether what is said of an event depends on the story as it was right after it. */
export const needsStory = (event: StoryEvent): boolean =>
  isDevelopmentEvent(event) ||
  isJudgement(event) ||
  event.type === 'JudgementRevoked' ||
  event.type === 'HeadlineRevised' ||
  event.type === 'LedeRevised' ||
  event.type === 'SummaryPinned' ||
  event.type === 'DevelopmentKilled' ||
  event.type === 'DevelopmentTakenDown';

/** What an editor is warned of after an event; the story is as it was right after it, at a revision. */
export function warningsFor(event: StoryEvent, story: Story, revision: number): readonly Warning[] {
  if (event.type === 'DevelopmentCorrected' || event.type === 'ClaimCorrected') {
    const dropped = event.changes.flatMap(({ field, was, is }) =>
      field === 'text' ? warningsOfLanguages('text', was, is) : [],
    );
    const others = 'class' in event ? warningsOfCorrection(event.class, event.notice) : [];
    return [...others, ...dropped];
  }
  if (event.type === 'HeadlineRevised') return ofHeading(story, 'headline', event.headline, revision);
  if (event.type === 'LedeRevised') return ofHeading(story, 'lede', event.lede, revision);
  if (event.type === 'SummaryPinned')
    return [...droppedLanguages(story, 'summary', event.summary.text, revision), ...warningsOfSummary(story)];
  if (isJudgement(event)) return warningsOfJudgement(story, event);
  return isDevelopmentEvent(event) ? warningsOf(story, event.development) : [];
}

const ofHeading = (
  story: Story,
  what: 'headline' | 'lede',
  text: Text,
  revision: number,
): readonly Warning[] => [
  ...droppedLanguages(story, what, text, revision),
  ...warningsOfHeading(story, what, text),
];

/** Beside the heading that readers had before. */
function droppedLanguages(
  story: Story,
  what: Heading['what'],
  text: Text,
  revision: number,
): readonly Warning[] {
  const before = [...story.headings.newestFirst()].find((h) => h.what === what && h.revision < revision);
  return before ? warningsOfLanguages(what, before.text, text) : [];
}

/** What is told of an event besides where it stands. */
export interface Named {
  /** The claims that the development brings, with the ids and words that were made for it. */
  readonly claims?: readonly { readonly id: string; readonly text: Text }[];
  /** Who is said to know, and which assertions the development makes. */
  readonly origins?: readonly string[];
  readonly assertions?: readonly Uuid[];
  /** After a kill or takedown: the grounds on which readers are told that it was. */
  readonly grounds?: Grounds;
  /** Of a headline or lede that is to come: by what it is known under `scheduled`. */
  readonly scheduled?: string;
}

export function namesOf(event: StoryEvent, revision: number): Named {
  if ('grounds' in event) return { grounds: event.grounds };
  if (event.type === 'HeadlineRevised' || event.type === 'LedeRevised') {
    const what = event.type === 'HeadlineRevised' ? 'headline' : 'lede';
    return event.release === 'now' ? {} : { scheduled: scheduledId({ what, revision }) };
  }
  if (!isDevelopmentEvent(event)) return {};
  const { assertions, claims } = event.development;
  return {
    claims: claims.map(({ id, text }) => ({ id, text })),
    origins: [...new Set(assertions.map((a) => a.origin.id))],
    assertions: assertions.map((a) => a.id),
  };
}

/** After a kill or takedown of a development: what may still repeat it. */
export function staysOf(event: StoryEvent, story: Story): { readonly stays?: readonly Stays[] } {
  if (event.type !== 'DevelopmentKilled' && event.type !== 'DevelopmentTakenDown') return {};
  return { stays: whatStays(story, event.development, event.claims) };
}

export interface JudgementView {
  readonly id: Uuid;
  readonly verdict: Verdict;
  readonly recordedAt: string;
}

/** After the revocation of a judgement: the older one that stands again by it; null for none. */
export function standsAgain(
  event: StoryEvent,
  { judgements, claims }: Story,
  revision: number,
): { readonly standsAgain?: JudgementView | null } {
  if (event.type !== 'JudgementRevoked') return {};
  const last = claims.get(judgements.get(event.judgement)?.claim ?? '')?.judgements.at(-1);
  if (last?.again !== revision) return { standsAgain: null };
  return { standsAgain: { id: last.id, verdict: last.verdict, recordedAt: iso(last.at) } };
}
