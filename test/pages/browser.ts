import { accessSync, constants } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import packed, { inflate, setupLambdaEnvironment } from '@sparticuz/chromium';
import { chromium, type Browser } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * A real browser: the one in CHROME_PATH, an installed one, or the one in the package. It does not use the switches of that
 * package, because they turn off site isolation.
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
    // A machine without a desktop lacks the libraries; the package contains them.
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

/** Chromium's sandbox refuses to run as root, the usual user in containers. */
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
