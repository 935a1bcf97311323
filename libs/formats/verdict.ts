import type { Verdict } from '#story';
import { capital, VOCABULARY, type Language } from '#wordings';

/**
 * A verdict on the scale of a `ClaimReview`, from 1 (false) to 5 (true). An unproven claim is not on that scale.
 */
export const RATINGS: Readonly<Record<Verdict, number | null>> = {
  verified: 5,
  'mostly-true': 4,
  'missing-context': 3,
  misleading: 2,
  refuted: 1,
  unproven: null,
};

/** What readers call a verdict. */
export const ratingName = (verdict: Verdict, language: Language): string =>
  capital(VOCABULARY[language].rating[verdict]);

/** A change of verdict in words, if a correction made one. */
export function verdictWords(
  changes: readonly { readonly field: string; readonly was?: unknown; readonly is?: unknown }[],
  lang: Language,
): string | null {
  const change = changes.find(({ field }) => field === 'verdict');
  if (!change) return null;
  const [was, is] = [change.was, change.is].map((verdict) =>
    verdict === null ? null : ratingName(verdict as Verdict, lang),
  );
  if (lang === 'fr')
    return `Notre verdict était : ${was} ; ${is === null ? 'il est annulé' : `il est maintenant : ${is}`}.`;
  return `Our verdict was: ${was}; ${is === null ? 'it is revoked' : `it is now: ${is}`}.`;
}
