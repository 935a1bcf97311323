import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import type { AsOfOptions } from './as-of.js';
import type { BackupOptions } from './backup.js';
import type { CommandContext } from './command.js';
import type { ExportOptions } from './export-story.js';
import type { GenerateOptions } from './generate.js';
import type { ImportOptions } from './import-file.js';
import { DIRECTIONS, type Direction } from './direction.js';
import type { MigrateOptions } from './migrate.js';
import type { PrepareOptions } from './prepare.js';
import type { RebuildOptions } from './rebuild.js';
import { MODELS } from './models.js';
import type { RestoreOptions } from './restore.js';
import type { LogOptions } from './show-log.js';
import { version } from './version.js';
import type { VerifyOptions } from './verify.js';
import { LANGUAGES } from '#wordings';

const EXITS = `
Exit codes:
  0  done
  1  refused, or the file has faults: nothing was written, unless it says so
  2  wrong usage: an option, a time, a file or a setting
  3  failed: no newsroom answers, or the connection was cut; the same command may be run again
  4  there is no such story, not yet at that moment, or it was withdrawn
  130, 143  interrupted

Settings, as for the newsroom: DATELINE_DATA (./data) names the folder of its data. If a newsroom runs there, the
command works through it; else it starts one for itself and stops it when it is done.`;

const IMPORT = `
Examples:
  dateline import story.ndjson
  dateline import - < story.ndjson
  dateline export aleppo-talks | DATELINE_DATA=./copy dateline import -

The whole file is checked before a line is recorded. Faults are told as FILE:LINE: /pointer: what is wrong.
What was recorded before is skipped, so an import that was interrupted goes on by the same command.`;

const EXPORT = `
Examples:
  dateline export aleppo-talks > aleppo-talks.ndjson
  dateline export aleppo-talks -o aleppo-talks.ndjson --force

A file is written whole or not at all. It holds the desk's whole record: what is embargoed, held or killed, too.`;

const AS_OF = `
Examples:
  dateline as-of aleppo-talks
  dateline as-of aleppo-talks 2016-12-01T12:00:00Z
  dateline as-of aleppo-talks 2016-12-04 --valid-at 2016-11-28
  dateline as-of aleppo-talks --lang fr --desk

TIME is what was known by then: 2016-12-01T10:00:00Z, 2016-12-01T11:00:00+01:00, or a date alone, its end in the
newsroom's zone. --valid-at is when it held in the world. Times are printed in UTC. NO_COLOR turns colours off.`;

const LOG = `
Examples:
  dateline log aleppo-talks
  dateline log aleppo-talks --from 7
  dateline log aleppo-talks --json | jq .type

A line an event: revision, when and by whom it was recorded, type, and a few words.`;

const REBUILD = `
Examples:
  dateline rebuild
  dateline rebuild --only public --drop-old

What is read is made of the logs; this makes it of them again, beside what is served, compares the two at some hundred
states, and goes over to the new one. Nothing is unreadable meanwhile. The older file is kept until --drop-old.`;

const SNAPSHOT = `
Examples:
  dateline snapshot ./another-archive
  DATELINE_DATA=./another-archive npm run start:archive

Copies what the archive of this data folder reads, while it goes on, into the data folder of a new archive. The copy
says nothing until it has caught up with the public log.`;

const BACKUP = `
Examples:
  dateline backup /backups/newsroom
  dateline backup /backups/newsroom --keep 30d
  dateline backup /backups/newsroom --check

Works while the newsroom runs. Copies what the backup before it does not have, and reads again what it wrote. FOLDER is
for its owner alone: secrets of webhooks are in it. Without FOLDER it is DATELINE_BACKUP.`;

const RESTORE = `
Examples:
  dateline restore /backups/newsroom
  dateline restore /backups/newsroom --until 2026-11-29T08:00:00Z
  DATELINE_DATA=./look dateline restore /backups/newsroom --until 4711

Stop the newsroom first. --until is a time, or a position of the desk's log: both logs then end at that moment. Nothing
is deleted: --replace moves a newsroom that is there into a folder before-restore-… among its data.`;

const MIGRATE = `
Examples:
  DATELINE_EVENTSTORE_URL=esdb://db.example.org dateline migrate to-cluster
  DATELINE_EVENTSTORE_URL=esdb://db.example.org DATELINE_DATA=./back dateline migrate to-files

Copies both logs event by event, from desk.db and public.db of the data folder to the cluster or back. The target is
empty, or holds the beginning of such a copy: what was interrupted goes on. In the end all events are compared. Stop
every desk first; a log is left as it is where somebody writes to it.`;

const VERIFY = `
Examples:
  dateline verify
  dateline verify --story aleppo-talks

Compares every event of both logs with its checksum, and names each that is not as it was written: file, position,
stream. Exit code 1 if there is any. Only reads; a newsroom may run meanwhile.`;

const PREPARE = `
Settings besides DATELINE_EVENTSTORE_URL and DATELINE_EVENTSTORE_PUBLIC_URL, each with _USERNAME and _PASSWORD:
  DATELINE_EVENTSTORE_ADMIN           the administrator of the cluster
  DATELINE_EVENTSTORE_PUBLIC_ADMIN    the administrator of the public log's own cluster, if another
  DATELINE_EVENTSTORE                 the desk's user
  DATELINE_EVENTSTORE_PUBLIC          the desk's user on the public log's own cluster
  DATELINE_EVENTSTORE_ARCHIVE         the archives' user

Makes the users that are not there, lets the desk alone read its streams and archives read the public log, and checks
that it is so. A user that is not given is made with a long random password, which is written to stdout as the settings
to give to the program; keep them, they are not told again. It fails where an archive's credentials could follow the desk's log, as they could if both logs were
on one cluster: --one-cluster says that you know. May be run again.`;

const GENERATE = `
Examples:
  dateline generate --stories 20 --events 1000 --seed 7 > made-up.ndjson
  dateline generate --stories 1 --events 500 | DATELINE_DATA=./scratch dateline import -

Stories, sides and parties are made up; nobody in them exists. The same numbers and seed give the same bytes. Many
stories are short and few very long. Sides and parties come on top of the events. Needs no newsroom.`;

/** The command line's grammar; `place` is where its commands work. */
export function commandLine(place: CommandContext): Command {
  const program = new Command('dateline')
    .description('Running stories of a newsroom: take them over, give them away, read them as of any moment.')
    .version(version, '-V, --version', 'print the version')
    .addHelpText('after', EXITS)
    .configureOutput({
      outputError: (text) => place.output.tell(`dateline: ${text.replace(/^error: /, '').trim()}`),
    })
    .exitOverride();

  program
    .command('import')
    .summary('take over a story that ran elsewhere')
    .description(
      'Take over stories from a file of NDJSON, one command a line, with the times of their record.',
    )
    .argument('<file>', 'the file; - for stdin')
    .option('-q, --quiet', 'neither progress nor summary', false)
    .option('--json', 'the summary, or the faults, as one line of JSON', false)
    .addHelpText('after', IMPORT)
    .action(async (file: string, options: ImportOptions) =>
      (await import('./import-file.js')).importFile(place, file, options),
    );

  program
    .command('export')
    .summary('write a story as an import file')
    .description('Write a story as an import file: imported elsewhere, it makes an equal story.')
    .argument('<story>', 'slug or id of the story')
    .option('-o, --output <file>', 'write to a file; - for stdout', '-')
    .option('-f, --force', 'replace the file if it is there', false)
    .addHelpText('after', EXPORT)
    .action(async (story: string, options: ExportOptions) =>
      (await import('./export-story.js')).exportStory(place, story, options),
    );

  program
    .command('as-of')
    .summary('read a story as of a moment')
    .description(
      'Print a story as it was known at a moment: what is known and how surely, who says so, what is not.',
    )
    .argument('<story>', 'slug or id of the story')
    .argument('[time]', 'what was known by then; absent: now')
    .option('--valid-at <time>', 'only what was true in the world then')
    .option('--desk', 'the desk’s record instead of the public one', false)
    .addOption(new Option('--lang <language>', 'language of the page').choices(LANGUAGES).default('en'))
    .option('--json', 'the state as JSON, as the newsroom gives it', false)
    .addHelpText('after', AS_OF)
    .action(async (story: string, time: string | undefined, options: AsOfOptions) =>
      (await import('./as-of.js')).asOf(place, story, time, options),
    );

  program
    .command('log')
    .summary('list the events of a story')
    .description('List the events of a story in the desk’s log, oldest first.')
    .argument('<story>', 'slug or id of the story')
    .addOption(
      new Option('--from <revision>', 'the first revision wanted').default('0').argParser((given) => {
        if (/^(0|[1-9]\d{0,14})$/.test(given)) return given;
        throw new InvalidArgumentError('It must be a revision: 0, 1, 2 …');
      }),
    )
    .option('--json', 'the events whole, as NDJSON', false)
    .addHelpText('after', LOG)
    .action(async (story: string, options: LogOptions) =>
      (await import('./show-log.js')).showLog(place, story, options),
    );

  program
    .command('rebuild')
    .summary('build what is read anew from the logs')
    .description('Build the read models anew from their logs, while the newsroom goes on.')
    .addOption(new Option('--only <log>', 'of one log: the desk’s or the public one').choices(MODELS))
    .option('--drop-old', 'first delete the files that earlier rebuilds left', false)
    .option('-q, --quiet', 'neither progress nor summary', false)
    .option('--json', 'the summaries as lines of JSON', false)
    .addHelpText('after', REBUILD)
    .action(async (options: RebuildOptions) => (await import('./rebuild.js')).rebuild(place, options));

  program
    .command('snapshot')
    .summary('copy what an archive reads, for another one')
    .description('Copy the public read model into the data folder of a new archive.')
    .argument('<folder>', 'the new archive’s DATELINE_DATA')
    .addHelpText('after', SNAPSHOT)
    .action(async (folder: string) => (await import('./snapshot.js')).takeSnapshot(place, folder));

  program
    .command('backup')
    .summary('copy both logs while they are written')
    .description('Back up a newsroom in files: both logs, webhooks and what the publisher remembers.')
    .argument('[folder]', 'where the backups are')
    .addOption(
      new Option('--keep <count or age>', 'delete older backups: 7 keeps seven, 30d a month').argParser(keep),
    )
    .option('--whole', 'copy all, also what earlier backups have', false)
    .option('--check', 'take none: read every byte of the newest', false)
    .option('-q, --quiet', 'neither progress nor summary', false)
    .option('--json', 'the summary as one line of JSON', false)
    .addHelpText('after', BACKUP)
    .action(async (folder: string | undefined, options: BackupOptions) =>
      (await import('./backup.js')).backup(place, folder, options),
    );

  program
    .command('restore')
    .summary('put a backup in place')
    .description('Make a backup the newsroom of the data folder.')
    .argument('[folder]', 'where the backups are')
    .addOption(new Option('--until <moment>', 'leave out what came later').argParser(until))
    .addOption(new Option('--backup <number>', 'another than the newest').argParser(count))
    .option('--replace', 'move aside a newsroom that is there', false)
    .option('-q, --quiet', 'neither progress nor summary', false)
    .addHelpText('after', RESTORE)
    .action(async (folder: string | undefined, options: RestoreOptions) =>
      (await import('./restore.js')).restore(place, folder, options),
    );

  program
    .command('migrate')
    .summary('copy the logs to a cluster, or back')
    .description('Copy the two logs between the embedded store and the cluster of DATELINE_EVENTSTORE_URL.')
    .addArgument(new Argument('<direction>', 'where to').choices(DIRECTIONS))
    .option('-q, --quiet', 'neither progress nor summary', false)
    .addHelpText('after', MIGRATE)
    .action(async (direction: Direction, options: MigrateOptions) =>
      (await import('./migrate.js')).migrate(place, direction, options),
    );

  program
    .command('verify')
    .summary('check whether the logs are what was written')
    .description('Compare every event of both logs with its checksum, and name what is damaged.')
    .option('--story <story>', 'only the events of this story: its slug or id')
    .option('-q, --quiet', 'only what is damaged', false)
    .addHelpText('after', VERIFY)
    .action(async (options: VerifyOptions) => (await import('./verify.js')).verify(place, options));

  program
    .command('cluster')
    .summary('prepare a cluster for desk and archives')
    .description('What an operator does with the cluster of DATELINE_EVENTSTORE_URL.')
    .command('prepare')
    .summary('make users, set rights, and check them')
    .description('Make the users of desk and archives on the cluster, set what each may do, and check it.')
    .option('--one-cluster', 'accept that both logs are on one cluster', false)
    .addHelpText('after', PREPARE)
    .action(async (options: PrepareOptions) => (await import('./prepare.js')).prepare(place, options));

  program
    .command('generate')
    .summary('make up stories, to try things out')
    .description('Write made-up histories as an import file to stdout, in the order of their times.')
    .requiredOption('--stories <count>', 'how many stories', count)
    .requiredOption('--events <count>', 'how many events in all of them, at most 10 million', count)
    .option('--seed <number>', 'other seeds give other stories', count, 1)
    .addHelpText('after', GENERATE)
    .action(async (options: GenerateOptions) =>
      (await import('./generate.js')).generateHistories(place, options),
    );

  return program;
}

/** In digits, so that a slip of the pen is not taken for a number. */
function count(given: string): number {
  if (/^(0|[1-9]\d{0,14})$/.test(given)) return Number(given);
  throw new InvalidArgumentError('It must be a whole number: 1, 2, 3 …');
}

function keep(given: string): string {
  if (/^[1-9]\d{0,4}[mhd]?$/.test(given)) return given;
  throw new InvalidArgumentError('It must be a number such as 7, or an age such as 12h or 30d.');
}

/** A position is in digits alone; a time has its zone. */
function until(given: string): string {
  const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d)$/;
  if (/^[1-9]\d{0,18}$/.test(given) || (time.test(given) && !Number.isNaN(Date.parse(given)))) return given;
  throw new InvalidArgumentError(
    'It must be a time such as 2026-11-29T08:00:00Z, or a position such as 4711.',
  );
}
