import { emptyStory, type Story } from '../story.js';

/** A story as readers see it while it is withheld whole: its notice. */
export const seenWhole = (story: Story): Story =>
  story.withheld === null ? story : { ...emptyStory, withheld: story.withheld, revision: story.revision };
