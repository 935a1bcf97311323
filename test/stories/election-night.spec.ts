import { holdsAtMoments, sinceThen } from './moments.js';

describe('an election night', () => {
  holdsAtMoments(
    'election-night.ndjson',
    'norrholm-votes',
    sinceThen([
      {
        asOf: '2026-03-08T20:30:00Z',
        because: 'a radio projects a winner, and it is the only one to say so',
        claims: { 'harbour-first': 'reported' },
      },
      {
        asOf: '2026-03-08T21:30:00Z',
        because: 'a first count is what the commission reports, and no decision',
        claims: { 'harbour-first-count': 'reported', 'meadow-first-count': 'reported' },
        valid: {
          at: '2026-03-08T21:15:00Z',
          claims: ['harbour-first', 'harbour-first-count', 'meadow-first-count'],
        },
      },
      {
        asOf: '2026-03-08T23:59:00Z',
        because: 'the count has gone on, the projection is taken back, and the one ahead claims to have won',
        claims: {
          'harbour-first': 'withdrawn + contradicted',
          'harbour-first-count': 'reported + superseded',
          'meadow-first-count': 'reported + superseded',
          'harbour-night-count': 'reported',
          'meadow-night-count': 'reported',
          'meadow-first': 'party-confirmed',
        },
      },
      {
        asOf: '2026-03-09T00:10:00Z',
        because: 'a concession that somebody unnamed foresees is a report',
        claims: { concession: 'reported + anonymous-only' },
      },
      {
        asOf: '2026-03-09T00:30:00Z',
        because: 'those who concede announce it, and both sides say who has won',
        claims: { concession: 'announced', 'meadow-first': 'confirmed' },
      },
      {
        asOf: '2026-03-09T07:30:00Z',
        because: 'a recount is announced by a spokeswoman of those who order it',
        claims: { recount: 'announced' },
      },
      {
        asOf: '2026-03-09T12:00:00Z',
        because: 'the concession is in force no more, and who has won is disputed',
        claims: {
          concession: 'announced + annulled',
          'concession-revoked': 'announced',
          'meadow-first': 'disputed',
        },
        endedBy: { concession: ['concession-revoked'], recount: [] },
        valid: {
          at: '2026-03-09T12:00:00Z',
          claims: [
            'harbour-first',
            'harbour-night-count',
            'meadow-night-count',
            'meadow-first',
            'recount',
            'concession-revoked',
          ],
        },
      },
      {
        asOf: '2026-03-10T09:30:00Z',
        because: 'the recount is counted, and a certified result is reported before it is announced',
        claims: {
          'harbour-night-count': 'reported + superseded',
          'meadow-night-count': 'reported + superseded',
          'harbour-recount-count': 'reported',
          'meadow-recount-count': 'reported',
          certified: 'reported',
        },
      },
      {
        asOf: '2026-03-10T12:00:00Z',
        because: 'the result is certified, whatever the other list says of who has won',
        claims: {
          certified: 'announced',
          'harbour-first': 'disputed + contradicted',
          'meadow-first': 'disputed + contradicted',
        },
      },
      {
        asOf: '2026-03-18T00:00:00Z',
        because: 'a court has annulled the certified result, and a new vote is ordered',
        claims: {
          certified: 'announced + annulled',
          annulment: 'announced',
          'new-vote': 'announced',
        },
        endedBy: { certified: ['annulment'] },
        valid: {
          at: '2026-03-18',
          claims: [
            'harbour-first',
            'meadow-first',
            'recount',
            'concession-revoked',
            'harbour-recount-count',
            'meadow-recount-count',
            'annulment',
            'new-vote',
          ],
        },
      },
    ]),
  );
});
