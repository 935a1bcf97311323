import type { CorrectedPart, Correction, JointCorrection, StoryEvent } from '../facts/event.js';
import type { FieldChange } from '../facts/development.js';
import { headingEvent } from './schedule.js';
import type { Heading, Story } from '../state/story.js';
import type { Text } from '../values/text.js';
import type { LanguageNotes, Wording } from '../values/wording.js';

type EventOfPart = Correction | Extract<StoryEvent, { type: 'HeadlineRevised' | 'LedeRevised' }>;

/** A part of a joint correction as a separate event; `before` is the story before it. */
export function eventOfPart(event: JointCorrection, part: CorrectedPart, before: Story): EventOfPart {
  if (!('heading' in part)) return correctionOfPart(event, part);
  const { heading, changes } = part;
  return headingEvent(heading, headingAfter(changes, before[heading]?.languages), 'now');
}

type CorrectingPart = Exclude<CorrectedPart, { heading: string }>;

function correctionOfPart(
  { correction, class: kind, reason, notice }: JointCorrection,
  part: CorrectingPart,
): Correction {
  const { changes } = part;
  if ('claim' in part) return { type: 'ClaimCorrected', correction, claim: part.claim, changes, reason };
  const { development } = part;
  return { type: 'DevelopmentCorrected', correction, development, class: kind, changes, reason, notice };
}

/** The headline or lede after its part of a correction. Notes on languages stay unless the part changes them. */
function headingAfter(changes: readonly FieldChange[], before: LanguageNotes = {}): Wording {
  const text = changes[0]!.is as Text;
  const changed = changes.find(({ field }) => field === 'languages');
  const notes = changed ? ((changed.is ?? {}) as LanguageNotes) : before;
  const there = Object.entries(notes).filter(([language]) => language in text);
  return there.length === 0 ? { text } : { text, languages: Object.fromEntries(there) };
}

/** The parts that correct developments and claims, as separate corrections. */
export const correctionsIn = (event: JointCorrection): readonly Correction[] =>
  event.parts.flatMap((part) => ('heading' in part ? [] : [correctionOfPart(event, part)]));

/** Changes the parts that correct developments and claims. */
export function mapCorrections(
  event: JointCorrection,
  change: (one: Correction) => StoryEvent,
): JointCorrection {
  return withParts(event, (part) => {
    if ('heading' in part) return part;
    const { changes } = change(correctionOfPart(event, part)) as Correction;
    return changes === part.changes ? part : { ...part, changes };
  });
}

/** Changes the old and new texts of each headline, or of each lede. */
export function mapHeadings<C extends { readonly parts: readonly CorrectedPart[] }>(
  of: C,
  what: Heading['what'],
  change: (text: Text) => Text,
): C {
  const text = (value: unknown): unknown => (value === null ? null : change(value as Text));
  return withParts(of, (part) => {
    if (!('heading' in part) || part.heading !== what) return part;
    const changes = part.changes.map((c) => {
      const [was, is] = [text(c.was), text(c.is)];
      return was === c.was && is === c.is ? c : { ...c, was, is };
    });
    return changes.every((c, i) => c === part.changes[i]) ? part : { ...part, changes };
  });
}

function withParts<C extends { readonly parts: readonly CorrectedPart[] }>(
  of: C,
  change: (part: CorrectedPart) => CorrectedPart,
): C {
  const parts = of.parts.map(change);
  return parts.every((part, i) => part === of.parts[i]) ? of : { ...of, parts };
}
