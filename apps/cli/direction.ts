/** Where `dateline migrate` copies the logs to. */
export const DIRECTIONS = ['to-cluster', 'to-files'] as const;
export type Direction = (typeof DIRECTIONS)[number];
