import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EVENT_OF_KIND, emptyStory, fold, type StoryEvent } from '#story';
import { fingerprintOf } from './fingerprint.js';
import { FOLD } from './model-folder.js';
import { sampleEvents } from './sample-story.js';

/**
 * The fingerprint of the sample story for each version of the fold. If this test fails, the rows have changed: raise FOLD,
 * so that read models are built again, and put the new fingerprints here.
 */
const FINGERPRINTS: Readonly<Record<number, { readonly desk: string; readonly public: string }>> = {
  8: {
    desk: '994736b378ba41ef3f049723058166188e364169fadcacc74ee844157343ad3e',
    public: 'b8ed01ea1695820440befd19eb26919170c8b9a47c4262c37dc5bb5128b5b730',
  },
  9: {
    desk: '994736b378ba41ef3f049723058166188e364169fadcacc74ee844157343ad3e',
    public: 'b8ed01ea1695820440befd19eb26919170c8b9a47c4262c37dc5bb5128b5b730',
  },
};

describe('the version of the fold', () => {
  it.each(['desk', 'public'] as const)('is raised when the rows of the %s log change', (audience) => {
    expect(fingerprintOf(audience)).toBe(FINGERPRINTS[FOLD]?.[audience]);
  });

  it.each(['desk', 'public'] as const)(
    'is in dist/ for the %s log, so that no start computes it',
    (audience) => {
      const file = join(__dirname, '../../dist/libs/projections/fingerprints.json');
      const built = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
      expect(built).toMatchObject({ node: process.version, [audience]: fingerprintOf(audience) });
    },
  );

  it('is checked with a story that has every kind of event', () => {
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
