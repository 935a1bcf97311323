import {
  isOpen,
  pointsShown,
  scheduledId,
  type Claim,
  type CorrectedPart,
  type CorrectionEntry,
  type Development,
  type FieldChange,
  type Occurred,
  type QuestionState,
  type ScheduledHeading,
  type Story,
} from '#story';
import { decidersView, writtenView } from './claim-view.js';
import { chainView, edtf, iso, languagesView, releaseView } from './development-view.js';

export function questionView(story: Story, state: QuestionState) {
  return {
    id: state.question.id,
    text: state.question.text,
    ...languagesView(state.question.languages),
    open: isOpen(story, state),
    raisedBy: state.raisedBy,
    answeredBy: state.answeredBy.filter((id) => story.developments.get(id)?.retracted === null),
    recordedAt: iso(state.recordedAt),
  };
}

/** A scheduled headline or lede. */
export function scheduledView(heading: ScheduledHeading) {
  const { what, text, languages, release } = heading;
  return { id: scheduledId(heading), what, text, ...languagesView(languages), release: releaseView(release) };
}

/** The pinned summary of a story; each point has the status of its claim. */
export function summaryView(story: Story) {
  if (story.summary === null) return null;
  const { text, revision, at } = story.summary;
  return {
    text,
    points: pointsShown(story).map(({ text: words, claim }) => ({
      text: words,
      claim: claim && {
        id: claim.claim.id,
        kind: claim.claim.kind,
        status: claim.current.status,
        flags: claim.current.flags,
      },
    })),
    revision: String(revision),
    pinnedAt: iso(at),
  };
}

/** The value of a field, in the form of a request. */
function valueView(field: string, value: unknown): unknown {
  if (value === null) return null;
  switch (field) {
    case 'occurred':
    case 'reportedAt':
      return edtf(value as Occurred);
    case 'attribution':
      return (value as Development['attribution']).map(chainView);
    case 'assertions':
      return (value as Development['assertions']).map(({ origin, ...a }) => ({ ...a, origin: origin.id }));
    case 'decidedBy':
      return decidersView(value as Claim['decidedBy']);
    case 'claims':
      return (value as Development['claims']).map(writtenView);
    default:
      return value;
  }
}

/** The old and new value of each field; neither if it is withheld. */
const changesView = (changes: readonly FieldChange[]) =>
  changes.map(({ field, was, is, withheld }) =>
    withheld ? { field, withheld } : { field, was: valueView(field, was), is: valueView(field, is) },
  );

/** A correction of one thing has its `changes`. A correction of several has `parts`, each with its own. */
export function correctionView(entry: CorrectionEntry) {
  const { id, of, class: kind, notice, languages, revision, at, changes } = entry;
  return {
    id,
    ...('parts' in of ? { parts: of.parts.map(partView) } : of),
    class: kind,
    notice,
    ...languagesView(languages),
    changes: changesView(changes),
    revision: String(revision),
    at: iso(at),
  };
}

/** One of the things that a correction of several corrects. */
export type PartView = ({ development: string } | { claim: string } | { heading: 'headline' | 'lede' }) & {
  changes: ReturnType<typeof changesView>;
};

function partView({ changes, ...of }: CorrectedPart): PartView {
  return { ...of, changes: changesView(changes) };
}

/** The things that a correction corrects; none for a removal. */
export function partsIn(correction: ReturnType<typeof correctionView>): readonly PartView[] {
  const { changes } = correction;
  if ('parts' in correction) return correction.parts;
  if ('claim' in correction) return [{ claim: correction.claim, changes }];
  return 'development' in correction ? [{ development: correction.development, changes }] : [];
}
