import { emptyStory, namesShown, type Story } from '../state/story.js';

/** A story as readers see it: with the names that it has, and while it is withheld whole its notice alone. */
export const seenWhole = (story: Story): Story =>
  story.withheld === null
    ? { ...story, names: namesShown(story) }
    : { ...emptyStory, withheld: story.withheld, revision: story.revision };
