/** Views of stories in the forms that others read: pure functions of a view. */
export type { Site } from './site.js';
