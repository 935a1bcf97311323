import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plannedBackups } from './planned-backups.js';

it('takes no backup if an open file of the newsroom was deleted or replaced', async () => {
  const data = mkdtempSync(join(tmpdir(), 'dateline-planned-'));
  try {
    const folder = join(data, 'backups');
    const options = { data, folder, version: '1.0.0', keep: null, whole: false };
    const work = plannedBackups(options, () => 'public.db was deleted or replaced');
    await expect(work.take()).rejects.toThrow('public.db was deleted or replaced');
    expect(existsSync(folder)).toBe(false);
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
});
