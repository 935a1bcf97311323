import { latest } from './feed.js';
import type { CorrectionView, DevelopmentView } from './view.js';

/**
 * When a development was last changed, as far as a state tells: corrected, retracted or withheld, else when it became
 * public. Of corrections it tells those that are given, which in a state are the newest ten.
 */
export function changedAt(d: DevelopmentView, corrections: readonly CorrectionView[]): string {
  const corrected = corrections.flatMap((c) => ('development' in c && c.development === d.id ? c.at : []));
  const takenBack = [d.retracted, d.withheld].flatMap((end) => end?.at ?? []);
  return latest([...corrected, ...takenBack], d.recordedAt);
}
