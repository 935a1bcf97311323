import type { StoryEvent, TranslatedName } from '../facts/event.js';
import type { Story } from '../state/story.js';
import type { Wording } from '../values/wording.js';

/** Sets the translations of a notice: of a correction, a removal, or a withheld development or story. */
export function translateNotice(
  story: Story,
  { of, notice, languages }: Extract<StoryEvent, { type: 'NoticeTranslated' }>,
): Story {
  if ('correction' in of)
    return {
      ...story,
      corrections: story.corrections.map((entry) =>
        entry.id === of.correction && entry.notice ? inWords(entry, { notice, languages }) : entry,
      ),
    };
  if ('story' in of)
    return story.withheld ? { ...story, withheld: inWords(story.withheld, { notice, languages }) } : story;
  const state = story.developments.get(of.development);
  if (!state?.withheld) return story;
  const withheld = inWords(state.withheld, { notice, languages });
  return { ...story, developments: story.developments.set(of.development, { ...state, withheld }) };
}

/** Something with a notice, with other words for it. */
function inWords<T extends { readonly languages?: Wording['languages'] }>(
  noticed: T,
  {
    notice,
    languages,
  }: { readonly notice: Wording['text']; readonly languages: Wording['languages'] | undefined },
): T {
  const { languages: _, ...left } = noticed;
  return { ...(left as T), notice, ...(languages ? { languages } : {}) };
}

/** Names with their latest translations; a name without a translation is left out. */
export function translatedNames(
  before: readonly TranslatedName[],
  now: readonly TranslatedName[],
): readonly TranslatedName[] {
  const kept = before.filter(({ name }) => !now.some((one) => one.name === name));
  return [...kept, ...now.filter(({ text }) => Object.keys(text).length > 0)];
}
