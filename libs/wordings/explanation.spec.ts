import fc from 'fast-check';
import { claimsOf, reasonOf, STATUSES, VERDICTS, type Mention, type Reason } from '#story';
import { moves, play } from '#story/testing';
import { explain } from './explanation.js';
import { everyWording } from './every-wording.js';
import { LANGUAGES } from './language.js';
import { VOCABULARY } from './vocabularies.js';

const party = (name: string): Mention => ({ name: { und: name }, kind: 'party' });
const unnamed = (en: string): Mention => ({ name: { en }, kind: 'unnamed' });
const unknown = (outlet: string): Mention => ({ name: { und: outlet }, kind: 'unknown' });
const [moscow, turkey] = [party('Moscow'), party('Turkey')];

/** Of each status its reasons that are worded differently. */
const SENTENCES: readonly (readonly [reason: Reason, en: string, fr: string])[] = [
  [
    { status: 'denied', denying: [moscow, turkey] },
    'Denied by Moscow and Turkey; nobody supports it now.',
    'Démenti par Moscow et Turkey\u00a0; plus personne ne le soutient.',
  ],
  [
    { status: 'withdrawn', by: 'origin', takingBack: [moscow] },
    'Taken back by Moscow; nobody supports it now.',
    'Retiré par Moscow, à l’origine de l’affirmation\u00a0; plus personne ne le soutient.',
  ],
  [
    { status: 'withdrawn', by: 'us', takingBack: [] },
    'Withdrawn by us: this newsroom has taken back what it had recorded in its support.',
    'Retiré par nous\u00a0: notre rédaction est revenue sur ce qu’elle avait consigné à l’appui.',
  ],
  [
    { status: 'withdrawn', by: 'outlet', takingBack: [] },
    'Withdrawn by the outlet that reported it.',
    'Retiré par le média qui l’avait rapporté.',
  ],
  [
    { status: 'withdrawn', by: 'origin', takingBack: [] },
    'Withdrawn by the source, which has taken it back.',
    'Retiré par la source, qui est revenue sur ses propos.',
  ],
  [{ status: 'unsupported' }, 'Nobody has said that it is so.', 'Personne ne l’a affirmé.'],
  [
    { status: 'disputed', supporting: [moscow], denying: [turkey] },
    'Moscow says so; Turkey denies it.',
    'Affirmé par Moscow\u00a0; démenti par Turkey.',
  ],
  [
    { status: 'announced', announcing: [moscow] },
    'Announced by Moscow, whose decision it is.',
    'Annoncé par Moscow, à qui il revient d’en décider.',
  ],
  [
    { status: 'confirmed', responsible: [moscow, turkey] },
    'Confirmed by those responsible, of whom at least two are independent of each other: Moscow and Turkey.',
    'Confirmé par des responsables, dont deux au moins sont indépendants l’un de l’autre\u00a0: Moscow et Turkey.',
  ],
  [
    { status: 'party-confirmed', responsible: [moscow], origins: 2, sided: true },
    "Confirmed by one side's responsible party, Moscow, and said by 2 origins in all; no other side has confirmed it.",
    'Confirmé par le responsable d’un seul camp, Moscow, et affirmé par 2 origines en tout\u00a0; aucun autre camp ne l’a confirmé.',
  ],
  [
    { status: 'party-confirmed', responsible: [moscow], origins: 2, sided: false },
    'Confirmed by those responsible, Moscow, and said by 2 origins in all; which sides confirmed it is not known.',
    'Confirmé par des responsables, Moscow, et affirmé par 2 origines en tout\u00a0; on ne sait pas quels camps l’ont confirmé.',
  ],
  [
    { status: 'corroborated', supporting: [moscow, turkey], origins: 2 },
    'Said by 2 origins of which at least two are independent: Moscow and Turkey; no responsible party has confirmed it.',
    'Affirmé par 2 origines, dont deux au moins sont indépendantes\u00a0: Moscow et Turkey\u00a0; aucun responsable ne l’a confirmé.',
  ],
  [
    { status: 'claimed', responsible: [moscow] },
    'Claimed by Moscow alone, a party to the matter.',
    'Affirmé par Moscow seulement, partie prenante.',
  ],
  [
    { status: 'claimed', responsible: [{ ...unnamed('three aides'), several: true }] },
    'Claimed by three aides alone, parties to the matter.',
    'Affirmé par three aides seulement, parties prenantes.',
  ],
  [
    { status: 'reported', supporting: [moscow], origins: 1 },
    'Reported from a single origin: Moscow; nobody else has confirmed it.',
    'Rapporté d’une seule origine\u00a0: Moscow\u00a0; personne d’autre ne l’a confirmé.',
  ],
  [
    { status: 'reported', supporting: [moscow, turkey], origins: 7 },
    'Reported from 7 origins that are not independent of each other: Moscow and Turkey.',
    'Rapporté de 7 origines qui ne sont pas indépendantes entre elles\u00a0: Moscow et Turkey.',
  ],
  [
    { status: 'unverified', supporting: [unnamed('messages shared on phones')] },
    'It circulates (messages shared on phones), and nobody who could know it has said so.',
    'Cela circule (messages shared on phones), et personne qui puisse le savoir ne l’a affirmé.',
  ],
  [
    { status: 'verified', method: 'Satellite pictures.', judgedOn: null },
    'Checked by this newsroom itself and found to be so: Satellite pictures.',
    'Vérifié par notre rédaction, qui l’a trouvé exact\u00a0: Satellite pictures.',
  ],
  [
    { status: 'refuted', method: null, judgedOn: '2016-12-02' },
    'Checked by this newsroom itself and found not to be so. This verdict is of 2016-12-02: it is in force again because a later one was revoked.',
    'Vérifié par notre rédaction, qui l’a trouvé faux. Ce verdict est du 2016-12-02\u00a0: il vaut de nouveau depuis qu’un autre, plus récent, a été annulé.',
  ],
  [
    { status: 'announced', announcing: [moscow], decision: { ended: 'annulled', by: [turkey] } },
    'Announced by Moscow, whose decision it is. It is no longer in force: annulled by Turkey.',
    'Annoncé par Moscow, à qui il revient d’en décider. Ce n’est plus en vigueur\u00a0: annulé par Turkey.',
  ],
  [
    { status: 'announced', announcing: [moscow], decision: { ended: 'superseded', by: [turkey] } },
    'Announced by Moscow, whose decision it is. It is no longer in force: superseded by a decision of Turkey.',
    'Annoncé par Moscow, à qui il revient d’en décider. Ce n’est plus en vigueur\u00a0: remplacé par une décision de Turkey.',
  ],
  [
    {
      status: 'claimed',
      responsible: [moscow],
      decision: { notAnnouncedBy: [{ und: 'Turkey' }, { en: 'a court', fr: 'un tribunal' }] },
    },
    'Claimed by Moscow alone, a party to the matter. It has not been announced by Turkey or a court, whose decision it is.',
    'Affirmé par Moscow seulement, partie prenante. Ce n’est pas annoncé par Turkey ou un tribunal, à qui il revient d’en décider.',
  ],
];

describe('the explanation of a status', () => {
  it('is there for every status', () => {
    const seen = SENTENCES.map(([{ status }]) => status);
    expect(new Set([...seen, ...VERDICTS])).toEqual(new Set(STATUSES));
  });

  it('is among all wordings, so that its change is noticed', () => {
    const all = everyWording();
    expect(all).toContain('no longer in force: superseded by a decision of');
    expect(all).toContain(VOCABULARY.fr.status.unsupported.meaning);
  });

  it.each(SENTENCES)('of %j', (reason, en, fr) => {
    expect(explain(reason)).toEqual({ en, fr });
  });

  it.each(VERDICTS)('says what a check found: %s', (status) => {
    const { en, fr } = explain({ status, method: null, judgedOn: null });
    expect(en).toMatch(/^Checked by this newsroom .*\.$/);
    expect(fr).toMatch(/^Vérifié par notre rédaction, .*\.$/);
  });

  it('names a source as it was described, in the language of the sentence where it can', () => {
    const name = { en: 'four members', fr: 'quatre membres' };
    const { en, fr } = explain({ status: 'reported', supporting: [{ name, kind: 'unnamed' }], origins: 1 });
    expect([en, fr]).toEqual([expect.stringContaining(name.en), expect.stringContaining(name.fr)]);
  });

  it.each([
    ['unverified', 'the video “The meeting” (not verified by us);', 'authenticité non vérifiée par nous'],
    ['verified', 'the video “The meeting”;', 'la vidéo «\u00a0The meeting\u00a0»'],
    ['disputed', 'the video “The meeting” (authenticity disputed);', 'authenticité contestée'],
  ] as const)('names a document by its title, and as not verified where it is %s', (authenticity, en, fr) => {
    const video: Mention = {
      name: { en: 'The meeting' },
      kind: 'document',
      document: { medium: 'video', authenticity },
    };
    const explained = explain({ status: 'reported', supporting: [video], origins: 1 });
    expect(explained).toEqual({ en: expect.stringContaining(en), fr: expect.stringContaining(fr) });
  });

  it.each([
    ['three aides', 'Three aides say so;'],
    ['an aide', 'An aide says so;'],
    ['messages shared on phones', 'Messages shared on phones say so;'],
    ['hospital records', 'Hospital records say so;'],
    ['leaked documents', 'Leaked documents say so;'],
    ['people in the street', 'People in the street say so;'],
    ['a member of two committees', 'A member of two committees says so;'],
    ['the head of operations', 'The head of operations says so;'],
    ['an inspection report', 'An inspection report says so;'],
    ['senior press officer', 'Senior press officer says so;'],
    ['the president’s aide', 'The president’s aide says so;'],
  ])('agrees in number with %s', (descriptor, sentence) => {
    const { en } = explain({ status: 'disputed', supporting: [unnamed(descriptor)], denying: [moscow] });
    expect(en).toBe(`${sentence} Moscow denies it.`);
  });

  it('agrees in number with who denies', () => {
    const aides: Mention = { ...unnamed('three aides'), several: true };
    const { en } = explain({ status: 'disputed', supporting: [moscow], denying: [aides] });
    expect(en).toBe('Moscow says so; three aides deny it.');
  });

  it('closes with a comma what a comma opens', () => {
    const radio = unknown('Radio Aleppo');
    const disputed = (supporting: readonly Mention[], denying: readonly Mention[]) =>
      explain({ status: 'disputed', supporting, denying });
    expect(disputed([radio], [moscow]).en).toBe(
      'An origin unknown, through Radio Aleppo, says so; Moscow denies it.',
    );
    expect(disputed([moscow], [radio]).en).toBe(
      'Moscow says so; an origin unknown, through Radio Aleppo, denies it.',
    );
    const both = disputed([radio, moscow], [turkey]);
    expect(both.en).toMatch(/^An origin unknown, through Radio Aleppo, and Moscow say so; /);
    expect(both.fr).toMatch(/^Affirmé par une origine inconnue, par Radio Aleppo, et Moscow/);
  });

  it('is a sentence in every language, whatever happened in a story', () => {
    fc.assert(
      fc.property(moves(14), (history) => {
        for (const { current } of claimsOf(play(history).story)) {
          const sentences = explain(reasonOf(current));
          for (const language of LANGUAGES) {
            expect(sentences[language]).toMatch(/^\p{Lu}[^]{10,}\.$/u);
            expect(sentences[language]).not.toMatch(/undefined|null|NaN|: [;.]|, [,;.]| {2}|\b[Bb]y ;/);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
