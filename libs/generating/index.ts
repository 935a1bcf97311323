/** Made-up histories of running stories, for load tests and trials. The same seed gives the same history. */
export { generate, generateStory, type HistorySize, type StorySize } from './generate.js';
export type { Act, ClaimLine, DevelopmentLine, Generated, Line, LinkLine, StoryLine } from './line.js';
export { paragraph } from './prose.js';
export { Random } from './random.js';
