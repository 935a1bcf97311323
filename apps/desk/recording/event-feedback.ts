import { iso } from '#http';
import {
  isDevelopmentEvent,
  isJudgement,
  referrals,
  warningsOf,
  warningsOfAllegation,
  warningsOfCorrection,
  warningsOfDropped,
  warningsOfHeading,
  warningsOfHeadingsNow,
  warningsOfJudgement,
  warningsOfSummary,
  warningsToCheck,
  whatStays,
  type Directory,
  type FieldChange,
  type Heading,
  type LanguageNotes,
  type Stays,
  type Story,
  type StoryEvent,
  type Text,
  type Uuid,
  type Verdict,
  type Warning,
} from '#story';

/** The story right after an event, at the event's revision. */
export interface After {
  readonly story: Story;
  readonly revision: number;
  /** Sides and parties when the event was decided. */
  readonly directory: Directory;
}

export interface JudgementView {
  readonly id: Uuid;
  readonly verdict: Verdict;
  readonly recordedAt: string;
}

/** What an editor learns after an event of one type. */
interface Feedback<E> {
  readonly warnings?: (event: E, after: After) => readonly Warning[];
  /** The claims whose status the event may change: a heading may still state one that no longer holds. */
  readonly claims?: (event: E, story: Story) => readonly string[];
  /** What may still repeat a development that was killed or taken down. */
  readonly stays?: (event: E, story: Story) => readonly Stays[];
  /** After the revocation of a judgement: the older judgement that is in force again, or null. */
  readonly standsAgain?: (event: E, after: After) => JudgementView | null;
}

type EventOf<T extends StoryEvent['type']> = Extract<StoryEvent, { type: T }>;
type Withholding = EventOf<'DevelopmentKilled' | 'DevelopmentTakenDown'>;

const ofDevelopment = ({ development }: { readonly development: Uuid }, story: Story): readonly string[] =>
  story.developments.get(development)?.development.assertions.map(({ claim }) => claim) ?? [];

const WITHHOLDING: Feedback<Withholding> = {
  claims: ofDevelopment,
  stays: ({ development, claims }, story) => whatStays(story, development, claims),
};

const DEVELOPMENT: Feedback<Extract<StoryEvent, { development: object }>> = {
  claims: ({ development }) => development.assertions.map(({ claim }) => claim),
  warnings: ({ development }, { story, directory }) => warningsOf(story, development, directory),
};

const JUDGEMENT: Feedback<EventOf<'ClaimVerified' | 'ClaimRefuted' | 'ClaimJudged'>> = {
  claims: ({ claim }) => [claim],
  warnings: (event, { story }) => warningsOfJudgement(story, event),
};

/** By the type of the event, besides the two kinds above. A type without a row gives no feedback. */
const FEEDBACK: { readonly [T in StoryEvent['type']]?: Feedback<EventOf<T>> } = {
  HeadlineRevised: {
    warnings: ({ headline, languages }, after) => ofHeading('headline', { text: headline, languages }, after),
  },
  LedeRevised: {
    warnings: ({ lede, languages }, after) => ofHeading('lede', { text: lede, languages }, after),
  },
  SummaryPinned: {
    warnings: ({ summary }, { story, revision }) => [
      ...warningsOfDropped('summary', headingBefore(story, 'summary', revision)?.text ?? {}, summary.text),
      ...warningsOfSummary(story),
    ],
  },
  StoryTranslated: {
    warnings: ({ parts }, after) => parts.flatMap((part) => ofEvent(part, after)),
  },
  StoryCorrected: {
    claims: ({ parts }, story) =>
      parts.flatMap((part) =>
        'claim' in part ? [part.claim] : 'development' in part ? ofDevelopment(part, story) : [],
      ),
    warnings: ({ class: kind, notice, parts }, after) => [
      ...warningsOfCorrection(kind, notice),
      ...parts.flatMap((part) => {
        if ('heading' in part) return ofHeading(part.heading, after.story[part.heading]!, after);
        if ('development' in part) return ofWords(`text of development ${part.development}`, part.changes);
        return [...ofWords(`text of claim ${part.claim}`, part.changes), ...ofAllegation(part, after)];
      }),
    ],
  },
  DevelopmentCorrected: {
    claims: ofDevelopment,
    warnings: ({ class: kind, notice, changes }) => [
      ...warningsOfCorrection(kind, notice),
      ...ofWords('text', changes),
    ],
  },
  DevelopmentReleased: {
    claims: ofDevelopment,
    warnings: ({ development }, { story, directory }) => {
      const released = story.developments.get(development)?.development;
      return released ? referrals(story, released, directory.parties) : [];
    },
  },
  DevelopmentRetracted: { claims: ofDevelopment },
  RetractionRevoked: { claims: ofDevelopment },
  DevelopmentKilled: WITHHOLDING,
  DevelopmentTakenDown: WITHHOLDING,
  AssertionWithdrawn: {
    claims: ({ assertion }, story) =>
      [story.assertions.get(assertion)?.claim].filter((claim) => claim !== undefined),
  },
  ClaimCorrected: {
    claims: ({ claim }) => [claim],
    warnings: (event, after) => [...ofAllegation(event, after), ...ofWords('text', event.changes)],
  },
  ClaimsLinked: { claims: ({ from, to }) => [from, to] },
  ClaimLinkRevoked: {
    claims: ({ link }, story) => {
      const revoked = story.links.get(link);
      return revoked ? [revoked.from, revoked.to] : [];
    },
  },
  JudgementRevoked: {
    claims: ({ judgement }, story) =>
      [story.judgements.get(judgement)?.claim].filter((claim) => claim !== undefined),
    standsAgain: ({ judgement }, { story, revision }) => {
      const claim = story.judgements.get(judgement)?.claim ?? '';
      const last = story.claims.get(claim)?.judgements.at(-1);
      if (last?.again !== revision) return null;
      return { id: last.id, verdict: last.verdict, recordedAt: iso(last.at) };
    },
  },
};

function feedbackOf(event: StoryEvent): Feedback<never> | undefined {
  if (isDevelopmentEvent(event)) return DEVELOPMENT;
  return isJudgement(event) ? JUDGEMENT : FEEDBACK[event.type];
}

/** Whether the feedback on an event depends on the story right after it. */
export const needsStory = (event: StoryEvent): boolean => feedbackOf(event) !== undefined;

export function warningsAfter(event: StoryEvent, after: After): readonly Warning[] {
  const claims = feedbackOf(event)?.claims?.(event as never, after.story) ?? [];
  return [...ofEvent(event, after), ...warningsOfHeadingsNow(after.story, claims, after.revision)];
}

export function staysAfter(event: StoryEvent, story: Story): { readonly stays?: readonly Stays[] } {
  const stays = feedbackOf(event)?.stays?.(event as never, story);
  return stays ? { stays } : {};
}

export function standsAgainAfter(
  event: StoryEvent,
  after: After,
): { readonly standsAgain?: JudgementView | null } {
  const standsAgain = feedbackOf(event)?.standsAgain?.(event as never, after);
  return standsAgain === undefined ? {} : { standsAgain };
}

const ofEvent = (event: StoryEvent, after: After): readonly Warning[] =>
  feedbackOf(event)?.warnings?.(event as never, after) ?? [];

/** Warns of languages that a correction drops, and of those that it leaves to be checked. */
const ofWords = (what: string, changes: readonly FieldChange[]): readonly Warning[] =>
  changes.flatMap(({ field, was, is, withheld }) => {
    if (field === 'text') return withheld ? warningsOfDropped(what, was as Text, is as Text) : [];
    return field === 'languages'
      ? warningsToCheck(what, (was ?? {}) as LanguageNotes, (is ?? {}) as LanguageNotes)
      : [];
  });

/** Warns of a claim that a correction marks as an allegation. */
function ofAllegation(
  { claim, changes }: { readonly claim: string; readonly changes: readonly FieldChange[] },
  { story }: After,
): readonly Warning[] {
  const state = story.claims.get(claim);
  const isMarked = changes.some(({ field, is }) => field === 'allegation' && is === true);
  return state && isMarked ? warningsOfAllegation(story, state) : [];
}

/** The heading that an event replaced. */
const headingBefore = (story: Story, what: Heading['what'], revision: number): Heading | undefined =>
  [...story.headings.newestFirst()].find((one) => one.what === what && one.revision < revision);

function ofHeading(
  what: 'headline' | 'lede',
  { text, languages = {} }: { readonly text: Text; readonly languages?: LanguageNotes | undefined },
  { story, revision }: After,
): readonly Warning[] {
  const before = headingBefore(story, what, revision);
  return [
    ...warningsToCheck(what, before?.languages ?? {}, languages),
    ...warningsOfHeading(story, what, text),
  ];
}
