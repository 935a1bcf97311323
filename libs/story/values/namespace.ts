/**
 * The namespace of every name-based id of Dateline (RFC 9562, version 5). A slug is for good, so a story's id follows
 * from it: it is that of the name `story/SLUG`.
 */
export const DATELINE = '6d0f6a5c-3f0b-5f7e-9a51-4c2b8f1d7e60';
