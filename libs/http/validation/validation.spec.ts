import { IsIn } from 'class-validator';
import { IsMediaTopics, IsSha256, IsSlug, IsUuidV45 } from './identifier.js';
import { IsInstant } from './moment.js';
import { NestedArray, NestedObject, WordOrObject } from './nested.js';
import { IsEdtf } from './occurred.js';
import { Problem } from '../problem/problem.js';
import { Optional } from './dto-reader.js';
import { validate } from './validation.js';
import { IsCountry, IsGeoPoint, IsHttpUrl } from './country-point-url.js';
import { IsLanguage, IsLine, IsText } from './wording.js';

class Place {
  @IsLine() name!: string;
  @Optional() @IsCountry() country?: string;
  @Optional() @IsGeoPoint() geo?: object;
}

class Embargo {
  @IsInstant() embargoedUntil!: string;
}

class ClaimDto {
  @IsSlug() id!: string;
  @IsText({ length: 20, languages: 2 }) text!: Record<string, string>;
  @Optional() @NestedObject(() => Place) place?: Place;
}

class Speaker {
  @IsSlug() party!: string;
}

class Body {
  @NestedArray(() => ClaimDto, { min: 1, max: 30 }) claims!: ClaimDto[];
  @Optional() @NestedArray(() => Speaker, { max: 2, within: 2 }) attribution?: Speaker[][];
  @Optional() @WordOrObject(['now', 'held'], () => Embargo) release?: string | Embargo;
  @Optional() @IsIn(['a', 'b']) kind?: string;
}

const claim = { id: 'talks', text: { en: 'Talks' } };

function errors(plain: unknown, type: new () => object = Body): [string | undefined, string][] {
  try {
    validate(type, plain);
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'validation') throw error;
    return (error.options.errors ?? []).map(({ pointer, detail }) => [pointer, detail]);
  }
  return [];
}

const pointers = (plain: unknown) => errors(plain).map(([pointer]) => pointer);

describe('a body', () => {
  it('becomes DTOs at every level', () => {
    const body = validate(Body, {
      claims: [{ ...claim, place: { name: 'Ankara', country: 'TR' } }],
      attribution: [[{ party: 'ria' }, { party: 'tass' }]],
      release: { embargoedUntil: '2016-12-01T10:00:00Z' },
    });
    expect(body).toBeInstanceOf(Body);
    expect(body.claims[0]).toBeInstanceOf(ClaimDto);
    expect(body.claims[0]?.place).toBeInstanceOf(Place);
    expect(body.attribution?.[0]?.[1]).toBeInstanceOf(Speaker);
    expect(body.release).toBeInstanceOf(Embargo);
    expect(body.kind).toBeUndefined();
  });

  it.each<[string, unknown, string]>([
    ['an array for the body', [], ''],
    ['null for the body', null, ''],
    ['nothing for the body', undefined, ''],
    ['a string for the body', 'x', ''],
    [
      'an array instead of an object',
      { claims: [{ ...claim, place: [{ name: 'Ankara' }] }] },
      '/claims/0/place',
    ],
    ['an empty array where an object is wanted', { claims: [{ ...claim, place: [] }] }, '/claims/0/place'],
    ['a primitive where an object is wanted', { claims: [{ ...claim, place: 1 }] }, '/claims/0/place'],
    ['null where an object may be absent', { claims: [{ ...claim, place: null }] }, '/claims/0/place'],
    ['an object where an array is wanted', { claims: { 0: claim, length: 1 } }, '/claims'],
    ['a null element', { claims: [claim, null] }, '/claims/1'],
    ['an array for an element', { claims: [[claim]] }, '/claims/0'],
    ['a primitive for an element', { claims: ['x'] }, '/claims/0'],
    ['too many elements', { claims: Array.from({ length: 31 }, () => claim) }, '/claims'],
    ['too few elements', { claims: [] }, '/claims'],
    ['nothing where something is wanted', {}, '/claims'],
    ['an object for an inner array', { claims: [claim], attribution: [{ party: 'ria' }] }, '/attribution/0'],
    ['an empty inner array', { claims: [claim], attribution: [[]] }, '/attribution/0'],
    [
      'a wrong field deep inside',
      { claims: [claim], attribution: [[{ party: 'ria' }], [{ party: 'R' }]] },
      '/attribution/1/0/party',
    ],
    ['an unknown field', { claims: [claim], extra: 1 }, '/extra'],
    [
      'an unknown field deep inside',
      { claims: [{ ...claim, place: { name: 'A', x: 1 } }] },
      '/claims/0/place/x',
    ],
    ['a field of Object.prototype', { claims: [claim], hasOwnProperty: 1 }, '/hasOwnProperty'],
    ['another', { claims: [claim], toString: 'x' }, '/toString'],
    ['an empty text', { claims: [{ ...claim, text: {} }] }, '/claims/0/text'],
    ['a blank text', { claims: [{ ...claim, text: { en: ' \n' } }] }, '/claims/0/text/en'],
    [
      'a text that is too long',
      { claims: [{ ...claim, text: { en: 'x'.repeat(21) } }] },
      '/claims/0/text/en',
    ],
    ['a text that is none', { claims: [{ ...claim, text: { en: ['x'] } }] }, '/claims/0/text/en'],
    ['a text without language', { claims: [{ ...claim, text: 'x' }] }, '/claims/0/text'],
    ['an array of texts', { claims: [{ ...claim, text: ['x'] }] }, '/claims/0/text'],
    ['too many languages', { claims: [{ ...claim, text: { en: 'x', fr: 'x', de: 'x' } }] }, '/claims/0/text'],
    ['a language not in canonical form', { claims: [{ ...claim, text: { EN: 'x' } }] }, '/claims/0/text/EN'],
    ['a word that is none of them', { claims: [claim], release: 'soon' }, '/release'],
    ['an array for a word or object', { claims: [claim], release: [] }, '/release'],
    [
      'a wrong field of a word or object',
      { claims: [claim], release: { embargoedUntil: '2016-12-01' } },
      '/release/embargoedUntil',
    ],
    ['a wrong choice', { claims: [claim], kind: 'c' }, '/kind'],
  ])('refuses %s', (_, plain, pointer) => {
    expect(pointers(plain)).toEqual([pointer]);
  });

  it('refuses __proto__ as a key, and does not change Object', () => {
    const plain = JSON.parse('{"claims": [], "__proto__": {"admin": true}}') as unknown;
    expect(pointers(plain)).toContain('/__proto__');
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
  });

  it('names every fault, and no value', () => {
    const found = errors({
      claims: [{ id: 'Secret Name', text: { en: 7, 'informant xyzzy': 'x' }, 'informant xyzzy': 1 }],
      kind: 'Secret',
    });
    expect(new Set(found.map(([pointer]) => pointer))).toEqual(
      new Set(['/claims/0', '/claims/0/id', '/claims/0/text', '/claims/0/text/en', '/kind']),
    );
    expect(JSON.stringify(found)).not.toMatch(/Secret|xyzzy/);
  });
});

class Each {
  @Optional() @IsSlug() slug?: unknown;
  @Optional() @IsUuidV45() uuid?: unknown;
  @Optional() @IsHttpUrl() url?: unknown;
  @Optional() @IsSha256() sha?: unknown;
  @Optional() @IsMediaTopics(2) topics?: unknown;
  @Optional() @IsCountry() country?: unknown;
  @Optional() @IsGeoPoint() geo?: unknown;
  @Optional() @IsEdtf() edtf?: unknown;
  @Optional() @IsInstant() instant?: unknown;
  @Optional() @IsLanguage() language?: unknown;
  @Optional() @IsLine(10) line?: unknown;
}

const v4 = '6f1b2a34-0c1d-4e2f-8a3b-4c5d6e7f8091';
const point = (...coordinates: unknown[]) => ({ type: 'Point', coordinates });

describe('the field rules of the newsroom', () => {
  it.each<[keyof Each, unknown[], unknown[]]>([
    [
      'slug',
      ['a', 'aleppo-talks', '2016', 'a'.repeat(80)],
      [
        '',
        'A',
        'a--b',
        '-a',
        'a-',
        'a_b',
        'a/../b',
        'a\r\nb',
        'a\n',
        'é',
        'a'.repeat(81),
        v4,
        7,
        ['a'],
        null,
      ],
    ],
    [
      'uuid',
      [v4, v4.replace('-4e', '-5e')],
      [
        v4.toUpperCase(),
        v4.replace('-4e', '-7e'),
        v4.replace('-4e', '-1e'),
        v4.replace('-8a', '-ca'),
        `${v4}\n`,
        'x',
        [v4],
      ],
    ],
    [
      'url',
      ['https://example.org/a?b#c', 'http://example.org', 'https://пример.рф/é', 'HTTPS://example.org/x'],
      [
        'javascript:alert(1)',
        'ftp://example.org',
        'https://u:p@example.org',
        'https://u@example.org',
        'https://',
        '//example.org',
        'https:example.org',
        'https://exa mple.org',
        'https://example.org/\n',
        'https:\\\\example.org',
        'https://example.org\\@evil',
        `https://example.org/${'x'.repeat(2048)}`,
        1,
      ],
    ],
    ['sha', ['0'.repeat(64)], ['0'.repeat(63), 'G'.repeat(64), 'A'.repeat(64), 0]],
    [
      'topics',
      [[], ['medtop:20000076', 'medtop:20000063']],
      [
        'medtop:20000076',
        ['medtop:20000076', 'medtop:20000076'],
        [null],
        [['medtop:20000076']],
        { length: 0 },
      ],
    ],
    ['country', ['TR', 'FR', 'XK'], ['tr', 'TUR', 'ZZ', 'UK', '', ['TR']]],
    [
      'geo',
      [point(32.85, 39.93), point(-180, 90)],
      [
        point(181, 0),
        point(0, 91),
        point(0),
        point(0, 0, 0),
        point('0', 0),
        point(null, 0),
        point([0], 0),
        [0, 0],
        { type: 'Point' },
        { ...point(0, 0), x: 1 },
      ],
    ],
    [
      'edtf',
      ['2016-11-28/2016-12-01', '2016-12~', '201X'],
      ['2016-02-30', '', 2016, ['2016'], '2016-12-01T10:00:00'],
    ],
    [
      'instant',
      ['2016-12-01T10:00:00Z', '2016-12-01T11:00:00.123+01:00', '2016-12-01T10:00Z'],
      ['2016-12-01', '2016', '2016-02-30T10:00:00Z', '2016-12-01T10:00:00', 0, ['2016-12-01T10:00:00Z']],
    ],
    [
      'language',
      ['en', 'en-GB', 'zh-Hant', 'sr-Latn-RS'],
      ['EN', 'en_GB', 'en-gb', 'iw', 'x', '', 'english-language', 'e\n', null],
    ],
    ['line', ['Ankara', 'Éa 東'], ['', '  ', 'a\r\nb', 'a\tb', 'a\u2028b', 'x'.repeat(11), 1]],
  ])('%s', (field, good, bad) => {
    for (const value of good) expect([value, errors({ [field]: value }, Each)]).toEqual([value, []]);
    for (const value of bad)
      expect([value, errors({ [field]: value }, Each).map(([at]) => at)]).toEqual([value, [`/${field}`]]);
  });
});
