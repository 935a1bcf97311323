import type { LanguageNotes, Place, Text, TranslatedName } from '#story';
import type { assertionView, contentView, statusView } from './claim-view.js';
import type { developmentView, withheldView } from './development-view.js';
import type { correctionView, questionView, scheduledView, summaryView } from './entry-views.js';
import type { Page } from './page.js';

/** The state of a story. Its size is bounded, however long the history. Times are ISO 8601 in UTC. */
export interface StateView {
  readonly id: string;
  readonly slug: string;
  readonly asOf: string | null;
  readonly validAt: string | null;
  readonly revision: string;
  readonly position: string;
  readonly headline: Text;
  readonly lede: Text | null;
  /** Notes on the headline and lede in some languages. */
  readonly languages?: { readonly headline?: LanguageNotes; readonly lede?: LanguageNotes };
  /** Names of parties, places and units in other languages. */
  readonly names?: readonly TranslatedName[];
  readonly summary: ReturnType<typeof summaryView>;
  /** At the desk: scheduled headlines and ledes. */
  readonly scheduled?: readonly ReturnType<typeof scheduledView>[];
  readonly language: string;
  readonly topics: readonly string[];
  readonly places: readonly Place[];
  readonly status: 'open' | 'closed' | 'killed' | 'takenDown';
  readonly notice: ReturnType<typeof withheldView>;
  readonly openedAt: string;
  readonly updatedAt: string;
  readonly claims: Page<
    ReturnType<typeof contentView> &
      ReturnType<typeof statusView> & { readonly assertions: Page<ReturnType<typeof assertionView>> }
  >;
  readonly questions: Page<ReturnType<typeof questionView>>;
  readonly corrections: Page<ReturnType<typeof correctionView>>;
  readonly developments: Page<ReturnType<typeof developmentView>>;
}
