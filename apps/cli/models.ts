/** The read models for `dateline rebuild`. Not in the file of that command, so that --help starts quickly. */
export const MODELS = ['desk', 'public'] as const;
