/** What the archive speaks, besides its own JSON. */
export { type Site } from './site.js';
