import fc from 'fast-check';
import { anyText } from '#story/testing';
import { ninjs, ninjsOfNotice, sampleKilled, sampleState } from '#formats';
import type { StateView } from '#projections';
import { ninjsSchema } from './ninjs-schema.js';
import { SITE } from './states.js';

const valid = ninjsSchema();
/** Without IPTC's schema, the tests that need it are reported as skipped. */
const describeWithSchema = valid ? describe : describe.skip;

const read = (view: StateView, languages: readonly string[] = []) => JSON.parse(ninjs(view, SITE, languages));
const errorsIn = (item: unknown) => {
  valid!(item);
  return valid!.errors ?? [];
};

describeWithSchema('by the schema of IPTC (skipped unless NINJS_SCHEMAS names its folder), ninjs', () => {
  it('is valid, in any language', () => {
    for (const view of [sampleState, sampleKilled])
      for (const languages of [[], ['fr'], ['ru']]) expect(errorsIn(read(view, languages))).toEqual([]);
  });

  it('fails the schema if it has unknown properties', () => {
    expect(errorsIn({ ...read(sampleState), headline: 'as of ninjs 1' })).not.toEqual([]);
    expect(errorsIn({ ...read(sampleState), version: 9 })).not.toEqual([]);
    expect(errorsIn({ ...read(sampleState), versionCreated: 'yesterday' })).not.toEqual([]);
    expect(errorsIn({ ...read(sampleState), places: [{ geoJSON: { type: 'Pnt' } }] })).not.toEqual([]);
  });

  it('is valid with any text in it', () =>
    fc.assert(
      fc.property(anyText(), (text) => {
        const view = {
          ...sampleState,
          headline: { en: text },
          lede: { fr: text },
          topics: [text, 'medtop:20000063'],
        };
        expect(errorsIn(read(view))).toEqual([]);
      }),
      { numRuns: 50 },
    ));
});

describe('a story as ninjs', () => {
  it('has its names in the form of ninjs 3', () => {
    expect(read(sampleState)).toMatchObject({
      uri: 'https://archive.example.org/v1/stories/aleppo-talks',
      type: 'composite',
      version: '9',
      pubStatus: 'usable',
      language: 'en',
      slugline: 'aleppo-talks',
      headlines: [{ value: 'Secret talks on Aleppo' }],
      bodies: [
        {
          role: 'claims',
          value: expect.stringContaining('The claim talks (verified). Why talks is verified.'),
        },
        { role: 'open-questions', value: 'Who negotiates?' },
      ],
      places: [
        { name: 'Aleppo', geoJSON: { type: 'Point', coordinates: [37.16, 36.2] } },
        { name: 'Ankara', contactInfo: [{ address: { country: 'TR' } }] },
      ],
    });
    expect(read(sampleState).subjects).toContainEqual({
      rel: 'about',
      uri: 'http://cv.iptc.org/newscodes/mediatopic/20000076',
      literal: 'medtop:20000076',
    });
  });

  it('has its developments as associations, withdrawn ones without a body', () => {
    const [taken, killed, retracted, stands] = read(sampleState).associations;
    expect([taken, killed, retracted].map((a) => [a.pubStatus, a.edNote, a.bodies])).toEqual([
      ['canceled', 'Taken down for legal reasons (a court)', undefined],
      ['canceled', 'Killed: It was wrong.', undefined],
      ['canceled', 'Retracted by the outlet that reported it on 2016-12-01.', undefined],
    ]);
    expect(stands).toMatchObject({
      pubStatus: 'usable',
      bodies: [{ value: 'An official confirms the talks <1> & more.' }],
      infoSources: [
        { name: 'RIA Novosti', role: 'relayer' },
        { name: 'a senior opposition official', role: 'origin' },
      ],
    });
  });

  it('has documents as associations of their developments, and only speakers as sources', () => {
    const [, , , , rests] = read(sampleState).associations;
    expect(rests.infoSources).toMatchObject([{ name: 'RIA Novosti', role: 'relayer' }]);
    expect(rests.associations).toMatchObject([
      {
        rel: 'source',
        type: 'text',
        name: 'Inspection report <1>',
        edNote: 'not verified by us',
        by: 'a harbour office',
      },
      {
        rel: 'source',
        type: 'video',
        name: 'The minister at the table',
        edNote: 'verified by us',
        infoSources: [{ name: 'Russian foreign ministry', role: 'origin' }],
      },
    ]);
    expect(rests.associations).toHaveLength(2);
  });

  it('is in the requested language, or for each part in an available one', () => {
    const { headlines, language, associations } = read(sampleState, ['fr-CA']);
    expect([headlines[0].value, language]).toEqual(['Pourparlers secrets sur Alep', 'fr']);
    expect(associations[3]).toMatchObject({
      language: 'fr',
      name: 'Un responsable confirme <1>.',
    });
  });

  it('of a killed story is canceled, with only the notice as a note', () => {
    for (const item of [
      read(sampleKilled),
      JSON.parse(ninjsOfNotice({ slug: 'aleppo-talks' }, sampleKilled.notice!, SITE)),
    ]) {
      expect(item).toMatchObject({
        uri: 'https://archive.example.org/v1/stories/aleppo-talks',
        pubStatus: 'canceled',
        edNote: 'Killed: The story was wrong.',
        versionCreated: '2016-12-01T18:00:00.000Z',
      });
      for (const name of ['bodies', 'headlines', 'descriptions', 'associations', 'subjects', 'places'])
        expect(item).not.toHaveProperty(name);
    }
  });
});
