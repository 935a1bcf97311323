import { join } from 'node:path';

/**
 * Loads a CommonJS module outside the sandbox of this spec file; `path` is relative to test/. All spec files of a worker share
 * the module. Its objects have the prototypes of another realm: exchange only functions, strings, numbers and booleans.
 */
export const outside = (path: string): unknown =>
  (globalThis as unknown as { readonly requireOutside: (file: string) => unknown }).requireOutside(
    join(import.meta.dirname, path),
  );
