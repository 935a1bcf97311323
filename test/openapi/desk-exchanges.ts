import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Json } from '../http/caller.js';
import { approvedBySender } from '../http/stories.js';
import type { Exchange, Request, Answered } from './exchange.js';

/** The story of the documentation, recorded by requests instead of by import. */
const story = 'talks-in-turkey';
const shipped = readFileSync(
  join(import.meta.dirname, '..', '..', 'apps', 'newsroom', 'demonstration.ndjson'),
  'utf8',
).split('\n');
const lineOf = (ref: string): Json =>
  shipped
    .filter((line) => line !== '')
    .map((line): Json => JSON.parse(line))
    .find((line) => line.ref === ref);

/** The body of a line in the demo file. Its unnamed sources are approved by the sender, as the desk demands. */
function bodyOf(ref: string): Json {
  const { at: _, story: __, command: ___, ref: ____, by: _____, ...body } = lineOf(ref);
  return approvedBySender(body);
}

const opening = (): Json => {
  const line = shipped
    .map((text): Json => (text === '' ? {} : JSON.parse(text)))
    .find((l) => l.command === 'open');
  const { headline, lede, language, topics, places } = line;
  return { slug: story, headline, lede, language, topics, places };
};

let keys = 0;
const keyed = (request: Request): Request => ({
  ...request,
  headers: { 'idempotency-key': `example-${(keys += 1)}`, ...request.headers },
});
/** Headers of an editor who accepts the current state. */
const seen = { 'if-match': '*' };

const act = (
  operation: string,
  body: Json,
  path: (answered: Answered) => Readonly<Record<string, string>> = () => ({}),
): Exchange => ({
  operation,
  request: (answered) => keyed({ path: { story, ...path(answered) }, body, headers: seen }),
  status: 201,
  again: 200,
});
const put = (operation: string, body: Json): Exchange => ({
  operation,
  request: () => keyed({ path: { story }, body, headers: seen }),
  status: 200,
});
const record = (as: string, body: Json): Exchange => ({
  operation: 'recordDevelopment',
  as,
  request: () => keyed({ path: { story }, body }),
  status: 201,
});

const en = (text: string): Json => ({ en: text });
const report = (answered: Answered) => ({ development: String(answered['report'].id) });
const confirmation = (answered: Answered) => ({ development: String(answered['confirmation'].id) });
const talks = () => ({ claim: 'talks' });

/** A removal for privacy. */
const named = (what: string): Json => ({
  grounds: 'privacy',
  reason: 'It named somebody.',
  notice: en(`${what} was removed to protect somebody’s privacy.`),
});
const heading = (name: string, which: Json): readonly Exchange[] => [
  act(`kill${name}`, { ...named(`A ${name.toLowerCase()}`), ...which }),
  { ...act(`take${name}Down`, { ...named(`A ${name.toLowerCase()}, again`), authority: 'A court' }) },
];

/** All requests to the desk except reads, in an order that works. */
export const deskExchanges: readonly Exchange[] = [
  { operation: 'listReadModels', request: {}, status: 200 },
  { operation: 'readClock', request: {}, status: 200 },
  { operation: 'confirmClock', request: () => ({ body: { now: new Date().toISOString() } }), status: 200 },
  { operation: 'listSides', request: {}, status: 200 },
  { operation: 'listParties', request: {}, status: 200 },
  { operation: 'readLog', request: { path: { story: 'aleppo-talks' }, query: 'limit=2' }, status: 200 },
  { operation: 'exportStory', request: { path: { story: 'aleppo-talks' } }, status: 200 },
  {
    operation: 'declareSide',
    request: () => keyed({ path: { side: 'united-states' }, body: { name: 'United States' }, headers: seen }),
    status: 201,
    again: 200,
  },
  {
    operation: 'registerParty',
    request: () =>
      keyed({ body: { id: 'washington', name: 'Washington', type: 'state', side: 'united-states' } }),
    status: 201,
    again: 200,
  },
  {
    operation: 'describeParty',
    request: () =>
      keyed({
        path: { party: 'state-department' },
        body: { name: 'United States Department of State', type: 'organization', side: 'united-states' },
        headers: seen,
      }),
    status: 201,
    again: 200,
  },
  { operation: 'openStory', request: () => keyed({ body: opening() }), status: 201, again: 200 },
  {
    operation: 'recordDevelopment',
    as: 'tried',
    // The key determines the ids, and a dry run does not use it up.
    request: {
      path: { story },
      body: bodyOf('ft-report'),
      query: 'dryRun=true',
      headers: { 'idempotency-key': 'tried' },
    },
    status: 200,
  },
  record('report', bodyOf('ft-report')),
  act(
    'correctDevelopment',
    {
      class: 'clarification',
      changes: { place: { name: 'Ankara', country: 'TR' } },
      reason: 'The report says where.',
      notice: en('The talks were reported from Ankara; an earlier version did not say where.'),
    },
    report,
  ),
  act('retractDevelopment', { by: 'outlet', reason: 'The outlet has withdrawn its report.' }, report),
  act('revokeRetraction', { reason: 'The outlet stands by its report again.' }, report),
  act(
    'killDevelopment',
    { grounds: 'wrong', reason: 'It was another story’s.', notice: en('Withdrawn as wrong.') },
    report,
  ),
  act('reinstateDevelopment', { reason: 'It is this story’s after all.' }, report),
  act(
    'takeDownDevelopment',
    { reason: 'Ordered by a court.', notice: en('Withdrawn for legal reasons.'), authority: 'A court' },
    report,
  ),
  act('reinstateDevelopment', { reason: 'The order was lifted.' }, report),
  act('withdrawAssertion', { by: 'origin', reason: 'The source has taken this back.' }, (answered) => ({
    assertion: answered['report'].assertions[1],
  })),
  record('confirmation', {
    ...bodyOf('ria-confirmation'),
    assertions: [{ claim: 'talks', stance: 'confirms' }],
    release: 'held',
  }),
  {
    ...act('assessIndependence', {}),
    request: (answered) =>
      keyed({
        path: { story },
        body: {
          origins: [answered['report'].origins[0], answered['confirmation'].origins[0]],
          independent: true,
          reason: 'They are of different parts of the opposition.',
        },
      }),
  },
  act('releaseDevelopment', {}, confirmation),
  act(
    'correctClaim',
    { changes: { place: { name: 'Ankara', country: 'TR' } }, reason: 'It is known where.' },
    talks,
  ),
  {
    ...act('correctStory', {}),
    request: (answered) =>
      keyed({
        path: { story },
        body: {
          class: 'correction',
          headline: en('Secret talks in Ankara'),
          claims: [{ claim: 'talks', changes: { text: en('Russia and rebel groups hold talks in Ankara') } }],
          developments: [{ ...report(answered), changes: { text: en('Secret talks are held in Ankara.') } }],
          reason: 'We had another town.',
          notice: en('An earlier version had the talks in another town.'),
        },
        headers: seen,
      }),
  },
  act(
    'judgeClaim',
    {
      verdict: 'verified',
      method: 'Compared with what both sides published afterwards.',
      reason: 'Both say so themselves.',
      public: true,
    },
    talks,
  ),
  act('revokeJudgement', { reason: 'What they published is of other talks.' }, (answered) => ({
    claim: 'talks',
    judgement: answered['judgeClaim'].id,
  })),
  act('linkClaims', { to: 'us-excluded', relation: 'broadens' }, talks),
  act('revokeLink', { reason: 'They say different things.' }, (answered) => ({
    claim: 'talks',
    link: answered['linkClaims'].id,
  })),
  act('translateStory', {
    language: 'de',
    headline: 'Geheime Gespräche in der Türkei',
    claims: [{ claim: 'talks', text: 'Russland und Rebellengruppen sprechen in der Türkei miteinander' }],
    names: [{ name: 'Financial Times', text: 'Die Financial Times' }],
  }),
  put('reviseHeadline', {
    headline: {
      en: 'One side confirms secret talks in Turkey',
      fr: 'Un camp confirme des pourparlers secrets en Turquie',
    },
  }),
  {
    ...put('reviseHeadline', {
      headline: { en: 'The talks have ended' },
      release: { embargoedUntil: '2999-01-01T06:00:00Z' },
    }),
    as: 'embargoed',
  },
  { operation: 'listScheduled', request: {}, status: 200 },
  {
    operation: 'reschedule',
    request: (answered) =>
      keyed({
        path: { story, scheduled: String(answered['embargoed'].scheduled) },
        body: { release: { embargoedUntil: '2999-01-01T07:00:00Z' }, reason: 'They end an hour later.' },
        headers: seen,
      }),
    status: 200,
  },
  {
    operation: 'cancelScheduled',
    request: (answered) =>
      keyed({ path: { story, scheduled: String(answered['embargoed'].scheduled) }, headers: seen }),
    status: 200,
  },
  put('reviseLede', {
    lede: {
      en: 'A senior opposition official confirms the talks and does not say who negotiates.',
      fr: 'Un haut responsable de l’opposition confirme les pourparlers et ne dit pas qui négocie.',
    },
  }),
  put('pinSummary', {
    text: {
      en: 'A Russian agency has a senior opposition official confirm that there are talks.',
      fr: 'Selon une agence russe, un haut responsable de l’opposition confirme des pourparlers.',
    },
    points: [
      { text: { en: 'There are talks in Turkey', fr: 'Il y a des pourparlers en Turquie' }, claim: 'talks' },
      { text: { en: 'Who negotiates is not known', fr: 'On ne sait pas qui négocie' } },
    ],
  }),
  ...heading('Summary', {}),
  {
    operation: 'unpinSummary',
    request: () => keyed({ path: { story }, headers: seen }),
    status: 200,
  },
  put('classifyStory', { topics: ['medtop:20000076'], places: [{ name: 'Ankara', country: 'TR' }] }),
  ...heading('Headline', { revision: '0' }),
  ...heading('Lede', { revision: '0' }),
  act('killClaim', named('A claim'), () => ({ claim: 'us-excluded' })),
  act('takeClaimDown', { ...named('A claim, again'), authority: 'A court' }, () => ({
    claim: 'us-excluded',
  })),
  act('killQuestion', named('A question'), () => ({ question: 'who-negotiates' })),
  act('takeQuestionDown', { ...named('A question, again'), authority: 'A court' }, () => ({
    question: 'who-negotiates',
  })),
  act('killCorrection', named('A correction'), (answered) => ({
    correction: answered['correctDevelopment'].id,
  })),
  act('takeCorrectionDown', { ...named('A correction, again'), authority: 'A court' }, (answered) => ({
    correction: answered['correctDevelopment'].id,
  })),
  {
    operation: 'removeWords',
    request: () =>
      keyed({
        body: {
          words: 'senior opposition official',
          reason: 'privacy',
          notice: en('A description was removed to protect a source.'),
          scope: 'story',
          story,
          with: { en: 'source' },
        },
      }),
    status: 201,
    again: 200,
  },
  act('closeStory', { reason: 'It goes on as another story.' }),
  act('reopenStory', { reason: 'It goes on here after all.' }),
  act('killStory', { reason: 'It repeats another story.', notice: en('Withdrawn as wrong.') }),
  act('reinstateStory', { reason: 'It is a separate story after all.' }),
  act('takeDownStory', {
    reason: 'Ordered by a court.',
    notice: en('Withdrawn for legal reasons.'),
    authority: 'A court',
  }),
  act('reinstateStory', { reason: 'The order was lifted.' }),
  { operation: 'importStories', request: { body: `${shipped.slice(0, 2).join('\n')}\n` }, status: 200 },
  { operation: 'rebuildReadModel', request: { path: { model: 'desk' } }, status: 200 },
  { operation: 'dropOldReadModels', request: { path: { model: 'desk' } }, status: 200 },
];
