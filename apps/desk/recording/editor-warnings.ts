import { iso } from '#http';
import {
  isDevelopmentEvent,
  isJudgement,
  referrals,
  scheduledId,
  warningsOf,
  warningsOfAllegation,
  warningsOfCorrection,
  warningsOfHeading,
  warningsOfHeadingsNow,
  warningsOfJudgement,
  warningsOfDropped,
  warningsOfSummary,
  warningsOfTopics,
  warningsToCheck,
  whatStays,
  type Command,
  type Directory,
  type FieldChange,
  type Grounds,
  type Heading,
  type LanguageNotes,
  type Stays,
  type Story,
  type StoryEvent,
  type Text,
  type Uuid,
  type Verdict,
  type Warning,
  type Wording,
} from '#story';
import { warningsOfPlaces } from './place-warnings.js';

/** Whether what is said of an event depends on the story as it was right after it. */
export const needsStory = (event: StoryEvent): boolean =>
  isDevelopmentEvent(event) ||
  isJudgement(event) ||
  event.type === 'JudgementRevoked' ||
  event.type === 'StoryCorrected' ||
  event.type === 'ClaimCorrected' ||
  event.type === 'DevelopmentReleased' ||
  event.type === 'DevelopmentCorrected' ||
  event.type === 'DevelopmentRetracted' ||
  event.type === 'AssertionWithdrawn' ||
  event.type === 'ClaimsLinked' ||
  event.type === 'HeadlineRevised' ||
  event.type === 'LedeRevised' ||
  event.type === 'SummaryPinned' ||
  event.type === 'DevelopmentKilled' ||
  event.type === 'DevelopmentTakenDown';

/** What an editor is warned of after an event; the story is as it was right after it, at a revision. */
export const warningsFor = (
  event: StoryEvent,
  story: Story,
  revision: number,
  directory: Directory,
): readonly Warning[] => [
  ...warningsOfEvent(event, story, revision, directory),
  ...warningsOfHeadingsNow(story, claimsTouchedBy(event, story), revision),
];

/** The claims of which an event may say that they are no longer so. */
function claimsTouchedBy(event: StoryEvent, story: Story): readonly string[] {
  const of = (id: string): readonly string[] =>
    story.developments.get(id)?.development.assertions.map(({ claim }) => claim) ?? [];
  if (isDevelopmentEvent(event)) return event.development.assertions.map(({ claim }) => claim);
  if (isJudgement(event)) return [event.claim];
  switch (event.type) {
    case 'DevelopmentReleased':
    case 'DevelopmentCorrected':
    case 'DevelopmentRetracted':
    case 'DevelopmentKilled':
    case 'DevelopmentTakenDown':
      return of(event.development);
    case 'AssertionWithdrawn':
      return [story.assertions.get(event.assertion)?.claim].filter((id) => id !== undefined);
    case 'ClaimCorrected':
      return [event.claim];
    case 'StoryCorrected':
      return event.parts.flatMap((part) =>
        'claim' in part ? [part.claim] : 'development' in part ? of(part.development) : [],
      );
    case 'ClaimsLinked':
      return [event.from, event.to];
    default:
      return [];
  }
}

function warningsOfEvent(
  event: StoryEvent,
  story: Story,
  revision: number,
  directory: Directory,
): readonly Warning[] {
  if (event.type === 'StoryCorrected') {
    const ofParts = event.parts.flatMap((part) =>
      'heading' in part
        ? ofHeading(story, part.heading, story[part.heading]!, revision)
        : 'claim' in part
          ? [...ofWords(`text of claim ${part.claim}`, part.changes), ...ofMark(story, part)]
          : ofWords(`text of development ${part.development}`, part.changes),
    );
    return [...warningsOfCorrection(event.class, event.notice), ...ofParts];
  }
  if (event.type === 'DevelopmentCorrected' || event.type === 'ClaimCorrected') {
    const dropped = ofWords('text', event.changes);
    const others =
      event.type === 'DevelopmentCorrected'
        ? warningsOfCorrection(event.class, event.notice)
        : ofMark(story, event);
    return [...others, ...dropped];
  }
  if (event.type === 'StoryTranslated')
    return event.parts.flatMap((part) => warningsOfEvent(part, story, revision, directory));
  if (event.type === 'HeadlineRevised')
    return ofHeading(story, 'headline', wordedIn(event.headline, event), revision);
  if (event.type === 'LedeRevised') return ofHeading(story, 'lede', wordedIn(event.lede, event), revision);
  if (event.type === 'SummaryPinned') {
    const before = headingBefore(story, 'summary', revision)?.text ?? {};
    return [...warningsOfDropped('summary', before, event.summary.text), ...warningsOfSummary(story)];
  }
  if (isJudgement(event)) return warningsOfJudgement(story, event);
  if (event.type === 'DevelopmentReleased') {
    const released = story.developments.get(event.development)?.development;
    return released ? referrals(story, released, directory.parties) : [];
  }
  return isDevelopmentEvent(event) ? warningsOf(story, event.development, directory) : [];
}

/** What an editor is warned of by the request alone. */
export const warningsOfCommand = async (command: Command): Promise<readonly Warning[]> => [
  ...warningsOfTopics(command),
  ...(await warningsOfPlaces(command)),
];

const ofWords = (what: string, changes: readonly FieldChange[]): readonly Warning[] =>
  changes.flatMap(({ field, was, is, withheld }) => {
    if (field === 'text') return withheld ? warningsOfDropped(what, was as Text, is as Text) : [];
    return field === 'languages'
      ? warningsToCheck(what, (was ?? {}) as LanguageNotes, (is ?? {}) as LanguageNotes)
      : [];
  });

/** Of a claim that a correction marks as an allegation. */
function ofMark(
  story: Story,
  { claim, changes }: { readonly claim: string; readonly changes: readonly FieldChange[] },
): readonly Warning[] {
  const state = story.claims.get(claim);
  const isMarked = changes.some(({ field, is }) => field === 'allegation' && is === true);
  return state && isMarked ? warningsOfAllegation(story, state) : [];
}

const wordedIn = (text: Text, { languages }: { readonly languages?: LanguageNotes }): Wording =>
  languages ? { text, languages } : { text };

const headingBefore = (story: Story, what: Heading['what'], revision: number): Heading | undefined =>
  [...story.headings.newestFirst()].find((h) => h.what === what && h.revision < revision);

/** Beside the heading that readers had before. */
function ofHeading(
  story: Story,
  what: 'headline' | 'lede',
  { text, languages = {} }: Wording,
  revision: number,
): readonly Warning[] {
  const before = headingBefore(story, what, revision);
  return [
    ...warningsToCheck(what, before?.languages ?? {}, languages),
    ...warningsOfHeading(story, what, text),
  ];
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
