import { iso, instantOf, parseInstant, parseMoment } from './moment.js';
import { parseOccurred } from './occurred.js';
import { Problem } from '../problem/problem.js';
import { isZone } from '#settings';

const span = (text: string, zone = 'UTC') => {
  const { from, to, edtf } = parseOccurred(text, zone);
  expect(edtf).toBe(text);
  return [from === null ? null : iso(from), to === null ? null : iso(to)];
};

describe('when it was so in the world', () => {
  it.each(['/', '../..', '/..', '../'])('%s is refused: it says nothing', (text) => {
    expect(() => parseOccurred(text, 'UTC')).toThrow(
      expect.objectContaining({
        code: 'validation',
        options: {
          errors: [{ pointer: '/occurred', detail: expect.stringContaining('open at both ends') as string }],
        },
      }),
    );
  });

  it.each<[string, string | null, string | null]>([
    ['2016-12-01', '2016-12-01T00:00:00.000Z', '2016-12-01T23:59:59.999Z'],
    ['2016-12', '2016-12-01T00:00:00.000Z', '2016-12-31T23:59:59.999Z'],
    ['2016', '2016-01-01T00:00:00.000Z', '2016-12-31T23:59:59.999Z'],
    ['0001', '0001-01-01T00:00:00.000Z', '0001-12-31T23:59:59.999Z'],
    ['9999', '9999-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z'],
    ['2016-02-29', '2016-02-29T00:00:00.000Z', '2016-02-29T23:59:59.999Z'],
    ['2016-21', '2016-03-01T00:00:00.000Z', '2016-05-31T23:59:59.999Z'],
    ['2016-22', '2016-06-01T00:00:00.000Z', '2016-08-31T23:59:59.999Z'],
    ['2016-23', '2016-09-01T00:00:00.000Z', '2016-11-30T23:59:59.999Z'],
    ['2015-24', '2015-12-01T00:00:00.000Z', '2016-02-29T23:59:59.999Z'],
    ['2016-11-28/2016-12-01', '2016-11-28T00:00:00.000Z', '2016-12-01T23:59:59.999Z'],
    ['2016-11/2016-12-01', '2016-11-01T00:00:00.000Z', '2016-12-01T23:59:59.999Z'],
    ['2016-12-01/2016-12', '2016-12-01T00:00:00.000Z', '2016-12-31T23:59:59.999Z'],
    ['2016-21/2016-22', '2016-03-01T00:00:00.000Z', '2016-08-31T23:59:59.999Z'],
    ['../2016-12-01', null, '2016-12-01T23:59:59.999Z'],
    ['/2016-12-01', null, '2016-12-01T23:59:59.999Z'],
    ['2016-12-01/..', '2016-12-01T00:00:00.000Z', null],
    ['2016-12-01/', '2016-12-01T00:00:00.000Z', null],
    ['2016-12~', '2016-12-01T00:00:00.000Z', '2016-12-31T23:59:59.999Z'],
    ['2016-12-01?', '2016-12-01T00:00:00.000Z', '2016-12-01T23:59:59.999Z'],
    ['2016%', '2016-01-01T00:00:00.000Z', '2016-12-31T23:59:59.999Z'],
    ['2016-11~/2016-12-01?', '2016-11-01T00:00:00.000Z', '2016-12-01T23:59:59.999Z'],
    ['201X', '2010-01-01T00:00:00.000Z', '2019-12-31T23:59:59.999Z'],
    ['19XX', '1900-01-01T00:00:00.000Z', '1999-12-31T23:59:59.999Z'],
    ['2016-XX', '2016-01-01T00:00:00.000Z', '2016-12-31T23:59:59.999Z'],
    ['2016-02-XX', '2016-02-01T00:00:00.000Z', '2016-02-29T23:59:59.999Z'],
    ['2015-02-XX', '2015-02-01T00:00:00.000Z', '2015-02-28T23:59:59.999Z'],
    ['2015-02', '2015-02-01T00:00:00.000Z', '2015-02-28T23:59:59.999Z'],
    ['2016-XX-XX', '2016-01-01T00:00:00.000Z', '2016-12-31T23:59:59.999Z'],
    ['2016-12-01T10:00:00Z', '2016-12-01T10:00:00.000Z', '2016-12-01T10:00:00.000Z'],
    ['2016-12-01T10:00:00+01:00', '2016-12-01T09:00:00.000Z', '2016-12-01T09:00:00.000Z'],
    ['2016-12-01T10:00:00Z/2016-12-02', '2016-12-01T10:00:00.000Z', '2016-12-02T23:59:59.999Z'],
  ])('%s', (text, from, to) => {
    expect(span(text)).toEqual([from, to]);
  });

  it.each<[string, string, string, string | null]>([
    [
      '2016-12-01T09:30:00+03',
      '2016-12-01T09:30:00+03:00',
      '2016-12-01T06:30:00.000Z',
      '2016-12-01T06:30:00.000Z',
    ],
    [
      '2016-12-01T09:30-11',
      '2016-12-01T09:30:00-11:00',
      '2016-12-01T20:30:00.000Z',
      '2016-12-01T20:30:00.000Z',
    ],
    ['2016-12-01T10:00:00.5+03/..', '2016-12-01T10:00:00.5+03:00/..', '2016-12-01T07:00:00.500Z', null],
    [
      '2016-12-01T10:00Z/2016-12-01T14:30+03',
      '2016-12-01T10:00:00Z/2016-12-01T14:30:00+03:00',
      '2016-12-01T10:00:00.000Z',
      '2016-12-01T11:30:00.000Z',
    ],
    [
      '2016-12-01T10:00+03/2016-12-02',
      '2016-12-01T10:00:00+03:00/2016-12-02',
      '2016-12-01T07:00:00.000Z',
      '2016-12-02T23:59:59.999Z',
    ],
  ])('takes %s, and writes %s', (text, written, first, last) => {
    const { edtf, from, to } = parseOccurred(text, 'UTC');
    expect(edtf).toBe(written);
    expect([from && iso(from), to && iso(to)]).toEqual([first, last]);
    expect(parseOccurred(written, 'UTC')).toEqual({ edtf, from, to });
  });

  const detailOf = (text: string): string => {
    try {
      parseOccurred(text, 'UTC');
    } catch (error) {
      return (error as Problem).options.errors?.[0]?.detail ?? '';
    }
    return '';
  };

  it('takes every form that a refusal names', () => {
    const [, forms = ''] = detailOf('garbage').split('EDTF: ');
    const named = forms.split(', ').map((form) => form.replace(/ \(.*\)$/, ''));
    expect(named).toHaveLength(11);
    for (const form of named) expect(() => parseOccurred(form, 'UTC')).not.toThrow();
  });

  it.each([
    ['2016-12-01T02:30:00', 'has a time without a zone'],
    ['2016-12-01T02:30', 'has a time without a zone'],
    ['2016-12-01T02:30:00/2016-12-02', 'has a time without a zone'],
    ['-0044', 'has a year that is out of range: years are 0001 to 9999'],
    ['-0044-03-15', 'has a year that is out of range'],
    ['Y17000', 'has a year that is out of range'],
    ['Y-17000', 'has a year that is out of range'],
    ['-0044/0014', 'has a year that is out of range'],
    ['0000', 'has a year that is out of range'],
    ['2016-02-30', 'must be an existing date'],
    ['2016-12-01T24:00:00Z', 'must be an existing date'],
  ])('says of %s what is wrong', (text, detail) => {
    expect(detailOf(text)).toMatch(detail);
  });

  it.each<[string, string, string, string]>([
    [
      'a day of Paris in winter',
      '2016-12-01',
      'Europe/Paris',
      '2016-11-30T23:00:00.000Z 2016-12-01T22:59:59.999Z',
    ],
    ['one of 23 hours', '2016-03-27', 'Europe/Paris', '2016-03-26T23:00:00.000Z 2016-03-27T21:59:59.999Z'],
    ['one of 25 hours', '2016-10-30', 'Europe/Paris', '2016-10-29T22:00:00.000Z 2016-10-30T22:59:59.999Z'],
    [
      'one without midnight',
      '2018-11-04',
      'America/Sao_Paulo',
      '2018-11-04T03:00:00.000Z 2018-11-05T01:59:59.999Z',
    ],
    [
      'the day before it',
      '2018-11-03',
      'America/Sao_Paulo',
      '2018-11-03T03:00:00.000Z 2018-11-04T02:59:59.999Z',
    ],
    [
      'one that ends before a day that never was',
      '2011-12-29',
      'Pacific/Apia',
      '2011-12-29T10:00:00.000Z 2011-12-30T09:59:59.999Z',
    ],
  ])('is in the newsroom’s zone: %s', (_, text, zone, expected) => {
    expect(span(text, zone).join(' ')).toBe(expected);
  });

  it.each([
    '',
    '..',
    'garbage',
    '2016-02-30',
    '2015-02-29',
    '2015-02-29~',
    '2015-02-29/..',
    '1900-02-29',
    '2016-13',
    '2016-00',
    '2016-12-00',
    '2016-12-32',
    '16-12-01',
    '2016-12-1',
    '20161201',
    '2016-12-01/2016-11-30',
    '2016-12/2016-11',
    '2016/2015',
    '2016-12-01T10:00:00Z/2016-12-01T09:00:00Z',
    '0000',
    '000X',
    '-0005',
    'Y20000',
    '10000',
    '2016-12-01T10:00:00',
    '2016-12-01T24:00:00Z',
    '2016-12-01T10:00:60Z',
    '2016-12-01T10:00',
    '2016-12-01/12',
    '2016-12-01/2016-12-02/2016-12-03',
    '{2016,2017}',
    '[2016..]',
    '2016-33',
    '2016S2',
    ' 2016',
    '2016\n',
    `2016-12-01${'~'.repeat(60)}`,
    '1X99',
    '2016-1X',
  ])('refuses %j', (text) => {
    expect(() => parseOccurred(text, 'UTC', '/claims/0/occurred')).toThrow(
      expect.objectContaining({
        code: 'validation',
        options: { errors: [expect.objectContaining({ pointer: '/claims/0/occurred' })] },
      }),
    );
  });
});

describe('a moment that a reader asks for', () => {
  it.each<[string, string, string]>([
    ['2016-12-01T10:00:00Z', 'UTC', '2016-12-01T10:00:00.000Z'],
    ['2016-12-01T10:00Z', 'UTC', '2016-12-01T10:00:00.000Z'],
    ['2026-11-29T04:50+01:00', 'UTC', '2026-11-29T03:50:00.000Z'],
    ['2016-12-01T10:00:00+03', 'UTC', '2016-12-01T07:00:00.000Z'],
    ['2016-12-01T10:00:00.5Z', 'UTC', '2016-12-01T10:00:00.500Z'],
    ['2016-12-01T10:00:00.1239999Z', 'UTC', '2016-12-01T10:00:00.123Z'],
    ['1969-12-31T23:59:59.9999Z', 'UTC', '1969-12-31T23:59:59.999Z'],
    ['2016-12-01T10:00:00+05:30', 'UTC', '2016-12-01T04:30:00.000Z'],
    ['2016-12-01T10:00:00-00:00', 'UTC', '2016-12-01T10:00:00.000Z'],
    ['0099-12-01T10:00:00Z', 'UTC', '0099-12-01T10:00:00.000Z'],
    ['2016-12-01', 'UTC', '2016-12-01T23:59:59.999Z'],
    ['2016-12-01', 'Europe/Paris', '2016-12-01T22:59:59.999Z'],
    ['2016-03-27', 'Europe/Paris', '2016-03-27T21:59:59.999Z'],
    ['2018-11-03', 'America/Sao_Paulo', '2018-11-04T02:59:59.999Z'],
    ['9999-12-31', 'UTC', '9999-12-31T23:59:59.999Z'],
  ])('%s in %s', (text, zone, expected) => {
    expect(iso(parseMoment(text, zone))).toBe(expected);
  });

  it.each([
    '',
    'now',
    '2016',
    '2016-12',
    '2016-02-30',
    '2016-02-30T10:00:00Z',
    '2016-12-01T24:00:00Z',
    '2016-12-01T10:00:60Z',
    '2016-12-31T23:59:60Z',
    '2016-12-01T10:00:00',
    '2016-12-01T10:00',
    '2016-12-01T10Z',
    '2016-12-01T10:00.5Z',
    '2016-12-01T10:60Z',
    '06:00',
    '2016-12-01 10:00:00Z',
    '2016-12-01t10:00:00z',
    '2016-12-01T10:00:00+0100',
    '2016-12-01T10:00:00+24:00',
    '1480586400000',
    '2016-12-01T10:00:00Z ',
    '0000-01-01',
    '2016-12-01T10:00:00.Z',
    '9999-12-31T23:59:59-23:00',
    '20161201',
    '2016-W48',
    '+002016-12-01',
  ])('refuses %j', (text) => {
    expect(() => parseMoment(text, 'UTC', 'validAt')).toThrow(
      expect.objectContaining({ code: 'time-form', status: 400 }),
    );
  });

  it('knows a + that arrived as a space', () => {
    const ask = () => parseMoment('2016-12-01T10:00:00 01:00', 'UTC');
    expect(ask).toThrow('%2B');
    expect(ask).toThrow(Problem);
  });

  it('takes a time with its zone for what is recorded, and no date alone', () => {
    expect(iso(parseInstant('2016-12-01T11:00:00+01:00', '/at'))).toBe('2016-12-01T10:00:00.000Z');
    expect(iso(parseInstant('2016-12-01T10:00Z', '/at'))).toBe('2016-12-01T10:00:00.000Z');
    expect(() => parseInstant('2016-12-01', '/at')).toThrow(expect.objectContaining({ code: 'validation' }));
    expect(instantOf('2026-02-30T00:00:00Z')).toBeNull();
  });
});

it('knows the zones of the IANA database', () => {
  expect(['UTC', 'Europe/Paris', 'America/Argentina/Buenos_Aires'].filter(isZone)).toHaveLength(3);
  expect(['', '+01:00', 'Paris', 'Europe/Atlantis', null, 'Europe/Paris\n'].filter(isZone)).toEqual([]);
});
