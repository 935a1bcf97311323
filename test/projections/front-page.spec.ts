import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { encode, type StoredEvent } from '#event-store';
import {
  type Audience,
  type Choice as Marked,
  decodeCursor,
  EVERY_STORY,
  frontPage,
  iso,
  marksOf,
  parseSearch,
  scheduledView,
  SearchRefused,
  type Snippet,
  type Sort,
  type Times,
  withheldView,
} from '#projections';
import { storyNumber, summaryView, termsIn, wordsOf } from '#projections/testing';
import {
  claimsOf,
  pointsShown,
  toLog,
  type Link,
  type Recorded,
  type Story,
  type StoryEvent,
  type Text,
} from '#story';
import {
  act,
  correct,
  correctClaim,
  en,
  open,
  proposition,
  record,
  START,
  recordAll,
  unnamed,
} from '../publishing/desk.js';
import { moves, play } from '../publishing/histories.js';
import { opened, recorded, reported } from './plain-events.js';
import { Archives, foldsOf, recordedPublicly, type Model, type LoggedStory } from './read-model.js';

const MINUTE = 60_000;
const archives = new Archives();
beforeAll(() => archives.open());
afterAll(() => archives.remove());

/** A filter of stories. */
interface Choice extends Marked {
  readonly words?: string | undefined;
  readonly times?: Times | undefined;
  readonly sort?: Sort | undefined;
}

interface Page {
  readonly asOf: string | null;
  readonly total: number | null;
  readonly next: string | null;
  readonly items: readonly { readonly id: string; readonly snippet: Snippet | null }[];
}

/** One page; `next` is the address of a later one. */
function page(
  model: Model,
  choice: Choice,
  asOf: number | null,
  limit: number,
  next: string | null = null,
): Page {
  const cursor = next === null ? null : decodeCursor(new URLSearchParams(next.split('?')[1]).get('cursor')!)!;
  const { at, from } = cursor ?? { at: null, from: [] };
  const address = { list: 'stories', address: '/v1/stories', query: '' };
  const { words, times = {}, sort = 'newest', ...marked } = choice;
  const asked = words === undefined ? [] : parseSearch(words);
  const chosen = { words: asked, marks: marksOf(marked), times, sort };
  return JSON.parse(
    frontPage(model.reader, { ...EVERY_STORY, ...address, asOf, at, from, limit, ...chosen }),
  ) as Page;
}

/** The pages after the first. */
function* later(
  model: Model,
  choice: Choice,
  asOf: number | null,
  limit: number,
  first: Page,
): Generator<Page> {
  for (let { next } = first; next !== null;) {
    const read = page(model, choice, asOf, limit, next);
    yield read;
    ({ next } = read);
  }
}

/** All items of the front page, page by page. */
function walk(model: Model, choice: Choice, asOf: number | null, limit = 100): Page['items'] {
  const first = page(model, choice, asOf, limit);
  return [first, ...later(model, choice, asOf, limit, first)].flatMap((p) => p.items);
}

const idsOf = (items: Page['items']): readonly string[] => items.map(({ id }) => id);

/** Words for headlines and texts, in several scripts, cases and spellings. */
const WORDS = [
  'talks',
  'TALKS',
  'été',
  'Ete',
  'Алеппо',
  'алеппо',
  'ёлка',
  'محـــادثات',
  'مُحَادَثات',
  'إلى',
  'الى',
  '停火',
  'x',
  '２０１６',
];
const LANGUAGES = ['en', 'fr', 'zh-Hant'];
const PLACES = [
  { name: 'Aleppo', country: 'SY', geo: null },
  { name: 'Genève', country: 'CH', geo: null },
  { name: 'Алеппо', country: null, geo: null },
];

/** A generated story with words of the list, in one language and at a different time. */
function worded(events: readonly Recorded[], i: number): readonly Recorded[] {
  const language = LANGUAGES[i % LANGUAGES.length]!;
  const text = JSON.stringify(events)
    .replace(/\[\[topic (\d+)\]\]/g, (_, n: string) => `medtop:${Number(n) % 3}`)
    .replace(/\[\[([a-z ]+)(\d+)\]\]/g, (_, part: string, n: string) => {
      const from = Number(n) * 7 + part.length * 3 + i;
      return [WORDS[from % WORDS.length], WORDS[(from * 5 + 1) % WORDS.length]].join(', ');
    })
    .replaceAll('{"en":', `{"${language}":`)
    .replaceAll('"language":"en"', `"language":"${language}"`)
    .replaceAll(JSON.stringify(PLACES[0]), JSON.stringify(PLACES[i % PLACES.length]));
  const later = ((i * 13) % 30) * MINUTE;
  return (JSON.parse(text) as Recorded[]).map((e) => ({ ...e, recordedAt: e.recordedAt + later }));
}

const termsOf = (text: Text | null): readonly string[] =>
  Object.entries(text ?? {}).flatMap(([language, words]) => termsIn(words, language));

const terms = new WeakMap<Story, ReadonlySet<string>>();
/** Every index term of the words in a story: the words and their stems. */
function allTerms(story: Story, audience: Audience): ReadonlySet<string> {
  const found = terms.get(story) ?? lookedUp(story, audience);
  terms.set(story, found);
  return found;
}

/** Every word in a story. */
const wordsIn = (story: Story, audience: Audience): readonly string[] =>
  [...allTerms(story, audience)].filter((term) => !term.startsWith('~'));

function termsOfSource(link: Link): readonly string[] {
  if ('unnamed' in link) return termsOf(link.unnamed.descriptor);
  if ('rumour' in link) return termsOf(link.rumour.descriptor);
  if (!('document' in link)) return [];
  const { title, issuer } = link.document;
  return [...termsOf(title), ...(issuer !== null && 'name' in issuer ? wordsOf(issuer.name) : [])];
}

function lookedUp(story: Story, audience: Audience): ReadonlySet<string> {
  const seen = [...story.developments.values()].filter((d) => audience === 'desk' || d.withheld === null);
  const descriptors = seen.flatMap(({ development }) =>
    development.attribution.flat().flatMap(termsOfSource),
  );
  const texts = [
    story.headline.text,
    story.lede?.text ?? null,
    story.summary?.text ?? null,
    ...pointsShown(story).map((point) => point.text),
    ...(audience === 'desk' ? story.scheduled.map((s) => s.text) : []),
    ...seen.map((d) => d.development.text),
    ...claimsOf(story).map((c) => c.claim.text),
  ];
  return new Set([...texts.flatMap(termsOf), ...descriptors]);
}

/** Whether a story has a word, or another form of it in the language of a text. */
const isIn = (word: string, story: Story, audience: Audience): boolean =>
  LANGUAGES.some((language) => termsIn(word, language).some((term) => allTerms(story, audience).has(term)));

function partiesIn(story: Story): ReadonlySet<string> {
  const links = [...story.developments.values()].flatMap((d) => d.development.attribution.flat());
  const parties = links.flatMap((link) => {
    if ('party' in link) return [link.party];
    const issuer = 'document' in link ? link.document.issuer : null;
    return issuer !== null && 'party' in issuer ? [issuer.party] : [];
  });
  return new Set(parties.flatMap(({ id, body }) => [id, body?.id ?? id]));
}

const plainly = (text: string): string => wordsOf(text).join(' ');

/** Whether a story matches, by a look at its whole content. */
function chosen(story: Story, choice: Choice, audience: Audience): boolean {
  const { words, topic, place, party, storyStatus, claimStatus, language } = choice;
  const headline = story.headline.text;
  const places = story.places.flatMap((p) => [p.name, p.country ?? p.name]).map(plainly);
  const has: readonly boolean[] = [
    words === undefined || wordsOf(words).every((word) => isIn(word, story, audience)),
    topic === undefined || story.topics.includes(topic),
    place === undefined || places.includes(plainly(place)),
    party === undefined || partiesIn(story).has(party),
    storyStatus === undefined || (story.withheld?.how ?? story.status) === storyStatus,
    claimStatus === undefined || claimsOf(story).some((c) => c.current.status === claimStatus),
    language === undefined ||
      [story.language, ...Object.keys(headline)].some((l) => l.toLowerCase() === language.toLowerCase()),
  ];
  return has.every(Boolean);
}

function itemOf(story: Story, audience: Audience) {
  const newest = story.developments.get(story.timeline.last() ?? '');
  const desk = audience === 'desk';
  return {
    id: story.id,
    slug: story.slug,
    headline: story.headline.text,
    lede: story.lede?.text ?? null,
    summary: summaryView(story),
    ...(desk ? { scheduled: story.scheduled.map(scheduledView) } : {}),
    language: story.language,
    topics: story.topics,
    places: story.places,
    status: story.withheld?.how ?? story.status,
    notice: withheldView(story.withheld),
    openedAt: iso(story.openedAt),
    updatedAt: iso(story.updatedAt),
    newest: newest
      ? {
          id: newest.development.id,
          kind: newest.development.kind,
          text: !desk && newest.withheld ? {} : newest.development.text,
          recordedAt: iso(newest.recordedAt),
        }
      : null,
    claims: claimsOf(story).length,
    developments: story.timeline.length,
    snippet: null,
  };
}

const newestIn = (story: Story): number =>
  story.developments.get(story.timeline.last() ?? '')?.recordedAt ?? story.openedAt;

/** The front page, computed from the folds of every story. */
class Plain {
  constructor(
    private readonly audience: Audience,
    private readonly stored: readonly LoggedStory[],
    private readonly folds = stored.map(foldsOf),
  ) {}

  get moments(): readonly number[] {
    return [...new Set(this.stored.flatMap((t) => t.events.map((e) => e.recordedAt)))].sort((a, b) => a - b);
  }

  at(choice: Choice, asOf: number | null): readonly Story[] {
    return this.stored
      .flatMap((logged, i) => {
        const folds = this.folds[i]!;
        if (this.audience === 'public' && folds.at(-1)!.withheld) return [];
        return folds[logged.events.findLastIndex((e) => asOf === null || e.recordedAt <= asOf)] ?? [];
      })
      .filter((story) => chosen(story, choice, this.audience))
      .sort((a, b) => newestIn(b) - newestIn(a) || storyNumber(b.id) - storyNumber(a.id));
  }
}

const pick = <T>(from: Iterable<T>, n: number): T | undefined => {
  const all = [...from];
  return all[n % all.length];
};

/** A filter that matches a story. Each bit of `which` selects a condition. */
function choiceOf(story: Story, audience: Audience, which: number, n: number): Choice {
  const all: Choice = {
    words: [pick(wordsIn(story, audience), n), pick(wordsIn(story, audience), n + 3)].join(' '),
    topic: pick(story.topics, n),
    place: pick(
      story.places.flatMap((p) => [p.name.toUpperCase(), p.country ?? p.name]),
      n,
    ),
    party: pick(partiesIn(story), n),
    storyStatus: story.withheld?.how ?? story.status,
    claimStatus: pick(claimsOf(story), n)?.current.status,
    language: story.language.toUpperCase(),
  };
  return Object.fromEntries(Object.entries(all).filter((_, bit) => (which >> bit) % 2 === 1));
}

/** Checks that a snippet is part of a visible text of the story, and marks a wanted word. */
function expectShown(
  { in: where, id, language, parts }: Snippet,
  story: Story,
  audience: Audience,
  words: string,
) {
  const development = story.developments.get(id ?? '');
  const isSeen = development && (audience === 'desk' || development.withheld === null);
  const descriptors = (link: Link): readonly (Text | null)[] => [
    'unnamed' in link ? link.unnamed.descriptor : null,
    'rumour' in link ? link.rumour.descriptor : null,
    'document' in link ? link.document.title : null,
  ];
  const scheduled = audience === 'desk' ? story.scheduled.map(({ text }) => text) : [];
  const texts: Readonly<Record<Snippet['in'], readonly (Text | null | undefined)[]>> = {
    headline: [story.headline.text, ...scheduled],
    lede: [story.lede?.text, ...scheduled],
    summary: [story.summary?.text, ...pointsShown(story).map((point) => point.text)],
    development: [isSeen ? development.development.text : null],
    source: isSeen ? development.development.attribution.flat().flatMap(descriptors) : [],
    claim: [story.claims.get(id ?? '')?.claim.text],
  };
  const text = parts.map((part) => part.text).join('');
  expect(texts[where].map((one) => one?.[language!])).toContain(text);
  const matched = parts.filter((part) => part.matched).flatMap((part) => termsIn(part.text, language!));
  const wanted = wordsOf(words).flatMap((word) => LANGUAGES.flatMap((tag) => termsIn(word, tag)));
  expect(matched.filter((term) => wanted.includes(term))).not.toEqual([]);
}

describe.each(['desk', 'public'] as const)('the front page of the %s log', (audience) => {
  let model: Model;
  let plain: Plain;
  beforeAll(async () => {
    model = archives.model(audience);
    const histories = fc.sample(moves(18, 6), { seed: 4, numRuns: 44 });
    const stored: LoggedStory[] = [];
    for (const [i, history] of histories.entries()) {
      const { events } = play(history);
      const logged = worded(audience === 'desk' ? events : recordedPublicly(events), i);
      if (logged.length > 0) stored.push(await archives.append(logged, audience));
    }
    for (const logged of stored) await model.take(logged.stored, 9);
    plain = new Plain(audience, stored);
  });
  afterAll(() => model.close());

  it('has the stories by newest development, at every moment', () => {
    const all = [null, plain.moments[0]! - 1, ...plain.moments];
    for (const [i, asOf] of all.entries()) {
      const stories = plain.at({}, asOf);
      expect(walk(model, {}, asOf, 3 + (i % 9))).toEqual(stories.map((story) => itemOf(story, audience)));
    }
    expect(walk(model, {}, null).length).toBeGreaterThan(15);
  });

  it('has only the stories of some time, in another order, at every moment', () => {
    const { moments } = plain;
    fc.assert(
      fc.property(
        fc.constantFrom<Sort>('newest', 'oldest', 'relevance'),
        fc.constantFrom('talks', undefined),
        fc.record(
          { from: fc.constantFrom(...moments), to: fc.constantFrom(...moments) },
          { requiredKeys: [] },
        ),
        fc.constantFrom(undefined, ...moments),
        fc.constantFrom(null, ...moments),
        fc.integer({ min: 2, max: 9 }),
        (sort, words, between, updatedSince, asOf, limit) => {
          const times = { ...between, updatedSince };
          const choice = { words, times, sort };
          const stories = plain.at({ words }, asOf).filter((story) => {
            const { from = -Infinity, to = Infinity } = between;
            const newest = newestIn(story);
            return newest >= from && newest <= to && story.updatedAt > (updatedSince ?? -Infinity);
          });
          const has = (text: Text | null): number =>
            Number(words !== undefined && termsOf(text).includes(words));
          const scoreOf = ({ headline, lede }: Story): number =>
            100 * has(headline.text) + has(lede?.text ?? null);
          const ordered = {
            newest: stories,
            oldest: [...stories].reverse(),
            relevance: [...stories].sort((a, b) => scoreOf(b) - scoreOf(a)),
          }[sort];
          expect(idsOf(walk(model, choice, asOf, limit))).toEqual(ordered.map((story) => story.id));
          expect(page(model, choice, asOf, limit).total).toBe(stories.length);
        },
      ),
      { numRuns: 150, seed: 3 },
    );
  });

  it('fills each page except the last', () => {
    const { length } = plain.at({}, null);
    for (const limit of [1, 7, length - 1, length]) {
      const first = page(model, {}, null, limit);
      const lengths = [first, ...later(model, {}, null, limit, first)].map((p) => p.items.length);
      expect(lengths.slice(0, -1).every((n) => n === limit)).toBe(true);
      expect(lengths).toHaveLength(Math.ceil(length / limit));
    }
  });

  it('has the stories that match any filter or several filters, at every moment', () => {
    const found = new Map<string, number>();
    const ways = fc.oneof(
      fc.nat({ max: 6 }).map((bit) => 1 << bit),
      fc.integer({ min: 1, max: 127 }),
    );
    fc.assert(
      fc.property(
        ways,
        fc.nat(),
        fc.nat(),
        fc.nat(),
        fc.integer({ min: 2, max: 9 }),
        (which, a, b, n, limit) => {
          const moments = plain.moments;
          const story = pick(plain.at({}, moments[a % moments.length]!), n);
          if (!story) return;
          const choice = choiceOf(story, audience, which, n);
          for (const asOf of [null, moments[a % moments.length]!, moments[b % moments.length]!]) {
            const items = walk(model, choice, asOf, limit);
            const ids = idsOf(items);
            const stories = plain.at(choice, asOf);
            expect(ids).toEqual(stories.map((s) => s.id));
            expect(page(model, choice, asOf, limit).total).toBe(ids.length);
            for (const [i, { snippet }] of items.entries())
              // Every word of these stories is in a text, so there is always a snippet.
              if (choice.words !== undefined) expectShown(snippet!, stories[i]!, audience, choice.words);
            for (const [way, value] of Object.entries(choice))
              if (value !== undefined) found.set(way, (found.get(way) ?? 0) + ids.length);
          }
        },
      ),
      { numRuns: 40, seed: 21 },
    );
    expect(found.size).toBe(7);
    for (const n of found.values()) expect(n).toBeGreaterThan(20);
  });
});

describe('a search', () => {
  let model: Model;
  beforeEach(() => {
    model = archives.model('desk');
  });
  afterEach(() => model.close());

  const take = async (events: readonly Recorded[]): Promise<LoggedStory> => {
    const logged = await archives.append(events, 'desk');
    await model.take(logged.stored);
    return logged;
  };
  const finds = (words: string, asOf: number | null): boolean => walk(model, { words }, asOf).length > 0;

  it.each([
    ['headline', 'headline', [act.headline('Quiet on the Euphrates'), act.headline('Noise on the Orontes')]],
    ['lede', 'lede', [act.lede('Quiet on the Euphrates'), act.lede('Noise on the Orontes')]],
    [
      'text',
      'development',
      [
        record('a', { text: en('Quiet on the Euphrates') }),
        correct('a', { text: en('Noise on the Orontes') }),
      ],
    ],
    [
      'text',
      'claim',
      [
        record('a', { claims: [proposition('c', 'Quiet on the Euphrates')] }),
        correctClaim('c', 'Noise on the Orontes'),
      ],
    ],
    [
      'descriptor',
      'source',
      [
        record('a', { attribution: [[unnamed({ descriptor: en('Quiet man of the Euphrates') })]] }),
        correct('a', { attribution: [[unnamed({ descriptor: en('Noise maker of the Orontes') })]] }),
      ],
    ],
  ] as const)(
    'finds a story by the %s of a %s until it is corrected, and by the new one from then on',
    async (_, _of, steps) => {
      const { events } = await take(recordAll([open, ...steps]).events);
      const [, written, corrected] = events.map((e) => e.recordedAt) as [number, number, number];
      const [was, is] = ['EUPHRATES quiet', 'orontes noise'];
      expect([written - 1, written, corrected - 1, corrected, null].map((at) => finds(was, at))).toEqual([
        false,
        true,
        true,
        false,
        false,
      ]);
      expect([written, corrected - 1, corrected, null].map((at) => finds(is, at))).toEqual([
        false,
        false,
        true,
        true,
      ]);
    },
  );

  it('finds a word as long as one piece of the story has it', async () => {
    const { events } = await take(
      recordAll([
        open,
        record('a', { text: en('Convoy leaves') }),
        record('b', { text: en('The convoy is seen') }),
        correct('a', { text: en('A column leaves') }),
        correct('b', { text: en('The column is seen') }),
      ]).events,
    );
    expect(events.map((e) => finds('convoy', e.recordedAt))).toEqual([false, true, true, true, false]);
  });

  it.each([
    ['Été à Genève', 'ete GENEVE'],
    ['Переговоры в Алеппо', 'АЛЕППО переговоры'],
    ['Ёлка', 'елка'],
    ['محـــادثات سرية', 'محادثات'],
    ['مُحَادَثات', 'محـادثات'],
    ['أحمد إلى آخر', 'احمد الي اخر'],
    ['على', 'علی'],
    ['停火谈判', '火 停'],
    ['２０１６ 年', '2016'],
  ])('finds %s by %s', async (written, asked) => {
    await take(recordAll([open, record('a', { text: en(written) })]).events);
    expect(finds(asked, null)).toBe(true);
    expect(finds(`${asked} nowhere`, null)).toBe(false);
  });

  it('finds whole words, in any order, spread over the story', async () => {
    await take(recordAll([open, record('a', { text: en('Rebels leave the city') })]).events);
    expect(['city aleppo', 'leave secret turkey'].map((w) => finds(w, null))).toEqual([true, true]);
    expect(['cit', 'rebe', 'alepp', 'lea'].map((w) => finds(w, null))).toEqual([false, false, false, false]);
  });

  it('finds other forms of a word, only in the language of its text', async () => {
    await take(
      recordAll([open, record('a', { text: { ...en('Rebels leaving cities'), fr: 'ils ont négocié' } })])
        .events,
    );
    const asked = ['rebel', 'leaves', 'city', 'négociations', 'NEGOCIER', 'negotiations'];
    expect(asked.map((w) => finds(w, null))).toEqual([true, true, true, true, true, false]);
  });

  it('finds words that begin with a prefix', async () => {
    await take(recordAll([open, record('a', { text: en('Évacuated, 계엄령을') })]).events);
    const asked = ['evac*', 'EVACUATED*', 'évac* alep*', '계엄*', 'evacuatee*', 'vacu*', 'evac* nowhere'];
    expect(asked.map((w) => finds(w, null))).toEqual([true, true, true, true, false, false, false]);
  });
});

describe('the public front page', () => {
  let model: Model;
  beforeEach(() => {
    model = archives.model('public');
  });
  afterEach(() => model.close());

  const story: readonly StoryEvent[] = [
    opened(en('Quiet on the Euphrates')),
    reported(randomUUID(), en('Nothing moves')),
  ];
  const ways: readonly Choice[] = [
    {},
    { words: 'euphrates' },
    { words: 'moves' },
    { language: 'en' },
    { storyStatus: 'open' },
  ];

  it.each([
    ['killed', { type: 'StoryKilled', grounds: 'wrong', reason: null, notice: en('A notice') }],
    [
      'takenDown',
      {
        type: 'StoryTakenDown',
        grounds: 'legal',
        reason: null,
        notice: en('A notice'),
        authority: 'a court',
      },
    ],
  ] as const)('never has a story that is %s, whatever the `asOf`', async (how, event) => {
    const logged = await archives.append(recorded(story), 'public');
    await model.take(logged.stored);
    const moments = [
      null,
      ...logged.events.map((e) => e.recordedAt),
      logged.events.at(-1)!.recordedAt + 5 * MINUTE,
    ];
    for (const way of ways) expect(walk(model, way, null)).toHaveLength(1);
    const after = await archives.extend(logged, recorded([event], story.length));
    await model.take(after.stored);
    for (const asOf of moments)
      for (const way of [...ways, { storyStatus: how }]) expect(walk(model, way, asOf)).toEqual([]);
  });

  it('has a reinstated story, and only its notice for the time between', async () => {
    const events = recorded([
      ...story,
      { type: 'StoryKilled', grounds: 'wrong', reason: null, notice: en('A notice') },
      { type: 'StoryReinstated', reason: null },
    ]);
    const logged = await archives.append(events, 'public');
    for (const stored of logged.stored) await model.take([stored]);
    const found = (way: Choice) => events.map((e) => walk(model, way, e.recordedAt).length);
    expect(found({})).toEqual([1, 1, 1, 1]);
    expect(found({ words: 'euphrates' })).toEqual([1, 1, 0, 1]);
    expect(found({ words: 'moves' })).toEqual([0, 1, 0, 1]);
    expect(found({ storyStatus: 'killed' })).toEqual([0, 0, 1, 0]);
    expect(walk(model, {}, events[2]!.recordedAt)).toMatchObject([
      {
        headline: {},
        lede: null,
        status: 'killed',
        notice: { notice: en('A notice') },
        newest: null,
        claims: 0,
        developments: 0,
      },
    ]);
  });
});

describe('the snippet of a story', () => {
  const headline = en('Quiet on the Euphrates');
  const reportedOn = (development: string, text: string): StoryEvent => reported(development, en(text));

  async function modelOf(events: readonly StoryEvent[], audience: Audience = 'public'): Promise<Model> {
    const model = archives.model(audience);
    const all = recorded([opened(headline), ...events]);
    await model.take((await archives.append(all, audience)).stored);
    return model;
  }
  const snippetOf = (model: Model, words: string, revision: number | null = null) => {
    const asOf = revision === null ? null : START + revision * MINUTE;
    const snippet = page(model, { words }, asOf, 1).items[0]?.snippet;
    return (
      snippet && [
        snippet.in,
        snippet.id,
        snippet.parts.map((p) => (p.matched ? `[${p.text}]` : p.text)).join(''),
      ]
    );
  };

  it('is from the text with the most wanted words, or else from the first that had one', async () => {
    const ids = [randomUUID(), randomUUID(), randomUUID()] as const;
    const model = await modelOf([
      reportedOn(ids[0], 'Inspectors wait'),
      reportedOn(ids[1], 'The inspection of the plant begins'),
      reportedOn(ids[2], 'An inspection, and the plant is shut'),
    ]);
    expect(snippetOf(model, 'euphrates')).toEqual(['headline', null, 'Quiet on the [Euphrates]']);
    expect(snippetOf(model, 'inspections')).toEqual([
      'development',
      ids[1],
      'The [inspection] of the plant begins',
    ]);
    expect(snippetOf(model, 'plants inspected quiet')).toEqual([
      'development',
      ids[1],
      'The [inspection] of the [plant] begins',
    ]);
    expect(snippetOf(model, 'shut*')).toEqual([
      'development',
      ids[2],
      'An inspection, and the plant is [shut]',
    ]);
    model.close();
  });

  it('is from the text as of the moment, and from another after a correction removed the word', async () => {
    const ids = [randomUUID(), randomUUID()] as const;
    const corrected: StoryEvent = {
      type: 'DevelopmentCorrected',
      correction: randomUUID(),
      development: ids[0],
      class: 'correction',
      changes: [
        { field: 'text', was: en('An inspection begins'), is: en('A visit begins'), withheld: false },
      ],
      reason: null,
      notice: null,
    };
    const model = await modelOf([
      reportedOn(ids[0], 'An inspection begins'),
      reportedOn(ids[1], 'The inspection ends'),
      corrected,
    ]);
    expect(snippetOf(model, 'inspection', 2)).toEqual(['development', ids[0], 'An [inspection] begins']);
    expect(snippetOf(model, 'inspection')).toEqual(['development', ids[1], 'The [inspection] ends']);
    expect(snippetOf(model, 'visits')).toEqual(['development', ids[0], 'A [visit] begins']);
    model.close();
  });
});

describe('later pages', () => {
  it.each([{}, { words: 'river' }])(
    'continue the state of the first page, with %j, whatever is recorded meanwhile',
    async (choice) => {
      const model = archives.model('public');
      const stored: LoggedStory[] = [];
      for (let i = 0; i < 12; i++) {
        const events = recorded([opened(en(`The river ${i}`)), reported(randomUUID(), en('It rises'))]);
        stored.push(
          await archives.append(
            events.map((e) => ({ ...e, recordedAt: e.recordedAt + (i % 5) * MINUTE })),
            'public',
          ),
        );
        await model.take(stored[i]!.stored);
      }
      const expected = new Plain('public', stored).at(choice, null).map((s) => s.id);
      const first = page(model, choice, null, 5);
      const meanwhile = START + 60 * MINUTE;
      const more: readonly StoryEvent[] = [
        { type: 'HeadlineRevised', headline: en('A stream'), release: 'now' },
        reported(randomUUID(), en('It falls')),
      ];
      for (const logged of stored.slice(3, 9)) {
        const after = await archives.extend(
          logged,
          recorded(more, 2).map((e) => ({ ...e, recordedAt: meanwhile })),
        );
        await model.take(after.stored);
      }
      const opening = recorded([opened(en('Another river')), reported(randomUUID(), en('It rises'))]);
      await model.take(
        (
          await archives.append(
            opening.map((e) => ({ ...e, recordedAt: meanwhile })),
            'public',
          )
        ).stored,
      );
      const pages = [first, ...later(model, choice, null, 5, first)];
      expect(idsOf(pages.flatMap((p) => p.items))).toEqual(expected);
      expect(idsOf(walk(model, choice, null))).not.toEqual(expected);
      model.close();
    },
  );
});

describe('words that many stories have', () => {
  const STORIES = 6_300;
  /** So many of the oldest stories have both `even` and `odd`; no other story has both. */
  const OLDEST = 1_050;
  const headlines = Array.from({ length: STORIES }, (_, i) =>
    [
      'everywhere',
      i % 6 === 0 ? 'sixth' : '',
      i >= STORIES - 1_000 ? 'thousand' : '',
      i >= STORIES - 1_001 ? 'more' : '',
      i % 700 === 0 ? 'seldom' : '',
      i < OLDEST || i % 2 === 0 ? 'even' : '',
      i < OLDEST || i % 2 === 1 ? 'odd' : '',
    ].join(' '),
  );
  const ids = headlines.map(() => randomUUID());
  const timeOf = (i: number): number => START + Math.floor(i / 3);
  let model: Model;

  beforeAll(async () => {
    model = archives.model('public');
    const events = headlines.map((headline, i): StoredEvent => {
      const [{ event }] = recorded([opened(en(headline))]) as [Recorded];
      const { type, data, schemaVersion } = toLog({ ...event, story: ids[i]!, slug: `s-${i}` } as StoryEvent);
      const metadata = { recordedAt: iso(timeOf(i)), schemaVersion };
      const stream = `public-${ids[i]!}`;
      return {
        id: randomUUID(),
        type,
        data: encode(data),
        metadata: encode(metadata),
        stream,
        revision: 0n,
        position: BigInt(i),
      };
    });
    await model.take(events);
  });
  afterAll(() => model.close());

  /** The stories that have all of the words at a moment, newest first. */
  const having = (words: string, asOf: number | null): readonly string[] =>
    ids
      .map((id, i) => ({ id, at: timeOf(i), words: headlines[i]!.split(' ') }))
      .filter((s) => words.split(' ').every((w) => s.words.includes(w)) && (asOf === null || s.at <= asOf))
      .sort((a, b) => b.at - a.at || storyNumber(b.id) - storyNumber(a.id))
      .map((s) => s.id);

  it.each(['thousand', 'more', 'sixth seldom', 'sixth thousand', 'sixth more'])(
    'find the same stories, whether few or many have them: %s',
    (words) => {
      for (const asOf of [null, timeOf(STORIES - 500)])
        expect(idsOf(walk(model, { words }, asOf, 700))).toEqual(having(words, asOf));
    },
  );

  it('can be counted and sorted if few stories have one of them', () => {
    expect(page(model, { words: 'thousand' }, null, 10).total).toBe(1_000);
    expect(page(model, { words: 'sixth thousand' }, null, 10).total).toBe(
      having('sixth thousand', null).length,
    );
    expect(page(model, { words: 'more' }, null, 10).total).toBeNull();
    expect(page(model, {}, null, 10).total).toBeNull();
    expect(page(model, {}, START - 1, 10)).toMatchObject({ total: null, items: [] });
    const oldest = [...having('thousand', null)].reverse();
    expect(idsOf(walk(model, { words: 'thousand', sort: 'oldest' }, null, 300))).toEqual(oldest);
    const refused = expect.objectContaining({ fault: { why: 'many-stories' } });
    for (const sort of ['oldest', 'relevance'] as const)
      expect(() => page(model, { words: 'more', sort }, null, 10)).toThrow(refused);
  });

  it('can be combined with a time of the newest development', () => {
    for (const words of ['more', 'thousand']) {
      const times = { from: timeOf(STORIES - 600), to: timeOf(STORIES - 200) };
      const within = new Set<string>(ids.filter((_, i) => timeOf(i) >= times.from && timeOf(i) <= times.to));
      expect(idsOf(walk(model, { words, times }, null, 70))).toEqual(
        having(words, null).filter((id) => within.has(id)),
      );
    }
  });

  it('end a page early after thousands of stories without a match, and the next page continues there', () => {
    const words = 'even odd';
    const first = page(model, { words }, null, 600);
    expect(first.items).toEqual([]);
    const pages = [...later(model, { words }, null, 600, first)];
    expect(pages.map((p) => p.items.length)).toEqual([600, OLDEST - 600]);
    expect(idsOf(pages.flatMap((p) => p.items))).toEqual(having(words, null));
  });

  it('end the last page with the last story, however many were tested', () => {
    const words = 'everywhere even odd';
    const asOf = timeOf(OLDEST + 600);
    const { items, next } = page(model, { words }, asOf, 2_000);
    expect(next).toBeNull();
    expect(idsOf(items)).toEqual(having(words, asOf));
  });
});

describe('a prefix', () => {
  it('matches up to a hundred words, and is refused if there are more', async () => {
    const model = archives.model('public');
    const names = (begin: string, count: number): string =>
      Array.from({ length: count }, (_, i) => `${begin}${String.fromCharCode(97 + i / 10)}${i % 10}`).join(
        ' ',
      );
    const story = recorded([
      opened(en('Names')),
      reported(randomUUID(), en(`${names('many', 101)} ${names('some', 60)}`)),
    ]);
    await model.take((await archives.append(story, 'public')).stored);
    expect(page(model, { words: 'some*' }, null, 1).total).toBe(1);
    expect(page(model, { words: 'somea* manya*' }, null, 1).total).toBe(1);
    const refused = (word: string) => expect.objectContaining({ fault: { why: 'many-endings', word } });
    expect(() => page(model, { words: 'many*' }, null, 1)).toThrow(refused('many'));
    expect(() => page(model, { words: 'some* som*' }, null, 1)).toThrow(refused('som'));
    expect(() => page(model, { words: 'many*' }, null, 1)).toThrow(SearchRefused);
    model.close();
  });
});
