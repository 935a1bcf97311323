import { holdsAtMoments, sinceThen } from './moments.js';

describe('a company scandal', () => {
  holdsAtMoments(
    'company-scandal.ndjson',
    'tidewell-solvent',
    sinceThen([
      {
        asOf: '2026-05-04T08:00:00Z',
        because: 'two employees who are not named are one origin',
        claims: { dumping: 'reported + anonymous-only', 'board-knew': 'reported + anonymous-only' },
      },
      {
        asOf: '2026-05-04T12:00:00Z',
        because: 'the firm denies it',
        claims: { dumping: 'disputed + anonymous-only', 'board-knew': 'disputed + anonymous-only' },
      },
      {
        asOf: '2026-05-05T20:00:00Z',
        because: 'the agency has measured, and an order is only reported',
        claims: {
          dumping: 'disputed',
          'solvent-may-5': 'reported',
          'stop-order': 'reported + anonymous-only',
        },
      },
      {
        asOf: '2026-05-06T12:00:00Z',
        because: 'the agency announces its order',
        claims: { 'stop-order': 'announced' },
        valid: { at: '2026-05-10', claims: ['dumping', 'board-knew', 'solvent-may-5', 'stop-order'] },
      },
      {
        asOf: '2026-05-08T20:00:00Z',
        because: 'the firm admits one thing and not the other, and does not comment on its chief executive',
        claims: {
          dumping: 'party-confirmed',
          resignation: 'reported + anonymous-only + no-comment',
        },
      },
      {
        asOf: '2026-05-09T12:00:00Z',
        because: 'whose resignation it is announces it',
        claims: { resignation: 'announced' },
      },
      {
        asOf: '2026-05-12T12:00:00Z',
        because: 'a court annuls the order',
        claims: {
          'stop-order': 'announced + annulled',
          'order-annulled': 'announced',
        },
        endedBy: { 'stop-order': ['order-annulled'] },
        valid: {
          at: '2026-05-12',
          claims: ['dumping', 'board-knew', 'solvent-may-5', 'resignation', 'order-annulled'],
        },
      },
      {
        asOf: '2026-05-13T12:00:00Z',
        because: 'charges that the prosecutor denies are disputed while a paper reports them',
        claims: { charges: 'disputed' },
      },
      {
        asOf: '2026-05-21T12:00:00Z',
        because: 'the order is in force again, the charges are announced, and we have seen the minutes',
        claims: {
          'stop-order': 'announced',
          'order-annulled': 'announced + annulled',
          'ruling-annulled': 'announced',
          charges: 'announced',
          'board-knew': 'verified + anonymous-only',
        },
      },
      {
        asOf: '2026-05-26T00:00:00Z',
        because: 'a later order of the agency takes the place of the first',
        claims: {
          'stop-order': 'announced + superseded',
          'limit-order': 'announced',
          'solvent-may-5': 'reported + superseded',
          'solvent-may-25': 'reported',
        },
        endedBy: { 'stop-order': ['limit-order'], 'order-annulled': ['ruling-annulled'] },
        valid: {
          at: '2026-05-26',
          claims: [
            'dumping',
            'board-knew',
            'resignation',
            'charges',
            'ruling-annulled',
            'limit-order',
            'solvent-may-25',
          ],
        },
      },
    ]),
  );
});
