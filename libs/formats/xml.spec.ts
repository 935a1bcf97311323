import fc from 'fast-check';
import { anyText } from '#story/testing';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { harmless } from '#story';
import { element, textElement } from './xml.js';

const units = fc.integer({ min: 0, max: 0xffff }).map((n) => String.fromCharCode(n));
const anything = fc.oneof(anyText(), fc.string({ unit: units }));
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  htmlEntities: true,
});

describe('XML of any text', () => {
  it('is well-formed, and reads back as written except for forbidden characters', () =>
    fc.assert(
      fc.property(anything, anything, (inside, value) => {
        const xml = element('a', {}, [textElement('b', `.${inside}`, { c: value })]);
        expect(XMLValidator.validate(xml)).toBe(true);
        const { b } = (parser.parse(xml) as { a: { b: { '#text': string; c: string } } }).a;
        expect(b['#text']).toBe(`.${harmless(inside)}`);
        expect(b.c).toBe(harmless(value));
      }),
      { numRuns: 500 },
    ));

  it.each(['\u0000', '\u0008', '\u001B', '\uFFFE', '\uFFFF', '\uD800', '\uDC00'])(
    'replaces %j, which XML forbids',
    (c) => {
      expect(textElement('a', `a${c}b`)).toBe('<a>a\uFFFDb</a>');
    },
  );

  it('leaves characters alone that XML allows', () => {
    expect(textElement('a', '\t\r\n ~é\u2028محادثات😀')).toBe('<a>\t&#13;\n ~é\u2028محادثات😀</a>');
  });

  it('has no character that ends an element or an attribute early', () => {
    expect(textElement('a', ']]></a>&"\'', { b: '"><x y=\'' })).toBe(
      '<a b="&quot;&gt;&lt;x y=&apos;">]]&gt;&lt;/a&gt;&amp;"\'</a>',
    );
  });
});
