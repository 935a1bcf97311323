import type { Json } from '../http/caller.js';
import { HIDDEN } from './crossing-hidden.js';
import { RELEASED } from './crossing-released.js';
import { CROSSING } from './crossing.js';
import { shared, type Entry } from './entry.js';
import { LAST, OTHERS } from './other-stories.js';

const DIRECTORY: readonly Entry[] = [
  ...['north', 'south'].map((id) => shared('both', 'side', { id, name: id })),
  shared('full', 'side', { id: 'islands', name: 'The islands' }),
  shared('both', 'party', { id: 'the-gazette', name: 'The Gazette', type: 'outlet' }),
  shared('both', 'party', { id: 'the-agency', name: 'The Agency', type: 'outlet' }),
  shared('both', 'party', { id: 'north', name: 'The North', type: 'state', side: 'north' }),
  shared('both', 'party', { id: 'south', name: 'The South', type: 'state', side: 'south' }),
  shared('full', 'party', {
    id: 'islands-office',
    name: 'The office of the islands',
    type: 'organization',
    side: 'islands',
  }),
  shared('full', 'party', {
    id: 'islands-envoy',
    name: 'The envoy',
    type: 'person',
    side: 'islands',
    speaksFor: 'islands-office',
  }),
];

/** Said of a party after all that names it. */
const DESCRIBED_ANEW = shared('full', 'party', {
  id: 'south',
  name: 'The Deep South',
  type: 'state',
  side: 'islands',
});

const STORIES = [...CROSSING, ...RELEASED, ...HIDDEN, ...OTHERS, ...LAST].sort(
  (a, b) => Date.parse(a.line.at) - Date.parse(b.line.at),
);
const fileOf = (twin: 'plain' | 'full'): readonly Json[] =>
  [...DIRECTORY, ...STORIES, DESCRIBED_ANEW]
    .filter(({ of }) => of === 'both' || of === twin)
    .map(({ line }) => line);

/** The import file of a newsroom in which nothing is hidden. */
export const PLAIN = fileOf('plain');
/** And of its twin, in which much is; there somebody else recorded all of it, for other reasons. */
export const FULL = fileOf('full').map((line) => ({
  ...line,
  ...(line.story === undefined ? {} : { recordedBy: 'night desk' }),
  ...(line.reason === undefined ? {} : { reason: 'Another reason.' }),
}));
