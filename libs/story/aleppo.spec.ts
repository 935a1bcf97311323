import { ALEPPO, FIRST_DAY, ORIGINS, withdraw } from './testing/aleppo.js';
import { after, at, claim, claimIn, given, rehearse, type Rehearsal } from './testing/newsroom.js';
import { fold } from './evolve/evolve.js';
import { isOpen, emptyStory, questionsOf } from './state/story.js';

const upTo = (count: number) => FIRST_DAY.slice(0, count + 1);

describe('the first story', () => {
  it('is `reported` by four unnamed members of the opposition', () => {
    for (const id of ['talks', 'us-excluded', 'aim-ceasefire'])
      after(...upTo(1)).then(
        claim(id).is('reported'),
        claim(id).has({ support: 'single-origin', authority: 'none', contest: 'uncontested' }),
        claim(id).flags('anonymous-only'),
      );
  });

  it('counts the same four as one origin, whatever else they say', () =>
    after(...upTo(3)).then(
      claim('us-excluded').is('reported'),
      claim('us-excluded').has({ support: 'single-origin' }),
      claim('contacts').is('reported'),
      claim('unprecedented').is('reported'),
    ));

  it('has one side confirmed by an unnamed senior official of the opposition', () => {
    for (const id of ['talks', 'contacts'])
      after(...upTo(4)).then(
        claim(id).is('party-confirmed'),
        claim(id).has({ support: 'multi-origin', authority: 'one-side' }),
        claim(id).flags('anonymous-only', 'same-side'),
      );
  });

  it('has a flag and no other change when Turkey declines to comment', () =>
    given(...upTo(4))
      .when(ALEPPO.turkeyDeclines)
      .then(
        claim('talks').is('party-confirmed'),
        claim('talks').flags('anonymous-only', 'same-side', ['no-comment', 'turkey']),
      ));

  it('keeps its status after “this is nothing new”, which confirms the broader claim', () =>
    given(...upTo(5))
      .when(ALEPPO.zakharova)
      .then(
        claim('talks').is('party-confirmed'),
        claim('talks').has({ contest: 'novelty-contested' }),
        claim('talks').flags(
          'anonymous-only',
          'same-side',
          ['novelty-contested', 'zakharova'],
          ['no-comment', 'turkey'],
        ),
        claim('unprecedented').is('reported'),
        claim('unprecedented').flags('anonymous-only', ['novelty-contested', 'zakharova']),
        claim('contacts').is('confirmed'),
        claim('contacts').has({ support: 'independent', authority: 'both-sides', contest: 'uncontested' }),
        claim('contacts').flags(),
      ));

  it('has `claimed` for Moscow alone, and `reported` for an outlet without a source', () =>
    after(...FIRST_DAY).then(
      claim('half-retaken').is('claimed'),
      claim('half-retaken').because({ responsible: [{ name: { und: 'Moscow' } }] }),
      claim('surrendered').is('reported'),
      claim('surrendered').flags(),
    ));

  it('does not change when two outlets relay RIA, one citing the other', () => {
    const before = rehearse(FIRST_DAY);
    const relayed = rehearse([ALEPPO.gazetaRelays, ALEPPO.vestnikRelays], before);
    const { because, basis, ...rest } = claimIn(relayed, 'talks').current;
    expect(rest).toEqual({ ...claimIn(before, 'talks').current, because: undefined, basis: undefined });
    expect(basis).toEqual(claimIn(before, 'talks').current.basis);
    expect(because).toHaveLength(2);
  });

  it('shows `us-excluded` as withdrawn after its source takes it back, and as reported before', () => {
    const rehearsal = rehearse(FIRST_DAY);
    const first = rehearse([withdraw('secret-talks', 'us-excluded', 'origin')], rehearsal);
    expect(claimIn(first, 'us-excluded').current.status).toBe('reported');
    const both = rehearse([withdraw('without-washington', 'us-excluded', 'origin')], first);
    expect(claimIn(both, 'us-excluded').current.status).toBe('withdrawn');
    expect(claimIn(asOf(both, rehearsal.story.updatedAt), 'us-excluded').current.status).toBe('reported');
  });

  it('shows what was known as of ten and as of noon, and the open questions', () => {
    const rehearsal = rehearse(FIRST_DAY);
    const status = (minute: string, id: string) => claimIn(asOf(rehearsal, at(minute)), id).current.status;
    expect(status('2016-12-01T10:00', 'talks')).toBe('reported');
    expect(status('2016-12-01T12:00', 'talks')).toBe('party-confirmed');
    expect(status('2016-12-01T11:00', 'contacts')).toBe('party-confirmed');
    expect(status('2016-12-01T12:00', 'contacts')).toBe('confirmed');
    const open = questionsOf(rehearsal.story).filter((q) => isOpen(rehearsal.story, q));
    expect(open.map((q) => q.question.id)).toEqual(['who-negotiates', 'turkeys-part']);
  });

  it('identifies the four by their origin id', () => {
    const { story } = rehearse(upTo(2));
    expect(story.sources.get(ORIGINS.four)).toMatchObject({ unnamed: { count: 4 } });
    expect([...story.claims.get('us-excluded')!.byOrigin.values()]).toHaveLength(1);
  });
});

const asOf = (rehearsal: Rehearsal, moment: number): Rehearsal => {
  const events = rehearsal.events.filter((e) => e.recordedAt <= moment);
  return { events, story: fold(events, emptyStory) };
};
