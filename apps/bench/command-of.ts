import type { ClaimLine, DevelopmentLine, Line, LinkLine, StoryLine } from '#generating';
import { parseOccurred } from '#http';
import type {
  ClaimInput,
  Command,
  DevelopmentInput,
  DirectoryCommand,
  LinkInput,
  Stance,
  Story,
  Uuid,
} from '#story';
import { derive, idOfRef } from './import-identity.js';

const ZONE = 'UTC';

/** The command of a side's or party's line. */
export function directoryCommandOf(line: Exclude<Line, StoryLine>): DirectoryCommand {
  if (line.command === 'side') {
    const { id, name, allies } = line;
    return { type: 'side', side: { id, name, allies } };
  }
  const { id, name, type, side = null, speaksFor = null } = line;
  return { type: 'party', party: { id, name, type, side, speaksFor }, describe: true };
}

/** The command of a generated story line, as the importer reads it. A test compares the two. */
export function commandOf(line: StoryLine, story: Story, id: Uuid): Command {
  const named = (ref: string): Uuid => idOfRef(id, ref);
  switch (line.command) {
    case 'open': {
      const { story: slug, headline, lede, language, topics, places } = line;
      return { type: 'open', slug, headline, lede, language, topics, places };
    }
    case 'record':
      return { type: 'record', development: developmentOf(line, id) };
    case 'correct': {
      const { changes, reason, notice } = line;
      const development = named(line.development);
      return { type: 'correct', development, class: line.class, changes, withhold: [], reason, notice };
    }
    case 'correct-claim': {
      const { claim, changes, reason } = line;
      return { type: 'correct-claim', claim, changes, withhold: [], reason };
    }
    case 'correct-story': {
      const { class: kind, headline = null, reason, notice } = line;
      const claims = line.claims.map((one) => ({ ...one, withhold: [] }));
      const developments = line.developments.map(({ development, changes }) => ({
        development: named(development),
        changes,
        withhold: [],
      }));
      return {
        type: 'correct-story',
        class: kind,
        headline,
        lede: null,
        claims,
        developments,
        reason,
        notice,
      };
    }
    case 'retract':
      return { type: 'retract', development: named(line.development), by: line.by, reason: line.reason };
    case 'withdraw': {
      const { claim, stance, by, reason } = line;
      const assertion = assertionOf(story, named(line.development), claim, stance);
      return { type: 'withdraw', assertion, by, reason };
    }
    case 'release':
      return { type: 'release', development: named(line.development), cause: 'editor', publishes: [] };
    case 'judge': {
      const { claim, verdict, method, public: methodPublic, reason } = line;
      return { type: 'judge', claim, verdict, method, methodPublic, reason };
    }
    case 'link':
      return { type: 'link', claim: line.claim, to: line.to, relation: line.relation };
    case 'headline':
      return { type: 'headline', headline: line.headline, release: 'now' };
    case 'translate': {
      const { language, headline, claims } = line;
      const developments = line.developments.map(({ development, text }) => ({
        development: named(development),
        text,
      }));
      const others = { scheduled: [], questions: [], notices: [], names: [] };
      return { type: 'translate', language, headline, developments, claims, ...others };
    }
    case 'summary':
      return { type: 'summary', summary: { text: line.text, points: line.points } };
    case 'unpin-summary':
      return { type: 'unpin-summary' };
    case 'lede':
      return { type: 'lede', lede: line.lede, release: 'now' };
    case 'classify':
      return { type: 'classify', topics: line.topics, places: line.places };
    case 'close':
      return { type: 'close', reason: line.reason, scheduled: 'waits' };
  }
}

function developmentOf(line: DevelopmentLine, story: Uuid): DevelopmentInput {
  const { kind, text, raises, answers, significance, place = null, release = 'now' } = line;
  return {
    kind,
    text,
    attribution: line.attribution.map((chain) => chain.map((link) => linkOf(link, story))),
    claims: line.claims.map(claimOf),
    assertions: line.assertions.map((a) => ({ ...a, chains: null, standing: null })),
    raises,
    answers,
    publishes: [],
    occurred: occurredOf(line.occurred),
    reportedAt: occurredOf(line.reportedAt),
    place,
    significance,
    release:
      release === 'now' || release === 'held'
        ? release
        : { embargoedUntil: Date.parse(release.embargoedUntil) },
    evidence: line.evidence.map((e) => ({ ...e, sha256: null })),
  };
}

function linkOf(link: LinkLine, story: Uuid): LinkInput {
  const { standing = null } = link;
  if ('party' in link) return { party: link.party, standing };
  const {
    ref,
    descriptor = null,
    count = 1,
    side = null,
    groundRules = 'background',
    approvedBy = null,
  } = link.unnamed;
  const origin = derive(story, `ref/unnamed/${ref}`);
  return { unnamed: { origin, descriptor, count, side, groundRules, approvedBy }, standing };
}

function claimOf({ id, kind, text, occurred, territory, figure, decidedBy }: ClaimLine): ClaimInput {
  return {
    id,
    kind,
    text,
    occurred: occurredOf(occurred),
    place: null,
    territory: territory ? { km2: null, from: null, ...territory } : null,
    figure: figure
      ? { of: null, unit: null, denominator: null, period: null, low: null, high: null, ...figure }
      : null,
    ...(decidedBy ? { decidedBy } : {}),
  };
}

const occurredOf = (edtf: string | undefined) => (edtf === undefined ? null : parseOccurred(edtf, ZONE));

function assertionOf(story: Story, development: Uuid, claim: string, stance: Stance): Uuid {
  const said = story.developments.get(development)?.development.assertions ?? [];
  const found = said.find((a) => a.claim === claim && a.stance === stance);
  if (!found)
    throw new Error(`No assertion of ${claim} in development ${development}: the history is incomplete.`);
  return found.id;
}
