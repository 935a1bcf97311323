import { emptyStory, namesShown, type Story } from '../state/story.js';

/** A story as readers see it: with the names that it uses; a withheld story has only its notice. */
export const seenWhole = (story: Story): Story =>
  story.withheld === null
    ? { ...story, names: namesShown(story) }
    : { ...emptyStory, withheld: story.withheld, revision: story.revision };
