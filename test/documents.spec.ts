import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..');
const documents = execFileSync('git', ['ls-files', '*.md'], { cwd: root, encoding: 'utf8' })
  .trim()
  .split('\n');

/** Paths that a document names although a clone does not have them. */
const ABSENT = ['libs/client/dist'];

describe.each(documents.filter((file) => file !== 'CHANGELOG.md'))('%s', (file) => {
  const text = readFileSync(join(root, file), 'utf8');

  it('has no link to a file that is missing', () => {
    const links = [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, link]) => link!);
    const missing = links.filter(
      (link) => !/^https?:/.test(link) && !existsSync(join(root, dirname(file), link)),
    );
    expect(missing).toEqual([]);
  });

  it('names no path of the project that is missing', () => {
    const paths = [...text.matchAll(/`((?:apps|libs|test|tools|docs)\/[\w./-]+)`/g)].map(([, path]) => path!);
    expect(paths.filter((path) => !ABSENT.includes(path) && !existsSync(join(root, path)))).toEqual([]);
  });
});
