import { ENGLISH } from './english.js';
import { FRENCH } from './french.js';
import { formValues, momentTime, momentWords, sharedMinutes, worldTime, worldWords } from './when.js';

const en = { language: 'en', words: ENGLISH, zone: 'UTC' } as const;
const fr = { language: 'fr', words: FRENCH, zone: 'Europe/Paris' } as const;

describe('a recorded moment', () => {
  it('is shown to the minute, with the newsroom’s zone', () => {
    expect(momentWords('2016-12-01T13:30:05.599Z', en)).toBe('1 December 2016, 13:30 UTC');
    expect(momentWords('2016-12-01T13:30:00.000Z', fr)).toBe('1er décembre 2016 à 14\u00a0h\u00a030 UTC+1');
    expect(momentWords('2016-07-01T13:30:00.000Z', { ...en, zone: 'Europe/Paris' })).toBe(
      '1 July 2016, 15:30 CEST',
    );
  });

  it('has seconds if the page shows another moment of the same minute', () => {
    const [first, again, other] = [
      '2016-12-01T13:30:05.599Z',
      '2016-12-01T13:30:41.000Z',
      '2016-12-01T13:31:00.007Z',
    ];
    const minutes = sharedMinutes({ first, same: first, text: 'then' }, [again, { other }]);
    const shown = [first, again, other].map((moment) => momentWords(moment, { ...en, minutes }));
    expect(shown).toEqual([
      '1 December 2016, 13:30:05 UTC',
      '1 December 2016, 13:30:41 UTC',
      '1 December 2016, 13:31 UTC',
    ]);
    expect(sharedMinutes(first, { same: first }).size).toBe(0);
  });

  it('is the end of the day if it is the last moment of the day in that zone', () => {
    expect(momentWords('2016-12-01T23:59:59.999Z', en)).toBe('the end of 1 December 2016');
    expect(momentWords('2016-12-01T22:59:59.999Z', fr)).toBe('1er décembre 2016 au soir');
    expect(momentWords('2016-12-01T23:59:59.999Z', fr)).not.toContain('soir');
  });

  it('is a time element, and two fields of a form', () => {
    expect(momentTime('2016-12-01T13:30:41.007Z', en).markup).toContain(
      'datetime="2016-12-01T13:30:41.007Z"',
    );
    expect(momentTime('2016-12-01T13:30:00.000Z', en).markup).toBe(
      '<time datetime="2016-12-01T13:30:00.000Z">1 December 2016, 13:30 UTC</time>',
    );
    expect(formValues('2016-12-01T13:30:00.000Z', fr)).toEqual({ date: '2016-12-01', time: '14:30' });
    expect(formValues('2016-12-01T22:59:59.999Z', fr)).toEqual({ date: '2016-12-01', time: '' });
    expect(formValues('2016-12-01T13:30:05.001Z', en)).toEqual({ date: '2016-12-01', time: '13:30:06' });
    expect(formValues('2016-12-01T13:59:59.500Z', en)).toEqual({ date: '2016-12-01', time: '14:00' });
  });
});

describe('a time in the world', () => {
  it.each([
    ['2016-12-01', '1 December 2016', '1er décembre 2016'],
    ['2016-12', 'December 2016', 'décembre 2016'],
    ['2016', '2016', '2016'],
    ['201X', 'the 2010s', 'années 2010'],
    ['2016-12-XX', 'December 2016', 'décembre 2016'],
    ['2016-21', 'spring 2016', 'printemps 2016'],
    ['2016-12~', 'about December 2016', 'décembre 2016 (environ)'],
    ['2016-12-01?', 'perhaps 1 December 2016', '1er décembre 2016 (incertain)'],
    ['2016%', 'perhaps about 2016', '2016 (environ, incertain)'],
    [
      '2016-11-28/2016-12-01',
      'from 28 November 2016 to 1 December 2016',
      'du 28 novembre 2016 au 1er décembre 2016',
    ],
    ['2016-08/2016-12~', 'from August 2016 to about December 2016', 'd’août 2016 à décembre 2016 (environ)'],
    ['../2016-12-01', 'until 1 December 2016', 'jusqu’au 1er décembre 2016'],
    ['2016-12-01/..', 'since 1 December 2016', 'depuis le 1er décembre 2016'],
    ['2016-21/2016-22', 'from spring 2016 to summer 2016', 'du printemps 2016 à l’été 2016'],
    ['2016-12-01T10:00:00Z', '1 December 2016, 10:00 UTC', '1er décembre 2016 à 11\u00a0h\u00a000 UTC+1'],
    [
      '2016-12-01T10:00:05Z',
      '1 December 2016, 10:00:05 UTC',
      '1er décembre 2016 à 11\u00a0h\u00a000:05 UTC+1',
    ],
  ])('%s', (edtf, english, french) => {
    expect([worldWords(edtf, en), worldWords(edtf, fr)]).toEqual([english, french]);
  });

  it('is a time element only if HTML has a form for it', () => {
    expect(worldTime('2016-12', en).markup).toBe('<time datetime="2016-12">December 2016</time>');
    expect(worldTime('2016-12~', en).markup).toBe('about December 2016');
  });
});
