import type { Site } from '#formats';
import type { Page, StateView } from '#projections';
import { html } from './html.js';
import { documentOf } from './layout.js';
import { addressOf, inLanguage, textIn, type Reader } from './reader.js';
import { patterns } from './status-pattern.js';
import { pageContextOf, type DevelopmentView, type Parties } from './page-context.js';
import { timeline } from './timeline.js';
import { momentTime, sharedMinutes } from './when.js';

export interface TimelinePage {
  readonly story: Pick<StateView, 'slug' | 'headline' | 'language'>;
  /** `next` is the cursor of the next page, not its address. */
  readonly developments: Page<DevelopmentView>;
  /** Whether only key developments are shown. */
  readonly keyOnly: boolean;
  /** The cursor of this page; null for the first one. */
  readonly cursor: string | null;
  readonly parties: Parties;
  readonly site: Site;
  readonly reader: Reader;
}

/** A page of a story's developments, newest first: for stories with more developments than the story page shows. */
export function timelinePage({
  story,
  developments,
  keyOnly,
  cursor,
  parties,
  site,
  ...page
}: TimelinePage): string {
  const reader = { ...page.reader, minutes: sharedMinutes(developments) };
  const { timeline: words } = reader.words;
  const significance = keyOnly ? 'key' : null;
  const { asOf } = reader;
  const path = `/stories/${story.slug}/timeline`;
  const headline = textIn(story.headline, reader, story.language);
  const called = headline?.text ?? story.slug;
  const context = pageContextOf({ language: story.language, developments }, parties, reader);
  const link = html`<a
    href="${addressOf(`/stories/${story.slug}`, reader, { asOf })}"
    ${headline && inLanguage(headline, reader)}
    >${called}</a
  >`;
  const whole = developments.next === null;
  return documentOf({
    site,
    reader,
    title: `${words.title}${reader.words.colon} ${called} – ${site.name}`,
    here: { path, parameters: { significance, asOf, cursor } },
    main: html`<article class="story">
      <header class="headline">
        <h1>${words.title}</h1>
        <p class="lede">${words.of(link)}</p>
        ${asOf !== null && html`<p class="notice">${reader.words.moment.past(momentTime(asOf, reader))}</p>`}
      </header>
      ${patterns()}
      <section class="part" aria-label="${words.title}">
        ${timeline(developments.items, { histories: [], claims: [], whole }, context)}
        <nav aria-label="${words.title}">
          <p>
            <a href="${addressOf(path, reader, { significance: keyOnly ? null : 'key', asOf })}"
              >${keyOnly ? words.all : words.keyOnly}</a
            >
            ${cursor !== null && html`<a rel="first" href="${addressOf(path, reader, { significance, asOf })}">${words.newest}</a>`}
            ${developments.next !== null && html`<a rel="next" href="${addressOf(path, reader, { significance, asOf, cursor: developments.next })}">${words.older}</a>`}
          </p>
        </nav>
      </section>
    </article>`,
  });
}
