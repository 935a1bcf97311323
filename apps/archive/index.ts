/** The read side of the newsroom. */
export { ArchiveModule, type ArchiveParts } from './archive-module.js';
