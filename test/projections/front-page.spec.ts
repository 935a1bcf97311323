import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { encode, type StoredEvent } from '#event-store';
import {
  type Audience,
  type Choice,
  decodeCursor,
  frontPage,
  iso,
  scheduledView,
  termsOf,
  withheldView,
} from '#projections';
import { storyNumber, summaryView, wordsOf } from '#projections/testing';
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
  tell,
  unnamed,
} from '../publishing/desk.js';
import { moves, play } from '../publishing/histories.js';
import { opened, recorded, reported } from './plain-events.js';
import { Archives, foldsOf, recordedPublicly, type Model, type Told } from './read-model.js';

const MINUTE = 60_000;
const archives = new Archives();
beforeAll(() => archives.open());
afterAll(() => archives.remove());

interface Page {
  readonly asOf: string | null;
  readonly next: string | null;
  readonly items: readonly { readonly id: string }[];
}

/** One page; a later one begins where the one before it says. */
function page(
  model: Model,
  choice: Choice,
  known: number | null,
  limit: number,
  next: string | null = null,
): Page {
  const cursor = next === null ? null : decodeCursor(new URLSearchParams(next.split('?')[1]).get('cursor')!)!;
  const { at, from } = cursor ?? { at: null, from: [] };
  const address = { list: 'stories', address: '/v1/stories', query: '' };
  return JSON.parse(
    frontPage(model.reader, { ...address, known, at, from, limit, terms: termsOf(choice) }),
  ) as Page;
}

/** The pages that follow on one. */
function* later(
  model: Model,
  choice: Choice,
  known: number | null,
  limit: number,
  first: Page,
): Generator<Page> {
  for (let { next } = first; next !== null;) {
    const read = page(model, choice, known, limit, next);
    yield read;
    ({ next } = read);
  }
}

/** All that the front page tells, page by page. */
function walk(model: Model, choice: Choice, known: number | null, limit = 100): Page['items'] {
  const first = page(model, choice, known, limit);
  return [first, ...later(model, choice, known, limit, first)].flatMap((p) => p.items);
}

const idsOf = (items: Page['items']): readonly string[] => items.map(({ id }) => id);

/** What may stand in a headline or a text, in several scripts, cases and spellings. */
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

/** A generated story in words of the list, in a language and at a time of its own. */
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

const textsOf = (text: Text | null): readonly string[] => Object.values(text ?? {});

const words = new WeakMap<Story, ReadonlySet<string>>();
/** Every word that stands somewhere in a story. */
function wordsIn(story: Story, audience: Audience): ReadonlySet<string> {
  const found = words.get(story) ?? lookedUp(story, audience);
  words.set(story, found);
  return found;
}

function wordsOfSource(link: Link): readonly string[] {
  if ('unnamed' in link) return textsOf(link.unnamed.descriptor);
  if ('rumour' in link) return textsOf(link.rumour.descriptor);
  if (!('document' in link)) return [];
  const { title, issuer } = link.document;
  return [...textsOf(title), ...(issuer !== null && 'name' in issuer ? [issuer.name] : [])];
}

function lookedUp(story: Story, audience: Audience): ReadonlySet<string> {
  const seen = [...story.developments.values()].filter((d) => audience === 'desk' || d.withheld === null);
  const descriptors = seen.flatMap(({ development }) =>
    development.attribution.flat().flatMap(wordsOfSource),
  );
  const [headline, lede] = [story.headline.text, story.lede?.text ?? null];
  const texts = [
    headline,
    lede,
    story.summary?.text ?? null,
    ...pointsShown(story).map((point) => point.text),
    ...(audience === 'desk' ? story.scheduled.map((s) => s.text) : []),
    ...seen.map((d) => d.development.text),
    ...claimsOf(story).map((c) => c.claim.text),
  ];
  return new Set([...texts.flatMap(textsOf), ...descriptors].flatMap(wordsOf));
}

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

/** Whether a story is chosen, by looking at all of it. */
function chosen(story: Story, choice: Choice, audience: Audience): boolean {
  const { words, topic, place, party, storyStatus, claimStatus, language } = choice;
  const headline = story.headline.text;
  const places = story.places.flatMap((p) => [p.name, p.country ?? p.name]).map(plainly);
  const has: readonly boolean[] = [
    words === undefined || wordsOf(words).every((word) => wordsIn(story, audience).has(word)),
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
  };
}

const newestIn = (story: Story): number =>
  story.developments.get(story.timeline.last() ?? '')?.recordedAt ?? story.openedAt;

/** The front page as folding every story tells it. */
class Plain {
  constructor(
    private readonly audience: Audience,
    private readonly tolds: readonly Told[],
    private readonly folds = tolds.map(foldsOf),
  ) {}

  get moments(): readonly number[] {
    return [...new Set(this.tolds.flatMap((t) => t.events.map((e) => e.recordedAt)))].sort((a, b) => a - b);
  }

  at(choice: Choice, known: number | null): readonly Story[] {
    return this.tolds
      .flatMap((told, i) => {
        const folds = this.folds[i]!;
        if (this.audience === 'public' && folds.at(-1)!.withheld) return [];
        return folds[told.events.findLastIndex((e) => known === null || e.recordedAt <= known)] ?? [];
      })
      .filter((story) => chosen(story, choice, this.audience))
      .sort((a, b) => newestIn(b) - newestIn(a) || storyNumber(b.id) - storyNumber(a.id));
  }
}

const pick = <T>(from: Iterable<T>, n: number): T | undefined => {
  const all = [...from];
  return all[n % all.length];
};

/** What would choose a story, of the ways that `which` has a bit for. */
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

describe.each(['desk', 'public'] as const)('the front page of the %s log', (audience) => {
  let model: Model;
  let plain: Plain;
  beforeAll(async () => {
    model = archives.model(audience);
    const histories = fc.sample(moves(18, 6), { seed: 4, numRuns: 44 });
    const tolds: Told[] = [];
    for (const [i, history] of histories.entries()) {
      const { events } = play(history);
      const told = worded(audience === 'desk' ? events : recordedPublicly(events), i);
      if (told.length > 0) tolds.push(await archives.tell(told, audience));
    }
    for (const told of tolds) await model.take(told.stored, 9);
    plain = new Plain(audience, tolds);
  });
  afterAll(() => model.close());

  it('has, at every moment, the stories with the newest development first', () => {
    const all = [null, plain.moments[0]! - 1, ...plain.moments];
    for (const [i, known] of all.entries()) {
      const stories = plain.at({}, known);
      expect(walk(model, {}, known, 3 + (i % 9))).toEqual(stories.map((story) => itemOf(story, audience)));
    }
    expect(walk(model, {}, null).length).toBeGreaterThan(15);
  });

  it('fills each page but the last', () => {
    const { length } = plain.at({}, null);
    for (const limit of [1, 7, length - 1, length]) {
      const first = page(model, {}, null, limit);
      const lengths = [first, ...later(model, {}, null, limit, first)].map((p) => p.items.length);
      expect(lengths.slice(0, -1).every((n) => n === limit)).toBe(true);
      expect(lengths).toHaveLength(Math.ceil(length / limit));
    }
  });

  it('has, at every moment, the stories that are chosen, by each of the ways alone and together', () => {
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
          for (const known of [null, moments[a % moments.length]!, moments[b % moments.length]!]) {
            const ids = idsOf(walk(model, choice, known, limit));
            expect(ids).toEqual(plain.at(choice, known).map((s) => s.id));
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

  const take = async (events: readonly Recorded[]): Promise<Told> => {
    const told = await archives.tell(events, 'desk');
    await model.take(told.stored);
    return told;
  };
  const finds = (words: string, known: number | null): boolean => walk(model, { words }, known).length > 0;

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
      const { events } = await take(tell([open, ...steps]).events);
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

  it('goes on finding a word as long as one piece of the story has it', async () => {
    const { events } = await take(
      tell([
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
    await take(tell([open, record('a', { text: en(written) })]).events);
    expect(finds(asked, null)).toBe(true);
    expect(finds(`${asked} nowhere`, null)).toBe(false);
  });

  it('finds by whole words, in any order, spread over the story', async () => {
    await take(tell([open, record('a', { text: en('Rebels leave the city') })]).events);
    expect(['city aleppo', 'leave secret turkey'].map((w) => finds(w, null))).toEqual([true, true]);
    expect(['rebel', 'cit', 'leav', 'aleppos'].map((w) => finds(w, null))).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('the front page of the world', () => {
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
  ] as const)('never has a story that is %s, at whatever moment', async (how, event) => {
    const told = await archives.tell(recorded(story), 'public');
    await model.take(told.stored);
    const moments = [
      null,
      ...told.events.map((e) => e.recordedAt),
      told.events.at(-1)!.recordedAt + 5 * MINUTE,
    ];
    for (const way of ways) expect(walk(model, way, null)).toHaveLength(1);
    const after = await archives.goOn(told, recorded([event], story.length));
    await model.take(after.stored);
    for (const known of moments)
      for (const way of [...ways, { storyStatus: how }]) expect(walk(model, way, known)).toEqual([]);
  });

  it('has a story that was reinstated, and of the moments between the notice alone', async () => {
    const events = recorded([
      ...story,
      { type: 'StoryKilled', grounds: 'wrong', reason: null, notice: en('A notice') },
      { type: 'StoryReinstated', reason: null },
    ]);
    const told = await archives.tell(events, 'public');
    for (const stored of told.stored) await model.take([stored]);
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

describe('later pages', () => {
  it.each([{}, { words: 'river' }])(
    'go on as it stood when the first was read, with %j, whatever is recorded meanwhile',
    async (choice) => {
      const model = archives.model('public');
      const tolds: Told[] = [];
      for (let i = 0; i < 12; i++) {
        const events = recorded([opened(en(`The river ${i}`)), reported(randomUUID(), en('It rises'))]);
        tolds.push(
          await archives.tell(
            events.map((e) => ({ ...e, recordedAt: e.recordedAt + (i % 5) * MINUTE })),
            'public',
          ),
        );
        await model.take(tolds[i]!.stored);
      }
      const expected = new Plain('public', tolds).at(choice, null).map((s) => s.id);
      const first = page(model, choice, null, 5);
      const meanwhile = START + 60 * MINUTE;
      const more: readonly StoryEvent[] = [
        { type: 'HeadlineRevised', headline: en('A stream'), release: 'now' },
        reported(randomUUID(), en('It falls')),
      ];
      for (const told of tolds.slice(3, 9)) {
        const after = await archives.goOn(
          told,
          recorded(more, 2).map((e) => ({ ...e, recordedAt: meanwhile })),
        );
        await model.take(after.stored);
      }
      const anew = recorded([opened(en('Another river')), reported(randomUUID(), en('It rises'))]);
      await model.take(
        (
          await archives.tell(
            anew.map((e) => ({ ...e, recordedAt: meanwhile })),
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
  /** The oldest stories have both of these, and no other has both. */
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

  /** Which of them have all of the words at a moment, the newest first. */
  const having = (words: string, known: number | null): readonly string[] =>
    ids
      .map((id, i) => ({ id, at: timeOf(i), words: headlines[i]!.split(' ') }))
      .filter((s) => words.split(' ').every((w) => s.words.includes(w)) && (known === null || s.at <= known))
      .sort((a, b) => b.at - a.at || storyNumber(b.id) - storyNumber(a.id))
      .map((s) => s.id);

  it.each(['thousand', 'more', 'sixth seldom', 'sixth thousand', 'sixth more'])(
    'choose the same stories whether few or many have them: %s',
    (words) => {
      for (const known of [null, timeOf(STORIES - 500)])
        expect(idsOf(walk(model, { words }, known, 700))).toEqual(having(words, known));
    },
  );

  it('end a page early where thousands were tried in vain, and the next goes on from there', () => {
    const words = 'even odd';
    const first = page(model, { words }, null, 600);
    expect(first.items).toEqual([]);
    const pages = [...later(model, { words }, null, 600, first)];
    expect(pages.map((p) => p.items.length)).toEqual([600, OLDEST - 600]);
    expect(idsOf(pages.flatMap((p) => p.items))).toEqual(having(words, null));
  });

  it('end the pages where the stories end, however many were tried', () => {
    const words = 'everywhere even odd';
    const known = timeOf(OLDEST + 600);
    const { items, next } = page(model, { words }, known, 2_000);
    expect(next).toBeNull();
    expect(idsOf(items)).toEqual(having(words, known));
  });
});
