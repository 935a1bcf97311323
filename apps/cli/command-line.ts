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
import type { AddOptions, TokenOptions } from './staff.js';
import type { RotateOptions } from './vault.js';
import { version } from './version.js';
import type { VerifyOptions } from './verify.js';
import { ROLES } from '#roles';
import { LANGUAGES } from '#wordings';

const EXITS = `
Exit codes:
  0  done
  1  refused, or the file has faults: nothing was written, unless the message says so
  2  wrong usage: a wrong option, time, file or setting
  3  failed: no newsroom answers, or the connection was lost; you can run the same command again
  4  absent: the story does not exist, did not exist at that moment, or was withdrawn
  130, 143  interrupted

Settings are those of the newsroom: DATELINE_DATA (./data) is the data folder. If a newsroom runs there, the command
uses it. If not, the command starts one, and stops it at the end.`;

const IMPORT = `
Examples:
  dateline import story.ndjson
  dateline import - < story.ndjson
  dateline export aleppo-talks | DATELINE_DATA=./copy dateline import -

The whole file is checked before any line is recorded. Faults have the form FILE:LINE: /pointer: message.
Lines that were recorded before are skipped, so the same command resumes an interrupted import.`;

const EXPORT = `
Examples:
  dateline export aleppo-talks > aleppo-talks.ndjson
  dateline export aleppo-talks -o aleppo-talks.ndjson --force

The file is written completely or not at all. It has the desk's whole record, with all that is embargoed, on hold or
killed.`;

const AS_OF = `
Examples:
  dateline as-of aleppo-talks
  dateline as-of aleppo-talks 2016-12-01T12:00:00Z
  dateline as-of aleppo-talks 2016-12-04 --valid-at 2016-11-28
  dateline as-of aleppo-talks --lang fr --desk

TIME shows what was recorded by then: 2016-12-01T10:00:00Z, 2016-12-01T11:00:00+01:00, or a date, which means its end
in the newsroom's zone. --valid-at shows what was true in the world then. Output is in UTC. NO_COLOR turns colours off.`;

const LOG = `
Examples:
  dateline log aleppo-talks
  dateline log aleppo-talks --from 7
  dateline log aleppo-talks --json | jq .type

Each event is one line: revision, time of recording, author, type and a few words.`;

const REBUILD = `
Examples:
  dateline rebuild
  dateline rebuild --only public --drop-old

Builds the read models again from the logs, compares some hundred states of old and new, and switches to the new ones.
The newsroom serves the old ones meanwhile. The old files are kept until --drop-old.`;

const SNAPSHOT = `
Examples:
  dateline snapshot ./another-archive
  DATELINE_DATA=./another-archive npm run start:archive

Copies the public read model into the data folder of a new archive, while the archive of this data folder runs. The new
archive answers only when it has caught up with the public log.`;

const BACKUP = `
Examples:
  dateline backup /backups/newsroom
  dateline backup /backups/newsroom --keep 30d
  dateline backup /backups/newsroom --check

Works while the newsroom runs. Copies what the previous backup does not have, and verifies the copy. FOLDER is readable
only for its owner, because it has secrets of webhooks. FOLDER defaults to DATELINE_BACKUP.`;

const RESTORE = `
Examples:
  dateline restore /backups/newsroom
  dateline restore /backups/newsroom --until 2026-11-29T08:00:00Z
  DATELINE_DATA=./look dateline restore /backups/newsroom --until 4711

Stop the newsroom first. --until is a time, or a position of the desk log: both logs then end at that moment. Nothing
is deleted: --replace moves an existing newsroom into a folder before-restore-… in the data folder.`;

const MIGRATE = `
Examples:
  DATELINE_EVENTSTORE_URL=esdb://db.example.org dateline migrate to-cluster
  DATELINE_EVENTSTORE_URL=esdb://db.example.org DATELINE_DATA=./back dateline migrate to-files

Copies both logs event by event, from desk.db and public.db of the data folder to the cluster, or back. The target must
be empty, or have the beginning of such a copy: then the copy resumes. At the end all events are compared. Stop every
desk first: a log that somebody writes to is not copied.`;

const VERIFY = `
Examples:
  dateline verify
  dateline verify --story aleppo-talks

Compares every event of both logs with its checksum, and lists damaged events with file, position and stream. The exit
code is 1 if there are any. Only reads; a newsroom may run meanwhile.`;

const PREPARE = `
Settings besides DATELINE_EVENTSTORE_URL and DATELINE_EVENTSTORE_PUBLIC_URL, each with _USERNAME and _PASSWORD:
  DATELINE_EVENTSTORE_ADMIN           the administrator of the cluster
  DATELINE_EVENTSTORE_PUBLIC_ADMIN    the administrator of the public log's cluster, if it is separate
  DATELINE_EVENTSTORE                 the desk's user
  DATELINE_EVENTSTORE_PUBLIC          the desk's user on a separate cluster of the public log
  DATELINE_EVENTSTORE_ARCHIVE         the user of the archives

Creates missing users, gives the desk alone access to its streams, lets archives read the public log, and checks these
rights. For a user without settings, makes a long random password and writes it to stdout as settings for the program.
Keep them: they are shown only once. Fails if an archive's credentials could follow the desk log, as with both logs on
one cluster; --one-cluster accepts that. You can run it again.`;

const GENERATE = `
Examples:
  dateline generate --stories 20 --events 1000 --seed 7 > made-up.ndjson
  dateline generate --stories 1 --events 500 | DATELINE_DATA=./scratch dateline import -

All stories, sides and parties are made up. The same numbers and seed give the same bytes. Many stories are short, a few
very long. Lines for sides and parties come in addition to the events. Needs no newsroom.`;

const STAFF = `
Examples:
  dateline staff add m.editor --name "M. Editor" --role editor publisher
  dateline staff change m.editor --role editor
  dateline staff reset m.editor

The roles are in docs/roles.md. An invitation is a link that works once, for 24 hours.`;

const TOKEN = `
Examples:
  dateline token add "The wire" --role reporter --days 30
  dateline token revoke 00000000-0000-4000-8000-000000000000

A service sends its token as Authorization: Bearer …`;

const VAULT = `
Example:
  DESK_VAULT_KEY_FILE=/keys/master.key dateline vault rotate --key-file /keys/new.key`;

/** The grammar of the command line. */
export function commandLine(context: CommandContext): Command {
  const program = new Command('dateline')
    .description('Running stories of a newsroom: import them, export them, read them as of any moment.')
    .version(version, '-V, --version', 'print the version')
    .addHelpText('after', EXITS)
    .configureOutput({
      outputError: (text) => context.output.note(`dateline: ${text.replace(/^error: /, '').trim()}`),
    })
    .exitOverride();

  program
    .command('import')
    .summary('import stories from a file')
    .description('Import stories from an NDJSON file: one command on each line, with its time of recording.')
    .argument('<file>', 'the file; - for stdin')
    .option('-q, --quiet', 'print no progress and no summary', false)
    .option('--json', 'print the summary, or the faults, as one line of JSON', false)
    .addHelpText('after', IMPORT)
    .action(async (file: string, options: ImportOptions) =>
      (await import('./import-file.js')).importFile(context, file, options),
    );

  program
    .command('export')
    .summary('write a story as an import file')
    .description('Write a story as an import file. Imported elsewhere, it makes an equal story.')
    .argument('<story>', 'slug or id of the story')
    .option('-o, --output <file>', 'write to a file; - for stdout', '-')
    .option('-f, --force', 'replace an existing file', false)
    .addHelpText('after', EXPORT)
    .action(async (story: string, options: ExportOptions) =>
      (await import('./export-story.js')).exportStory(context, story, options),
    );

  program
    .command('as-of')
    .summary('read a story as of a moment')
    .description(
      'Print a story as of a moment: what is known and how certain it is, who says so, and what is not known.',
    )
    .argument('<story>', 'slug or id of the story')
    .argument('[time]', 'show what was recorded by then; default: now')
    .option('--valid-at <time>', 'show only what was true in the world then')
    .option('--desk', 'show the desk’s record instead of the public one', false)
    .addOption(new Option('--lang <language>', 'language of the page').choices(LANGUAGES).default('en'))
    .option('--json', 'print the state as JSON, as the newsroom gives it', false)
    .addHelpText('after', AS_OF)
    .action(async (story: string, time: string | undefined, options: AsOfOptions) =>
      (await import('./as-of.js')).asOf(context, story, time, options),
    );

  program
    .command('log')
    .summary('list the events of a story')
    .description('List the events of a story in the desk log, oldest first.')
    .argument('<story>', 'slug or id of the story')
    .addOption(
      new Option('--from <revision>', 'the first revision to show').default('0').argParser((given) => {
        if (/^(0|[1-9]\d{0,14})$/.test(given)) return given;
        throw new InvalidArgumentError('It must be a revision: 0, 1, 2 …');
      }),
    )
    .option('--json', 'print whole events as NDJSON', false)
    .addHelpText('after', LOG)
    .action(async (story: string, options: LogOptions) =>
      (await import('./show-log.js')).showLog(context, story, options),
    );

  addStaffCommands(program, context);
  addTokenCommands(program, context);
  addVaultCommands(program, context);

  program
    .command('rebuild')
    .summary('build the read models again from the logs')
    .description('Build the read models again from their logs, while the newsroom runs.')
    .addOption(new Option('--only <log>', 'only the read model of one log').choices(MODELS))
    .option('--drop-old', 'first delete the old files of earlier rebuilds', false)
    .option('-q, --quiet', 'print no progress and no summary', false)
    .option('--json', 'print the summaries as lines of JSON', false)
    .addHelpText('after', REBUILD)
    .action(async (options: RebuildOptions) => (await import('./rebuild.js')).rebuild(context, options));

  program
    .command('snapshot')
    .summary('copy the public read model for another archive')
    .description('Copy the public read model into the data folder of a new archive.')
    .argument('<folder>', 'the new archive’s DATELINE_DATA')
    .addHelpText('after', SNAPSHOT)
    .action(async (folder: string) => (await import('./snapshot.js')).takeSnapshot(context, folder));

  program
    .command('backup')
    .summary('copy both logs while the newsroom runs')
    .description('Back up a newsroom in files: both logs, the webhooks and the state of the publisher.')
    .argument('[folder]', 'the folder of the backups')
    .addOption(
      new Option(
        '--keep <count or age>',
        'delete older backups: 7 keeps seven, 30d those of 30 days',
      ).argParser(keep),
    )
    .option('--whole', 'copy everything, also what earlier backups have', false)
    .option('--check', 'make no backup, but verify every byte of the newest', false)
    .option('-q, --quiet', 'print no progress and no summary', false)
    .option('--json', 'print the summary as one line of JSON', false)
    .addHelpText('after', BACKUP)
    .action(async (folder: string | undefined, options: BackupOptions) =>
      (await import('./backup.js')).backup(context, folder, options),
    );

  program
    .command('restore')
    .summary('restore a backup')
    .description('Make a backup the newsroom of the data folder.')
    .argument('[folder]', 'the folder of the backups')
    .addOption(new Option('--until <moment>', 'leave out everything later').argParser(until))
    .addOption(new Option('--backup <number>', 'use this backup instead of the newest').argParser(count))
    .option('--replace', 'move an existing newsroom aside', false)
    .option('-q, --quiet', 'print no progress and no summary', false)
    .addHelpText('after', RESTORE)
    .action(async (folder: string | undefined, options: RestoreOptions) =>
      (await import('./restore.js')).restore(context, folder, options),
    );

  program
    .command('migrate')
    .summary('copy the logs to a cluster, or back')
    .description('Copy the two logs between the embedded store and the cluster of DATELINE_EVENTSTORE_URL.')
    .addArgument(new Argument('<direction>', 'the target').choices(DIRECTIONS))
    .option('-q, --quiet', 'print no progress and no summary', false)
    .addHelpText('after', MIGRATE)
    .action(async (direction: Direction, options: MigrateOptions) =>
      (await import('./migrate.js')).migrate(context, direction, options),
    );

  program
    .command('verify')
    .summary('check that the logs are intact')
    .description('Compare every event of both logs with its checksum, and list damaged events.')
    .option('--story <story>', 'check only the events of this story: its slug or id')
    .option('-q, --quiet', 'list only damaged events', false)
    .addHelpText('after', VERIFY)
    .action(async (options: VerifyOptions) => (await import('./verify.js')).verify(context, options));

  program
    .command('cluster')
    .summary('prepare a cluster for desk and archives')
    .description('Manage the cluster of DATELINE_EVENTSTORE_URL.')
    .command('prepare')
    .summary('create users, set rights, and check them')
    .description('Create the users of desk and archives on the cluster, set their rights, and check these.')
    .option('--one-cluster', 'accept that both logs are on one cluster', false)
    .addHelpText('after', PREPARE)
    .action(async (options: PrepareOptions) => (await import('./prepare.js')).prepare(context, options));

  program
    .command('generate')
    .summary('make up stories for trying things out')
    .description('Write made-up histories as an import file to stdout, in the order of their times.')
    .requiredOption('--stories <count>', 'number of stories', count)
    .requiredOption('--events <count>', 'number of events in all stories, at most 10 million', count)
    .option('--seed <number>', 'other seeds give other stories', count, 1)
    .addHelpText('after', GENERATE)
    .action(async (options: GenerateOptions) =>
      (await import('./generate.js')).generateHistories(context, options),
    );

  return program;
}

function addStaffCommands(program: Command, context: CommandContext): void {
  const commands = async () => new (await import('./staff.js')).StaffCommands(context);
  const staff = program
    .command('staff')
    .summary('manage the people of the newsroom')
    .description('Manage the people of the newsroom: who may sign in, and what they may do.')
    .addHelpText('after', STAFF);
  staff
    .command('list')
    .description('List the staff: user name, name and roles.')
    .action(async () => (await commands()).list());
  staff
    .command('add')
    .description('Add a person, and print the one-time link of the invitation.')
    .argument('<username>', 'what the person types to sign in')
    .option('--name <name>', 'the name that others see; default: the user name')
    .addOption(roles())
    .action(async (username: string, options: AddOptions) => (await commands()).add(username, options));
  staff
    .command('change')
    .description('Replace the roles of a person.')
    .argument('<username>', 'the user name')
    .option('--name <name>', 'a new name')
    .addOption(roles())
    .action(async (username: string, options: AddOptions) => (await commands()).change(username, options));
  staff
    .command('disable')
    .description('Disable an account, and end its sessions.')
    .argument('<username>', 'the user name')
    .action(async (username: string) => (await commands()).disable(username));
  staff
    .command('enable')
    .description('Enable an account again.')
    .argument('<username>', 'the user name')
    .action(async (username: string) => (await commands()).enable(username));
  staff
    .command('reset')
    .description('End the sessions of a person, and print a one-time link for a new password.')
    .argument('<username>', 'the user name')
    .action(async (username: string) => (await commands()).reset(username));
  staff
    .command('sign-out')
    .description('End all sessions of a person.')
    .argument('<username>', 'the user name')
    .action(async (username: string) => (await commands()).signOut(username));
}

function addTokenCommands(program: Command, context: CommandContext): void {
  const commands = async () => new (await import('./staff.js')).StaffCommands(context);
  const token = program
    .command('token')
    .summary('manage the tokens of services')
    .description('Manage the tokens with which services and scripts use the desk.')
    .addHelpText('after', TOKEN);
  token
    .command('list')
    .description('List the tokens: id, name, roles, end and last use.')
    .action(async () => (await commands()).listTokens());
  token
    .command('add')
    .description('Make a token, and print it. It is never shown again.')
    .argument('<name>', 'the name of the service')
    .addOption(roles())
    .addOption(new Option('--days <days>', 'days until it ends, at most 366').default(90).argParser(count))
    .action(async (name: string, options: TokenOptions) => (await commands()).addToken(name, options));
  token
    .command('revoke')
    .description('Revoke a token: from now on it is refused.')
    .argument('<id>', 'the id, from `dateline token list`')
    .action(async (id: string) => (await commands()).revokeToken(id));
}

function addVaultCommands(program: Command, context: CommandContext): void {
  program
    .command('vault')
    .summary('replace the master key of protected sources')
    .description('Keep the vault of protected sources.')
    .addHelpText('after', VAULT)
    .command('rotate')
    .description(
      'Seal the vault with another master key. Stop the newsroom first; its settings have the present key.',
    )
    .option('--key-file <file>', 'a file with the new key; it is made if it does not exist')
    .option('--passphrase-file <file>', 'a file with the new passphrase')
    .option('--key-command <command>', 'a command that prints the new key')
    .action(async (options: RotateOptions) => (await import('./vault.js')).rotateVault(context, options));
}

const roles = (): Option =>
  new Option('--role <role...>', 'one role or more').choices(ROLES).makeOptionMandatory();

/** Accepts only digits, so that a typing error such as `1e3` is refused. */
function count(given: string): number {
  if (/^(0|[1-9]\d{0,14})$/.test(given)) return Number(given);
  throw new InvalidArgumentError('It must be a whole number: 1, 2, 3 …');
}

function keep(given: string): string {
  if (/^[1-9]\d{0,4}[mhd]?$/.test(given)) return given;
  throw new InvalidArgumentError('It must be a number such as 7, or an age such as 12h or 30d.');
}

/** Accepts a position in digits, or a time with a zone. */
function until(given: string): string {
  const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d)$/;
  if (/^[1-9]\d{0,18}$/.test(given) || (time.test(given) && !Number.isNaN(Date.parse(given)))) return given;
  throw new InvalidArgumentError(
    'It must be a time such as 2026-11-29T08:00:00Z, or a position such as 4711.',
  );
}
