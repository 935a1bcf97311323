import { EVENT_OF_KIND, emptyStory, fold, type StoryEvent } from '#story';
import { fingerprintOf } from './fingerprint.js';
import { FOLD } from './model-folder.js';
import { sampleEvents } from './sample-story.js';

/**
 * What each version of the fold makes of the sample. When this test fails, what is read has changed: raise FOLD, so
 * that read models are built anew, and put the new fingerprints here.
 */
const FINGERPRINTS: Readonly<Record<number, { readonly desk: string; readonly public: string }>> = {
  3: {
    desk: 'bab5dd6c63561cb17297629f0246f611455b76c690fdede048e155ba29cb6659',
    public: '6a805795e7e7610e6736e3d699312fc7e0049e4df2bd6d1bbe32dd380a7bf434',
  },
  4: {
    desk: '80d3221fd82b1eeb7ca113065eb6e357a1a8a3ee179466f865c663081246c781',
    public: '656166fde624cdf1b4c1a7066fa86b383aadbd2f85281ba3658e0724f3dd5527',
  },
};

describe('the version of the fold', () => {
  it.each(['desk', 'public'] as const)('is another when it makes other rows of the %s log', (audience) => {
    expect(fingerprintOf(audience)).toBe(FINGERPRINTS[FOLD]?.[audience]);
  });

  it('is found by a story in which every kind of event happens', () => {
    const seen = new Set(sampleEvents.map((e) => e.event.type));
    const all: Record<Exclude<StoryEvent['type'], keyof object>, true> = {
      StoryOpened: true,
      HeadlineRevised: true,
      LedeRevised: true,
      StoryClassified: true,
      StoryClosed: true,
      StoryReopened: true,
      StoryReinstated: true,
      StoryKilled: true,
      StoryTakenDown: true,
      DevelopmentReleased: true,
      DevelopmentCorrected: true,
      DevelopmentRetracted: true,
      RetractionRevoked: true,
      DevelopmentReinstated: true,
      DevelopmentKilled: true,
      DevelopmentTakenDown: true,
      TextsRemoved: true,
      AssertionWithdrawn: true,
      ClaimCorrected: true,
      ClaimsLinked: true,
      ClaimLinkRevoked: true,
      ClaimVerified: true,
      ClaimRefuted: true,
      JudgementRevoked: true,
      SourceIndependenceAssessed: true,
      ...(Object.fromEntries(Object.values(EVENT_OF_KIND).map((type) => [type, true])) as Record<
        (typeof EVENT_OF_KIND)[keyof typeof EVENT_OF_KIND],
        true
      >),
    };
    expect([...seen].sort()).toEqual(Object.keys(all).sort());
    expect(fold(sampleEvents, emptyStory).claims.size).toBeGreaterThan(5);
  });
});
