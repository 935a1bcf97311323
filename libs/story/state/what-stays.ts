import { variableOf } from '../facts/claim.js';
import type { Development } from '../facts/development.js';
import { isVisible, showsClaim } from './visibility.js';
import { claimsOf, type Heading, type Story } from './story.js';
import type { Text, Uuid } from '../values/text.js';
import { wordsIn } from '../values/words.js';

/** A text that may still repeat a killed development. */
export interface Stays {
  readonly what: 'claim' | 'question' | Heading['what'];
  /** The id of a claim or question; for a heading the revision of the desk log that set it. */
  readonly id: string;
  readonly text: Text;
  /** The visible developments that keep it public; none for a heading. */
  readonly through: readonly Uuid[];
}

/** The minimum number of words that a heading shares with the killed texts. */
const SHARED = 2;

/** The texts that readers still see after a development was killed or taken down together with some claims. */
export function whatStays(story: Story, id: Uuid, goneClaims: readonly string[]): readonly Stays[] {
  const killed = story.developments.get(id)?.development;
  if (!killed) return [];
  const others = [...story.developments.values()]
    .filter((d) => isVisible(d) && d.development.id !== id)
    .map((d) => d.development);
  const through = (keeps: (development: Development) => boolean): readonly Uuid[] =>
    others.filter(keeps).map((d) => d.id);
  const named = new Set([...killed.claims.map((c) => c.id), ...killed.assertions.map((a) => a.claim)]);
  // The words of later values of its variables may come from it.
  const measured = new Set(killed.claims.map(variableOf));
  measured.delete(null);
  const claims = claimsOf(story)
    .filter(({ claim }) => named.has(claim.id) || measured.has(variableOf(claim)))
    .filter(({ claim }) => !goneClaims.includes(claim.id))
    .map(({ claim }) => ({
      what: 'claim' as const,
      id: claim.id,
      text: claim.text,
      through: through((d) => showsClaim(d, claim.id)),
    }));
  const questions = killed.raises.map((question) => ({
    what: 'question' as const,
    id: question.id,
    text: question.text,
    through: through((d) => d.raises.some((q) => q.id === question.id)),
  }));
  const said = new Set(
    [killed.text, ...claims.map((c) => c.text)].flatMap((text) => Object.values(text).flatMap(wordsIn)),
  );
  const headings = [...story.headings].flatMap(({ what, revision, text: words, points = [] }) => {
    const left = points.filter(({ claim }) => claim === null || !goneClaims.includes(claim));
    const text = [words, ...left.map((point) => point.text)].find((one) =>
      Object.values(one).some((t) => shares(said, t)),
    );
    return text ? [{ what, id: String(revision), text, through: [] }] : [];
  });
  return [...[...claims, ...questions].filter((one) => one.through.length > 0), ...headings];
}

function shares(said: ReadonlySet<string>, text: string): boolean {
  const common = new Set(wordsIn(text).filter((word) => said.has(word)));
  return common.size >= SHARED;
}
