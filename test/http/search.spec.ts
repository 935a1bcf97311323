import { eventually, type Json } from './caller.js';
import { RunningNewsroom } from './running-newsroom.js';
import {
  at,
  en,
  expectProblem,
  freshSlug,
  introduce,
  openStory,
  read,
  record,
  report,
  settle,
} from './stories.js';

let newsroom: RunningNewsroom;
beforeAll(async () => {
  newsroom = await RunningNewsroom.open();
  await introduce(newsroom.desk);
});
afterAll(() => newsroom.remove());

/** Opens a story with the given headline and one development, so that the archive shows it. */
async function openAbout(language: string, headline: string, text = 'Moscow says so.'): Promise<string> {
  const slug = freshSlug('search');
  const opened = await newsroom.desk.post('/desk/v1/stories', {
    slug,
    headline: { [language]: headline },
    language,
  });
  expect([opened.status, opened.text]).toEqual([201, expect.any(String)]);
  await record(newsroom.desk, slug, report([], { text: en(text) }));
  return slug;
}

const address = (query: Readonly<Record<string, string>>): string =>
  `/v1/stories?${new URLSearchParams(query).toString()}`;

async function found(query: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { status, body } = await newsroom.archive.get(address(query));
  expect(status).toBe(200);
  return body.items.map((story: Json) => story.slug);
}

describe('a search', () => {
  it.each([
    ['tr', 'IŞIK KESİNTİSİ, Diyarbakır', ['ışık', 'Işık', 'isik', 'ISIK', 'diyarbakir', 'DİYARBAKIR']],
    ['de', 'Fußball in Gießen', ['fussball', 'FUSSBALL', 'Fußball', 'giessen', 'GIEẞEN']],
    ['fr', 'l’Œuvre d’Orient', ['oeuvre', 'ŒUVRE', "l'oeuvre d'orient"]],
    ['pl', 'Łódź bez prądu', ['lodz', 'ŁÓDŹ', 'pradu']],
    ['nb', 'Tromsø og Ærø', ['tromso', 'TROMSØ', 'aero']],
    ['vi', 'Đà Nẵng', ['da nang', 'đà nẵng']],
    ['sr', 'Đorđević otputovao', ['dordevic', 'ĐORĐEVIĆ']],
    ['is', 'Þórður á Seyðisfirði', ['thordur', 'seydisfirdi']],
    [
      'ko',
      '대통령이 계엄령을 해제했다고 밝혔다',
      ['대통령', '계엄령', '대통령이 계엄령을 해제했다고 밝혔다'],
    ],
    ['ar', 'عام ٢٠١٦ الأول', ['2016', '٢٠١٦', '۲۰۱۶', 'الاول']],
    ['en', 'Flight 4711 is late', ['٤٧١١', '४७११', '４７１１', '4711']],
    ['fa', 'نیم\u200cروزها', ['نیمروزها', 'نیم\u200cروزها']],
    ['en', 'Zwi\u00adschen\u200dstück \u8fbb\ufe00', ['zwischenstuck', '\u8fbb']],
  ])('of %s finds %s in any spelling', async (language, headline, asked) => {
    const slug = await openAbout(language, headline);
    await settle(newsroom);
    for (const q of [...asked, ...asked.map((one) => one.normalize('NFD'))])
      expect([q, await found({ q })]).toEqual([q, expect.arrayContaining([slug])]);
    const page = await newsroom.archive.get(`/?q=${encodeURIComponent(asked[0]!)}`, {
      accept: 'text/html',
    });
    expect([page.status, page.text.includes(`/stories/${slug}`)]).toEqual([200, true]);
  });

  it('finds every word of a development, and no other word', async () => {
    const slug = await openAbout('en', 'Plain', 'In Çanakkale güneşlı, quoth Ōtsu\u0301.');
    await settle(newsroom);
    expect(await found({ q: 'canakkale gunesli otsu' })).toEqual([slug]);
    expect(await found({ q: 'çanakkale nowhere' })).toEqual([]);
    expect(await found({ q: 'anakkale' })).toEqual([]);
  });

  it('by place accepts every form of its name', async () => {
    const slug = await openStory(newsroom.desk, freshSlug('search'));
    const place = { name: 'Diyarbakır', country: 'TR' };
    const { etag } = (await newsroom.desk.get(at(slug))).headers;
    const classified = await newsroom.desk.put(
      at(slug, '/classification'),
      { topics: [], places: [place] },
      { 'if-match': etag! },
    );
    expect([classified.status, classified.text]).toEqual([200, expect.any(String)]);
    await record(newsroom.desk, slug, report());
    await settle(newsroom);
    for (const name of ['diyarbakir', 'DİYARBAKIR']) expect(await found({ place: name })).toEqual([slug]);
  });

  it('accepts twelve words, and text in a script without spaces', async () => {
    const slug = await openAbout('zh', '外交部周四否認在安卡拉開始會談並表示二十一人受傷');
    await settle(newsroom);
    expect(await found({ q: '外交部周四否認在安卡拉開始會談並表示二十一人受傷' })).toEqual([slug]);
    const many = await newsroom.archive.get(address({ q: 'abcdefghijklm'.split('').join(' ') }));
    expectProblem(many, 400, 'query-parameter', 'q');
    expect(many.body.detail).toContain('13 words');
    const long = await newsroom.archive.get(
      address({ q: '天地玄黃宇宙洪荒日月盈昃辰宿列張寒來暑往秋收冬藏閏' }),
    );
    expectProblem(long, 400, 'query-parameter', 'q');
    expect(long.body.detail).toContain('13 words');
  });
});

describe('other forms of a word', () => {
  it.each([
    ['en', 'The inspection of reactor Kappa', ['inspections', 'INSPECTED', 'inspection kappa', 'reactors']],
    ['fr', 'Évacuation de la ville de Kappazac', ['évacué kappazac', 'EVACUATIONS villes kappazac']],
    ['de', 'Angriffe auf Kappastadt', ['angriff kappastadt']],
    ['es', 'Negociación en Kapparia', ['negociaciones kapparia', 'negociacion kapparia']],
    ['ru', 'Военный переворот в Каппаграде', ['военного переворота Каппаграде']],
    ['tr', 'Kappa’da görüşmeler', ['kappa görüşme', 'KAPPA GÖRÜŞMELERİ']],
    ['ar', 'المحادثات في كبا', ['كبا محادثة', 'للمحادثات كبا', 'المحادثة كبا']],
  ])('of %s: %s is found', async (language, headline, asked) => {
    const slug = await openAbout(language, headline);
    await settle(newsroom);
    const all = await Promise.all(asked.map((q) => found({ q })));
    const missed = asked.filter((_, i) => !all[i]!.includes(slug));
    expect(missed).toEqual([]);
  });

  it('follow the language of the text, and a star matches a prefix', async () => {
    const slug = await openAbout('en', 'Zephyrines', 'Zephyrians evacuated; zephyreum shut.');
    await settle(newsroom);
    expect(await found({ q: 'zephyr*' })).toEqual([slug]);
    expect(await found({ q: 'ZÉPHYRIAN* EVACUAT*' })).toEqual([slug]);
    expect(await found({ q: 'zephyra*' })).toEqual([]);
    expect(await found({ q: 'zephyr' })).toEqual([]);
    const page = await newsroom.archive.get(`/?q=${encodeURIComponent('zephyri*')}`, { accept: 'text/html' });
    expect(page.text).toContain('<mark>Zephyrines</mark>');
  });

  it.each([
    ['*', 'no word'],
    ['ab*', 'at least 3 letters'],
    ['evac*ion', 'end of a word'],
  ])('a query of %s is refused, on the page with an explanation', async (q, words) => {
    const refused = await newsroom.archive.get(address({ q }));
    expectProblem(refused, 400, 'query-parameter', 'q');
    expect(refused.body.detail).toContain(words);
    const page = await newsroom.archive.get(`/?q=${encodeURIComponent(q)}&lang=fr`, { accept: 'text/html' });
    expect([page.status, page.text.includes('role="search"')]).toEqual([200, true]);
    expect(page.text).toMatch(/chercher\s: des lettres|Donnez au moins|Un astérisque se place/);
  });
});

describe('what is found', () => {
  const TEXT = `The inspectorate said little. ${'Nothing else was heard of it. '.repeat(20)}An omicronical valve had burst. ${'More is not known. '.repeat(20)}`;

  it('is counted, and shown with the matching words', async () => {
    const slug = await openAbout('en', 'The plant', TEXT);
    await settle(newsroom);
    const { body } = await newsroom.archive.get(address({ q: 'valves omicronical' }));
    expect([body.total, body.items.length]).toEqual([1, 1]);
    const { snippet, newest } = body.items[0];
    expect(snippet).toMatchObject({ in: 'development', id: newest.id, language: 'en' });
    const text = snippet.parts.map((part: Json) => part.text).join('');
    expect(text).toMatch(/^… .*An omicronical valve had burst\. .* …$/);
    expect(TEXT).toContain(text.slice(2, -2));
    const marked = snippet.parts.filter((part: Json) => part.matched).map((part: Json) => part.text);
    expect(marked).toEqual(['omicronical', 'valve']);
    const page = await newsroom.archive.get('/?q=valves+omicronical', { accept: 'text/html' });
    expect(page.text).toContain('An <mark>omicronical</mark> <mark>valve</mark> had burst.');
    expect(page.text).toContain('>1 story<');
    const { items } = (await newsroom.archive.get(address({ status: 'open' }))).body;
    expect(items.find((story: Json) => story.slug === slug).snippet).toBeNull();
    const feed = await newsroom.archive.get('/v1/stories.atom?q=valves+omicronical');
    expect([feed.status, feed.text.includes(slug)]).toEqual([200, true]);
  });

  it('contains nothing withdrawn or removed', async () => {
    const slug = await openAbout('en', 'The bridge', 'The quaestor Lambdasson resigned.');
    const second = await record(
      newsroom.desk,
      slug,
      report([], { text: en('Lambdasson, a quaestor, denies it.') }),
    );
    await settle(newsroom);
    expect(await found({ q: 'quaestors lambdasson' })).toEqual([slug]);
    const { status } = await newsroom.desk.post(at(slug, `/developments/${second.id}/kill`), {
      reason: 'wrong',
      grounds: 'wrong',
      notice: en('Withdrawn.'),
    });
    expect(status).toBe(201);
    const removed = await newsroom.desk.post('/desk/v1/removals', {
      words: 'Lambdasson',
      scope: 'story',
      story: slug,
      reason: 'asked for',
      grounds: 'privacy',
      notice: en('A name was removed.'),
    });
    expect([removed.status, removed.text]).toEqual([201, expect.any(String)]);
    const ask = async (): Promise<string> => (await newsroom.archive.get(address({ q: 'quaestor' }))).text;
    const text = await eventually(ask, (answer) => answer.includes('[…]'));
    expect(text).not.toMatch(/Lambdasson|denies/);
    const parts = JSON.parse(text).items[0].snippet.parts as readonly Json[];
    expect(parts.map((part) => part.text)).toEqual(['The ', 'quaestor', ' […] resigned.']);
    expect(await found({ q: 'lambd*' })).toEqual([]);
    const before = address({ q: 'lambdasson', asOf: new Date().toISOString() });
    expect((await newsroom.archive.get(before)).body).toMatchObject({ total: 0, items: [] });
  });

  it('can be limited to a period, sorted and paged', async () => {
    const slugs = [
      await openAbout('en', 'Sigma one'),
      await openAbout('en', 'Plain', 'Sigma two'),
      await openAbout('en', 'Sigma three'),
    ];
    await settle(newsroom);
    const [three, two, one] = (await newsroom.archive.get(address({ q: 'sigma' }))).body.items;
    expect([one.slug, two.slug, three.slug]).toEqual(slugs);
    expect(await found({ q: 'sigma', sort: 'oldest' })).toEqual(slugs);
    expect(await found({ q: 'sigma', sort: 'relevance' })).toEqual([slugs[2], slugs[0], slugs[1]]);
    const between = { from: two.newest.recordedAt, to: two.newest.recordedAt };
    expect(await found({ q: 'sigma', ...between })).toEqual([two.slug]);
    expect(await found({ q: 'sigma', updatedSince: two.updatedAt })).toEqual([three.slug]);
    expect(await found({ q: 'sigma', from: '2999-01-01' })).toEqual([]);
    expect(await found({ q: 'sigma', to: '1999-01-01' })).toEqual([]);
    const first = (await newsroom.archive.get(address({ q: 'sigma', sort: 'relevance', limit: '2' }))).body;
    expect([first.total, first.next]).toEqual([3, expect.stringContaining('sort=relevance&')]);
    const last = (await newsroom.archive.get(first.next)).body;
    expect([last.total, last.next, last.items.map((story: Json) => story.slug)]).toEqual([
      3,
      null,
      [slugs[1]],
    ]);
    const page = await newsroom.archive.get('/?q=sigma&from=&to=2999-01-01&sort=oldest&lang=fr', {
      accept: 'text/html',
    });
    expect(page.text).toContain('>3 sujets<');
    const places = slugs.map((slug) => page.text.indexOf(`/stories/${slug}`));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(page.text).toMatch(/<option value="oldest" +selected>/);
  });

  it.each([
    [{ sort: 'best' }, 'query-parameter', 'sort'],
    [{ updatedSince: 'yesterday' }, 'time-form', 'updatedSince'],
  ])('by %j is refused', async (query, code, parameter) => {
    expectProblem(await newsroom.archive.get(address(query)), 400, code, parameter);
  });
});

describe('a removal', () => {
  it('removes a name in any spelling, and leaves the rest unchanged', async () => {
    const slug = await openAbout(
      'en',
      'Yıldız in Diyarbakır',
      'YILDIZ, Yildiz’s car, Y\u0131ld\u00ad\u0131z – Yıldızlar.',
    );
    const removed = await newsroom.desk.post('/desk/v1/removals', {
      words: 'Yildiz',
      scope: 'story',
      story: slug,
      reason: 'asked for',
      grounds: 'privacy',
      notice: en('A name was removed.'),
    });
    expect([removed.status, removed.text]).toEqual([201, expect.any(String)]);
    const ask = async (): Promise<string> => (await newsroom.archive.get(read(slug))).text;
    const text = await eventually(ask, (answer) => answer.includes('[…] in Diyarbakır'));
    expect(text).toContain('[…], […]’s car, […] – Yıldızlar.');
    expect(await found({ q: 'yıldız' })).toEqual([]);
  });
});
