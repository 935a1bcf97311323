import type { Site } from '#formats';
import { SORTS, type SearchFault, type Snippet, type Sort } from '#projections';
import type { DevelopmentKind, Status, Text } from '#story';
import { capital } from '#wordings';
import { html, inPhrase, type Html } from './html.js';
import { kicker } from './kicker.js';
import { documentOf } from './layout.js';
import { momentForm } from './moment-form.js';
import { addressOf, inLanguage, name, textIn, type Reader, type ChosenText } from './reader.js';
import type { Parties } from './page-context.js';
import { topicName } from './topics.js';
import { momentTime, sharedMinutes } from './when.js';

/** A story in the result of `frontPage` of #projections. */
export interface StoryItem {
  readonly slug: string;
  readonly headline: Text;
  readonly lede: Text | null;
  readonly language: string;
  readonly topics: readonly string[];
  readonly places: readonly { readonly name: string }[];
  readonly status: 'open' | 'closed' | 'killed' | 'takenDown';
  readonly notice: { readonly notice: Text | null } | null;
  readonly newest: {
    readonly kind: DevelopmentKind;
    readonly text: Text;
    readonly recordedAt: string;
  } | null;
  readonly claims: number;
  readonly developments: number;
  readonly snippet: Snippet | null;
}

export interface FrontPage {
  readonly items: readonly StoryItem[];
  /** The number of all matches; null if there are too many to count. */
  readonly total: number | null;
  /** The address of the next page, as `frontPage` of #projections gives it; null at the end. */
  readonly next: string | null;
  /** The filters. */
  readonly chosen: {
    readonly q: string | null;
    readonly topic: string | null;
    readonly place: string | null;
    readonly party: string | null;
    readonly status: StoryItem['status'] | null;
    readonly claimStatus: Status | null;
    readonly language: string | null;
    readonly from: string | null;
    readonly to: string | null;
    /** Null: newest first. */
    readonly sort: Exclude<Sort, 'newest'> | null;
  };
  /** Why the search has no answer; null if it has one. */
  readonly fault: SearchFault | null;
  /** The name of the party in the filters. */
  readonly parties: Parties;
  readonly cursor: string | null;
  readonly site: Site;
  readonly reader: Reader;
}

/** The HTML page of the stories as of a moment, with a search form. */
export function frontPageOf({
  items,
  total,
  next,
  chosen,
  fault,
  parties,
  cursor,
  site,
  ...page
}: FrontPage): string {
  const reader = { ...page.reader, minutes: sharedMinutes(items.map((item) => item.newest?.recordedAt)) };
  const { front: words, moment } = reader.words;
  const { asOf } = reader;
  const { q } = chosen;
  const some = Object.entries(chosen).some(([by, value]) => by !== 'sort' && value !== null);
  const title = q === null ? words.title : `${words.title}${reader.words.colon} ${q}`;
  return documentOf({
    site,
    reader,
    title: `${title} – ${site.name}`,
    description: words.about,
    here: { path: '/', parameters: { asOf, ...chosen, cursor } },
    head: html`<link
        rel="canonical"
        href="${site.origin}${addressOf('/', { asked: null }, { asOf, ...chosen, cursor })}"
      />
      <link
        rel="alternate"
        type="application/json"
        href="${addressOf('/v1/stories', { asked: null }, { asOf, ...chosen })}"
      />`,
    main: html`<header class="headline">
        <h1>${words.title}</h1>
        <p class="lede">${words.about}</p>
        ${some && html`<p class="notice">${choiceWords(chosen, parties, reader)} <a href="${addressOf('/', reader, { asOf })}">${words.all}</a></p>`}
      </header>
      <section class="moment${asOf === null ? '' : ' past'}" aria-label="${moment.choose}">
        ${asOf !== null && html`<p class="moment-shown">${words.past(momentTime(asOf, reader))} <a class="now" href="${addressOf('/', reader, { ...chosen })}">${moment.seeNow}</a></p>`}
        ${searchForm(chosen, reader)} ${momentForm('/', asOf, reader, { ...chosen })}
      </section>
      ${fault && html`<p class="notice" role="status">${words.refused(fault)}</p>`}
      ${some && fault === null && total !== null && total > 0 && html`<p class="quiet" role="status">${words.count(total)}</p>`}
      ${
        items.length === 0
          ? fault === null && html`<p role="status">${words.nothing}</p>`
          : html`<ol class="stories">
              ${items.map((item) => storyItem(item, reader))}
            </ol>`
      }
      ${
        next !== null &&
        html`<nav aria-label="${words.title}">
          <p><a rel="next" href="${next}">${words.next}</a></p>
        </nav>`
      }`,
  });
}

function choiceWords(chosen: FrontPage['chosen'], parties: Parties, reader: Reader): Html {
  const { q, topic, place, party, status, claimStatus, language, from, to } = chosen;
  const words = reader.words.front;
  const filters = [
    ...(q === null ? [] : [inPhrase(reader.words.quoted, name(q))]),
    ...(topic === null ? [] : [html`${topicName(topic, reader.language)}`]),
    ...(place === null ? [] : [name(place)]),
    ...(party === null ? [] : [name(parties.get(party) ?? party.replaceAll('-', ' '))]),
    ...(status === null ? [] : [html`${reader.words.storyStatus[status]}`]),
    ...(claimStatus === null ? [] : [html`${reader.words.status[claimStatus].name}`]),
    ...(language === null ? [] : [html`${languageName(language, reader)}`]),
    ...(from === null && to === null ? [] : [words.between(from, to)]),
  ];
  return html`${filters.map((part, i) => html`${i === 0 ? '' : ', '}${i === 0 ? words.found(part) : part}`)}.`;
}

/** The name of a language in the page's language. */
function languageName(tag: string, { words: { locale } }: Reader): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

const DAY = /^\d{4}-\d\d-\d\d$/;

function searchForm({ q, from, to, sort, ...chosen }: FrontPage['chosen'], reader: Reader): Html {
  const words = reader.words.front;
  const kept = { ...chosen, asOf: reader.asOf, lang: reader.asked };
  const moment = (name: 'from' | 'to', value: string | null): Html =>
    html`<p>
      <label for="${name}">${words[name]}</label
      ><input
        id="${name}"
        name="${name}"
        type="${value === null || DAY.test(value) ? 'date' : 'text'}"
        value="${value ?? ''}"
      />
    </p>`;
  const order = (name: Sort): Html =>
    html`<option value="${name}" ${name === sort && html` selected`}>${words.sorts[name]}</option>`;
  return html`<form class="search" role="search" method="get" action="/">
    <p>
      <label for="q">${words.search}</label
      ><input id="q" name="q" type="search" maxlength="200" value="${q ?? ''}" aria-describedby="q-hint" />
    </p>
    ${moment('from', from)} ${moment('to', to)}
    <p>
      <label for="sort">${words.sort}</label
      ><select id="sort" name="sort">
        ${SORTS.map(order)}
      </select>
    </p>
    ${Object.entries(kept).map(([key, value]) => value !== null && html`<input type="hidden" name="${key}" value="${value}" />`)}
    <p><button>${words.find}</button></p>
    <p class="quiet hint" id="q-hint">${words.hint}</p>
  </form>`;
}

/** A snippet with its matches marked. */
const marked = ({ parts }: Snippet): Html =>
  html`${parts.map(({ text, matched }) => (matched ? html`<mark>${text}</mark>` : text))}`;

/** Whether a snippet is a whole text that the page shows anyway. */
const isOf = (
  { language, parts, ...snippet }: Snippet,
  where: Snippet['in'],
  shown: ChosenText | null,
): boolean =>
  snippet.in === where &&
  language === shown?.language &&
  parts.map(({ text }) => text).join('') === shown?.text;

function storyItem(item: StoryItem, reader: Reader): Html {
  const { front: words, story, kind } = reader.words;
  const { asOf } = reader;
  const headline = textIn(item.headline, reader, item.language) ?? {
    text: item.slug,
    language: reader.language,
  };
  const lede = textIn(item.lede, reader, item.language);
  const notice = textIn(item.notice?.notice ?? null, reader, item.language);
  const latest = textIn(item.newest?.text ?? null, reader, item.language);
  const withheld = item.status === 'killed' || item.status === 'takenDown';
  const counts = [story.claims(item.claims), words.developments(item.developments)];
  const { snippet } = item;
  const inHeadline = snippet && isOf(snippet, 'headline', headline) ? marked(snippet) : null;
  const inLede = snippet && isOf(snippet, 'lede', lede) ? marked(snippet) : null;
  const apart = inHeadline || inLede ? null : snippet;
  return html`<li class="story-item">
    ${kicker(item, reader)}
    <h2>
      <a href="${addressOf(`/stories/${item.slug}`, reader, { asOf })}" ${inLanguage(headline, reader)}
        >${inHeadline ?? headline.text}</a
      >
    </h2>
    ${item.status !== 'open' && html`<p class="notice"><strong>${capital(reader.words.storyStatus[item.status])}</strong>${notice && html` <span${inLanguage(notice, reader)}>${notice.text}</span>`}</p>`}
    ${lede && html`<p${inLanguage(lede, reader)}>${inLede ?? lede.text}</p>`}
    ${!withheld && html`<p class="quiet">${item.newest && html`${words.latest(kind[item.newest.kind], momentTime(item.newest.recordedAt, reader))} · `}${counts.join(' · ')}</p>`}
    ${apart && html`<p class="latest"><span class="quiet">${apart.in === 'summary' ? capital(reader.words.summary) : words.snippet[apart.in]}${reader.words.colon}</span> <q${inLanguage({ text: '', language: apart.language ?? 'und' }, reader)}>${marked(apart)}</q></p>`}
    ${!withheld && !apart && latest && html`<p class="latest" ${inLanguage(latest, reader)}>${latest.text}</p>`}
  </li>`;
}
