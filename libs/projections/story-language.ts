import type { ModelReader } from './model-reader.js';
import type { FoundStory } from './reading.js';

/** The language of a story at a revision: a BCP 47 tag. */
export function storyLanguage(model: ModelReader, { story, revision }: FoundStory): string {
  const header = model.one<{ body: string }>(
    'SELECT body FROM headers WHERE story = ? AND revision <= ? ORDER BY revision DESC LIMIT 1',
    story,
    revision,
  )!;
  return (JSON.parse(`{${header.body}}`) as { language: string }).language;
}
