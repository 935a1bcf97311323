import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { appends } from './appends.js';
import { asOfByLength } from './as-of-by-length.js';
import type { Finding, Run } from './bench.js';
import { clusterAppends } from './cluster-appends.js';
import { clusterArchives } from './cluster-archives.js';
import { clusterCatchUp } from './cluster-catch-up.js';
import { clusterReads } from './cluster-reads.js';
import { commands } from './commands.js';
import { developments } from './developments.js';
import { followers } from './followers.js';
import { formerBuild } from './former-build.js';
import { freshness } from './freshness.js';
import { manyStories } from './many-stories.js';
import { observedLog } from './observed-log.js';
import { installPeers, ROOT } from './peers.js';
import { readsOverHttp } from './reads-over-http.js';
import { readsWhileRecording } from './reads-while-recording.js';
import { rebuild } from './rebuild.js';
import { removals } from './removals.js';
import { machine, writeReport } from './report.js';
import { Scratch, WORKED_ON } from './scratch.js';
import { storyAsOf } from './story-as-of.js';
import { twoDesks } from './two-desks.js';

const BENCHES: Readonly<Record<string, Run>> = {
  'story-as-of': storyAsOf,
  'as-of-by-length': asOfByLength,
  commands,
  'reads-over-http': readsOverHttp,
  appends,
  developments,
  'reads-while-recording': readsWhileRecording,
  rebuild,
  removals,
  'many-stories': manyStories,
  freshness,
  followers,
  'observed-log': observedLog,
  'cluster-appends': clusterAppends,
  'cluster-reads': clusterReads,
  'cluster-catch-up': clusterCatchUp,
  'cluster-archives': clusterArchives,
  'two-desks': twoDesks,
  'former-build': formerBuild,
};

const HELP = `Usage: npm run bench -- [--full] [BENCH …]

Measures what the README claims, beside peers and limits in the same run, and writes bench-report/report.md and
report.json. Without names all of: ${Object.keys(BENCHES).join(', ')}.
--full takes histories of a million events, and hours; without it a run takes about half an hour.
`;

const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** Runs each bench in a separate process, so that no bench is slower because of an earlier one. */
async function runAll(names: readonly string[], full: boolean): Promise<number> {
  await installPeers(say);
  const under = join(ROOT, '.cache/bench');
  mkdirSync(under, { recursive: true });
  const folder = mkdtempSync(join(under, 'run-'));
  const clear = (): void => rmSync(folder, { recursive: true, force: true });
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      clear();
      process.exit(130);
    });
  const on = machine(new Scratch(folder, say).fsync());
  const findings: Record<string, Finding> = {};
  let failed = 0;
  for (const name of names) {
    say(`${name} …`);
    const finding = await runApart(name, folder, full);
    if (finding) findings[name] = finding;
    else failed += 1;
    // Histories remain for the next bench, the working copies of this one do not.
    for (const copy of readdirSync(folder).filter((name) => name.startsWith(WORKED_ON)))
      rmSync(join(folder, copy), { recursive: true });
  }
  clear();
  process.stdout.write(`${writeReport(join(ROOT, 'bench-report'), on, findings)}\n`);
  if (failed > 0) say(`${failed} of ${names.length} failed: see above.`);
  return failed > 0 ? 1 : 0;
}

async function runApart(name: string, folder: string, full: boolean): Promise<Finding | null> {
  const child = fork(import.meta.filename, ['--one', name, folder, String(full)]);
  let finding: Finding | null = null;
  child.on('message', (message) => (finding = message as Finding));
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
  if (!finding) say(`${name} ended without a result, by ${signal ?? `code ${code}`}.`);
  return finding;
}

async function runOne([name, folder, full]: readonly string[]): Promise<void> {
  const scratch = new Scratch(folder!, (line) => say(`  ${line}`));
  try {
    const finding = await BENCHES[name!]!({
      full: full === 'true',
      scratch,
      say: (line) => say(`  ${line}`),
    });
    process.send!(finding, () => process.exit(0));
  } catch (error) {
    // Exit here: a peer may have installed a handler for unhandled errors.
    say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exit(1);
  }
}

async function main(args: readonly string[]): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(HELP);
    return 0;
  }
  const names = args.filter((arg) => arg !== '--full');
  const unknown = names.find((name) => !Object.hasOwn(BENCHES, name));
  if (unknown !== undefined) {
    say(`There is no bench "${unknown}". There are: ${Object.keys(BENCHES).join(', ')}.`);
    return 2;
  }
  return runAll(names.length > 0 ? names : Object.keys(BENCHES), args.includes('--full'));
}

const args = process.argv.slice(2);
if (args[0] === '--one') await runOne(args.slice(1));
else process.exitCode = await main(args);
