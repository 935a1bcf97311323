import fc from 'fast-check';
import type { Command, Translation } from '../facts/command.js';
import type { Text } from '../values/text.js';
import { publicHistory } from '../public/redaction.js';
import { CLAIMS, correctTogether, en, kill, open, record, says } from '../testing/aleppo.js';
import {
  given,
  idOf,
  nothing,
  refused,
  send,
  rehearse,
  type Step,
  type Rehearsal,
} from '../testing/newsroom.js';
import { changeOf, reworded, translated, type TextChange, type Wording } from '../values/wording.js';

const command = (of: Command, ref?: string): Step => ({ command: of, ...(ref ? { ref } : {}) });
const NONE = { scheduled: [], developments: [], claims: [], questions: [], notices: [], names: [] };
const translate = (more: Partial<Translation>, language = 'fr'): Step =>
  command({ type: 'translate', language, ...NONE, ...more });
const headline = (change: TextChange): Step =>
  command({ type: 'headline', headline: change, release: 'now' });
const correct = (ref: string, text: TextChange, withhold: readonly string[] = []): Step =>
  command(
    {
      type: 'correct',
      development: idOf(ref),
      class: 'correction',
      changes: { text },
      withhold,
      reason: 'It was wrong.',
      notice: en('It was wrong.'),
    },
    'correction',
  );
const correctClaim = (text: TextChange): Step =>
  command({ type: 'correct-claim', claim: 'talks', changes: { text }, withhold: [], reason: 'Why.' });

const report = record('report', {
  text: en('Talks are held'),
  claims: [CLAIMS.talks],
  assertions: says('asserts', ['talks']),
  raises: [{ id: 'who', text: en('Who talks?') }],
});
const frOfReport = { development: idOf('report'), text: 'Des pourparlers ont lieu' };
const TRANSLATED = { translated: true, toCheck: false };

const developmentOf = ({ story }: Rehearsal) => story.developments.get(idOf('report'))!.development;

describe('a translation', () => {
  it('stays marked when a joint correction changes its words', () => {
    const { story, events } = rehearse([
      open,
      report,
      translate({ headline: 'Pourparlers secrets' }),
      correctTogether('fix', { headline: { fr: 'Des pourparlers secrets' }, notice: en('It was wrong.') }),
    ]);
    expect(events.at(-1)!.event.type).toBe('StoryCorrected');
    expect(story.headline).toMatchObject({
      text: { fr: 'Des pourparlers secrets' },
      languages: { fr: TRANSLATED },
    });
    expect([...publicHistory(events)].at(-1)!.headline).toEqual(story.headline);
  });

  it('is one event for all texts of a story, is marked as a translation, and is not in the record of corrections', () => {
    const rehearsal = rehearse([
      open,
      report,
      translate({
        headline: 'Pourparlers secrets',
        developments: [frOfReport],
        claims: [{ claim: 'talks', text: 'Des pourparlers' }],
        questions: [{ question: 'who', text: 'Qui parle ?' }],
        names: [{ name: 'Financial Times', text: 'Le Financial Times' }],
      }),
    ]);
    const { story, events } = rehearsal;
    expect(events.at(-1)!.event).toMatchObject({ type: 'StoryTranslated', language: 'fr' });
    expect(story.headline).toMatchObject({
      text: { fr: 'Pourparlers secrets' },
      languages: { fr: TRANSLATED },
    });
    expect(developmentOf(rehearsal)).toMatchObject({
      text: { en: 'Talks are held', fr: 'Des pourparlers ont lieu' },
      languages: { fr: TRANSLATED },
    });
    expect(story.claims.get('talks')!.claim.text).toMatchObject({ fr: 'Des pourparlers' });
    expect(story.claims.get('talks')!.corrected).toBe(false);
    expect(story.questions.get('who')!.question).toMatchObject({
      text: { en: 'Who talks?', fr: 'Qui parle ?' },
      languages: { fr: TRANSLATED },
    });
    expect(story.names).toEqual([{ name: 'Financial Times', text: { fr: 'Le Financial Times' } }]);
    expect([...story.corrections]).toEqual([]);
    expect([...story.headings]).toHaveLength(1);
  });

  it('is a separate event for each language, and makes no event without a change', () => {
    const steps = [open, report, translate({ developments: [frOfReport] })];
    given(...steps)
      .when(translate({ developments: [frOfReport] }))
      .then(nothing);
    const { story } = rehearse([
      ...steps,
      translate({ developments: [{ ...frOfReport, text: 'Gespräche' }] }, 'de'),
    ]);
    expect(Object.keys(story.developments.get(idOf('report'))!.development.text)).toEqual(['en', 'fr', 'de']);
  });

  it('is refused for a text in its original language, and for a text that does not exist', () => {
    const steps = [open, report];
    const en2 = { development: idOf('report'), text: 'Other words' };
    given(...steps)
      .when(translate({ developments: [en2] }, 'en'))
      .then(refused('not-a-translation'));
    given(...steps)
      .when(translate({ claims: [{ claim: 'talk', text: 'Un fait' }] }))
      .then(refused('claim-unknown'));
    given(...steps)
      .when(translate({ questions: [{ question: 'whom', text: 'Qui ?' }] }))
      .then(refused('question-unknown'));
    given(...steps)
      .when(translate({ names: [{ name: 'Nobody', text: 'Personne' }] }))
      .then(refused('name-unknown'));
    given(...steps)
      .when(translate({ notices: [{ of: idOf('report'), text: 'Avis' }] }))
      .then(refused('correction-unknown'));
    given(...steps, kill('report'))
      .when(translate({ developments: [frOfReport] }))
      .then(refused('development-withheld'));
  });

  it('is removed by null; original words cannot be removed', () => {
    const steps = [open, report, translate({ developments: [frOfReport] })];
    const left = rehearse([...steps, translate({ developments: [{ ...frOfReport, text: null }] })]);
    expect(developmentOf(left)).toMatchObject({ text: en('Talks are held') });
    expect(developmentOf(left).languages).toBeUndefined();
    given(...steps)
      .when(translate({ developments: [{ ...frOfReport, text: null }] }, 'en'))
      .then(refused('not-a-translation'));
  });

  it('needs a check after a correction of the original; the same words confirm it', () => {
    const corrected = [
      open,
      report,
      translate({ developments: [frOfReport], claims: [{ claim: 'talks', text: 'Des pourparlers' }] }),
      correct('report', en('Talks were held')),
      correctClaim(en('Talks were held')),
    ];
    const rehearsal = rehearse(corrected);
    expect(developmentOf(rehearsal)).toMatchObject({
      text: { en: 'Talks were held', fr: 'Des pourparlers ont lieu' },
      languages: { fr: { translated: true, toCheck: true } },
    });
    expect(rehearsal.story.claims.get('talks')!.claim.languages).toEqual({
      fr: { translated: true, toCheck: true },
    });
    expect([...rehearsal.story.corrections].map(({ changes }) => changes.map(({ field }) => field))).toEqual([
      ['text'],
      ['text'],
    ]);
    const checked = rehearse([...corrected, translate({ developments: [frOfReport] })]);
    expect(developmentOf(checked).languages).toEqual({ fr: TRANSLATED });
  });

  it('is made by a correction that only adds a language', () => {
    const { story } = rehearse([
      open,
      report,
      correct('report', { fr: 'Des pourparlers' }),
      correctClaim({ fr: 'Un fait' }),
    ]);
    expect([...story.corrections]).toEqual([]);
    expect(story.claims.get('talks')!.corrected).toBe(false);
    expect(story.developments.get(idOf('report'))!.development.languages).toEqual({ fr: TRANSLATED });
  });

  it('may be corrected without an effect on other languages', () => {
    const rehearsal = rehearse([
      open,
      report,
      translate({ developments: [frOfReport] }),
      correct('report', { fr: 'On négocie' }),
    ]);
    expect(developmentOf(rehearsal).languages).toEqual({ fr: TRANSLATED });
  });

  it('is removed when the old original is withheld, unless it is given again', () => {
    const rehearsal = rehearse([
      open,
      report,
      translate({ developments: [frOfReport] }),
      correct('report', en('An accountant says so'), ['text']),
    ]);
    expect(developmentOf(rehearsal).text).toEqual(en('An accountant says so'));
  });

  it('belongs to its headline; a new headline keeps it with a note to check it, or removes it', () => {
    const steps = [open, report, translate({ headline: 'Pourparlers' })];
    const next = rehearse([...steps, headline(en('Talks broken off'))]);
    expect(next.story.headline).toMatchObject({
      text: { en: 'Talks broken off', fr: 'Pourparlers' },
      languages: { fr: { translated: true, toCheck: true } },
    });
    expect(rehearse([...steps, headline({ en: 'Talks broken off', fr: null })]).story.headline.text).toEqual(
      en('Talks broken off'),
    );
    given(...steps)
      .when(headline({ en: null, fr: null }))
      .then(refused('text-missing'));
  });

  it('may be of a notice', () => {
    const killed = rehearse([
      open,
      report,
      kill('report'),
      translate({ notices: [{ of: idOf('report'), text: 'Retiré' }] }),
    ]);
    expect(killed.story.developments.get(idOf('report'))!.withheld!.notice).toMatchObject({ fr: 'Retiré' });
    const corrected = rehearse([
      open,
      report,
      correct('report', en('Talks were held')),
      translate({ notices: [{ of: idOf('correction'), text: 'C’était faux.' }] }),
    ]);
    expect(corrected.story.corrections.last()!.notice).toEqual({
      en: 'It was wrong.',
      fr: 'C’était faux.',
    });
  });

  it('is removed with its headline, in all languages', () => {
    const steps = [open, report, translate({ headline: 'Pourparlers' })];
    const { story } = rehearse(steps);
    const after = send(
      rehearse(steps),
      command({
        type: 'remove',
        how: 'killed',
        what: { headline: story.headline.text, with: en('Removed') },
        grounds: 'privacy',
        reason: 'Why.',
        notice: en('Removed'),
        authority: null,
      }),
    );
    expect(after.refusal).toBeNull();
    expect(after.story.headline.text).toEqual(en('Removed'));
  });
});

const TEXTS: fc.Arbitrary<Text> = fc
  .dictionary(fc.constantFrom('en', 'fr', 'de', 'ru'), fc.constantFrom('a', 'b', 'c'), { minKeys: 1 })
  .map((text) => ({ ...text }));
const CHANGES: fc.Arbitrary<TextChange> = fc
  .dictionary(fc.constantFrom('en', 'fr', 'de', 'ru'), fc.constantFrom('a', 'b', null), { minKeys: 1 })
  .map((text) => ({ ...text }));
const WORDED: fc.Arbitrary<Wording> = fc
  .tuple(TEXTS, fc.array(fc.tuple(CHANGES, fc.boolean()), { maxLength: 4 }))
  .map(([text, changes]) =>
    changes.reduce<Wording>(
      (now, [change, isTranslation]) =>
        isTranslation
          ? translated(now, Object.keys(change)[0]!, Object.values(change)[0]!)
          : reworded(now, change),
      { text },
    ),
  );

describe('words in several languages', () => {
  it('keep languages without a change, and have notes only for existing languages', () => {
    fc.assert(
      fc.property(WORDED, CHANGES, (before, change) => {
        const after = reworded(before, change);
        for (const language of ['en', 'fr', 'de', 'ru'])
          expect(after.text[language] ?? null).toBe(
            language in change ? change[language] : (before.text[language] ?? null),
          );
        for (const language of Object.keys(after.languages ?? {}))
          expect(after.text).toHaveProperty(language);
      }),
    );
  });

  it('follow from the old words and the change between the two', () => {
    fc.assert(
      fc.property(WORDED, CHANGES, (before, change) => {
        const after = reworded(before, change);
        const again = reworded(before, changeOf(before.text, after));
        expect(again).toEqual(after);
      }),
    );
  });
});
