import type { Chain, Development, Recorded, StoryEvent, Text } from '#story';
import { START } from '../publishing/desk.js';

const NOBODY = '00000000-0000-4000-8000-000000000000';

/** Events as a log may hold them, written down without a command: cheap where thousands are wanted. */
export const opened = (headline: Text, lede: Text | null = null): StoryEvent => ({
  type: 'StoryOpened',
  story: NOBODY,
  slug: 'plain',
  language: 'en',
  headline,
  lede,
  topics: [],
  places: [],
});

export const reported = (id: string, text: Text, more: Partial<Development> = {}): StoryEvent => ({
  type: 'ReportRecorded',
  development: {
    id,
    kind: 'report',
    text,
    attribution: [],
    claims: [],
    assertions: [],
    raises: [],
    answers: [],
    publishes: [],
    occurred: null,
    reportedAt: null,
    place: null,
    significance: 'substantive',
    release: 'now',
    evidence: [],
    ...more,
  },
});

/** A chain that ends in an unnamed source. */
export const unnamedChain = (origin: string, descriptor: Text): Chain => [
  {
    unnamed: { origin, descriptor, count: 1, side: null, groundRules: null, approvedBy: null },
    standing: 'principal',
  },
];

/** Events as they are recorded, one a minute, from a revision on. */
export const recorded = (events: readonly StoryEvent[], from = 0): readonly Recorded[] =>
  events.map((event, i) => ({
    id: `plain ${from + i}`,
    revision: from + i,
    recordedAt: START + (from + i) * 60_000,
    recordedBy: null,
    importedAt: null,
    event,
  }));
