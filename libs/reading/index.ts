/** Reading stories over HTTP: the same for desk and archive, each over its own log. */
export { readingController, type ReadingOptions } from './reading-controller.js';
