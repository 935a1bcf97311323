import fc from 'fast-check';
import { anyText } from '#story/testing';
import { harmless } from '#story';
import { html, joined, jsonBlock } from './html.js';

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};
const read = (markup: string): string =>
  markup.replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity]!);

/** Texts that try to break out, and random ones. */
const texts = fc.oneof(
  anyText(),
  fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', ';', '=', '/', '!', '-', 'x', ' ', '\n', '`') }),
);

describe('text in a page', () => {
  it('opens no tag and no attribute', () =>
    fc.assert(
      fc.property(texts, (text) => {
        const [, attribute, content] = /^<p title="([^"<>]*)">([^<>]*)<\/p>$/.exec(
          html`<p title="${text}">${text}</p>`.markup,
        )!;
        expect(attribute).toBe(content);
        expect(content).not.toMatch(/&(?!(?:lt|gt|quot|#39|amp);)/);
      }),
    ));

  it('reads as written, except characters that are invisible or change the direction of text', () =>
    fc.assert(fc.property(texts, (text) => expect(read(html`${text}`.markup)).toBe(harmless(text)))));

  it('does not change the direction of the text beside it', () => {
    expect(html`<title>${'Toll is \u202e21'} – Dateline</title>`.markup).toBe(
      '<title>Toll is 21 – Dateline</title>',
    );
  });

  it('is not escaped again if it is HTML, alone or in a list', () => {
    const name = html`<b>${'A & B'}</b>`;
    expect(html`<p>${[name, ' <', null, false, 3]}${joined([name, 'x'], ', ')}</p>`.markup).toBe(
      '<p><b>A &amp; B</b> &lt;3<b>A &amp; B</b>, x</p>',
    );
  });

  it('does not close its data block, and keeps its meaning', () =>
    fc.assert(
      fc.property(fc.oneof(texts, fc.constantFrom('</script>', '<!--<script>')), (text) => {
        const json = JSON.stringify({ text });
        const block = jsonBlock('application/ld+json', json).markup;
        const inside = block.slice('<script type="application/ld+json">'.length, -'</script>'.length);
        expect(inside).not.toContain('<');
        expect(JSON.parse(inside)).toEqual({ text });
      }),
    ));
});
