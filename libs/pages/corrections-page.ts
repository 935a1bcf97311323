import type { Site } from '#formats';
import {
  correctionIn,
  isRefile,
  type WordedAmendment,
  type Difference,
  type PartView,
  type AmendmentWords,
} from '#projections';
import type { Status, Text } from '#story';
import { capital } from '#wordings';
import { correctionBody, subjectOf, type Corrected } from './correction-block.js';
import { html, type Html } from './html.js';
import { documentOf } from './layout.js';
import { addressOf, anchorOf, inLanguage, phrase, textIn, type Reader } from './reader.js';
import { patterns, swatch } from './status-pattern.js';
import { pageContextOf, type PageContext } from './page-context.js';
import { momentTime, sharedMinutes } from './when.js';

export interface CorrectionsPage {
  /** Corrections, retractions and withdrawals, newest first. The page leaves out refiles that only change data. */
  readonly changes: readonly WordedAmendment[];
  /** The cursors of the next page (null at the end) and of this page (null for the first). */
  readonly next: string | null;
  readonly cursor: string | null;
  /** The `limit` in the address. */
  readonly limit: string | null;
  /** The address of the feed, `/v1/corrections.atom`; null without one. */
  readonly feed: string | null;
  readonly site: Site;
  readonly reader: Reader;
}

/** The HTML page of all corrections, over all stories. */
export function correctionsPage({
  changes: all,
  next,
  cursor,
  limit,
  feed,
  site,
  ...page
}: CorrectionsPage): string {
  const reader = { ...page.reader, minutes: sharedMinutes(all) };
  const changes = all.filter((change) => {
    const correction = correctionIn(change);
    return correction === null || !isRefile(correction);
  });
  const { changes: words } = reader.words;
  return documentOf({
    site,
    reader,
    title: `${words.title} – ${site.name}`,
    description: words.about,
    here: { path: '/corrections', parameters: { asOf: reader.asOf, cursor } },
    head: html`${feed !== null && html`<link rel="alternate" type="application/atom+xml" href="${feed}" />`}`,
    main: html`<header class="headline">
        <h1>${words.title}</h1>
        <p class="lede">${words.about}</p>
        ${feed !== null && html`<p><a href="${feed}">${words.feed}</a></p>`}
      </header>
      ${patterns()}
      <section class="part" aria-label="${words.title}">
        ${
          changes.length === 0
            ? html`<p>${words.nothing}</p>`
            : html`<ol class="changes">
                ${changes.map((change) => changeOf(change, reader))}
              </ol>`
        }
        ${
          next !== null &&
          html`<nav aria-label="${words.title}">
            <p>
              <a
                rel="next"
                href="${addressOf('/corrections', reader, { asOf: reader.asOf, limit, cursor: next })}"
                >${words.next}</a
              >
            </p>
          </nav>`
        }
      </section>`,
  });
}

function changeOf(change: WordedAmendment, reader: Reader): Html {
  const { slug } = change.story;
  const then = change.words;
  const { words } = reader;
  const gone = change.type === 'StoryKilled' || change.type === 'StoryTakenDown';
  const address = addressOf(
    gone ? `/stories/${slug}` : `/stories/${slug}/revisions/${change.revision}`,
    reader,
  );
  const correction = correctionIn(change);
  const subject = (part: PartView): Html | null => partOf(part, address, then, reader);
  const headline = textIn(then.headline, reader, then.language);
  const called = headline ? phrase(then.headline, reader, then.language) : words.changes.withdrawn;
  const story = words.party.inStory(html`<a href="${address}">${called}</a>`);
  return html`<li class="change" id="change-${change.id}">
    <h2>${capital(correction ? words.correction[correction.class] : words.amendment[change.type])}</h2>
    <p class="entry-head">
      ${momentTime(change.recordedAt, reader)} ${correction ? subjectOf(correction, subject, reader) : null}
      ${story}
    </p>
    ${correction ? correctionBody(correction, knownOf(then), subject, context(then, reader)) : change.changes.map((difference) => differenceOf(difference, then, reader))}
  </li>`;
}

const knownOf = ({ claims }: AmendmentWords): Corrected => ({
  claim: (id, when) => claims[id]?.[when] ?? claims[id]?.is ?? null,
  developments: [],
});
const context = ({ language, parties }: AmendmentWords, reader: Reader): PageContext =>
  pageContextOf({ language, developments: { items: [] } }, parties, reader);

/** The text of a claim at that time. */
function calledThen(id: string, { claims, language }: AmendmentWords, reader: Reader): Html {
  const text = claims[id]?.is ?? claims[id]?.was ?? null;
  return textIn(text, reader, language)
    ? phrase(text, reader, language)
    : html`${reader.words.changes.claim}`;
}

function partOf(part: PartView, address: string, then: AmendmentWords, reader: Reader): Html | null {
  const { correctionOf: words } = reader.words;
  if ('heading' in part) return null;
  if ('claim' in part)
    return words.claim(
      html`<a href="${address}#${anchorOf('claim', part.claim)}">${calledThen(part.claim, then, reader)}</a>`,
    );
  return html`<a href="${address}#${anchorOf('development', part.development)}">${words.unknown}</a>`;
}

/** One difference in words: a retraction, notice, withdrawal or new status. Others are left to the story page: null. */
function differenceOf({ path, was, is }: Difference, then: AmendmentWords, reader: Reader): Html | null {
  const [, list = '', id = '', member = '', , part = ''] = path.split('/');
  const { words } = reader;
  const called = calledThen(id, then, reader);
  if (list === 'claims' && member === 'status' && isStatus(is, words))
    return html`<p>
      ${swatch(is)} ${called}${words.colon}
      ${capital(words.status[is].name)}${isStatus(was, words) && html` <span class="quiet">← ${capital(words.status[was].name)}</span>`}
    </p>`;
  if (list === 'claims' && part === 'withdrawn' && is !== null)
    return html`<p>${words.correctionOf.claim(called)}</p>`;
  if (list === 'developments' && member === 'retracted' && isRecord(is))
    return html`<p>
      ${words.timeline.retracted[is['by'] === 'us' ? 'us' : 'outlet'](momentTime(String(is['at']), reader))}
    </p>`;
  const notice = noticeIn(is);
  const said = notice && textIn(notice, reader);
  return said && html`<p class="notice" ${inLanguage(said, reader)}>${said.text}</p>`;
}

/** The text of the notice in a difference: the difference is the notice, or contains it. */
function noticeIn(is: unknown): Text | null {
  if (!isRecord(is)) return null;
  const { notice, withheld } = is as { readonly notice?: unknown; readonly withheld?: unknown };
  if (isRecord(withheld)) return noticeIn(withheld);
  return isRecord(notice) ? (notice as Text) : null;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isStatus = (value: unknown, { status }: Reader['words']): value is Status =>
  typeof value === 'string' && Object.hasOwn(status, value);
