/** The exit codes. They are stable, and `--help` lists them. */
export const EXIT = { done: 0, refused: 1, usage: 2, failed: 3, absent: 4 } as const;
export type Exit = (typeof EXIT)[keyof typeof EXIT];

/** A failure that is shown as one line on stderr, without a stack. */
export class Failure extends Error {
  override readonly name: string = 'Failure';

  constructor(
    readonly exit: Exit,
    message: string,
  ) {
    super(message);
  }
}

/** The reader of our output has closed the pipe, as `head` does. This is no error. */
export class ReaderGone extends Error {
  override readonly name = 'ReaderGone';
}

/** An error of the operating system in words. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string };
  return (code !== undefined && REASONS[code]) || (message ?? String(error));
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EISDIR: 'is a folder, not a file',
  EEXIST: 'is a file, but must be a folder',
  ENOTDIR: 'a part of the path is a file, but must be a folder',
  EACCES: 'cannot be opened: permission denied',
  ENOSPC: 'the disk is full',
  EROFS: 'is on a read-only file system',
};
