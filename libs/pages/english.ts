import { MOST_WORDS, SHORTEST_BEGINNING, type SearchFault } from '#projections';
import { VOCABULARY } from '#wordings';
import { html } from './html.js';
import type { Messages } from './messages.js';

const plural = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

const { medium: MEDIA, authenticity: AUTHENTICITY } = VOCABULARY.en;

function refusedSearch(fault: SearchFault): string {
  switch (fault.why) {
    case 'no-words':
      return 'Give a word to search for: letters or digits.';
    case 'many-words':
      return `Give ${MOST_WORDS} words at most.`;
    case 'short-beginning':
      return `Give at least ${SHORTEST_BEGINNING} letters before the star, not only “${fault.word}”.`;
    case 'star-within':
      return `Put a star at the end of a word, not beside “${fault.word}”.`;
    case 'many-endings':
      return `Too many words begin with “${fault.word}”: give more letters before the star.`;
    case 'many-stories':
      return 'Too many stories match for this order: choose the newest first, or fewer stories.';
  }
}

export const ENGLISH: Messages = {
  ...VOCABULARY.en,
  translation: { translated: 'Translated', toCheck: 'Translation to be checked: the original was corrected' },
  locale: 'en-GB',
  removed: (why) => `It was removed ${why}.`,
  site: {
    skip: 'Skip to the content',
    stories: 'Stories',
    corrections: 'Corrections',
    machines: 'For machines',
    language: 'Language of this page',
    main: 'Sections',
    footer: 'You can read every page as of any moment. We change nothing silently.',
    zone: (zone) => `Dates and times are in the newsroom’s zone: ${zone}.`,
  },
  time: {
    clock: (hour, minute, rest) => `${hour}:${minute}${rest}`,
    at: (day, clock) => `${day}, ${clock}`,
    endOf: (day) => `the end of ${day}`,
  },
  moment: {
    now: (when) => html`This is the story now. It last changed on ${when}.`,
    past: (when) => html`This is the story as of ${when}.`,
    fixed: (revision, when) => html`This is revision ${revision} of the story, of ${when}.`,
    held: (when) => html`It shows only what was true in the world at ${when}.`,
    seeNow: 'See the story now',
    sinceThen: (n) =>
      n === 0 ? 'It has not changed since.' : `It has changed ${n === 1 ? 'once' : `${n} times`} since.`,
    navigation: 'Changes of the story',
    first: 'First change',
    previous: 'Previous change',
    next: 'Next change',
    latest: 'Latest change',
    choose: 'See it as of another moment',
    date: 'Date',
    clock: (zone) => `Time (${zone})`,
    clockHint: 'Without a time: the end of that day.',
    show: 'Show',
    forms: 'Accepted forms',
  },
  story: {
    contents: 'In this story',
    closed: 'This story is closed: no further developments are expected.',
    withdrawn: 'Withdrawn',
    withdrawnAt: (when) => html`withdrawn on ${when}`,
    nothing: 'No claims yet at this moment.',
    topics: 'Topics',
    places: 'Places',
    pinned: (when) => html`as of ${when}`,
    established: {
      title: 'What is established',
      about:
        'Checked by this newsroom, announced by those who decide it, confirmed on more than one side, or said by independent origins.',
    },
    claimed: {
      title: 'What is claimed, and by whom',
      about: 'Not independently confirmed: only the sources named here say so.',
    },
    contested: {
      title: 'What is unverified, disputed, denied or withdrawn',
      about: 'Treat it as open, or as no longer claimed. Each claim gives the reason.',
    },
    unknown: {
      title: 'What is not known',
      about: 'Open questions, and people who were asked but did not answer.',
    },
    history: { title: 'How it changed', about: 'Every development, the newest first.' },
    corrections: { title: 'Corrections', about: 'What was wrong, what it is now, and since when.' },
    figures: { title: 'Figures', about: 'As the sources gave them, with their ranges.' },
    none: 'Nothing, at this moment.',
    hasCorrections: (n) => `${plural(n, 'correction', 'corrections')} to this story`,
    claims: (n) => plural(n, 'claim', 'claims'),
    since: (when) => html`since ${when}`,
    inTheWorld: (when) => html`In the world: ${when}`,
    moreSaid: (n) => `and ${n} more who took a position`,
    more: (n) => `${n} more are not on this page`,
    data: 'all of them as data',
    silence: {
      declinesComment: (who, claims) => html`${who} declined to comment on ${claims}.`,
      noKnowledge: (who, claims) => html`${who} professed no knowledge of ${claims}.`,
    },
    questionSince: (when) => html`open since ${when}`,
    answered: 'Answered since they were asked',
    feed: 'Feed of this story',
    json: 'This story as data',
  },
  chart: {
    title: 'How sure each claim was',
    about:
      'Each claim has a lane, from left to right in the order of the changes. A step is a moment at which a status changed; steps are not to scale. The text below each lane says the same.',
    lane: (claim) => `Status over time: ${claim}`,
    from: (status, when) => `${status} from ${when}`,
    steps: (n) => plural(n, 'step', 'steps'),
    earlier: 'earlier changes are not shown',
  },
  claims: {
    title: 'All claims',
    about:
      'Claims that the newsroom checked come first, then those of key developments, then all others. Within each group, the latest changes come first.',
    count: (n) => plural(n, 'claim', 'claims'),
    chosen: 'Only some of the claims are shown.',
    none: 'No claim matches at this moment.',
    first: 'First claims',
    previous: 'Previous claims',
    next: 'Next claims',
  },
  timeline: {
    title: 'Developments',
    keyOnly: 'Key developments only',
    all: 'All developments',
    source: 'Source',
    reported: (when) => html`reported ${when}`,
    occurred: (when) => html`in the world: ${when}`,
    place: (where) => html`${where}`,
    evidence: 'Evidence',
    raises: 'Question raised',
    corrected: 'corrected',
    retracted: {
      us: (when) =>
        html`Retracted by us on ${when}. It stays here, marked as withdrawn, and no longer counts.`,
      outlet: (when) =>
        html`Retracted by its outlet on ${when}. It stays here, marked as withdrawn, and no longer counts.`,
    },
    withheld: {
      killed: (when) => html`This development was killed on ${when}.`,
      takenDown: (when) => html`This development was taken down on ${when}.`,
      rest: 'Only this notice remains.',
    },
    authority: (who) => html`By order of ${who}.`,
    moved: (claim, is, was) => (was === null ? html`${claim}: ${is}` : html`${claim}: ${is} (was ${was})`),
    judged: 'Change of status',
    older: 'Older developments',
    newest: 'Newest developments',
    of: (headline) => html`All developments of ${headline}`,
  },
  chain: {
    whichCites: (who) => html`, which cites ${who}`,
    askedBy: (who, outlet) => html`${who}, asked by ${outlet}`,
    for: (who, body) => html`${who} (for ${body})`,
    unnamed: (who) => html`${who} (not named)`,
    noSource: (who) => html`${who} (names no source)`,
    document: ({ medium, title, issuer, date, seen, authenticity }) => {
      const more = [
        issuer && html`, ${medium === 'text' ? 'issued' : 'published'} by ${issuer}`,
        date && html`, dated ${date}`,
        seen && html`, seen at ${seen}`,
        html` (${AUTHENTICITY[authenticity]})`,
      ];
      return html`${MEDIA[medium]} ${title}${more}`;
    },
    eyes: (who) => html`${who} (was there)`,
    undescribed: (n) => (n === 1 ? 'a source' : `${n} sources`),
  },
  quantity: {
    range: (low, high) => `${low}–${high}`,
    shareOf: (share, whole) => html`${share} of ${whole}`,
    of: (what) => html`of ${what}`,
    outOf: (what) => html`out of ${what}`,
    period: (what) => html`period: ${what}`,
    controlled: 'control',
  },
  correctionOf: {
    claim: (claim) => html`of the claim ${claim}`,
    development: (kind, when) => html`of the development of ${when} (${kind})`,
    unknown: 'of an earlier development',
    was: 'It said',
    wasHeading: { headline: 'The headline said', lede: 'The introduction said' },
    is: 'It says now',
    changed: (field) => `Changed: ${field}. The earlier version is withheld.`,
    nothing: 'nothing',
  },
  front: {
    title: 'Running stories',
    about: 'What is known, who says so, and what is not known: each story now, and as of any moment.',
    past: (when) => html`These are the stories as of ${when}.`,
    search: 'Search the stories',
    find: 'Search',
    found: (words) => html`Stories with ${words}`,
    chosen: 'Only some stories are shown.',
    hint: 'The search finds other forms of a word too. A star finds words that begin like this: evacuat*',
    from: 'Latest development from',
    to: 'Until',
    between: (from, to) =>
      html`latest development
      ${from !== null && `from ${from}`}${from !== null && to !== null && ' '}${to !== null && `until ${to}`}`,
    sort: 'Order',
    sorts: { newest: 'Newest first', oldest: 'Oldest first', relevance: 'Best match first' },
    count: (n) => plural(n, 'story', 'stories'),
    snippet: {
      headline: 'Headline',
      lede: 'Lede',
      development: 'Development',
      source: 'Source',
      claim: 'Claim',
    },
    refused: refusedSearch,
    nothing: 'No story matches at this moment.',
    all: 'All stories',
    latest: (kind, when) => html`Latest: ${kind}, ${when}`,
    developments: (n) => plural(n, 'development', 'developments'),
    next: 'More stories',
  },
  party: {
    about: (who) => html`What ${who} has asserted, confirmed and denied, and what became of it.`,
    past: (when) => html`This is the record as of ${when}.`,
    record: 'The record in numbers',
    recordAbout: 'The status of these claims at this moment.',
    stance: {
      asserted: { title: 'Asserted', one: 'Asserted it' },
      confirmed: { title: 'Confirmed', one: 'Confirmed it' },
      denied: { title: 'Denied', one: 'Denied it' },
    },
    total: 'Claims',
    takenBack: 'of these taken back',
    became: 'What became of them',
    claims: 'Claim by claim',
    said: (stance, when) => html`${stance} on ${when}`,
    tookBack: (when) => html`and took it back on ${when}`,
    inStory: (story) => html`in the story ${story}`,
    namedIn: (who) => html`Stories in which ${who} is named`,
    next: 'Earlier claims',
    nothing: 'Nothing, at this moment.',
  },
  changes: {
    title: 'Corrections',
    about: 'What this newsroom had wrong, retracted or withdrew, across all stories, the newest first.',
    feed: 'Feed of corrections',
    nothing: 'Nothing has been corrected yet.',
    withdrawn: 'that was withdrawn',
    claim: 'a claim',
    next: 'Earlier corrections',
  },
  problem: {
    home: 'All stories',
    noticeStays: 'Only the notice remains.',
    first: (when) => html`See the story as it began, on ${when}`,
    notice: 'Notice of the newsroom',
    detail: 'In detail',
    title: {
      killed: 'This story was withdrawn as wrong',
      removed: 'This story was removed',
      takenDown: 'This story was taken down',
      notFound: 'There is nothing here',
      notYet: 'The story had not begun yet',
      time: 'We cannot read this moment',
      wrong: 'We cannot read this address',
      unavailable: 'The archive cannot answer at present',
      failed: 'Something failed here',
    },
    about: {
      notFound: 'The address may be misspelt, or what it named was never published.',
      notYet: 'At the requested moment, nothing of it was public.',
      time: 'Give a moment in one of these forms, or choose one below.',
      wrong: 'We do not understand something after the question mark. Start again from the list of stories.',
      unavailable:
        'It has not caught up with what the newsroom published, and shows nothing that may be withdrawn by now. Try again in a moment.',
      failed: 'It is our fault, and it is logged. Try again later.',
    },
    forms: [
      { form: '2016-12-01', means: 'a day: the end of it, in the newsroom’s zone' },
      { form: '2016-12-01T10:00:00Z', means: 'a moment in UTC' },
      {
        form: '2016-12-01T11:00:00%2B01:00',
        means: 'a moment in a zone; the + is written %2B in an address',
      },
    ],
    reference: (id) => html`Reference of this request: ${id}`,
  },
};
