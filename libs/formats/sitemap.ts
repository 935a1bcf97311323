import { pageUrl } from './address.js';
import type { FrontPageItem } from './feed-of-stories.js';
import { worded } from './language.js';
import type { Site } from './site.js';
import { element, textElement } from './xml.js';

const SITEMAP = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const NEWS = 'http://www.google.com/schemas/sitemap-news/0.9';

/** Greatest age of a story in a news sitemap, in milliseconds: two days. */
const NEW = 2 * 24 * 60 * 60 * 1_000;

export const SITEMAP_TYPE = 'application/xml; charset=utf-8';

const urlset = (attributes: Readonly<Record<string, string>>, urls: readonly string[]): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n${element('urlset', { xmlns: SITEMAP, ...attributes }, urls)}\n`;

const shown = (items: readonly FrontPageItem[]): readonly FrontPageItem[] =>
  items.filter(({ notice }) => notice === null);

/** The pages of an archive for search engines (sitemaps.org, protocol 0.9): its lists, and its stories with the last change. */
export function sitemap(items: readonly FrontPageItem[], site: Site): string {
  const lists = ['/', '/corrections'].map((path) =>
    element('url', {}, [textElement('loc', site.origin + path)]),
  );
  const stories = shown(items).map(({ slug, updatedAt }) =>
    element('url', {}, [textElement('loc', pageUrl(site, slug)), textElement('lastmod', updatedAt)]),
  );
  return urlset({}, [...lists, ...stories]);
}

/** The stories of the last two days before a moment, as a news sitemap (Google, "News sitemaps"). */
export function newsSitemap(items: readonly FrontPageItem[], site: Site, now: number): string {
  const fresh = shown(items).filter(({ openedAt }) => Date.parse(openedAt) > now - NEW);
  const urls = fresh.map(({ slug, headline, language, openedAt }) => {
    const title = worded(headline, [language]) ?? { text: slug, lang: language };
    return element('url', {}, [
      textElement('loc', pageUrl(site, slug)),
      element('news:news', {}, [
        element('news:publication', {}, [
          textElement('news:name', site.name),
          textElement('news:language', newsLanguage(title.lang)),
        ]),
        textElement('news:publication_date', openedAt),
        textElement('news:title', title.text),
      ]),
    ]);
  });
  return urlset({ 'xmlns:news': NEWS }, urls);
}

/** ISO 639, except for the two Chinese scripts, which a news sitemap distinguishes. */
function newsLanguage(tag: string): string {
  const lower = tag.toLowerCase();
  if (!lower.startsWith('zh')) return lower.split('-', 1)[0]!;
  return /-(?:hant|tw|hk|mo)\b/.test(lower) ? 'zh-tw' : 'zh-cn';
}
