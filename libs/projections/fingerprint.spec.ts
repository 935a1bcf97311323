import { EVENT_OF_KIND, emptyStory, fold, type StoryEvent } from '#story';
import { fingerprintOf } from './fingerprint.js';
import { FOLD } from './model-folder.js';
import { sampleEvents } from './sample-story.js';

/**
 * What each version of the fold makes of the sample. When this test fails, what is read has changed: raise FOLD, so
 * that read models are built anew, and put the new fingerprints here.
 */
const FINGERPRINTS: Readonly<Record<number, { readonly desk: string; readonly public: string }>> = {
  6: {
    desk: '38caa5819fd11d8f28ae84d68c4640b68434263adffeae75008ec2fc5df93229',
    public: '68e6f8eee1b5dc9d3b6877472d117ab5b28e8256ae17b4b5ba91012aee345030',
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
      SummaryPinned: true,
      SummaryUnpinned: true,
      ReleaseRescheduled: true,
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
      StoryTranslated: true,
      NoticeTranslated: true,
      NamesTranslated: true,
      StoryCorrected: true,
      ClaimsLinked: true,
      ClaimLinkRevoked: true,
      ClaimVerified: true,
      ClaimRefuted: true,
      ClaimJudged: true,
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
