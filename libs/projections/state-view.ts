import {
  claimsOf,
  holdsAt,
  isOpen,
  questionsOf,
  type CorrectionEntry,
  type Development,
  type DevelopmentState,
  type Instant,
  type Occurred,
  type QuestionState,
  type Story,
} from '#story';
import { claimView, contentView } from './claim-view.js';
import { chainView, developmentView, edtf, iso, withheldView } from './development-view.js';
import { encodeCursor, pageOf, type Page } from './page.js';
import type { Audience } from './story-record.js';

/** Which state is shown: both clocks by name, whose eyes, and under which address. */
export interface Shown {
  readonly known: Instant | null;
  readonly held: Instant | null;
  readonly audience: Audience;
  /** The address of the story, e.g. `/v1/stories/aleppo-talks`. */
  readonly address: string;
  readonly position: bigint;
}

export type List = 'developments' | 'claims' | 'questions' | 'corrections';
export const LIMITS: Readonly<Record<List, number>> = {
  developments: 20,
  claims: 100,
  questions: 20,
  corrections: 10,
};

export type StateView = ReturnType<typeof stateView>;

/** The state of a story: bounded, whatever its history. */
export function stateView(story: Story, shown: Shown) {
  const desk = shown.audience === 'desk';
  const list = <L extends List>(name: L): Page<Item<L>> =>
    listOf(story, shown, name, { offset: 0, limit: LIMITS[name] });
  return {
    id: story.id,
    slug: story.slug,
    asOf: shown.known === null ? null : iso(shown.known),
    validAt: shown.held === null ? null : iso(shown.held),
    revision: String(story.revision),
    position: String(shown.position),
    headline: desk ? story.headline.text : story.publicHeadline,
    lede: desk ? (story.lede?.text ?? null) : story.publicLede,
    language: story.language,
    topics: story.topics,
    places: story.places,
    status: story.withheld?.how ?? story.status,
    notice: withheldView(story.withheld),
    openedAt: iso(story.openedAt),
    updatedAt: iso(story.updatedAt),
    claims: list('claims'),
    questions: list('questions'),
    corrections: list('corrections'),
    developments: list('developments'),
  };
}

interface Views {
  developments: ReturnType<typeof developmentView>;
  claims: ReturnType<typeof claimView>;
  questions: ReturnType<typeof questionView>;
  corrections: ReturnType<typeof correctionView>;
}
type Item<L extends List> = Views[L];

/** One page of one of a state's lists. */
export function listOf<L extends List>(
  story: Story,
  shown: Shown,
  name: L,
  cut: { readonly offset: number; readonly limit: number },
): Page<Item<L>> {
  const address = (offset: number): string => {
    const cursor = encodeCursor({
      list: name,
      story: story.id,
      at: story.revision,
      known: shown.known,
      held: shown.held,
      offset,
    });
    const moment = shown.known === null ? '' : `asOf=${iso(shown.known)}&`;
    const held = shown.held === null ? '' : `validAt=${iso(shown.held)}&`;
    return `${shown.address}/${name}?${moment}${held}limit=${cut.limit}&cursor=${cursor}`;
  };
  const views: { readonly [K in List]: () => Page<Views[K]> } = {
    developments: () =>
      pageOf(timelineOf(story, shown.held), {
        ...cut,
        address,
        view: (d) => developmentView(d, shown.audience),
      }),
    claims: () =>
      pageOf(
        claimsOf(story).filter((c) => shown.held === null || holdsAt(story, c, shown.held)),
        {
          ...cut,
          address,
          view: (c) =>
            claimView(story, c, `${shown.address}/claims/${c.claim.id}/assertions${moment(shown.known)}`),
        },
      ),
    questions: () => pageOf(questionsOf(story), { ...cut, address, view: (q) => questionView(story, q) }),
    corrections: () =>
      pageOf([...story.corrections.newestFirst()], { ...cut, address, view: correctionView }),
  };
  return views[name]();
}

const moment = (known: Instant | null): string => (known === null ? '' : `?asOf=${iso(known)}`);

/** Developments, newest first; with a moment of world time those that had begun by then. */
function timelineOf(story: Story, held: Instant | null): readonly DevelopmentState[] {
  const all = [...story.timeline.newestFirst()].flatMap((id) => story.developments.get(id) ?? []);
  return held === null ? all : all.filter((d) => beganAt(d) <= held);
}

function beganAt({ development, recordedAt }: DevelopmentState): Instant {
  const when = development.occurred ?? development.reportedAt;
  return when ? (when.from ?? -Infinity) : recordedAt;
}

export function questionView(story: Story, state: QuestionState) {
  return {
    id: state.question.id,
    text: state.question.text,
    open: isOpen(story, state),
    raisedBy: state.raisedBy,
    answeredBy: state.answeredBy.filter((id) => story.developments.get(id)?.retracted === null),
    recordedAt: iso(state.recordedAt),
  };
}

/** A field's value as it is written in a request. */
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
    case 'claims':
      return (value as Development['claims']).map(contentView);
    default:
      return value;
  }
}

/** A correction: what each field was and is, but where it was withheld. */
export function correctionView(entry: CorrectionEntry) {
  const { id, of, class: kind, notice, revision, at, changes } = entry;
  return {
    id,
    ...of,
    class: kind,
    notice,
    changes: changes.map(({ field, was, is, withheld }) =>
      withheld ? { field, withheld } : { field, was: valueView(field, was), is: valueView(field, is) },
    ),
    revision: String(revision),
    at: iso(at),
  };
}
