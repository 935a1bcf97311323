import { createReadStream, openSync, fstatSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { PassThrough, pipeline } from 'node:stream';
import { filter, firstValueFrom, from, fromEvent, map, scan, tap, throwIfEmpty, type Observable } from 'rxjs';
import type { CommandContext } from './command.js';
import { EXIT, Failure, reasonOf } from './failure.js';
import { plain, plainJson } from './plain.js';
import { Progress } from './progress.js';
import { ask, CutOff, linesOf, Refused, type ProblemDocument } from './request.js';

export interface ImportOptions {
  readonly quiet: boolean;
  readonly json: boolean;
}

interface Summary {
  readonly lines: number;
  readonly added: number;
  readonly skipped: number;
  readonly stories: readonly string[];
}

/** A line of the newsroom's answer to an import. The last one has the summary or an error. */
type Reply =
  | { readonly line: number; readonly of: number; readonly added: number }
  | ({ readonly done: true } & Summary)
  | Failed;

interface Failed {
  readonly line: number;
  readonly error: { readonly code: string; readonly detail: string };
}

const RESUME = 'Run the same command again: it continues where it stopped.';
/** Problem codes of the desk after which a retry may succeed. */
const PASSING = ['outcome-unknown', 'contention', 'store-unavailable', 'not-ready'];

/** `dateline import FILE`: streams the file to the desk, which checks all of it before it records a line. */
export async function importFile(
  context: CommandContext,
  file: string,
  options: ImportOptions,
): Promise<void> {
  const { output, signal } = context;
  const name = file === '-' ? 'stdin' : file;
  const progress = new Progress(output, options.quiet || options.json);
  const source = file === '-' ? process.stdin : opened(context.file(file), name);
  let begun = false;
  try {
    const summary = await context.withNewsroom(true, async ({ desk }) => {
      begun = true;
      const body = counted(source, name, progress);
      const sending = { signal, method: 'POST', type: 'application/x-ndjson', body };
      return follow(linesOf(await ask(desk, '/desk/v1/imports', sending)), name, progress);
    });
    progress.end();
    if (options.json) await output.write(plainJson(`${JSON.stringify({ file: name, ...summary })}\n`));
    else if (!options.quiet) await output.write(`${sentence(name, summary)}\n`);
  } catch (error) {
    progress.end();
    if (signal.aborted && begun) output.note(`The import of ${name} was interrupted. ${RESUME}`);
    if (error instanceof CutOff && !signal.aborted) throw new CutOff(`${error.message} ${RESUME}`);
    if (error instanceof Refused && error.problem.faults)
      throw await writeFaults(context, name, error.problem.faults, options.json);
    throw error;
  } finally {
    source.destroy();
  }
}

function opened(path: string, name: string): Readable {
  try {
    const fd = openSync(path, 'r');
    if (fstatSync(fd).isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
    return createReadStream(path, { fd });
  } catch (error) {
    throw new Failure(EXIT.usage, `${name}: ${reasonOf(error)}.`);
  }
}

/** The file as the body of the request, with progress. */
function counted(source: Readable, name: string, progress: Progress): Readable {
  bytesOf(source)
    .pipe(progress.of((bytes) => `${name}: ${(bytes / 1e6).toFixed(1)} MB sent for checking`))
    .subscribe();
  return pipeline(source, new PassThrough(), () => undefined);
}

/** The number of bytes read so far. */
const bytesOf = (source: Readable): Observable<number> =>
  fromEvent(source, 'data').pipe(scan((bytes, chunk) => bytes + (chunk as Buffer).length, 0));

/** Waits for the summary, and shows the progress before it. */
function follow(lines: AsyncIterable<string>, name: string, progress: Progress): Promise<Summary> {
  let reached = 0;
  return firstValueFrom(
    from(lines).pipe(
      map((line) => JSON.parse(line) as Reply),
      tap((reply) => {
        if ('error' in reply) throw failureOf(reply, name);
        if ('done' in reply) return;
        reached = reply.line;
        progress.show(() => `${name}: line ${reply.line} of ${reply.of}, ${reply.added} added`);
      }),
      filter((reply) => 'done' in reply),
      map(({ lines: all, added, skipped, stories }) => ({ lines: all, added, skipped, stories })),
      throwIfEmpty(() => new CutOff(`The connection to the newsroom was lost after line ${reached}.`)),
    ),
  );
}

function failureOf({ line, error: { code, detail } }: Failed, name: string): Failure {
  const passing = PASSING.includes(code);
  return new Failure(
    passing ? EXIT.failed : EXIT.refused,
    `${name}:${line}: ${detail}${passing ? ` ${RESUME}` : ' The lines before it are recorded.'}`,
  );
}

async function writeFaults(
  { output }: CommandContext,
  name: string,
  faults: NonNullable<ProblemDocument['faults']>,
  json: boolean,
): Promise<Failure> {
  if (json) await output.write(plainJson(`${JSON.stringify({ file: name, faults })}\n`));
  else
    for (const { line, pointer, detail } of faults)
      output.note(`${name}:${line}: ${pointer === '' ? '' : `${plain(pointer)}: `}${detail}`);
  const count = faults.length === 1 ? 'One fault' : `${faults.length} faults`;
  const more = faults.length < MOST_FAULTS ? '' : ' There may be more: only the first hundred are shown.';
  return new Failure(EXIT.refused, `${count} in ${name}. Nothing was written.${more}`);
}

const MOST_FAULTS = 100;

function sentence(name: string, { lines, added, skipped, stories }: Summary): string {
  const of = stories.length === 0 ? '' : `; stories: ${stories.join(', ')}`;
  return plain(`${name}: ${lines} lines, ${added} added, ${skipped} skipped (already recorded)${of}`);
}
