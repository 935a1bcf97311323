import type { Site } from '#formats';
import { html, type Html } from './html.js';
import { LANGUAGES } from '#wordings';
import { addressOf, type Reader } from './reader.js';
import { ICON, STYLESHEET } from './assets.js';

/** The content of a page, without the layout. */
export interface Sheet {
  readonly site: Site;
  readonly reader: Reader;
  readonly title: string;
  readonly description?: string;
  /** The address of the page, for the links to its other languages; null for an error, which has no own address. */
  readonly here: {
    readonly path: string;
    readonly parameters: Readonly<Record<string, string | null>>;
  } | null;
  /** For link previews (OpenGraph). Absent for a list. */
  readonly article?: { readonly publishedAt: string; readonly modifiedAt: string };
  /** More content of the head element. */
  readonly head?: Html;
  readonly main: Html;
}

const NAMES = { en: 'English', fr: 'Français' } as const;

/** The whole document: header and footer around the content. No script, one stylesheet, nothing from other origins. */
export function documentOf(sheet: Sheet): string {
  const { site, reader, title, description, here, head, main } = sheet;
  const { words, language, zone, asOf } = reader;
  const { site: frame } = words;
  const inOther = (other: (typeof LANGUAGES)[number]): string =>
    addressOf(here?.path ?? '/', reader, { ...here?.parameters, lang: other });
  return html`<!doctype html>
    <html lang="${language}" dir="ltr">
      <head>
        <meta charset="utf-8" />
        <title>${title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        ${description !== undefined && description !== '' && html`<meta name="description" content="${description}" />`}
        <link rel="stylesheet" href="${STYLESHEET.path}" />
        <link rel="icon" type="image/svg+xml" href="${ICON.path}" />
        ${here ? LANGUAGES.map((other) => html`<link rel="alternate" hreflang="${other}" href="${site.origin}${inOther(other)}" />`) : html`<meta name="robots" content="noindex" />`}
        ${here && preview(sheet, site.origin + addressOf(here.path, { asked: null }, here.parameters))}
        ${head ?? null}
      </head>
      <body>
        <a class="skip" href="#content">${frame.skip}</a>
        <header class="masthead">
          <p class="site"><a href="${addressOf('/', reader)}">${site.name}</a></p>
          <nav aria-label="${frame.main}">
            <ul>
              <li><a href="${addressOf('/', reader, { asOf })}">${frame.stories}</a></li>
              <li><a href="${addressOf('/corrections', reader, { asOf })}">${frame.corrections}</a></li>
              <li><a href="/docs">${frame.machines}</a></li>
            </ul>
          </nav>
          <nav class="languages" aria-label="${frame.language}">
            <ul>
              ${LANGUAGES.map((other) => html`<li><a href="${inOther(other)}" lang="${other}" hreflang="${other}" ${other === language && html` aria-current="true"`}>${NAMES[other]}</a></li>`)}
            </ul>
          </nav>
        </header>
        <main id="content" tabindex="-1">${main}</main>
        <footer class="colophon">
          <p>${frame.footer}</p>
          <p>${frame.zone(zone)}</p>
          ${here && html`<p class="address">${site.origin}${addressOf(here.path, { asked: null }, here.parameters)}</p>`}
        </footer>
      </body>
    </html> `.markup;
}

/** Metadata for link previews: OpenGraph (ogp.me), and what only Twitter has. */
function preview({ site, reader, title, description = '', article }: Sheet, address: string): Html {
  const property = (name: string, content: string): Html =>
    html`<meta property="${name}" content="${content}" />`;
  return html`${property('og:type', article ? 'article' : 'website')} ${property('og:title', title)}
    ${property('og:url', address)} ${property('og:site_name', site.name)}
    ${property('og:locale', LOCALES[reader.language])}
    ${description !== '' && property('og:description', description)}
    ${article !== undefined && property('article:published_time', article.publishedAt)}
    ${article !== undefined && property('article:modified_time', article.modifiedAt)}
    <meta name="twitter:card" content="summary" />
    <meta name="twitter:title" content="${title}" />
    ${description !== '' && html`<meta name="twitter:description" content="${description}" />`}`;
}

const LOCALES = { en: 'en_GB', fr: 'fr_FR' } as const;
