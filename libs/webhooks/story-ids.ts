/** Finds the id of a story by its slug; an id stays as it is. */
export abstract class StoryIds {
  abstract idOf(name: string): string;
}
