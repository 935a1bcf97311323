/** The read side of the newsroom. */
export { ArchiveModule, type ArchiveOptions } from './archive.module.js';
export { archiveDescription } from './openapi/description.js';
export { openArchive, type Archive, type ArchiveSource } from './archive.js';
