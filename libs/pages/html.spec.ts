import fc from 'fast-check';
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

/** Texts that are made to break out, and all others. */
const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', ';', '=', '/', '!', '-', 'x', ' ', '\n', '`') }),
);

describe('what is written into a page', () => {
  it('opens no tag and no attribute, whatever it says', () =>
    fc.assert(
      fc.property(texts, (text) => {
        const [, attribute, content] = /^<p title="([^"<>]*)">([^<>]*)<\/p>$/.exec(
          html`<p title="${text}">${text}</p>`.markup,
        )!;
        expect(attribute).toBe(content);
        expect(content).not.toMatch(/&(?!(?:lt|gt|quot|#39|amp);)/);
      }),
    ));

  it('is read as it was said, but for characters that show or turn what is around them', () =>
    fc.assert(fc.property(texts, (text) => expect(read(html`${text}`.markup)).toBe(harmless(text)))));

  it('turns no words that stand beside it', () => {
    expect(html`<title>${'Toll is \u202e21'} – Dateline</title>`.markup).toBe(
      '<title>Toll is 21 – Dateline</title>',
    );
  });

  it('is not escaped twice where it is HTML already, alone and in lists', () => {
    const name = html`<b>${'A & B'}</b>`;
    expect(html`<p>${[name, ' <', null, false, 3]}${joined([name, 'x'], ', ')}</p>`.markup).toBe(
      '<p><b>A &amp; B</b> &lt;3<b>A &amp; B</b>, x</p>',
    );
  });

  it('does not end the block of data that it stands in, and means the same', () =>
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
