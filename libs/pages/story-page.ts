import type { Site } from '#formats';
import { SILENT_STANCES, STANCE_RULES, type SilentStance } from '#story';
import { isRefile, type NearbyRevisions, type StateView, type StatusHistory } from '#projections';
import { capital, STATUS_GROUPS } from '#wordings';
import { claimBlock, flagWords } from './claim-block.js';
import { correctionBlock } from './correction-block.js';
import { html, inPhrase, jsonBlock, type Html } from './html.js';
import { kicker } from './kicker.js';
import { wordingOf } from './wording.js';
import { documentOf } from './layout.js';
import { momentBanner } from './moment-banner.js';
import { quantityOf } from './quantity.js';
import {
  addressOf,
  anchorOf,
  enumerated,
  inLanguage,
  phrase,
  textIn,
  translationMarks,
  translationTags,
  type Reader,
} from './reader.js';
import { statusChart } from './status-chart.js';
import { patterns, swatch } from './status-pattern.js';
import { pageContextOf, whoIs, type ClaimView, type Parties, type PageContext } from './page-context.js';
import { summaryBlock } from './summary-block.js';
import { timeline } from './timeline.js';
import { momentTime, sharedMinutes } from './when.js';

export interface StoryPage {
  readonly state: StateView;
  /** The status histories of the claims, from `statusHistory` of #projections. */
  readonly histories: readonly StatusHistory[];
  readonly neighbours: NearbyRevisions;
  readonly parties: Parties;
  /** The address names a revision, not a moment. */
  readonly fixed: boolean;
  /** The story as JSON-LD; null for none. */
  readonly jsonLd: string | null;
  readonly site: Site;
  readonly reader: Reader;
}

/** The HTML page of a story as of a moment: its claims by certainty, its open questions and its history. */
export function storyPage(page: StoryPage): string {
  const { state, site, fixed } = page;
  const minutes = sharedMinutes(state, page.histories, page.neighbours);
  const reader = { ...page.reader, minutes };
  const { slug, asOf, validAt } = state;
  const context = pageContextOf(state, page.parties, reader);
  const headline = textIn(state.headline, reader, state.language);
  const title = headline?.text ?? reader.words.story.withdrawn;
  const path = fixed ? `/stories/${slug}/revisions/${state.revision}` : `/stories/${slug}`;
  const lede = textIn(state.lede, reader, state.language);
  return documentOf({
    site,
    reader,
    title: `${title} – ${site.name}`,
    description: lede?.text ?? '',
    article: { publishedAt: state.openedAt, modifiedAt: state.updatedAt },
    here: { path, parameters: { asOf: fixed ? null : reader.asOf, validAt } },
    head: headLinks(page, asOf !== null || fixed),
    main: html`<article class="story">
      <header class="headline">
        ${kicker(state, reader)}
        <h1${headline && inLanguage(headline, reader)}>${title}</h1>
        ${lede && html`<p class="lede" ${inLanguage(lede, reader)}>${lede.text}</p>`}
        ${translationTags(headline, state.languages?.headline, reader).map((tag) => html`<p class="quiet">${tag}</p>`)}
        ${noticesOf(state, context)}
      </header>
      ${momentBanner(page, reader)}
      ${state.status === 'killed' || state.status === 'takenDown' ? null : content(page, context)}
    </article>`,
  });
}

/** Links to other formats of the story, for programs. */
function headLinks({ state, site, jsonLd, fixed }: StoryPage, past: boolean): Html {
  const { slug, revision, asOf } = state;
  const canonical = past ? `/stories/${slug}/revisions/${revision}` : `/stories/${slug}`;
  const json = fixed || asOf !== null ? `/v1/stories/${slug}/revisions/${revision}` : `/v1/stories/${slug}`;
  return html`<link rel="canonical" href="${site.origin}${canonical}" />
    <link rel="alternate" type="application/json" href="${json}" />
    <link rel="alternate" type="application/atom+xml" href="/v1/stories/${slug}.atom" />
    ${jsonLd !== null && jsonBlock('application/ld+json', jsonLd)}`;
}

/** The notices at the top: the story is closed or withdrawn, or has corrections. */
function noticesOf({ status, notice, corrections }: StateView, { reader, story }: PageContext): Html {
  const words = reader.words.story;
  const said = textIn(notice?.notice ?? null, reader, story);
  const corrected = countOf(corrections);
  return html`${status === 'closed' && html`<p class="notice">${words.closed}</p>`}
  ${
    notice &&
    html`<div class="notice">
      <p>
        <strong>${capital(reader.words.withheld[notice.how])}</strong>,
        ${words.withdrawnAt(momentTime(notice.at, reader))}
      </p>
      ${said && html`<p${inLanguage(said, reader)}>${said.text}</p>`}
    </div>`
  }
  ${corrected > 0 && html`<p class="notice"><a href="#corrections">${words.hasCorrections(corrected)}</a></p>`}`;
}

interface Section {
  readonly id: string;
  readonly words: { readonly title: string; readonly about: string };
  readonly count: number | null;
  readonly body: Html;
}

function content({ state, histories }: StoryPage, context: PageContext): Html {
  const { reader } = context;
  const { words } = reader;
  const sections = [
    ...claimSections(state, context),
    unknown(state, context),
    history(state, histories, context),
    corrections(state, context),
    figures(state, context),
  ].filter((section) => section !== null);
  return html`${patterns()} ${state.summary && summaryBlock(state.summary, context)}
    <nav class="contents" aria-label="${words.story.contents}">
      <ul>
        ${sections.map(({ id, words: { title }, count }) => html`<li><a href="#${id}">${title}</a>${count !== null && html` <span class="count">${count}</span>`}</li>`)}
      </ul>
    </nav>
    ${state.claims.total === 0 && html`<p>${words.story.nothing}</p>`} ${sections.map(sectionOf)}
    <p class="data">
      <a href="/v1/stories/${state.slug}.atom">${words.story.feed}</a> ·
      <a href="${addressOf(`/v1/stories/${state.slug}/revisions/${state.revision}`, { asked: null })}"
        >${words.story.json}</a
      >
    </p>`;
}

const sectionOf = ({ id, words: { title, about }, body }: Section): Html =>
  html`<section id="${id}" class="part" aria-labelledby="${id}-title">
    <h2 id="${id}-title">${title}</h2>
    <p class="about">${about}</p>
    ${body}
  </section>`;

/** How many items of a list are not on the page, with a link to all. */
function rest(
  { total, items, next }: { total: number; items: readonly unknown[]; next: string | null },
  reader: Reader,
): Html | null {
  if (next === null || total <= items.length) return null;
  const { story: words } = reader.words;
  return html`<p class="quiet">
    ${words.more(total - items.length)}${reader.words.colon} <a href="${next}">${words.data}</a>
  </p>`;
}

/** The same for claims, with a link to their pages. */
function restOfClaims({ claims, slug, asOf, updatedAt }: StateView, { reader }: PageContext): Html | null {
  if (claims.next === null) return null;
  const moment = asOf === null && reader.asOf === null ? null : (asOf ?? updatedAt);
  const { words } = reader;
  return html`<p class="quiet">
    ${words.story.more(claims.total - claims.items.length)}${words.colon}
    <a rel="next" href="${addressOf(`/stories/${slug}/claims`, reader, { asOf: moment })}"
      >${words.claims.title}</a
    >
  </p>`;
}

function claimSections(state: StateView, context: PageContext): readonly (Section | null)[] {
  const { claims } = state;
  const { words } = context.reader;
  if (claims.total === 0) return [];
  return (['established', 'claimed', 'contested'] as const).map((group, i, all) => {
    const order: readonly string[] = STATUS_GROUPS[group];
    const shown = order.flatMap((status) => claims.items.filter((claim) => claim.status === status));
    const isLast = i === all.length - 1;
    const more = isLast ? restOfClaims(state, context) : null;
    if (shown.length === 0 && group !== 'established' && more === null) return null;
    const body = html`${
      shown.length === 0
        ? html`<p>${words.story.none}</p>`
        : html`<ol class="claims">
            ${shown.map((claim) => claimBlock(claim, context))}
          </ol>`
    }${more}`;
    return { id: group, words: words.story[group], count: shown.length, body };
  });
}

/** Open questions, and sources that did not answer. */
function unknown({ questions, claims }: StateView, context: PageContext): Section | null {
  const { reader, story } = context;
  const words = reader.words.story;
  const question = ({ id, text, languages, recordedAt }: (typeof questions.items)[number]): Html => {
    const said = textIn(text, reader, story) ?? { text: id, language: reader.language };
    return html`<li id="${anchorOf('question', id)}"><strong${inLanguage(said, reader)}>${said.text}</strong> <span class="quiet">${words.questionSince(momentTime(recordedAt, reader))}</span>${translationMarks(said, languages, reader)}</li>`;
  };
  const open = questions.items.filter((q) => q.open);
  const answered = questions.items.filter((q) => !q.open);
  const silent = SILENT_STANCES.flatMap((stance) => silence(stance, claims.items, context));
  if (questions.total === 0 && silent.length === 0) return null;
  const body = html`${
    open.length > 0 &&
    html`<ul class="questions">
      ${open.map(question)}
    </ul>`
  }
  ${
    silent.length > 0 &&
    html`<ul>
      ${silent}
    </ul>`
  }
  ${
    answered.length > 0 &&
    html`<h3>${words.answered}</h3>
      <ul>
        ${answered.map(({ text }) => html`<li>${phrase(text, reader, story)}</li>`)}
      </ul>`
  }
  ${rest(questions, reader)}`;
  return { id: 'unknown', words: words.unknown, count: open.length + silent.length, body };
}

/** The sources that did not answer, each with the claims in question. */
function silence(stance: SilentStance, claims: readonly ClaimView[], context: PageContext): readonly Html[] {
  const { reader, story } = context;
  const kind = STANCE_RULES[stance].flag;
  const sentence = reader.words.story.silence[stance];
  const about = new Map<string, Html[]>();
  for (const { id, text, flags } of claims)
    for (const who of flags.find(({ flag }) => flag === kind)?.who ?? []) {
      const link = html`<a href="#${anchorOf('claim', id)}">${phrase(text, reader, story)}</a>`;
      about.set(who, [...(about.get(who) ?? []), inPhrase(reader.words.quoted, link)]);
    }
  return [...about].map(
    ([who, what]) => html`<li>${sentence(whoIs(who, context), enumerated(what, reader))}</li>`,
  );
}

function history(
  { developments, claims, slug, updatedAt, asOf }: StateView,
  histories: readonly StatusHistory[],
  context: PageContext,
): Section | null {
  const { reader } = context;
  const { words } = reader;
  if (developments.total === 0 && histories.length === 0) return null;
  const whole = developments.next === null;
  const older = addressOf(`/stories/${slug}/timeline`, reader, {
    asOf: asOf === null && reader.asOf === null ? null : (asOf ?? updatedAt),
  });
  const body = html`${statusChart(histories, claims.items, context)}
    <h3>${words.timeline.title}</h3>
    ${timeline(developments.items, { histories, claims: claims.items, whole }, context)}
    ${!whole && html`<p><a href="${older}">${words.timeline.older}</a> <span class="count">${developments.total}</span></p>`}`;
  return { id: 'history', words: words.story.history, count: developments.total, body };
}

function corrections(
  { corrections: list, claims, developments }: StateView,
  context: PageContext,
): Section | null {
  const shown = list.items.filter((each) => !isRefile(each));
  if (shown.length === 0) return null;
  const onPage = new Set(claims.items.map(({ id }) => id));
  const body = html`<ol class="corrections">
      ${shown.map((each) =>
        correctionBlock(
          each,
          {
            claim: (id, when) =>
              wordingOf(id, Number(each.revision) - (when === 'was' ? 1 : 0), { claims, corrections: list }),
            onPage,
            developments: developments.items,
          },
          context,
        ),
      )}
    </ol>
    ${rest(list, context.reader)}`;
  return { id: 'corrections', words: context.reader.words.story.corrections, count: countOf(list), body };
}

/** The number of corrections without the listed refiles that only change data. */
const countOf = ({ total, items }: StateView['corrections']): number => total - items.filter(isRefile).length;

function figures({ claims }: StateView, context: PageContext): Section | null {
  const { reader, story } = context;
  const { words } = reader;
  const measured = claims.items.flatMap((claim) => {
    const quantity = quantityOf(claim, reader);
    if (quantity === null) return [];
    const given = claim.flags.filter(({ flag }) => flag === 'superseded' || flag === 'restated');
    const notes = given.map((flag) => html`<p class="quiet">${flagWords(flag, context, claim.kind)}</p>`);
    return [
      html`<li>
        <p class="amount">${quantity.amount}</p>
        <p>${quantity.of}</p>
        <p class="quiet">
          ${swatch(claim.status)} ${words.status[claim.status].name} ·
          <a href="#${anchorOf('claim', claim.id)}">${phrase(claim.text, reader, story)}</a>
        </p>
        ${notes}
      </li>`,
    ];
  });
  if (measured.length === 0) return null;
  return {
    id: 'figures',
    words: words.story.figures,
    count: measured.length,
    body: html`<ul class="figures">
      ${measured}
    </ul>`,
  };
}
