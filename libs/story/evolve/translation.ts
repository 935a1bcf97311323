import type { StoryEvent, TranslatedName } from '../facts/event.js';
import type { Story } from '../state/story.js';
import type { Wording } from '../values/wording.js';

/** A notice with its translations: of a correction or removal, or of what is withheld. */
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

/** What has a notice, with other words of it. */
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

/** Names with those that were translated last in their place; one that is in no other language is left out. */
export function translatedNames(
  before: readonly TranslatedName[],
  now: readonly TranslatedName[],
): readonly TranslatedName[] {
  const kept = before.filter(({ name }) => !now.some((one) => one.name === name));
  return [...kept, ...now.filter(({ text }) => Object.keys(text).length > 0)];
}
