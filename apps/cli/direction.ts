/** The target of `dateline migrate`. */
export const DIRECTIONS = ['to-cluster', 'to-files'] as const;
export type Direction = (typeof DIRECTIONS)[number];
