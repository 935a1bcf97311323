import type { Site } from '#formats';
import type { StateView } from '#projections';
import { claimBlock } from './claim-block.js';
import { html } from './html.js';
import { documentOf } from './layout.js';
import { addressOf, inLanguage, textIn, type Reader } from './reader.js';
import { patterns } from './status-pattern.js';
import { pageContextOf, type ClaimView, type Parties } from './page-context.js';
import { momentTime } from './when.js';

export interface ClaimsPage {
  readonly story: Pick<StateView, 'slug' | 'headline' | 'language'>;
  /** `total` is null if there are too many matches to count. `next` is a cursor, not an address. */
  readonly claims: {
    readonly total: number | null;
    readonly next: string | null;
    readonly items: readonly ClaimView[];
  };
  /** The cursors of this page and of the previous one; null without one. */
  readonly cursor: string | null;
  readonly previous: string | null;
  /** The filters and the `limit` in the address. */
  readonly chosen: Readonly<Record<string, string | null>>;
  readonly parties: Parties;
  readonly site: Site;
  readonly reader: Reader;
}

/** A page of a story's claims: those that do not fit on the story page, or those that match a filter. */
export function claimsPage(page: ClaimsPage): string {
  const { story, claims, cursor, previous, chosen, parties, site, reader } = page;
  const { claims: words } = reader.words;
  const { asOf } = reader;
  const path = `/stories/${story.slug}/claims`;
  const to = (at: string | null): string => addressOf(path, reader, { ...chosen, asOf, cursor: at });
  const before = previous === null ? null : to(previous);
  const after = claims.next === null ? null : to(claims.next);
  const headline = textIn(story.headline, reader, story.language);
  const called = headline?.text ?? story.slug;
  const state = { language: story.language, claims, developments: { items: [] } };
  const context = pageContextOf(state, parties, reader);
  const { limit: _, ...filters } = chosen;
  return documentOf({
    site,
    reader,
    title: `${words.title}${reader.words.colon} ${called} – ${site.name}`,
    here: { path, parameters: { ...chosen, asOf, cursor } },
    head: html`${before !== null && html`<link rel="prev" href="${before}" />`}
    ${after !== null && html`<link rel="next" href="${after}" />`}`,
    main: html`<article class="story">
      <header class="headline">
        <h1>${words.title}</h1>
        <p class="lede">
          <a
            href="${addressOf(`/stories/${story.slug}`, reader, { asOf })}"
            ${headline && inLanguage(headline, reader)}
            >${called}</a
          >
        </p>
        ${asOf !== null && html`<p class="notice">${reader.words.moment.past(momentTime(asOf, reader))}</p>`}
        ${Object.values(filters).some((value) => value !== null) && html`<p>${words.chosen} <a href="${addressOf(path, reader, { asOf })}">${words.title}</a></p>`}
      </header>
      ${patterns()}
      <section class="part" aria-label="${words.title}">
        <h2>${claims.total === null ? words.title : words.count(claims.total)}</h2>
        <p class="about">${words.about}</p>
        ${
          claims.items.length === 0
            ? html`<p>${words.none}</p>`
            : html`<ol class="claims">
                ${claims.items.map((claim) => claimBlock(claim, context))}
              </ol>`
        }
        <nav aria-label="${words.title}">
          <p>
            ${cursor !== null && html`<a rel="first" href="${to(null)}">${words.first}</a>`}
            ${before !== null && html`<a rel="prev" href="${before}">${words.previous}</a>`}
            ${after !== null && html`<a rel="next" href="${after}">${words.next}</a>`}
          </p>
        </nav>
      </section>
    </article>`,
  });
}
