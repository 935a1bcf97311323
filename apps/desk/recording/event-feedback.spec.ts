import fc from 'fast-check';
import type { Command, Verdict } from '#story';
import {
  by,
  correct,
  day,
  described,
  idOf,
  kill,
  moves,
  official,
  open,
  play,
  proposition,
  record,
  rehearse,
  saying,
  says,
  share,
  withdraw,
  type Step,
} from '#story/testing';
import { needsStory, standsAgainAfter, staysAfter, warningsAfter } from './event-feedback.js';

type Of<T extends Command['type']> = Partial<Extract<Command, { type: T }>>;
type Words = Readonly<Record<string, string>>;

const reason = 'We looked again.';
const does = (command: Command, ref?: string): Step => ({ command, ...(ref === undefined ? {} : { ref }) });

/** All feedback on the last event. */
function feedbackOn({ story, events }: Pick<ReturnType<typeof rehearse>, 'story' | 'events'>) {
  const { event, revision } = events.at(-1)!;
  const then = { story, revision, directory: described('moscow', {}) };
  const warnings = warningsAfter(event, then);
  return { event, all: { warnings, ...staysAfter(event, story), ...standsAgainAfter(event, then) } };
}
const after = (...steps: readonly Step[]) => feedbackOn(rehearse([open, ...steps])).all;

const met = proposition('met', 'Russian envoys meet rebel leaders in Ankara');
const first = saying('first', [by('moscow')], 'asserts', met);
const confirmed = saying('second', [by('turkey')], 'confirms', met, false);
const development = idOf('first');
const heads = (headline: Words): Step => does({ type: 'headline', headline, release: 'now' });
const lede = (words: Words): Step => does({ type: 'lede', lede: words, release: 'now' });
const pins = (text: Words): Step => does({ type: 'summary', summary: { text, points: [] } });
const retracts = (ref: string): Step => does({ type: 'retract', development: idOf(ref), by: 'us', reason });
const restores = (ref: string): Step => does({ type: 'revoke-retraction', development: idOf(ref), reason });
const judges = (verdict: Verdict): Step =>
  does({ type: 'judge', claim: 'met', verdict, method: 'calls', methodPublic: true, reason }, verdict);
const revokes = (verdict: Verdict): Step =>
  does({ type: 'revoke-judgement', judgement: idOf(verdict), reason });
const together = (more: Of<'correct-story'>): Step => {
  const nothing = { headline: null, lede: null, claims: [], developments: [], notice: null };
  return does({ type: 'correct-story', class: 'refile', ...nothing, reason, ...more });
};

describe('a headline, lede or summary is out of date after', () => {
  const repeats = heads(met.text);
  const takesBack = withdraw('first', 'met', 'origin');
  const again = saying('again', [by('turkey')], 'asserts', proposition('again', 'They sit together'));
  const links = (relation: 'supersedes' | 'same'): Step =>
    does({ type: 'link', claim: 'again', to: 'met', relation }, 'link');
  const unlinks = does({ type: 'revoke-link', link: idOf('link'), reason });
  // Two values of one variable: the later one replaces the other.
  const value = (id: string, words: string, count: number, on: string): Step =>
    saying(id, [by('turkey')], 'asserts', { ...share(id, count, day(on)), text: { en: words } });
  const early = value('met', met.text['en']!, 0.4, '2016-11-28');
  const late = value('late', 'The army has half of the city', 0.5, '2016-11-29');
  const wrong = value('late', 'The army has half of the city', 0.5, '2016-11-20');
  const redated = { claim: 'late', changes: { occurred: day('2016-11-29') }, withhold: [] };
  const corrects = does({ type: 'correct-claim', ...redated, reason });

  it.each<[string, readonly Step[]]>([
    ['a retraction', [first, repeats, retracts('first')]],
    ['a withdrawal', [first, repeats, takesBack]],
    ['a judgement', [first, repeats, judges('refuted')]],
    ['a revoked judgement', [first, judges('refuted'), judges('verified'), repeats, revokes('verified')]],
    ['a later value', [early, repeats, late]],
    ['a revoked retraction', [early, late, retracts('late'), repeats, restores('late')]],
    ['a corrected claim', [early, wrong, repeats, corrects]],
    ['a joint correction', [early, wrong, repeats, together({ claims: [redated] })]],
    ['a link', [first, again, repeats, links('supersedes')]],
    ['a revoked link', [first, again, links('same'), takesBack, repeats, unlinks]],
    ['its own correction', [first, judges('refuted'), together({ headline: met.text })]],
    ['a new lede', [first, judges('refuted'), lede(met.text)]],
    ['a new summary', [first, judges('refuted'), pins(met.text)]],
  ])('%s', (_, steps) => {
    const message = expect.stringMatching(/^The (headline|lede|summary) repeats claim met, which (is|was) /);
    const warning = expect.objectContaining({ rule: 'heading-out-of-date', message });
    expect(after(...steps.slice(0, -1)).warnings).not.toContainEqual(warning);
    expect(after(...steps).warnings).toContainEqual(warning);
  });
});

describe('the warnings after', () => {
  const two = { en: 'They met', fr: 'Ils se sont vus' };
  const one = { en: 'They talked' };
  const both = record('first', { text: two });
  const part = { development, changes: { text: one }, withhold: [] };
  const unnamed = { attribution: [[by('financial-times'), official]], assertions: says('asserts', ['met']) };
  const held = record('first', { ...unnamed, claims: [{ ...met, allegation: true }], release: 'held' });
  const releases = does({ type: 'release', development, cause: 'editor', publishes: [] });
  const marked = { claim: 'met', changes: { allegation: true }, withhold: [] };
  const dropped = correct('first', { text: { ...one, fr: null } }, { class: 'refile', withhold: ['text'] });

  it.each<[string, readonly Step[], ...string[]]>([
    ['a headline, about a language left as it was', [heads(two), heads(one)], 'translation-to-check'],
    ['a headline, only once', [heads(two), heads(one), heads({ en: 'They sat' })]],
    ['a lede, about a language left as it was', [lede(two), lede(one)], 'translation-to-check'],
    ['a summary, about a lost language', [pins(two), pins(one)], 'language-dropped'],
    ['a correction without a notice', [first, correct('first', { text: one })], 'correction-says-what'],
    ['a correction of one language', [both, together({ developments: [part] })], 'translation-to-check'],
    ['a correction that withholds a language', [both, dropped], 'language-dropped'],
    ['a joint correction of a headline', [heads(two), together({ headline: one })], 'translation-to-check'],
    ['a new allegation', [first, together({ claims: [marked] })], 'serious-allegation-referral'],
    ['the release of an allegation', [held, releases], 'serious-allegation-referral'],
    ['another verdict', [first, judges('refuted'), judges('verified')], 'verdict-changed'],
  ])('%s', (_, steps, ...rules) => expect(after(...steps).warnings.map(({ rule }) => rule)).toEqual(rules));
});

describe('the feedback', () => {
  it('on a kill, and on nothing else, has what still repeats the development', () => {
    const claim = { what: 'claim', id: 'met', text: met.text, through: [idOf('second')] };
    expect(after(first, confirmed, kill('first')).stays).toEqual([claim]);
    expect(after(first, confirmed, kill('first', { andClaims: true })).stays).toEqual([]);
    expect(after(first, confirmed)).not.toHaveProperty('stays');
  });

  it('on a revoked judgement has the older judgement that is in force again, or null', () => {
    const older = { id: idOf('refuted'), verdict: 'refuted', recordedAt: '2016-12-01T08:03:00.000Z' };
    const judged = [first, judges('unproven'), judges('refuted'), judges('verified')];
    expect(after(...judged, revokes('verified')).standsAgain).toEqual(older);
    expect(after(...judged, revokes('refuted')).standsAgain).toBeNull();
    expect(after(...judged)).not.toHaveProperty('standsAgain');
  });

  it('is empty for every event that does not need the story', () =>
    fc.assert(
      fc.property(moves(12), (history) => {
        play(history, (_, __, rehearsal) => {
          const { event, all } = feedbackOn(rehearsal);
          expect(needsStory(event) ? { warnings: [] } : all).toEqual({ warnings: [] });
        });
      }),
      { numRuns: 30 },
    ));
});
