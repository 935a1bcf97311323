import {
  changeOf,
  isDevelopmentEvent,
  same,
  verdictOf,
  type Chain,
  type Claim,
  type CorrectedPart,
  type Decider,
  type Development,
  type Document,
  type FieldChange,
  type LanguageNotes,
  type Occurred,
  type Release,
  type Story,
  type StoryEvent,
  type Text,
  type TranslationPart,
} from '#story';
import { iso } from '#http';

type Line = Readonly<Record<string, unknown>>;

/**
 * The line of an import file that records an equal event: its command, body, ref and id. `before` is the story before the
 * event; only its headlines and ledes are used.
 */
export function lineOf(event: StoryEvent, before: Story): Line {
  if (isDevelopmentEvent(event)) {
    const { id, languages: _, ...content } = event.development;
    return { command: 'record', ref: id, id, ...developmentBody(content) };
  }
  const reason = 'reason' in event && event.reason !== null ? { reason: event.reason } : {};
  switch (event.type) {
    case 'StoryOpened': {
      const { headline, lede, language, topics, places } = event;
      return { command: 'open', headline, lede, language, topics, places };
    }
    case 'HeadlineRevised':
      return { command: 'headline', headline: headingChange(event, before), ...revisionBody(event) };
    case 'LedeRevised':
      return { command: 'lede', lede: headingChange(event, before), ...revisionBody(event) };
    case 'StoryTranslated':
      return translationOf(event);
    case 'NoticeTranslated':
    case 'NamesTranslated':
      throw new Error(`${event.type} is a part of a translation only.`);
    case 'SummaryPinned':
      return { command: 'summary', ...event.summary };
    case 'SummaryUnpinned':
      return { command: 'unpin-summary' };
    case 'ReleaseRescheduled': {
      const { of, was, is } = event;
      const heading = of === 'headline' || of === 'lede';
      const what = heading ? { what: of, was: releaseBody(was) } : { development: of };
      return { command: 'reschedule', ...what, release: releaseBody(is), ...reason };
    }
    case 'StoryClassified':
      return { command: 'classify', topics: event.topics, places: event.places };
    case 'StoryClosed':
      return { command: 'close', ...reason, ...(event.scheduled ? { scheduled: event.scheduled } : {}) };
    case 'StoryReopened':
      return { command: 'reopen', ...reason };
    case 'StoryReinstated':
      return { command: 'reinstate', ...reason };
    case 'StoryKilled':
      return { command: 'kill', ...removalBody(event) };
    case 'StoryTakenDown':
      return { command: 'takedown', ...removalBody(event) };
    case 'DevelopmentReleased':
      return { command: 'release', development: event.development, publishes: event.publishes };
    case 'DevelopmentCorrected': {
      const { correction, development, class: kind, notice, changes } = event;
      return {
        command: 'correct',
        ref: correction,
        id: correction,
        development,
        class: kind,
        changes: changed(changes),
        withhold: withheldIn(changes),
        ...reason,
        notice,
      };
    }
    case 'DevelopmentRetracted':
      return { command: 'retract', development: event.development, by: event.by, ...reason };
    case 'RetractionRevoked':
      return { command: 'revoke-retraction', development: event.development, ...reason };
    case 'DevelopmentReinstated':
      return { command: 'reinstate', development: event.development, ...reason };
    case 'DevelopmentKilled':
    case 'DevelopmentTakenDown': {
      const command = event.type === 'DevelopmentKilled' ? 'kill' : 'takedown';
      const { development, claims, publishes } = event;
      return { command, development, andClaims: claims.length > 0, publishes, ...removalBody(event) };
    }
    case 'TextsRemoved': {
      const { removal: id, what, how } = event;
      const removed = 'words' in what ? { words: what.words, with: what.with } : what;
      return { command: 'remove', ref: id, id, how, ...removed, ...removalBody(event) };
    }
    case 'AssertionWithdrawn':
      return { command: 'withdraw', assertion: event.assertion, by: event.by, ...reason };
    case 'ClaimCorrected': {
      const { correction, claim, changes } = event;
      return {
        command: 'correct-claim',
        ref: correction,
        id: correction,
        claim,
        changes: changed(changes),
        withhold: withheldIn(changes),
        ...reason,
      };
    }
    case 'StoryCorrected': {
      const { correction, class: kind, parts, notice } = event;
      const heading = (what: 'headline' | 'lede'): Line =>
        Object.fromEntries(
          parts.flatMap((part) =>
            'heading' in part && part.heading === what
              ? [[what, headingChangeIn(part.changes, before[what]?.languages)]]
              : [],
          ),
        );
      const body = ({ changes, ...of }: CorrectedPart): Line => ({
        ...of,
        changes: changed(changes),
        withhold: withheldIn(changes),
      });
      return {
        command: 'correct-story',
        ref: correction,
        id: correction,
        class: kind,
        ...heading('headline'),
        ...heading('lede'),
        claims: parts.filter((part) => 'claim' in part).map(body),
        developments: parts.filter((part) => 'development' in part).map(body),
        ...reason,
        notice,
      };
    }
    case 'ClaimsLinked':
      return {
        command: 'link',
        ref: event.id,
        id: event.id,
        claim: event.from,
        to: event.to,
        relation: event.relation,
      };
    case 'ClaimLinkRevoked':
      return { command: 'revoke-link', link: event.link, ...reason };
    case 'ClaimVerified':
    case 'ClaimRefuted':
    case 'ClaimJudged': {
      const verdict = verdictOf(event);
      const { id, claim, method, methodPublic } = event;
      return { command: 'judge', ref: id, id, claim, verdict, method, public: methodPublic, ...reason };
    }
    case 'JudgementRevoked':
      return { command: 'revoke-judgement', judgement: event.judgement, ...reason };
    case 'SourceIndependenceAssessed':
      return { command: 'independence', origins: event.origins, independent: event.independent, ...reason };
  }
}

/** The body of a kill, takedown or removal. */
const removalBody = ({
  grounds,
  reason,
  notice,
  authority = null,
}: Pick<Extract<StoryEvent, { type: 'StoryKilled' }>, 'grounds' | 'reason' | 'notice'> & {
  readonly authority?: string | null;
}): Line => ({ grounds, reason, notice, ...(authority === null ? {} : { authority }) });

const edtf = (occurred: Occurred | null): string | null => occurred?.edtf ?? null;
const revisionBody = ({ release, clears }: { readonly release: Release; readonly clears?: true }): Line => ({
  release: releaseBody(release),
  ...(clears ? { clears } : {}),
});
const releaseBody = (release: Release | 'cancelled'): unknown =>
  typeof release === 'object' ? { embargoedUntil: iso(release.embargoedUntil) } : release;

const idsOf = (deciders: readonly Decider[]): readonly string[] => deciders.map(({ id }) => id);

function claimBody(claim: Claim): Line {
  const { occurred, decidedBy, languages: _, ...content } = claim;
  return { ...content, occurred: edtf(occurred), ...(decidedBy ? { decidedBy: idsOf(decidedBy) } : {}) };
}

const chainBody = (chain: Chain): readonly Line[] =>
  chain.map((link) => {
    const { standing } = link;
    if ('party' in link) return { party: link.party.id, standing };
    if ('rumour' in link) return { rumour: link.rumour };
    if ('document' in link) return { document: documentBody(link.document), standing };
    const { side, ...unnamed } = link.unnamed;
    return { unnamed: { ...unnamed, side: side?.id ?? null }, standing };
  });

function documentBody({ issuer, date, ...document }: Document): Line {
  const by = issuer !== null && 'party' in issuer ? { party: issuer.party.id } : issuer;
  return { ...document, issuer: by, date: edtf(date) };
}

const FIELDS: Readonly<Record<string, (value: never) => unknown>> = {
  attribution: (chains: readonly Chain[]) => chains.map(chainBody),
  claims: (claims: readonly Claim[]) => claims.map(claimBody),
  raises: (questions: Development['raises']) => questionsAfter([], questions),
  assertions: (assertions: Development['assertions']) =>
    assertions.map(({ claim, stance, chains, standing }) => ({ claim, stance, chains, standing })),
  decidedBy: idsOf,
  occurred: edtf,
  reportedAt: edtf,
  release: releaseBody,
};

const bodyOf = (field: string, value: unknown): unknown => FIELDS[field]?.(value as never) ?? value;

function developmentBody(content: object): Line {
  return Object.fromEntries(Object.entries(content).map(([field, value]) => [field, bodyOf(field, value)]));
}

function changed(changes: readonly FieldChange[]): Line {
  const languages = (changes.find(({ field }) => field === 'languages')?.is ?? {}) as LanguageNotes;
  return Object.fromEntries(
    changes
      .filter(({ field }) => field !== 'languages')
      .map(({ field, was, is, withheld }) => {
        if (field === 'raises') return [field, questionsAfter(was, is as Development['raises'])];
        if (field !== 'text') return [field, bodyOf(field, is)];
        return [field, changeOf(withheld ? {} : (was as Text), { text: is as Text, languages })];
      }),
  );
}

/** The change of a headline or lede in a correction. */
function headingChangeIn(changes: readonly FieldChange[], before: LanguageNotes = {}): Line {
  const [{ was, is }] = changes as readonly [FieldChange];
  const notes = changes.find(({ field }) => field === 'languages');
  const languages = notes ? ((notes.is ?? {}) as LanguageNotes) : before;
  return changeOf((was ?? {}) as Text, { text: is as Text, languages });
}

/** The change from the headline or lede before, or from the one that is scheduled for the same time. */
function headingChange(
  event: Extract<StoryEvent, { type: 'HeadlineRevised' | 'LedeRevised' }>,
  { headline, lede, scheduled }: Story,
): Line {
  const [what, text] =
    event.type === 'HeadlineRevised'
      ? (['headline', event.headline] as const)
      : (['lede', event.lede] as const);
  const { release, languages = {} } = event;
  const waits = scheduled.find((one) => one.what === what && same(one.release, release));
  const before = (release === 'now' ? null : waits) ?? (what === 'headline' ? headline : lede);
  return changeOf(before?.text ?? {}, { text, languages });
}

/** Questions as a correction gives them: an older question keeps the languages that are absent. */
const questionsAfter = (was: unknown, is: Development['raises']): readonly Line[] =>
  is.map((question) => {
    const before = ((was ?? []) as Development['raises']).find(({ id }) => id === question.id);
    return { id: question.id, text: changeOf(before?.text ?? {}, question) };
  });

const textIn = (changes: readonly FieldChange[]): Text | undefined =>
  changes.find(({ field }) => field === 'text')?.is as Text | undefined;

/** The questions whose text a change changes. */
function questionsIn(changes: readonly FieldChange[]): Development['raises'] {
  const { was = [], is = [] } = changes.find(({ field }) => field === 'raises') ?? {};
  const before = was as Development['raises'];
  return (is as Development['raises']).filter((one) => !before.some((other) => same(other, one)));
}

/** A correction that added only languages. */
function correctionOf(parts: readonly TranslationPart[]): Line {
  const headings = parts.map((part): Line => {
    if (part.type !== 'HeadlineRevised' && part.type !== 'LedeRevised') return {};
    const [what, text] =
      part.type === 'HeadlineRevised'
        ? (['headline', part.headline] as const)
        : (['lede', part.lede] as const);
    const { translates = {}, languages = {} } = part;
    return { [what]: changeOf(translates, { text, languages }) };
  });
  const claims = parts.flatMap((part) =>
    part.type === 'ClaimCorrected' ? [{ claim: part.claim, changes: changed(part.changes) }] : [],
  );
  const developments = parts.flatMap((part) =>
    part.type === 'DevelopmentCorrected'
      ? [{ development: part.development, changes: changed(part.changes) }]
      : [],
  );
  const line = { command: 'correct-story', class: 'refile', claims, developments, reason: 'More languages.' };
  return headings.reduce((all, heading) => ({ ...all, ...heading }), line);
}

/** A translation. One without a language was made by a correction, and becomes a correction again. */
function translationOf(event: Extract<StoryEvent, { type: 'StoryTranslated' }>): Line {
  const { translation: id, language, parts } = event;
  const named = { ref: id, id };
  if (language === null) return { ...correctionOf(parts), ...named };
  const body: Record<string, unknown[]> = {};
  const headings: Record<string, string | null> = {};
  const inLanguage = (text: Text): string | null => text[language] ?? null;
  const add = (list: string, item: object): void => void (body[list] ??= []).push(item);
  for (const part of parts)
    switch (part.type) {
      case 'HeadlineRevised':
      case 'LedeRevised': {
        const [what, text] =
          part.type === 'HeadlineRevised'
            ? (['headline', inLanguage(part.headline)] as const)
            : (['lede', inLanguage(part.lede)] as const);
        if (part.release === 'now') headings[what] = text;
        else add('scheduled', { what, was: releaseBody(part.release), text });
        break;
      }
      case 'DevelopmentCorrected': {
        const { development, changes } = part;
        const text = textIn(changes);
        if (text) add('developments', { development, text: inLanguage(text) });
        for (const { id: question, text: asked } of questionsIn(changes))
          add('questions', { question, text: inLanguage(asked) });
        break;
      }
      case 'ClaimCorrected':
        add('claims', { claim: part.claim, text: inLanguage(textIn(part.changes) ?? {}) });
        break;
      case 'NoticeTranslated':
        add('notices', { of: Object.values(part.of)[0], text: inLanguage(part.notice) });
        break;
      case 'NamesTranslated':
        for (const { name, text } of part.names) add('names', { name, text: inLanguage(text) });
    }
  return { command: 'translate', ...named, language, ...headings, ...body };
}

const withheldIn = (changes: readonly FieldChange[]): readonly string[] =>
  changes.filter((change) => change.withheld).map(({ field }) => field);
