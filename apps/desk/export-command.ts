import {
  isDevelopmentEvent,
  verdictOf,
  type Chain,
  type Claim,
  type Decider,
  type Development,
  type Document,
  type FieldChange,
  type Occurred,
  type Release,
  type StoryEvent,
} from '#story';
import { iso } from '#nest';

type Line = Readonly<Record<string, unknown>>;

/** The command that made an event, with the body that it would have in an import file, and the id it made. */
export function commandOf(event: StoryEvent): Line {
  if (isDevelopmentEvent(event)) {
    const { id, ...content } = event.development;
    return { command: 'record', ref: id, id, ...developmentBody(content) };
  }
  const reason = 'reason' in event && event.reason !== null ? { reason: event.reason } : {};
  switch (event.type) {
    case 'StoryOpened': {
      const { headline, lede, language, topics, places } = event;
      return { command: 'open', headline, lede, language, topics, places };
    }
    case 'HeadlineRevised':
      return { command: 'headline', headline: event.headline, ...revisionBody(event) };
    case 'LedeRevised':
      return { command: 'lede', lede: event.lede, ...revisionBody(event) };
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
      return { command: 'kill', ...endedBody(event) };
    case 'StoryTakenDown':
      return { command: 'takedown', ...endedBody(event) };
    case 'DevelopmentReleased':
      return { command: 'release', development: event.development, publishes: event.publishes };
    case 'DevelopmentCorrected': {
      const { correction, development, class: kind, notice, changes } = event;
      const withhold = changes.filter((c) => c.withheld).map((c) => c.field);
      return {
        command: 'correct',
        ref: correction,
        id: correction,
        development,
        class: kind,
        changes: changed(changes),
        withhold,
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
      return { command, development, andClaims: claims.length > 0, publishes, ...endedBody(event) };
    }
    case 'TextsRemoved': {
      const { removal: id, what, how } = event;
      const removed = 'words' in what ? { words: what.words, with: what.with } : what;
      return { command: 'remove', ref: id, id, how, ...removed, ...endedBody(event) };
    }
    case 'AssertionWithdrawn':
      return { command: 'withdraw', assertion: event.assertion, by: event.by, ...reason };
    case 'ClaimCorrected': {
      const { correction, claim, changes } = event;
      const withhold = changes.filter((c) => c.withheld).map((c) => c.field);
      return {
        command: 'correct-claim',
        ref: correction,
        id: correction,
        claim,
        changes: changed(changes),
        withhold,
        ...reason,
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

/** Why something was removed. */
const endedBody = ({
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

const claimBody = ({ occurred, decidedBy, ...claim }: Claim): Line => ({
  ...claim,
  occurred: edtf(occurred),
  ...(decidedBy ? { decidedBy: idsOf(decidedBy) } : {}),
});

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

const changed = (changes: readonly FieldChange[]): Line =>
  Object.fromEntries(changes.map(({ field, is }) => [field, bodyOf(field, is)]));
