import { accessSync, constants } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import packed, { inflate, setupLambdaEnvironment } from '@sparticuz/chromium';
import { chromium, type Browser } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * A real browser: the one that CHROME_PATH names, one that is installed, or the one that the package carries. Not with
 * that package's own switches, for they turn off what keeps pages apart.
 */
export async function openBrowser(): Promise<Browser> {
  const installed = process.env['CHROME_PATH'] || NAMES.map(onPath).find((path) => path !== null);
  if (installed) return chromium.launch({ executablePath: installed, args: switches(), timeout: 20_000 });
  const executablePath = await packed.executablePath();
  process.env['FONTCONFIG_PATH'] ??= join(tmpdir(), 'fonts');
  try {
    return await chromium.launch({ executablePath, args: switches(), timeout: 20_000 });
  } catch (error) {
    if (!String(error).includes('shared libraries')) throw error;
    // A machine without a desktop has none of the libraries, of which the package has a set.
    await inflate(
      join(import.meta.dirname, '..', '..', 'node_modules', '@sparticuz', 'chromium', 'bin', 'al2023.tar.br'),
    );
    setupLambdaEnvironment(join(tmpdir(), 'al2023', 'lib'));
    return chromium.launch({
      executablePath,
      args: switches(),
      timeout: 20_000,
      env: { ...process.env },
    });
  }
}

/** Chromium's sandbox refuses to run as root, as containers do. */
const switches = (): string[] => (process.getuid?.() === 0 ? ['--no-sandbox'] : []);

function onPath(name: string): string | null {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const path = join(folder, name);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      continue;
    }
  }
  return null;
}
