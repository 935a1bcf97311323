import { count, list, nullable, object, oneOf, ref, text, type Schemas } from '#http';
import type { Audience } from '#projections';
import { RECORDED_STANCES } from '#story';
import { content, contentFor, mayLack } from './claim-schemas.js';

/** What a story says of itself, wherever it is shown. */
const shared: Schemas = {
  headline: ref('Text'),
  lede: nullable(ref('Text')),
  languages: object(
    { headline: ref('Languages'), lede: ref('Languages') },
    {
      optional: ['headline', 'lede'],
      description: 'Of the headline and lede; there where there is something to know.',
    },
  ),
  names: list(
    object({ name: text('As it stands in the story.'), text: ref('Text') }),
    'Names of parties, sides, sources, places and units in other languages; there where there are any.',
  ),
  summary: nullable(ref('Summary'), 'What editors pinned: what is known, in short.'),
  language: text('In which it is first told: BCP 47.'),
  topics: list({ type: 'string', pattern: '^medtop:\\d{8}$' }, 'IPTC Media Topics.'),
  places: list(ref('Place')),
  status: ref('StoryStatus'),
  notice: nullable(ref('Notice')),
  openedAt: ref('Instant'),
  updatedAt: ref('Instant'),
};

/** At the desk also what it is to say. */
const scheduled = list(
  object(
    {
      id: text('By what it is known.'),
      what: oneOf(['headline', 'lede']),
      text: ref('Text'),
      languages: ref('Languages'),
      release: ref('Release'),
    },
    { optional: ['languages'] },
  ),
  'Headlines and ledes that are to come, in the order of their times; those on hold last.',
);

const newest = (of: Schemas[string], description: string) =>
  object({ total: count('How many there are.'), items: list(of) }, { description });

const turn = (of: Schemas[string], description: string) =>
  nullable(object({ was: nullable(of), is: nullable(of) }), description);

export function storySchemas(audience: Audience): Schemas {
  const header = audience === 'desk' ? { ...shared, scheduled } : shared;
  return {
    Summary: object(
      {
        text: ref('Text'),
        points: list(
          object({
            text: ref('Text'),
            claim: nullable(
              object({
                id: ref('Slug'),
                kind: content['kind']!,
                status: ref('ClaimStatus'),
                flags: list(ref('Flag')),
              }),
              'The claim that the point names, as it stands; null where it names none.',
            ),
          }),
          'The things that count, in their order.',
        ),
        revision: ref('Revision'),
        pinnedAt: ref('Instant'),
      },
      { description: 'What is known, in short. It changes with how the claims stand that its points name.' },
    ),
    StoryStatus: oneOf(['open', 'closed', 'killed', 'takenDown']),
    Story: object(
      {
        id: ref('Uuid'),
        slug: ref('Slug'),
        asOf: nullable(ref('Instant'), 'The moment that was asked for; null for what is known now.'),
        validAt: nullable(ref('Instant'), 'The moment of the world that was asked for.'),
        revision: ref('Revision'),
        position: ref('Position'),
        ...header,
        claims: ref('Claims'),
        questions: ref('Questions'),
        corrections: ref('Corrections'),
        developments: ref('Developments'),
      },
      {
        optional: ['languages', 'names'],
        description: 'The state of a story as of a moment: bounded, whatever its history.',
      },
    ),
    FrontPage: object(
      {
        asOf: nullable(ref('Instant')),
        position: nullable(
          ref('Position'),
          'From where to follow what changes after this: of the first page of what is known now; null of others.',
        ),
        total: nullable(
          count('How many stories are chosen.'),
          'Null where more than 1,000 have each of what is asked for, or are in the archive: they are not counted for a page of them.',
        ),
        next: nullable(ref('Address'), 'Where the next page is; null at the end.'),
        items: list(ref('FrontPageStory')),
      },
      {
        description:
          'Stories as of a moment, the one with the newest development first, or in the order of `sort`.',
      },
    ),
    FrontPageStory: object(
      {
        id: ref('Uuid'),
        slug: ref('Slug'),
        ...header,
        newest: nullable(
          object({ id: ref('Uuid'), kind: ref('Kind'), recordedAt: ref('Instant'), text: ref('Text') }),
          'Its newest development.',
        ),
        claims: count('How many claims it has.'),
        developments: count('How many developments it has.'),
        snippet: nullable(
          ref('Snippet'),
          'Where it has the words of `q`; null without `q`, and where they are found in no text that is looked at.',
        ),
      },
      { optional: ['languages', 'names'] },
    ),
    Snippet: object(
      {
        in: oneOf(
          ['headline', 'lede', 'summary', 'development', 'source', 'claim'],
          'Which text of the story it is.',
        ),
        id: nullable(
          { type: 'string' },
          'Of the development, the claim, or the development whose source is described; null for headline, lede and summary.',
        ),
        language: nullable({ type: 'string' }, 'BCP 47; null where it is not known.'),
        parts: list(
          object({
            text: text('Plain text, one after the other the excerpt.'),
            matched: { type: 'boolean', description: 'Whether it is a word that was looked for.' },
          }),
          'Some 240 characters of the text, cut between words.',
        ),
      },
      {
        description:
          'An excerpt of the text that has most of the words of a search, as of the moment: of those that have as many the headline, the lede, the summary, then what first had one.',
      },
    ),
    PartyRecord: object(
      {
        id: ref('Slug'),
        name: text('As it was last described when it spoke.'),
        asOf: nullable(ref('Instant')),
        record: object(Object.fromEntries(RECORDED_STANCES.map((stance) => [stance, ref('Tally')]))),
        claims: object({
          total: count('How many claims it has asserted, confirmed or denied.'),
          next: nullable(ref('Address')),
          items: list(ref('PartyClaim')),
        }),
      },
      { description: 'What a party has asserted, confirmed and denied, and what had become of it.' },
    ),
    Tally: object({
      total: count('Of how many claims.'),
      takenBack: count('Of how many it took its word back, or said the opposite later.'),
      byStatus: {
        type: 'object',
        propertyNames: ref('ClaimStatus'),
        additionalProperties: { type: 'integer', minimum: 1 },
        description: 'How many of them have which status.',
      },
    }),
    PartyClaim: object({
      story: ref('Slug'),
      headline: ref('Text'),
      claim: ref('Slug'),
      kind: content['kind']!,
      text: ref('Text'),
      occurred: nullable(ref('Edtf')),
      occurredBounds: nullable(ref('Bounds')),
      territory: nullable(ref('Territory')),
      figure: nullable(ref('Figure')),
      decidedBy: content['decidedBy']!,
      stance: oneOf(RECORDED_STANCES),
      takenBack: { type: 'boolean', description: 'Whether it took this back, or said the opposite later.' },
      takenBackAt: nullable(ref('Instant'), 'When it did; null while it stands by it.'),
      spokeAt: { ...ref('Instant'), description: 'When it took this side.' },
      status: ref('ClaimStatus'),
      href: ref('Address'),
    }),
    StoryChanges: object(
      {
        id: ref('Uuid'),
        slug: ref('Slug'),
        from: object({
          moment: ref('Instant'),
          revision: nullable(ref('Revision'), 'Null where the story began later.'),
        }),
        to: object({ moment: ref('Instant'), revision: ref('Revision') }),
        headline: turn(ref('Text'), 'Null where it is the same.'),
        lede: turn(ref('Text'), 'Null where it is the same.'),
        summary: turn(ref('Summary'), 'Null where it is the same.'),
        status: turn(ref('StoryStatus'), 'Null where it is the same.'),
        claims: newest(ref('ChangedClaim'), 'Claims that are new, or have another status or content.'),
        figures: newest(ref('ChangedFigure'), 'Of these claims the quantities.'),
        questions: newest(ref('Question'), 'Questions that were raised or answered.'),
        developments: newest(ref('Development'), 'New developments.'),
        revised: newest(ref('Development'), 'Developments that are told otherwise now.'),
        corrections: newest(ref('Correction'), 'New corrections.'),
      },
      { description: 'What changed in a story between two moments; of each list the newest hundred.' },
    ),
    ChangedClaim: object(
      {
        ...contentFor(audience),
        was: nullable(ref('StatusThen'), 'Null for a new claim.'),
        is: ref('StatusThen'),
        content: nullable(
          object({ was: object(contentFor(audience), { optional: mayLack(audience) }) }),
          'What it said, where that was corrected.',
        ),
      },
      { optional: mayLack(audience) },
    ),
    ChangedFigure: object({
      id: ref('Slug'),
      territory: nullable(ref('Territory')),
      figure: nullable(ref('Figure')),
      status: ref('ClaimStatus'),
      flags: list(ref('Flag')),
    }),
  };
}
