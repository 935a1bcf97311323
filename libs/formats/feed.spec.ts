import fc from 'fast-check';
import { anyText } from '#story/testing';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import type { WordedAmendment as Amendment } from '#projections';
import { harmless } from '#story';
import { atom } from './atom.js';
import { feedOfCorrections } from './feed-of-corrections.js';
import { feedOfStories, type FrontPageItem } from './feed-of-stories.js';
import { feedOfStory } from './feed-of-story.js';
import type { Feed, FeedLinks } from './feed.js';
import { jsonFeed } from './json-feed.js';
import { sampleKilled, sampleState } from './sample-state.js';

const SITE = { origin: 'https://archive.example.org', name: 'Dateline' };
const STORY = 'https://archive.example.org/v1/stories/aleppo-talks';
const PAGE = 'https://archive.example.org/stories/aleppo-talks';
const LINKS: FeedLinks = { self: `${STORY}.atom`, alternate: PAGE, data: STORY, archive: false, related: [] };
const ARCHIVE: FeedLinks = {
  ...LINKS,
  self: `${STORY}.atom?page=1`,
  archive: true,
  related: [
    { rel: 'current', href: `${STORY}.atom` },
    { rel: 'prev-archive', href: `${STORY}.atom?page=0` },
    { rel: 'next-archive', href: `${STORY}.atom?page=2` },
  ],
};

const pageOf = (story = sampleState) => ({
  story,
  developments: story.developments.items,
});
const sample = (links = LINKS, asked: readonly string[] = []): Feed =>
  feedOfStory(pageOf(), SITE, links, asked);

/** Atom as two parsers read it: one for feeds, and one for any XML. */
function read(feed: Feed) {
  const text = atom(feed, SITE);
  expect(XMLValidator.validate(text)).toBe(true);
  const xml = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    trimValues: false,
    parseTagValue: false,
    htmlEntities: true,
    isArray: (name) => ['entry', 'link', 'at:deleted-entry'].includes(name),
  }).parse(text).feed;
  return { feed: parseAtomFeed(text), xml };
}

describe('a story as Atom', () => {
  it('has what RFC 4287 requires of a feed and of an entry', () => {
    const { feed } = read(sample());
    expect(feed).toMatchObject({
      id: `urn:uuid:${sampleState.id}`,
      title: { value: 'Secret talks on Aleppo' },
      updated: sampleState.updatedAt,
      authors: [{ name: 'Dateline' }],
      links: [
        { rel: 'self', href: `${STORY}.atom` },
        { rel: 'alternate', type: 'text/html', href: PAGE },
        { rel: 'alternate', type: 'application/json', href: STORY },
        { rel: 'alternate', type: 'text/html', hreflang: 'en', href: `${PAGE}?lang=en` },
      ],
    });
    for (const entry of feed.entries!.slice(0, 3))
      expect(entry).toMatchObject({
        id: expect.stringMatching(/^urn:uuid:/),
        title: expect.anything(),
        updated: expect.stringMatching(/Z$/),
        published: expect.stringMatching(/Z$/),
        links: [
          { rel: 'alternate', type: 'text/html', href: expect.stringMatching(`^${PAGE}#development-`) },
          {
            rel: 'alternate',
            type: 'application/json',
            href: expect.stringMatching(`^${STORY}/revisions/\\d+$`),
          },
          {
            rel: 'alternate',
            type: 'text/html',
            hreflang: 'en',
            href: expect.stringMatching(`^${PAGE}\\?lang=en#development-`),
          },
        ],
      });
  });

  it('has tombstones for killed and taken-down developments, and entries with the same id and the notice', () => {
    const { feed, xml } = read(sample());
    const [taken, killed, retracted, shown, last] = sampleState.developments.items;
    expect(xml['xmlns:at']).toBe('http://purl.org/atompub/tombstones/1.0');
    expect(xml['at:deleted-entry']).toMatchObject([
      { ref: `urn:uuid:${taken!.id}`, when: taken!.withheld!.at },
      { ref: `urn:uuid:${killed!.id}`, 'at:comment': { '#text': 'Killed: It was wrong.', 'xml:lang': 'en' } },
    ]);
    expect(feed.entries!.map((e) => e.id)).toEqual(
      [retracted, shown, last, taken, killed].map((d) => `urn:uuid:${d!.id}`),
    );
    expect(feed.entries!.at(-1)).toMatchObject({
      title: { value: 'Killed: It was wrong.' },
      summary: { value: 'Killed: It was wrong.' },
      // A reader that knows RFC 6721 removes the entry: it is not newer than the tombstone.
      updated: killed!.withheld!.at,
    });
  });

  it('leads to a page by the first alternate and by the last', () => {
    for (const entry of [...read(sample()).feed.entries!, ...read(sample(LINKS, ['fr'])).feed.entries!]) {
      const pages = entry.links!.filter(({ rel }) => rel === 'alternate');
      for (const link of [pages[0], pages.at(-1)]) expect(link).toMatchObject({ type: 'text/html' });
    }
  });

  it('marks a retracted development in its title, and gives the day in its text', () => {
    const [retracted] = read(sample()).feed.entries!;
    expect(retracted).toMatchObject({
      updated: sampleState.developments.items[2]!.retracted!.at,
      title: { value: 'Retracted: An official confirms the talks <2> & more.' },
      summary: { value: expect.stringContaining('Retracted') },
    });
    expect(JSON.stringify(retracted!.summary)).not.toContain('<2>');
  });

  it('gives the sources, and the time of a correction', () => {
    expect(read(sample()).feed.entries![1]).toMatchObject({
      summary: {
        value:
          'An official confirms the talks <1> & more.\n(RIA Novosti, citing a senior opposition official; RIA Novosti)',
      },
      updated: sampleState.corrections.items[1]!.at,
      title: { value: 'An official confirms the talks <1> & more.' },
      categories: [
        { term: 'confirmation' },
        { term: '20000076', scheme: 'http://cv.iptc.org/newscodes/mediatopic/' },
      ],
    });
  });

  it('gives the language of each text', () => {
    const { xml } = read(sample(LINKS, ['fr']));
    expect(xml.title).toMatchObject({ '#text': 'Pourparlers secrets sur Alep', 'xml:lang': 'fr' });
    expect(xml.subtitle).toMatchObject({ 'xml:lang': 'en' });
  });

  it('marks an archive document, links to its neighbours, and changes only with its entries', () => {
    const { xml } = read(sample(ARCHIVE));
    expect(xml).toHaveProperty('fh:archive');
    expect(xml.link.map((l: { rel: string }) => l.rel)).toEqual([
      'self',
      'alternate',
      'alternate',
      'alternate',
      'current',
      'prev-archive',
      'next-archive',
    ]);
    expect(xml.updated).toBe('2016-12-01T15:00:00.000Z');
    expect(read(sample()).xml).not.toHaveProperty('fh:archive');
  });

  it('has only the notice of a killed story', () => {
    const { feed } = read(feedOfStory(pageOf(sampleKilled), SITE, LINKS));
    expect(feed.title?.value).toBe('Killed: The story was wrong.');
    expect(feed.entries ?? []).toEqual([]);
  });

  const anything = fc.oneof(
    anyText(),
    fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((n) => String.fromCharCode(n)) }),
    fc.constantFrom(']]>', '<!--', '&#0;', '<?x?>', '</feed>'),
  );

  it('is well-formed, whatever the text', () =>
    fc.assert(
      fc.property(fc.array(anything, { minLength: 6, maxLength: 6 }), ([a, b, c, d, e, f]) => {
        const [, killed, , shown] = sampleState.developments.items;
        const view = {
          ...sampleState,
          headline: { en: `x${a}` },
          lede: { ru: b! },
          topics: [c!],
          developments: {
            ...sampleState.developments,
            items: [
              { ...shown!, text: { en: `x${d}` } },
              { ...killed!, withheld: { ...killed!.withheld!, notice: { ar: e! }, authority: f! } },
            ],
          },
        };
        const { feed, xml } = read(feedOfStory(pageOf(view), SITE, LINKS));
        expect(xml.title['#text']).toBe(harmless(`x${a}`));
        expect(xml.entry[0].summary['#text']).toContain(harmless(`x${d}\n`));
        expect(feed.entries).toHaveLength(2);
        expect(xml['at:deleted-entry']).toHaveLength(1);
      }),
      { numRuns: 300 },
    ));
});

describe('a story as JSON Feed', () => {
  const parsed = parseJsonFeed(jsonFeed(sample({ ...ARCHIVE, self: `${STORY}.jsonfeed` }), SITE));

  it('has version 1.1, and a link to the older page', () => {
    expect(JSON.parse(jsonFeed(sample(), SITE)).version).toBe('https://jsonfeed.org/version/1.1');
    expect(parsed).toMatchObject({
      title: 'Secret talks on Aleppo',
      home_page_url: PAGE,
      feed_url: `${STORY}.jsonfeed`,
      next_url: `${STORY}.atom?page=0`,
      language: 'en',
      authors: [{ name: 'Dateline' }],
    });
  });

  it('has an item for each development; the text of a withheld one is its notice', () => {
    expect(parsed.items!.map((i) => i.content_text)).toEqual([
      expect.stringContaining('Retracted'),
      expect.stringContaining('An official confirms'),
      expect.stringContaining(
        'citing the document “Inspection report <1>” (a harbour office, 2016-11-01, not verified',
      ),
      'Taken down for legal reasons (a court)',
      'Killed: It was wrong.',
    ]);
    expect(new Set(parsed.items!.map((i) => i.id)).size).toBe(5);
  });
});

describe('the front page as a feed', () => {
  const { revision: _, ...item } = sampleState;
  const items: readonly FrontPageItem[] = [
    item,
    {
      ...item,
      id: '5a3c1e00-0000-5000-8000-000000000001',
      slug: 'another',
      lede: null,
      updatedAt: item.openedAt,
    },
    { ...sampleKilled, id: '5a3c1e00-0000-5000-8000-000000000002', slug: 'wrong' },
  ];

  it('has an entry for each story, and a tombstone for a killed one', () => {
    const { feed, xml } = read(
      feedOfStories(items, SITE, { ...LINKS, self: 'https://archive.example.org/v1/stories.atom' }),
    );
    expect(feed.entries!.slice(0, 2).map((e) => e.links![0]!.href)).toEqual([
      PAGE,
      PAGE.replace('aleppo-talks', 'another'),
    ]);
    expect(feed.entries![2]).toMatchObject({
      id: xml['at:deleted-entry'][0].ref,
      summary: { value: 'Killed: The story was wrong.' },
    });
    expect(feed.entries![1]!.summary?.value).toBe('Secret talks on Aleppo');
    expect(xml['at:deleted-entry'][0]['at:comment']['#text']).toBe('Killed: The story was wrong.');
    expect(feed.updated).toBe('2016-12-01T18:00:00.000Z');
    expect(feed.title?.value).toBe('Dateline');
  });

  it('is valid when it is empty', () => {
    expect(read(feedOfStories([], SITE, LINKS)).feed.updated).toBe('1970-01-01T00:00:00.000Z');
    expect(jsonFeed(feedOfStories([], SITE, LINKS), SITE)).toContain('"items":[]');
  });
});

describe('the newsroom’s corrections as a feed', () => {
  const change = (type: Amendment['type'], changes: Amendment['changes'], n = 1): Amendment => ({
    position: '12',
    id: `5a3c1e00-0000-4000-8000-00000000000${n}`,
    type,
    story: { id: sampleState.id, slug: 'aleppo-talks' },
    revision: '4',
    recordedAt: `2016-12-0${n}T10:30:00.000Z`,
    occurred: null,
    occurredBounds: null,
    time: `2016-12-0${n}T10:30:00.000Z`,
    significance: 'substantive',
    whole: false,
    changes,
    words: {
      headline: { en: 'Secret talks', fr: 'Pourparlers secrets' },
      language: 'en',
      parties: new Map(),
      claims: { talks: { was: null, is: { en: 'There are talks' } } },
    },
  });
  const feed = feedOfCorrections(
    [
      change(
        'DevelopmentKilled',
        [{ path: '/developments/x', was: null, is: { withheld: { notice: { en: 'Wrong.' } } } }],
        4,
      ),
      change(
        'DevelopmentCorrected',
        [{ path: '/developments/x/text', was: { en: 'SECRET' }, is: { en: 'SECRET' } }],
        3,
      ),
      change(
        'ClaimVerified',
        [
          { path: '/claims/x/status', was: 'refuted', is: 'verified' },
          {
            path: '/corrections/y',
            was: null,
            is: { claim: 'x', notice: null, changes: [{ field: 'verdict', was: 'refuted', is: 'verified' }] },
          },
        ],
        2,
      ),
      change(
        'DevelopmentCorrected',
        [
          {
            path: '/corrections/r',
            was: null,
            is: { class: 'refile', changes: [{ field: 'occurred', was: null, is: '2016' }] },
          },
        ],
        2,
      ),
      change('StoryReinstated', [], 1),
    ],
    SITE,
    { ...LINKS, self: 'https://archive.example.org/v1/corrections.atom' },
  );

  it('names what was corrected in words, with the notice if there is one, and omits refiles', () => {
    const { feed: parsed } = read(feed);
    expect(parsed.title?.value).toBe('Corrections, Dateline');
    expect(parsed.updated).toBe('2016-12-04T10:30:00.000Z');
    expect(parsed.entries!.map((e) => [e.title?.value, e.summary?.value])).toEqual([
      ['Development killed: Secret talks', 'Development killed: Wrong.'],
      ['Development corrected: Secret talks', 'Development corrected: There are talks'],
      ['Verdict changed: Secret talks', 'Verdict changed: Our verdict was: False; it is now: True.'],
      ['Story reinstated: Secret talks', 'Story reinstated: There are talks'],
    ]);
    expect(atom(feed, SITE)).not.toContain('SECRET');
  });
});
