/**
 * The namespace of all name-based ids of Dateline (RFC 9562, version 5). A slug never changes, so the id of a story is
 * derived from it: its name is `story/SLUG`.
 */
export const DATELINE = '6d0f6a5c-3f0b-5f7e-9a51-4c2b8f1d7e60';
