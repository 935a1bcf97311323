import type { Development } from './development.js';
import { folded } from './folding.js';
import type { DevelopmentState, Story } from './story.js';
import type { Text } from './text.js';
import type { Warning } from './warning-form.js';

/** Milliseconds within which the same is probably entered twice. */
const WITHIN = 10 * 60_000;
/** Of very many that were recorded in that time the newest are compared. */
const MOST = 200;

/** A development that says what one recorded minutes before says: the same text, or a claim from the same origin. */
export function doubleEntry(story: Story, development: Development): readonly Warning[] {
  const own = story.developments.get(development.id);
  if (!own) return [];
  const before = recordedBefore(story, own);
  const text = before.find((one) => sameText(one.development, development));
  const said = before.flatMap((one) => {
    const claim = sameSaying(one.development, development);
    return claim === null ? [] : [{ one, claim }];
  })[0];
  return [
    ...(text ? [warning(own, text, 'has the same text', '/text')] : []),
    ...(said && said.one !== text
      ? [warning(own, said.one, `has claim ${said.claim} from the same origin`, '/assertions')]
      : []),
  ];
}

function recordedBefore(story: Story, own: DevelopmentState): readonly DevelopmentState[] {
  const found: DevelopmentState[] = [];
  for (const id of story.timeline.newestFirst()) {
    const state = story.developments.get(id);
    if (!state || state.revision >= own.revision) continue;
    if (own.recordedAt - state.recordedAt > WITHIN || found.length >= MOST) break;
    if (state.withheld === null && state.retracted === null) found.push(state);
  }
  return found;
}

function sameText(a: Development, b: Development): boolean {
  const [was, is] = [plain(a.text), plain(b.text)];
  return Object.entries(is).some(([language, text]) => text !== '' && was[language] === text);
}

/** Texts as they are compared. Each is compared with many, and folding is what costs. */
const known = new WeakMap<Text, Text>();

function plain(text: Text): Text {
  const found = known.get(text);
  if (found) return found;
  const made = Object.fromEntries(
    Object.entries(text).map(([language, words]) => [
      language,
      folded(words)
        .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
        .trim(),
    ]),
  );
  known.set(text, made);
  return made;
}

/** The claim of which both say the same by the same origin; null where there is none. */
function sameSaying(a: Development, b: Development): string | null {
  const twice = b.assertions.find((is) =>
    a.assertions.some(
      (was) => was.claim === is.claim && was.stance === is.stance && was.origin.id === is.origin.id,
    ),
  );
  return twice?.claim ?? null;
}

function warning(own: DevelopmentState, other: DevelopmentState, what: string, pointer: string): Warning {
  const minutes = Math.round((own.recordedAt - other.recordedAt) / 60_000);
  const when = minutes === 0 ? 'less than a minute' : minutes === 1 ? 'a minute' : `${minutes} minutes`;
  const message = `Development ${other.development.id}, recorded ${when} before, ${what}: if the same was entered twice, kill one of them; if it was said again, leave both.`;
  return { rule: 'double-entry', source: 'Dateline', pointer, message };
}
