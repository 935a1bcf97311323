/** The read side of the newsroom. */
export { ArchiveModule, type ArchiveParts } from './archive-module.js';
export { openArchive, type Archive, type ArchiveSource } from './archive.js';
