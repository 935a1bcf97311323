/** The languages in which Dateline has its own words. A story may be in any others. */
export const LANGUAGES = ['en', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];
