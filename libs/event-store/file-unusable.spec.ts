import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ScratchLog } from './contract/scratch-log.js';
import { EmbeddedEventStore } from './embedded/embedded-event-store.js';
import { StoreLock } from './embedded/store-lock.js';
import { StoreUnavailable } from './failure.js';
import { FileUnusable } from './file-unusable.js';

describe('a file that cannot be used', () => {
  let scratch: ScratchLog;
  beforeEach(() => {
    scratch = new ScratchLog();
  });
  afterEach(() => scratch.remove());

  const failed = (code: string) => Object.assign(new Error('It failed.\nat length'), { code });

  it.each([
    ['ENOSPC', 'no space left'],
    ['SQLITE_FULL', 'no space left'],
    ['EROFS', 'read-only'],
    ['EACCES', 'cannot be read and written by this user'],
    ['SQLITE_READONLY_DIRECTORY', 'cannot be read and written by this user'],
    ['SQLITE_IOERR_WRITE', 'cannot be opened or written (SQLITE_IOERR_WRITE)'],
    ['SQLITE_CORRUPT', 'is damaged'],
  ])('is reported in one line that says what to do: %s', (code, says) => {
    const found = FileUnusable.of(scratch.file, failed(code)) as FileUnusable;
    expect(found.message).toContain(`${scratch.file} `);
    expect(found.message).toContain(says);
    expect(found.message).not.toContain('\n');
  });

  it('leaves other errors as they are', () => {
    for (const error of [new TypeError('No.'), failed('ECONNREFUSED'), new StoreUnavailable('No.')])
      expect(FileUnusable.of(scratch.file, error)).toBe(error);
  });

  it('is named as the path that stops a log from opening', async () => {
    const file = join(scratch.folder, 'file');
    writeFileSync(file, '');
    const below = {
      code: 'file-unusable',
      message: expect.stringContaining(`${file} is a file where a folder`),
    };
    const open = (path: string) => EmbeddedEventStore.open({ file: path });
    await expect(open(join(file, 'below', 'desk.db'))).rejects.toMatchObject(below);
    mkdirSync(scratch.file);
    const folder = { code: 'file-unusable', message: expect.stringContaining(`${scratch.file} is a folder`) };
    await expect(open(scratch.file)).rejects.toMatchObject(folder);
    await expect(EmbeddedEventStore.read({ file: scratch.file })).rejects.toMatchObject(folder);
    mkdirSync(join(scratch.folder, 'other.lock'));
    expect(() => StoreLock.take(join(scratch.folder, 'other'))).toThrow(
      /other\.lock is a folder where a file/,
    );
  });
});
