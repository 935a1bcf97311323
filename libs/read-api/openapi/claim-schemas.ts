import { count, flag, list, nullable, object, oneOf, page, ref, text, type Schemas } from '#http';
import type { Audience } from '#projections';
import {
  CLAIM_KINDS,
  COMPARATORS,
  FLAGS,
  RELATIONS,
  STANCES,
  SOURCE_STANDINGS,
  STATUSES,
  VERDICTS,
} from '#story';

/** What a claim says; `languages` is there where there is something to know of them. */
export const content: Schemas = {
  id: ref('Slug'),
  kind: oneOf(CLAIM_KINDS),
  text: ref('Text'),
  languages: ref('Languages'),
  occurred: nullable(ref('Edtf')),
  occurredBounds: nullable(ref('Bounds')),
  place: nullable(ref('Place')),
  territory: nullable(ref('Territory')),
  figure: nullable(ref('Figure')),
  decidedBy: nullable(list(ref('Decider')), 'Who may decide, any one of them; null where it is no decision.'),
};

/** At the desk also how it is marked. */
export const contentFor = (audience: Audience): Schemas =>
  audience === 'desk'
    ? {
        ...content,
        allegation: flag('Whether it accuses somebody of something serious; only where it does.'),
      }
    : content;
/** What of that may be missing. */
export const mayLack = (audience: Audience): readonly string[] =>
  audience === 'desk' ? ['languages', 'allegation'] : ['languages'];

/** Where it stands, and why. */
export const standing: Schemas = {
  status: ref('ClaimStatus'),
  support: oneOf(
    ['none', 'single-origin', 'multi-origin', 'independent'],
    'How many origins support it, and whether two are independent.',
  ),
  authority: oneOf(['none', 'one-side', 'both-sides'], 'Of how many sides those responsible support it.'),
  contest: oneOf(
    ['uncontested', 'novelty-contested', 'disputed', 'denied'],
    'Whether anybody says otherwise.',
  ),
  flags: list(ref('Flag')),
  because: list(ref('Uuid'), 'The assertions and judgements that decided: at most ten.'),
  explanation: ref('Text'),
  since: ref('Instant'),
  revision: ref('Revision'),
};

const quantity = (description: string) => nullable({ type: 'number' }, description);
const line = (description: string) => nullable({ type: 'string' }, description);

const IN_ORDER =
  'those that the newsroom judged first, then those that a key development names, then all others; in each of these the one that changed last comes first.';

export const claimSchemas = (audience: Audience): Schemas => ({
  ClaimStatus: oneOf(
    STATUSES,
    'The total of the assertions that stand: a function of the origins that made them.',
  ),
  Flag: object(
    {
      flag: oneOf(FLAGS),
      who: list({ type: 'string' }, 'Parties, or the origin ids of other sources.'),
      by: list(ref('Slug'), 'Claims that take this one out of force, or contradict it, by an editor’s word.'),
    },
    { optional: ['who', 'by'], description: 'Told beside the status, which it does not move.' },
  ),
  Territory: object(
    {
      variable: ref('Slug'),
      area: text('What is controlled, in words.'),
      of: line('The whole of which `share` is a share.'),
      share: nullable({ type: 'number', minimum: 0, maximum: 1 }, 'From 0 to 1.'),
      km2: quantity('Square kilometres.'),
      comparator: ref('Comparator'),
      controller: text('Who controls it, in words.'),
      from: line('From whom it was taken, in words.'),
    },
    { description: 'Who controls how much of what.' },
  ),
  Figure: object(
    {
      variable: ref('Slug'),
      what: text('What is counted.'),
      of: line('Of whom.'),
      unit: line('In what.'),
      denominator: line('Of what it is a share.'),
      period: line('In what time.'),
      count: quantity('How many.'),
      low: quantity('At least.'),
      high: quantity('At most.'),
      comparator: ref('Comparator'),
    },
    { description: 'How many of what.' },
  ),
  Decider: object(
    { id: ref('Slug'), name: text('As it was described when the claim named it.'), type: ref('PartyType') },
    { description: 'A party that may decide.' },
  ),
  Comparator: oneOf(COMPARATORS, 'How the number is meant: `~` is about.'),
  StatusThen: object(standing, { description: 'The status of a claim as it was from one revision on.' }),
  Assertion: object(
    {
      id: ref('Uuid'),
      development: ref('Uuid'),
      stance: oneOf(STANCES),
      chain: ref('Chain'),
      also: list(ref('Chain'), 'Further chains on which it rests.'),
      origin: ref('Origin'),
      standing: ref('Standing'),
      recordedAt: ref('Instant'),
      stands: flag('Whether it still counts: it was not withdrawn, retracted or given up.'),
      withdrawn: nullable(oneOf(['us', 'origin']), 'Who took it back.'),
      retracted: nullable(oneOf(['us', 'outlet']), 'Who retracted the development that made it.'),
    },
    { optional: ['also'], description: 'One origin’s stance towards one claim, made in one development.' },
  ),
  Assertions: page('Assertion', 'Assertions about a claim.'),
  Origin: text(
    'Who knows: a party’s name, the id of an unnamed source, a document or a rumour, or `unknown:` and the outlet behind which it is.',
    {
      examples: ['moscow', 'unknown:our-newsroom'],
    },
  ),
  Standing: oneOf(
    SOURCE_STANDINGS,
    'What the origin is to the matter: it took part or is responsible, is of one camp, saw it, or passes it on.',
  ),
  Claim: object(
    { ...contentFor(audience), ...standing, assertions: ref('Assertions') },
    {
      optional: mayLack(audience),
      description:
        'One checkable proposition, where it stands, and by whose word: the newest five assertions that stand.',
    },
  ),
  Claims: page('Claim', `Claims: ${IN_ORDER}`),
  ChosenClaims: object(
    {
      total: nullable(
        { type: 'integer', minimum: 0 },
        'How many there are; null where some were chosen of a story of more than 5,000 claims.',
      ),
      next: nullable(ref('Address'), 'Where the next page is; null at the end.'),
      items: list(ref('Claim')),
    },
    { description: `Claims: ${IN_ORDER}` },
  ),
  ClaimPage: object(
    {
      ...contentFor(audience),
      ...standing,
      identifiedBy: ref('Uuid'),
      recordedAt: ref('Instant'),
      corrected: flag('Whether what it says was corrected.'),
      judgements: list(ref('Judgement'), 'Those that were not revoked, oldest first: the last one stands.'),
      links: list(ref('ClaimLink')),
      history: list(ref('StatusThen'), 'Its statuses, oldest first: the newest hundred.'),
      assertions: ref('Assertions'),
    },
    {
      optional: mayLack(audience),
      description: 'One claim whole, with the history of its status.',
    },
  ),
  Judgement: object(
    {
      id: ref('Uuid'),
      verdict: oneOf(VERDICTS, 'What was found: from true to false; `unproven` where it is neither.'),
      method: line('How it was found; null where that is not public.'),
      recordedAt: ref('Instant'),
    },
    { description: 'An editor’s own finding.' },
  ),
  ClaimLink: object(
    { id: ref('Uuid'), from: ref('Slug'), to: ref('Slug'), relation: oneOf(RELATIONS) },
    {
      description:
        'What one claim is to another. It never moves a status; `supersedes`, `restates` and `annuls` take the other out of force.',
    },
  ),
  Series: object(
    {
      variable: ref('Slug'),
      validAt: nullable(ref('Instant')),
      total: count('How many values there are.'),
      next: nullable(ref('Address')),
      items: list(ref('SeriesValue')),
    },
    {
      description:
        'What one variable measured over world time, by origin and by the time for which a value was given.',
    },
  ),
  SeriesValue: object({
    origin: nullable(ref('Origin'), 'Null where nobody stands behind it any more.'),
    originName: nullable(ref('Text'), 'As its origin was called by then; a party’s name is under `und`.'),
    side: nullable(ref('Slug'), 'The side that was declared for its origin.'),
    claim: ref('Slug'),
    text: ref('Text'),
    occurred: nullable(ref('Edtf')),
    occurredBounds: nullable(ref('Bounds')),
    territory: nullable(ref('Territory')),
    figure: nullable(ref('Figure')),
    status: ref('ClaimStatus'),
    since: ref('Instant'),
    relation: oneOf(['first', 'supersedes', 'restates'], 'What it is to the value before it.'),
    restated: flag('Whether its origin gave another value for the same time.'),
    corrected: flag('Whether we had it wrong.'),
    inForce: nullable(
      object({ from: nullable(ref('Instant')), to: nullable(ref('Instant')) }),
      'The world time for which it is the last word; an end that is open is null.',
    ),
  }),
});
