import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { holdsAtMoments, sinceThen } from './moments.js';

describe('a dam failure', () => {
  it('has 41 developments in its file, and the words that no moment may show', () => {
    const file = readFileSync(join(import.meta.dirname, 'dam.ndjson'), 'utf8');
    expect(file.split('\n').filter((line) => line.includes('"command": "record"'))).toHaveLength(41);
    for (const words of ['state of emergency', 'dam has broken', 'names a victim', 'named victim'])
      expect(file).toContain(words);
  });

  holdsAtMoments(
    'dam.ndjson',
    'kestrin-dam',
    sinceThen([
      {
        asOf: '2026-10-16T10:00:00Z',
        because: 'what circulates is no report, however many share it',
        claims: { 'rain-friday': 'reported', crack: 'unverified' },
        values: { rain: { 'weather-service': 142 } },
        headline: 'Heavy rain fills the Kestrin reservoir',
        open: [],
      },
      {
        asOf: '2026-10-16T12:45:00Z',
        because:
          'a denial of what only circulates leaves it denied, and no dispute; a refusal to comment is no denial',
        claims: { crack: 'denied', 'defects-known': 'reported + anonymous-only + no-comment' },
        open: ['last-inspection'],
      },
      {
        asOf: '2026-10-16T16:50:00Z',
        because:
          'a report that nobody verified is enough for a dispute, and no second source; an order that is not announced is not in force; an embargo is kept',
        claims: {
          crack: 'disputed + document-unverified',
          'defects-known': 'reported + document-unverified + no-comment',
          passed: 'claimed',
          'evacuate-lower-marle': 'reported + anonymous-only',
        },
        open: ['last-inspection'],
        decisions: [],
        unsaid: ['state of emergency'],
      },
      {
        asOf: '2026-10-16T20:00:00Z',
        because:
          'the district announced its orders; two newsrooms saw the water, and the operator still denies the crack',
        claims: {
          'evacuate-lower-marle': 'announced',
          emergency: 'announced',
          'evacuated-first': 'reported',
          leaks: 'corroborated',
          crack: 'disputed + document-unverified',
        },
        values: { evacuated: { 'rescue-service': 400 } },
        headline: 'Town below the Kestrin dam is evacuated',
        decisions: ['evacuate-lower-marle', 'emergency'],
      },
      {
        asOf: '2026-10-16T22:30:00Z',
        because: 'the report is verified, the operator gives in, a wider order takes the place of the first',
        claims: {
          crack: 'party-confirmed',
          'defects-known': 'corroborated + no-comment',
          passed: 'missing-context',
          'evacuate-lower-marle': 'announced + superseded',
          'evacuate-east-bank': 'announced',
          'evacuate-west-bank': 'announced',
        },
        endedBy: { 'evacuate-lower-marle': ['evacuate-east-bank', 'evacuate-west-bank'] },
        open: [],
        decisions: ['emergency', 'evacuate-east-bank', 'evacuate-west-bank'],
        unsaid: ['dam has broken'],
      },
      {
        asOf: '2026-10-17T04:00:00Z',
        because: 'an agency that does not say from whom it knows is no second source beside what we saw',
        claims: {
          breach: 'reported',
          'evacuated-first': 'reported + superseded',
          'evacuated-2600': 'reported',
        },
        values: { evacuated: { 'rescue-service': 2_600 } },
        headline: 'Town below the Kestrin dam is evacuated',
        open: ['cause'],
      },
      {
        asOf: '2026-10-17T07:30:00Z',
        because:
          'rescuers saw the breach too; a report that its outlet retracted is nobody’s; one agency has a toll',
        claims: {
          breach: 'corroborated',
          'upper-dam': 'withdrawn',
          'no-power-first': 'reported',
          'missing-first': 'reported',
          'dead-first': 'reported',
          'hundred-dead': 'reported',
        },
        values: {
          dead: { 'marle-hospital': 3, 'unknown:northern-wire': 100 },
          missing: { 'district-police': 30 },
          'homes-without-power': { 'valley-power': 12_000 },
        },
        headline: 'The Kestrin dam has broken',
        open: ['cause'],
      },
      {
        asOf: '2026-10-17T10:10:00Z',
        because:
          'the agency took its toll back, we had the time wrong; and who was named at that moment is not shown at that moment either',
        claims: {
          breach: 'corroborated + corrected',
          'hundred-dead': 'withdrawn + taken-back',
          'rain-friday': 'reported + superseded',
          'rain-168': 'reported',
          'evacuated-2600': 'reported + superseded',
          'evacuated-9400': 'reported',
          'missing-first': 'reported + superseded',
          'missing-74': 'reported',
        },
        values: {
          rain: { 'weather-service': 168 },
          dead: { 'marle-hospital': 3 },
          evacuated: { 'rescue-service': 9_400 },
          missing: { 'district-police': 74 },
        },
        valuesAt: { at: '2026-10-16T05:00:00Z', values: { rain: { 'weather-service': 142 } } },
        unknown: ['victim-named'],
        unsaid: ['names a victim', 'named victim'],
      },
      {
        asOf: '2026-10-18T10:30:00Z',
        because:
          'an order that is lifted from noon on is in force until noon; tolls were put right in both directions',
        claims: {
          'east-bank-lifted': 'announced',
          'evacuate-east-bank': 'announced + annulled',
          'dead-first': 'reported + superseded',
          'dead-7': 'reported + restated',
          'dead-6': 'reported',
          'dead-9': 'reported + superseded',
          'dead-14': 'reported',
          'missing-74': 'reported + superseded',
          'missing-51': 'reported + superseded',
          'missing-12': 'reported',
          'no-power-first': 'reported + superseded',
          'homes-without-power-18500': 'reported',
        },
        values: {
          dead: { 'marle-hospital': 6, 'rescue-service': 14 },
          missing: { 'district-police': 12 },
          'homes-without-power': { 'valley-power': 18_500 },
        },
        valuesAt: {
          at: '2026-10-17T12:00:00Z',
          values: {
            dead: { 'marle-hospital': 6, 'rescue-service': 9 },
            missing: { 'district-police': 74 },
          },
        },
        endedBy: {
          'evacuate-east-bank': ['east-bank-lifted'],
          'evacuate-lower-marle': ['evacuate-west-bank'],
        },
        decisions: ['emergency', 'evacuate-east-bank', 'evacuate-west-bank'],
      },
      {
        asOf: '2026-10-18T16:00:00Z',
        because:
          'the operator admits what it did not comment on; on the west bank the order is in force; why it broke nobody knows',
        claims: {
          'defects-known': 'party-confirmed',
          'evacuated-9400': 'reported + superseded',
          'evacuated-9100': 'reported',
          'homes-without-power-18500': 'reported + superseded',
          'homes-without-power-4200': 'reported',
        },
        values: {
          evacuated: { 'rescue-service': 9_100 },
          'homes-without-power': { 'valley-power': 4_200 },
          dead: { 'marle-hospital': 6, 'rescue-service': 14 },
        },
        headline: 'The Kestrin dam has broken',
        open: ['cause'],
        decisions: ['emergency', 'evacuate-west-bank', 'east-bank-lifted'],
        unsaid: ['names a victim', 'named victim'],
      },
    ]),
  );
});
