import { claimsOf, emptyStory, isOpen, questionsOf, same, type Instant, type Story } from '#story';
import { contentView, statusView } from './claim-view.js';
import { developmentView, iso } from './development-view.js';
import { correctionView, questionView } from './state-view.js';
import type { Audience } from './story-record.js';

const MOST = 100;

/** What changed in a story between two of its states; each list has its total and its newest hundred. */
export function changesView(
  from: Story | undefined,
  to: Story,
  moments: { readonly from: Instant; readonly to: Instant; readonly audience: Audience },
) {
  const before = from ?? emptyStory;
  const { audience } = moments;
  const after = (revision: number): boolean => revision > before.revision;
  const developments = [...to.timeline].flatMap((id) => to.developments.get(id) ?? []);
  const claims = claimsOf(to).flatMap((state) => {
    const was = before.claims.get(state.claim.id);
    if (was && same(was.current, state.current) && same(was.claim, state.claim)) return [];
    return [
      {
        ...contentView(state.claim),
        was: was ? statusView(was.current) : null,
        is: statusView(state.current),
        content: was && !same(was.claim, state.claim) ? { was: contentView(was.claim) } : null,
      },
    ];
  });
  const questions = questionsOf(to).filter((q) => {
    const was = before.questions.get(q.question.id);
    return !was || isOpen(before, was) !== isOpen(to, q);
  });
  const touched = developments.filter((d) => !after(d.revision) && after(d.changedAt));
  return {
    id: to.id,
    slug: to.slug,
    from: { moment: iso(moments.from), revision: from ? String(from.revision) : null },
    to: { moment: iso(moments.to), revision: String(to.revision) },
    headline: changed(textOf(before, audience, 'headline'), textOf(to, audience, 'headline')),
    lede: changed(textOf(before, audience, 'lede'), textOf(to, audience, 'lede')),
    status: changed(from ? (before.withheld?.how ?? before.status) : null, to.withheld?.how ?? to.status),
    developments: newest(
      developments.filter((d) => after(d.revision)).map((d) => developmentView(d, audience)),
    ),
    revised: newest(touched.map((d) => developmentView(d, audience))),
    claims: newest(claims),
    figures: newest(
      claims
        .filter((c) => c.kind !== 'proposition')
        .map(({ id, territory, figure, is }) => ({
          id,
          territory,
          figure,
          status: is.status,
          flags: is.flags,
        })),
    ),
    questions: newest(questions.map((q) => questionView(to, q))),
    corrections: newest([...to.corrections].filter((c) => after(c.revision)).map(correctionView)),
  };
}

function textOf(story: Story, audience: Audience, what: 'headline' | 'lede') {
  if (story.revision < 0) return null;
  if (audience === 'desk') return story[what]?.text ?? null;
  return what === 'headline' ? story.publicHeadline : story.publicLede;
}

const changed = <T>(was: T, is: T): { readonly was: T; readonly is: T } | null =>
  same(was, is) ? null : { was, is };

const newest = <T>(items: readonly T[]): { readonly total: number; readonly items: readonly T[] } => ({
  total: items.length,
  items: items.slice(-MOST),
});
