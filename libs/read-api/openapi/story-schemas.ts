import { count, list, nullable, object, oneOf, ref, text, type Schemas } from '#http';
import type { Audience } from '#projections';
import { RECORDED_STANCES } from '#story';
import { content, contentFor, mayLack } from './claim-schemas.js';

/** Members of a story, wherever it is shown. */
const shared: Schemas = {
  headline: ref('Text'),
  lede: nullable(ref('Text')),
  languages: object(
    { headline: ref('Languages'), lede: ref('Languages') },
    {
      optional: ['headline', 'lede'],
      description: 'Notes on the languages of the headline and the lede; absent without notes.',
    },
  ),
  names: list(
    object({ name: text('The name as the story has it.'), text: ref('Text') }),
    'Names of parties, sides, sources, places and units in other languages; absent without any.',
  ),
  summary: nullable(ref('Summary'), 'The summary that editors pinned.'),
  language: text('The main language of the story: BCP 47.'),
  topics: list({ type: 'string', pattern: '^medtop:\\d{8}$' }, 'IPTC Media Topics.'),
  places: list(ref('Place')),
  status: ref('StoryStatus'),
  notice: nullable(ref('Notice')),
  openedAt: ref('Instant'),
  updatedAt: ref('Instant'),
};

/** Only for editors: headings that are not yet public. */
const scheduled = list(
  object(
    {
      id: text('Its id.'),
      what: oneOf(['headline', 'lede']),
      text: ref('Text'),
      languages: ref('Languages'),
      release: ref('Release'),
    },
    { optional: ['languages'] },
  ),
  'Scheduled headlines and ledes, in the order of their release; those on hold come last.',
);

const newest = (of: Schemas[string], description: string) =>
  object({ total: count('The total number.'), items: list(of) }, { description });

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
              'The claim of the point, with its present status; null without a claim.',
            ),
          }),
          'The main points, in order.',
        ),
        revision: ref('Revision'),
        pinnedAt: ref('Instant'),
      },
      {
        description:
          'What is known, in short. It changes with the status of the claims that its points name.',
      },
    ),
    StoryStatus: oneOf(['open', 'closed', 'killed', 'takenDown']),
    Story: object(
      {
        id: ref('Uuid'),
        slug: ref('Slug'),
        asOf: nullable(ref('Instant'), 'The system time asked for; null for now.'),
        validAt: nullable(ref('Instant'), 'The valid time asked for; null for none.'),
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
        description: 'The state of a story as of a moment. Its size is bounded, whatever the history.',
      },
    ),
    FrontPage: object(
      {
        asOf: nullable(ref('Instant')),
        position: nullable(
          ref('Position'),
          'The position from which to follow changes. Only on the first page as of now; else null.',
        ),
        total: nullable(
          count('The number of matching stories.'),
          'Null if a count would have to look at more than 1,000 stories.',
        ),
        next: nullable(ref('Address'), 'The next page; null at the end.'),
        items: list(ref('FrontPageStory')),
      },
      {
        description: 'Stories as of a moment, the newest development first, or in the order of `sort`.',
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
        claims: count('The number of its claims.'),
        developments: count('The number of its developments.'),
        snippet: nullable(
          ref('Snippet'),
          'An excerpt that matches `q`; null without `q`, or if no searched text has its words.',
        ),
      },
      { optional: ['languages', 'names'] },
    ),
    Snippet: object(
      {
        in: oneOf(
          ['headline', 'lede', 'summary', 'development', 'source', 'claim'],
          'The text that the excerpt comes from.',
        ),
        id: nullable(
          { type: 'string' },
          'The id of the development or claim; for a source, of its development. Null for headline, lede and summary.',
        ),
        language: nullable({ type: 'string' }, 'BCP 47; null if unknown.'),
        parts: list(
          object({
            text: text('Plain text. All parts together are the excerpt.'),
            matched: { type: 'boolean', description: 'True for a matching word.' },
          }),
          'About 240 characters of the text, cut between words.',
        ),
      },
      {
        description:
          'An excerpt of the text with the most words of the search, as of the moment. Among equal texts, the headline comes first, then lede, summary, and the earliest other text.',
      },
    ),
    PartyRecord: object(
      {
        id: ref('Slug'),
        name: text('Its name when it last spoke.'),
        asOf: nullable(ref('Instant')),
        record: object(Object.fromEntries(RECORDED_STANCES.map((stance) => [stance, ref('Tally')]))),
        claims: object({
          total: count('The number of claims that it asserted, confirmed or denied.'),
          next: nullable(ref('Address')),
          items: list(ref('PartyClaim')),
        }),
      },
      { description: 'What a party asserted, confirmed and denied, and the status of these claims.' },
    ),
    Tally: object({
      total: count('The number of claims.'),
      takenBack: count('The number of claims where it took back its statement, or later said the opposite.'),
      byStatus: {
        type: 'object',
        propertyNames: ref('ClaimStatus'),
        additionalProperties: { type: 'integer', minimum: 1 },
        description: 'The number of claims with each status.',
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
      takenBack: {
        type: 'boolean',
        description: 'True if it took back its statement, or later said the opposite.',
      },
      takenBackAt: nullable(ref('Instant'), 'When it took back its statement; null if it did not.'),
      spokeAt: { ...ref('Instant'), description: 'When it took this stance.' },
      status: ref('ClaimStatus'),
      href: ref('Address'),
    }),
    StoryChanges: object(
      {
        id: ref('Uuid'),
        slug: ref('Slug'),
        from: object({
          moment: ref('Instant'),
          revision: nullable(ref('Revision'), 'Null if the story began later.'),
        }),
        to: object({ moment: ref('Instant'), revision: ref('Revision') }),
        headline: turn(ref('Text'), 'Null if it did not change.'),
        lede: turn(ref('Text'), 'Null if it did not change.'),
        summary: turn(ref('Summary'), 'Null if it did not change.'),
        status: turn(ref('StoryStatus'), 'Null if it did not change.'),
        claims: newest(ref('ChangedClaim'), 'New claims, and claims whose status or content changed.'),
        figures: newest(ref('ChangedFigure'), 'The quantities of these claims.'),
        questions: newest(ref('Question'), 'Questions that were raised or answered.'),
        developments: newest(ref('Development'), 'New developments.'),
        revised: newest(ref('Development'), 'Developments that changed.'),
        corrections: newest(ref('Correction'), 'New corrections.'),
      },
      { description: 'What changed in a story between two moments. Each list has its newest hundred items.' },
    ),
    ChangedClaim: object(
      {
        ...contentFor(audience),
        was: nullable(ref('StatusThen'), 'Null for a new claim.'),
        is: ref('StatusThen'),
        content: nullable(
          object({ was: object(contentFor(audience), { optional: mayLack(audience) }) }),
          'Its former content, if that was corrected.',
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
