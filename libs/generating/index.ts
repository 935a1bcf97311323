/** Made-up histories of running stories, the same from the same seed: for load, and for trying things out. */
export { generate, generateStory, type HistorySize, type StorySize } from './generate.js';
export type { Act, ClaimLine, DevelopmentLine, Generated, Line, LinkLine, StoryLine } from './line.js';
export { paragraph } from './prose.js';
export { Random } from './random.js';
