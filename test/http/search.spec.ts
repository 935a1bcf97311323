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

/** Opens a story with a headline of its own and one development, so that the archive shows it. */
async function tell(language: string, headline: string, text = 'Moscow says so.'): Promise<string> {
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
  ])('of %s finds %s, however it is written', async (language, headline, asked) => {
    const slug = await tell(language, headline);
    await settle(newsroom);
    for (const q of [...asked, ...asked.map((one) => one.normalize('NFD'))])
      expect([q, await found({ q })]).toEqual([q, expect.arrayContaining([slug])]);
    const page = await newsroom.archive.get(`/?q=${encodeURIComponent(asked[0]!)}`, {
      accept: 'text/html',
    });
    expect([page.status, page.text.includes(`/stories/${slug}`)]).toEqual([200, true]);
  });

  it('finds every word of a development, and no word that is another', async () => {
    const slug = await tell('en', 'Plain', 'In Çanakkale güneşlı, quoth Ōtsu\u0301.');
    await settle(newsroom);
    expect(await found({ q: 'canakkale gunesli otsu' })).toEqual([slug]);
    expect(await found({ q: 'çanakkale nowhere' })).toEqual([]);
    expect(await found({ q: 'anakkale' })).toEqual([]);
  });

  it('by place takes its name in every form', async () => {
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

  it('takes twelve words, and a headline of a script without spaces as well', async () => {
    const slug = await tell('zh', '外交部周四否認在安卡拉開始會談並表示二十一人受傷');
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

describe('a removal', () => {
  it('takes a name out however it is written, and leaves the rest as it was', async () => {
    const slug = await tell(
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
