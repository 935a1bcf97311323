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

/** What a claim says. `languages` is absent without notes. */
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
  decidedBy: nullable(
    list(ref('Decider')),
    'The parties that may decide, each of them alone; null if the claim is no decision.',
  ),
};

/** The same, with the marks that only editors see. */
export const contentFor = (audience: Audience): Schemas =>
  audience === 'desk'
    ? {
        ...content,
        allegation: flag('True if it accuses somebody of something serious; else absent.'),
      }
    : content;
/** The members that may be absent. */
export const mayLack = (audience: Audience): readonly string[] =>
  audience === 'desk' ? ['languages', 'allegation'] : ['languages'];

/** The status of a claim, and the reasons. */
export const standing: Schemas = {
  status: ref('ClaimStatus'),
  support: oneOf(
    ['none', 'single-origin', 'multi-origin', 'independent'],
    'How many origins support it, and whether two of them are independent.',
  ),
  authority: oneOf(['none', 'one-side', 'both-sides'], 'How many of the responsible sides support it.'),
  contest: oneOf(['uncontested', 'novelty-contested', 'disputed', 'denied'], 'Whether any origin disagrees.'),
  flags: list(ref('Flag')),
  because: list(ref('Uuid'), 'The assertions and judgements behind the status: at most ten.'),
  explanation: ref('Text'),
  since: ref('Instant'),
  revision: ref('Revision'),
};

const quantity = (description: string) => nullable({ type: 'number' }, description);
const line = (description: string) => nullable({ type: 'string' }, description);

const ORDER =
  'first those that the newsroom judged, then those of key developments, then the others. Within each group the latest change comes first.';

export const claimSchemas = (audience: Audience): Schemas => ({
  ClaimStatus: oneOf(STATUSES, 'The status that follows from the assertions in force and their origins.'),
  Flag: object(
    {
      flag: oneOf(FLAGS),
      who: list({ type: 'string' }, 'Parties, or the origin ids of other sources.'),
      by: list(ref('Slug'), 'Claims that replace or contradict this one, as linked by an editor.'),
    },
    { optional: ['who', 'by'], description: 'A note beside the status, which does not change it.' },
  ),
  Territory: object(
    {
      variable: ref('Slug'),
      area: text('The controlled area, in words.'),
      of: line('The whole that `share` refers to.'),
      share: nullable({ type: 'number', minimum: 0, maximum: 1 }, 'From 0 to 1.'),
      km2: quantity('Square kilometres.'),
      comparator: ref('Comparator'),
      controller: text('The controller, in words.'),
      from: line('The former controller, in words.'),
    },
    { description: 'The part of an area that somebody controls.' },
  ),
  Figure: object(
    {
      variable: ref('Slug'),
      what: text('What the number counts.'),
      of: line('The group to which it applies.'),
      unit: line('The unit.'),
      denominator: line('The whole, if the figure is a share.'),
      period: line('The period that it covers.'),
      count: quantity('The number.'),
      low: quantity('The lower bound.'),
      high: quantity('The upper bound.'),
      comparator: ref('Comparator'),
    },
    { description: 'A number or a range, and what it counts.' },
  ),
  Decider: object(
    { id: ref('Slug'), name: text('Its name at the time of the claim.'), type: ref('PartyType') },
    { description: 'A party that may take the decision.' },
  ),
  Comparator: oneOf(COMPARATORS, 'How the number is meant: `~` means about.'),
  StatusThen: object(standing, { description: 'The status of a claim from one revision on.' }),
  Assertion: object(
    {
      id: ref('Uuid'),
      development: ref('Uuid'),
      stance: oneOf(STANCES),
      chain: ref('Chain'),
      also: list(ref('Chain'), 'Further chains of attribution.'),
      origin: ref('Origin'),
      standing: ref('Standing'),
      recordedAt: ref('Instant'),
      stands: flag(
        'True while it is in force: not withdrawn, not retracted, and not replaced by its origin.',
      ),
      withdrawn: nullable(oneOf(['us', 'origin']), 'Who withdrew it.'),
      retracted: nullable(oneOf(['us', 'outlet']), 'Who retracted the development that made it.'),
    },
    { optional: ['also'], description: 'The stance of one origin towards one claim, in one development.' },
  ),
  Assertions: page('Assertion', 'Assertions about a claim.'),
  Origin: text(
    'The source that knows the matter itself: the id of a party, of an unnamed source, of a document or of a rumour. Or `unknown:` with the outlet that does not name its source.',
    {
      examples: ['moscow', 'unknown:our-newsroom'],
    },
  ),
  Standing: oneOf(
    SOURCE_STANDINGS,
    'The relation of the origin to the matter: it took part or is responsible, belongs to one side, saw it, or passes it on.',
  ),
  Claim: object(
    { ...contentFor(audience), ...standing, assertions: ref('Assertions') },
    {
      optional: mayLack(audience),
      description: 'One checkable proposition with its status, and the newest five assertions in force.',
    },
  ),
  Claims: page('Claim', `Claims: ${ORDER}`),
  ChosenClaims: object(
    {
      total: nullable(
        { type: 'integer', minimum: 0 },
        'The total number; null with filters in a story of more than 5,000 claims.',
      ),
      next: nullable(ref('Address'), 'The next page; null at the end.'),
      items: list(ref('Claim')),
    },
    { description: `Claims: ${ORDER}` },
  ),
  ClaimPage: object(
    {
      ...contentFor(audience),
      ...standing,
      identifiedBy: ref('Uuid'),
      recordedAt: ref('Instant'),
      corrected: flag('True if its content was corrected.'),
      judgements: list(
        ref('Judgement'),
        'The judgements that were not revoked, oldest first. The last one is in force.',
      ),
      links: list(ref('ClaimLink')),
      history: list(ref('StatusThen'), 'Its statuses, oldest first: the newest hundred.'),
      assertions: ref('Assertions'),
    },
    {
      optional: mayLack(audience),
      description: 'One claim in full, with the history of its status.',
    },
  ),
  Judgement: object(
    {
      id: ref('Uuid'),
      verdict: oneOf(VERDICTS, 'The verdict, on a scale from true to false; `unproven` means neither.'),
      method: line('The method of the check; null if it is not public.'),
      recordedAt: ref('Instant'),
    },
    { description: 'The result of the newsroom’s own check.' },
  ),
  ClaimLink: object(
    { id: ref('Uuid'), from: ref('Slug'), to: ref('Slug'), relation: oneOf(RELATIONS) },
    {
      description:
        'A relation between two claims. It never changes a status. After `supersedes`, `restates` and `annuls`, the other claim is no longer in force.',
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
      description: 'The values of one variable, by origin and valid time.',
    },
  ),
  SeriesValue: object({
    origin: nullable(ref('Origin'), 'Null if no origin supports it any more.'),
    originName: nullable(
      ref('Text'),
      'The name of the origin at that time. The name of a party has the key `und`.',
    ),
    side: nullable(ref('Slug'), 'The declared side of the origin.'),
    claim: ref('Slug'),
    text: ref('Text'),
    occurred: nullable(ref('Edtf')),
    occurredBounds: nullable(ref('Bounds')),
    territory: nullable(ref('Territory')),
    figure: nullable(ref('Figure')),
    status: ref('ClaimStatus'),
    since: ref('Instant'),
    relation: oneOf(['first', 'supersedes', 'restates'], 'Its relation to the previous value.'),
    restated: flag('True if its origin later gave another value for the same time.'),
    corrected: flag('True if the newsroom corrected it.'),
    inForce: nullable(
      object({ from: nullable(ref('Instant')), to: nullable(ref('Instant')) }),
      'The valid time in which it is the latest value; an open end is null.',
    ),
  }),
});
