import type { Command, Context, Translation } from '../facts/command.js';
import { claimOf, fieldChanges } from './correction.js';
import { developmentOf } from './development.js';
import type { Development, FieldChange } from '../facts/development.js';
import type { NoticeOf, StoryEvent, TranslationPart } from '../facts/event.js';
import { Refusal } from '../values/refusal.js';
import { headingEvent, scheduledFor } from '../evolve/schedule.js';
import { eventOfPart } from '../evolve/parts-of-correction.js';
import { nearQuestions, type Heading, type Story } from '../state/story.js';
import { same, type Text, type Uuid } from '../values/text.js';
import { isAmong, noteOf, onlyAdds, translated, type Wording } from '../values/wording.js';

type Part<T extends TranslationPart['type']> = Extract<TranslationPart, { type: T }>;

/**
 * Translates texts of a story into one more language. It corrects nothing, and unchanged texts make no part of the
 * event.
 *
 * @throws Refusal that points at a text that does not exist, has no words, or was recorded in this language
 */
export function translate(
  story: Story,
  command: Extract<Command, { type: 'translate' }>,
  { id }: Context,
): readonly StoryEvent[] {
  const { notices, ...others } = command;
  if (textsIn(others) + notices.length === 0)
    throw new Refusal('correction-empty', 'The translation is empty: give the words of at least one text.');
  if (story.withheld && textsIn(others) > 0)
    throw new Refusal(
      'story-withheld',
      'The story was killed or taken down: only its notice can be translated.',
    );
  for (const [list, ids] of [
    ['developments', command.developments.map(({ development }) => development)],
    ['claims', command.claims.map(({ claim }) => claim)],
    ['questions', command.questions.map(({ question }) => question)],
    ['names', command.names.map(({ name }) => name)],
    ['notices', notices.map(({ of }) => of)],
  ] as const)
    checkOnce(list, ids);
  const parts = [
    ...headings(story, command),
    ...scheduled(story, command),
    ...developments(story, command, id),
    ...claims(story, command, id),
    ...notices.flatMap(({ of, text }, i) => notice(story, of, command.language, text, `/notices/${i}`)),
    ...names(story, command),
  ];
  const { language } = command;
  return parts.length === 0 ? [] : [{ type: 'StoryTranslated', translation: id, language, parts }];
}

const textsIn = ({ headline, lede, ...lists }: Omit<Translation, 'notices'>): number =>
  [headline, lede].filter((text) => text !== undefined).length +
  Object.values(lists)
    .filter((list) => Array.isArray(list))
    .flat().length;

function checkOnce(list: string, ids: readonly string[]): void {
  const again = ids.findIndex((id, i) => ids.indexOf(id) < i);
  if (again >= 0)
    throw new Refusal(
      'corrected-twice',
      `The translation has one of its ${list} twice: give it once.`,
      `/${list}/${again}`,
    );
}

/** The text with its translation; null if it has that already. */
function inLanguage<T extends Wording>(
  before: T,
  language: string,
  words: string | null,
  pointer: string,
): T | null {
  const { translated: isTranslation, toCheck } = noteOf(before, language);
  const now = before.text[language];
  if (words === null ? now === undefined : words === now && !toCheck) return null;
  if (now !== undefined && !isTranslation && !toCheck)
    throw new Refusal(
      'not-a-translation',
      `The text was recorded in ${language}: correct it, or translate it into another language.`,
      pointer,
    );
  const { languages: _, ...bare } = before;
  const after = { ...(bare as T), ...translated(before, language, words) };
  if (Object.keys(after.text).length === 0)
    throw new Refusal('text-missing', 'The text exists in no other language.', pointer);
  return after;
}

/** The words to translate. */
function wordsAt(text: Text | null | undefined, what: string, pointer: string): Text {
  if (!text || Object.keys(text).length === 0)
    throw new Refusal('text-missing', `There is no ${what} to translate: it has no words.`, pointer);
  return text;
}

function headings(story: Story, command: Translation): readonly TranslationPart[] {
  return (['headline', 'lede'] as const).flatMap((what) => {
    const words = command[what];
    if (words === undefined) return [];
    wordsAt(story[what]?.text, what, `/${what}`);
    const is = inLanguage(story[what]!, command.language, words, `/${what}`);
    return is ? [headingEvent(what, is, 'now', { translates: story[what]!.text })] : [];
  });
}

function scheduled(story: Story, { language, scheduled: asked }: Translation): readonly TranslationPart[] {
  return asked.flatMap(({ what, release, text }, i) => {
    const found = scheduledFor(story.scheduled, what, release);
    if (!found)
      throw new Refusal(
        'scheduled-unknown',
        `The story has no ${what} scheduled for this: look at its schedule.`,
        `/scheduled/${i}`,
      );
    const is = inLanguage<Heading>(found, language, text, `/scheduled/${i}/text`);
    return is ? [headingEvent(found.what, is, found.release, { translates: found.text })] : [];
  });
}

/** The texts and questions of developments: one part for each development. */
function developments(
  story: Story,
  { language, developments: texts, questions }: Translation,
  translation: Uuid,
): readonly Part<'DevelopmentCorrected'>[] {
  const after = new Map<Uuid, Development>();
  const of = (id: Uuid): Development => after.get(id) ?? developmentOf(story, id).development;
  texts.forEach(({ development: id, text }, i) => {
    const state = story.developments.get(id);
    if (!state)
      throw new Refusal(
        'development-unknown',
        `This story has no development ${id}.`,
        `/developments/${i}/development`,
      );
    if (state.withheld)
      throw new Refusal(
        'development-withheld',
        'The development was killed or taken down: reinstate it before you translate it, or translate its notice.',
        `/developments/${i}/development`,
      );
    const is = inLanguage(of(id), language, text, `/developments/${i}/text`);
    if (is) after.set(id, is);
  });
  questions.forEach(({ question: id, text }, i) => {
    const state = story.questions.get(id);
    if (!state)
      throw new Refusal(
        'question-unknown',
        `This story has no question ${id}.${nearQuestions(story, id)}`,
        `/questions/${i}/question`,
      );
    const is = inLanguage(state.question, language, text, `/questions/${i}/text`);
    const raising = of(state.raisedBy);
    const raises = raising.raises.map((one) => (one.id === id && is ? is : one));
    if (is) after.set(raising.id, { ...raising, raises });
  });
  return [...after].map(([development, is]) => {
    const { development: before } = developmentOf(story, development);
    const isText = !same([before.text, before.languages], [is.text, is.languages]);
    const isRaises = !same(before.raises, is.raises);
    const fields = [...(isText ? WORDS : []), ...(isRaises ? (['raises'] as const) : [])];
    return {
      type: 'DevelopmentCorrected',
      correction: translation,
      development,
      class: 'translation',
      changes: fieldChanges(before, is, fields),
      reason: null,
      notice: null,
    };
  });
}

/** A translated text is given as a whole, even if only the notes on its languages change. */
const WORDS = ['text', 'languages'] as const;

function claims(
  story: Story,
  { language, claims: texts }: Translation,
  translation: Uuid,
): readonly Part<'ClaimCorrected'>[] {
  return texts.flatMap(({ claim, text }, i) => {
    const before = claimOf(story, claim, `/claims/${i}/claim`);
    const is = inLanguage(before, language, text, `/claims/${i}/text`);
    if (!is) return [];
    const changes = fieldChanges(before, is, WORDS);
    return [
      {
        type: 'ClaimCorrected',
        correction: translation,
        claim,
        class: 'translation',
        changes,
        reason: null,
      } as const,
    ];
  });
}

function notice(
  story: Story,
  id: Uuid,
  language: string,
  words: string | null,
  pointer: string,
): readonly Part<'NoticeTranslated'>[] {
  const [of, found] = noticeOf(story, id, pointer);
  const text = wordsAt(found.notice, 'notice', pointer);
  const { languages } = found;
  const is = inLanguage({ text, ...(languages ? { languages } : {}) }, language, words, `${pointer}/text`);
  if (!is) return [];
  return [
    { type: 'NoticeTranslated', of, notice: is.text, ...(is.languages ? { languages: is.languages } : {}) },
  ];
}

type Noticed = { readonly notice: Text | null } & Pick<Wording, 'languages'>;

function noticeOf(story: Story, id: Uuid, pointer: string): readonly [NoticeOf, Noticed] {
  if (id === story.id && story.withheld) return [{ story: id }, story.withheld];
  const withheld = story.developments.get(id)?.withheld;
  if (withheld) return [{ development: id }, withheld];
  const correction = [...story.corrections].find((entry) => entry.id === id);
  if (correction) return [{ correction: id }, correction];
  throw new Refusal(
    'correction-unknown',
    `This story has no notice with the id ${id}: give the id of a correction, a removal, or a withheld development or story.`,
    `${pointer}/of`,
  );
}

function names(story: Story, { language, names: asked }: Translation): readonly Part<'NamesTranslated'>[] {
  const changed = asked.flatMap(({ name, text }, i) => {
    const translatedName = story.names.find((one) => one.name === name);
    if (!translatedName && !story.named.has(name))
      throw new Refusal(
        'name-unknown',
        'This story does not use the name: give it exactly as in the story.',
        `/names/${i}/name`,
      );
    const before = translatedName?.text ?? {};
    if ((before[language] ?? null) === text) return [];
    return [{ name, text: translated({ text: before }, language, text).text }];
  });
  return changed.length === 0 ? [] : [{ type: 'NamesTranslated', names: changed }];
}

/** A correction that only adds languages corrects nothing: it becomes a translation. */
export function unlessTranslation(story: Story, events: readonly StoryEvent[]): readonly StoryEvent[] {
  return events.map((event) => {
    const parts = partsIn(story, event);
    if (parts.length === 0 || !parts.every(({ changes }) => changes.every(addsLanguages))) return event;
    const { correction: translation } = event as Extract<StoryEvent, { correction: Uuid }>;
    return { type: 'StoryTranslated', translation, language: null, parts: parts.map(({ part }) => part) };
  });
}

/** The changes of a correction, each with the corresponding part of a translation. */
function partsIn(
  story: Story,
  event: StoryEvent,
): readonly { readonly changes: readonly FieldChange[]; readonly part: TranslationPart }[] {
  if (event.type === 'StoryCorrected')
    return event.parts.flatMap((one) => {
      const { changes } = one;
      const part = eventOfPart(event, one, story);
      if (!('heading' in one)) return partsIn(story, part);
      return [{ changes, part: { ...part, translates: changes[0]!.was as Text } as TranslationPart }];
    });
  const { changes } = event as Extract<StoryEvent, { changes: unknown }>;
  if (event.type === 'ClaimCorrected')
    return [{ changes, part: { ...event, class: 'translation', reason: null } }];
  if (event.type !== 'DevelopmentCorrected') return [];
  return [{ changes, part: { ...event, class: 'translation', reason: null, notice: null } }];
}

function addsLanguages({ field, was, is }: FieldChange): boolean {
  if (field === 'languages') return true;
  if (field === 'text' || field === 'headline' || field === 'lede')
    return was !== null && onlyAdds(was as Text, is as Text);
  if (field !== 'raises') return false;
  const [before, now] = [was as Development['raises'], is as Development['raises']];
  return (
    before.length === now.length &&
    now.every(({ id, text }, i) => id === before[i]!.id && isAmong(before[i]!.text, text))
  );
}
