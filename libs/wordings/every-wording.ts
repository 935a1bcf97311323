import { STATUSES, type Mention, type Reason, type Status } from '#story';
import { explain } from './explanation.js';
import { VOCABULARY } from './vocabularies.js';

const ALL: readonly Mention[] = [
  { name: { en: 'A', fr: 'B' }, kind: 'unknown' },
  { name: { en: 'C' }, kind: 'document', document: { medium: 'video', authenticity: 'disputed' } },
  { name: { en: 'D' }, kind: 'unnamed', several: true },
];
const decision: NonNullable<Reason['decision']> = { notAnnouncedBy: [{ und: 'E' }, { und: 'F' }] };

/** Reasons of one status, so that each sentence of it is among them. */
function reasonsOf(status: Status): readonly Reason[] {
  switch (status) {
    case 'denied':
      return [{ status, denying: ALL }];
    case 'withdrawn':
      return (['us', 'outlet', 'origin'] as const).flatMap((by) =>
        [ALL, []].map((takingBack) => ({ status, by, takingBack })),
      );
    case 'unsupported':
      return [{ status }];
    case 'disputed':
      return [ALL.slice(0, 1), ALL].map((of) => ({ status, supporting: of, denying: of }));
    case 'announced':
      return (['annulled', 'superseded'] as const).map((ended) => ({
        status,
        announcing: ALL,
        decision: { ended, by: ALL },
      }));
    case 'confirmed':
    case 'claimed':
      return [ALL.slice(0, 1), ALL].map((responsible) => ({ status, responsible, decision }));
    case 'party-confirmed':
      return [true, false].map((sided) => ({ status, responsible: ALL, origins: 4, sided, decision }));
    case 'corroborated':
    case 'reported':
      return [1, 4].map((origins) => ({ status, supporting: ALL, origins, decision }));
    case 'unverified':
      return [{ status, supporting: ALL }];
    default:
      return [null, '2016-12-01'].map((judgedOn) => ({ status, method: 'A check.', judgedOn }));
  }
}

/** Every word of the vocabulary and every sentence of an explanation: a text that changes whenever one of them does. */
export const everyWording = (): string =>
  JSON.stringify([VOCABULARY, STATUSES.flatMap(reasonsOf).map(explain)]);
