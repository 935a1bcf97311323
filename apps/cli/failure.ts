/** What a shell or a script learns of how it went. These numbers are stable, and `--help` lists them. */
export const EXIT = { done: 0, refused: 1, usage: 2, failed: 3, absent: 4 } as const;
export type Exit = (typeof EXIT)[keyof typeof EXIT];

/** An end that is told in one line on stderr, never with a stack. */
export class Failure extends Error {
  override readonly name: string = 'Failure';

  constructor(
    readonly exit: Exit,
    message: string,
  ) {
    super(message);
  }
}

/** Whoever read our output has gone, as `head` does: nothing is wrong. */
export class ReaderGone extends Error {
  override readonly name = 'ReaderGone';
}

/** `no such file`, for a person, of what the operating system said. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string };
  return (code !== undefined && REASONS[code]) || (message ?? String(error));
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EISDIR: 'is a folder, not a file',
  EEXIST: 'is a file where a folder has to be',
  ENOTDIR: 'there is a file where a folder has to be',
  EACCES: 'may not be opened: permission denied',
  ENOSPC: 'there is no room left on the disk',
  EROFS: 'is on a file system that is read-only',
};
