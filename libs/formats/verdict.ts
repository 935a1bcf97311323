import type { Verdict } from '#story';

/**
 * What a verdict is on the scale of a `ClaimReview`, from 1 (false) to 5 (true), and what readers call it. What is
 * neither proved nor disproved has no place on that scale.
 */
export const RATINGS: Readonly<
  Record<Verdict, { readonly value: number | null; readonly en: string; readonly fr: string }>
> = {
  verified: { value: 5, en: 'True', fr: 'Vrai' },
  'mostly-true': { value: 4, en: 'Mostly true', fr: 'Plutôt vrai' },
  'missing-context': { value: 3, en: 'Missing context', fr: 'Hors contexte' },
  misleading: { value: 2, en: 'Misleading', fr: 'Trompeur' },
  refuted: { value: 1, en: 'False', fr: 'Faux' },
  unproven: { value: null, en: 'Unproven', fr: 'Non établi' },
};

/** A change of verdict in words, where one of the changes of a correction is that. */
export function verdictWords(
  changes: readonly { readonly field: string; readonly was?: unknown; readonly is?: unknown }[],
  lang: 'en' | 'fr',
): string | null {
  const change = changes.find(({ field }) => field === 'verdict');
  if (!change) return null;
  const [was, is] = [change.was, change.is].map((verdict) =>
    verdict === null ? null : RATINGS[verdict as Verdict][lang],
  );
  if (lang === 'fr')
    return `Notre verdict était : ${was} ; ${is === null ? 'il est annulé' : `il est maintenant : ${is}`}.`;
  return `Our verdict was: ${was}; ${is === null ? 'it is revoked' : `it is now: ${is}`}.`;
}
