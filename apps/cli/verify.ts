import { join } from 'node:path';
import { v5 } from 'uuid';
import { verifyLog, type EventDamaged, type LogReport } from '#event-store';
import { positionText, type Audience } from '#projections';
import { DATELINE } from '#story';
import { storyStream } from '#story-log';
import type { CommandContext } from './command.js';
import { EXIT, Failure } from './failure.js';
import { Progress } from './progress.js';
import { withFailures } from './store-failure.js';

export interface VerifyOptions {
  readonly story?: string;
  readonly quiet: boolean;
}

/** `dateline verify`: checks that both logs are intact. It only reads, and may run beside a newsroom. */
export async function verify(context: CommandContext, { story, quiet }: VerifyOptions): Promise<void> {
  const { data, deskLog, publicLog } = await context.settings();
  const progress = new Progress(context.output, quiet);
  let damages = 0;
  for (const { kind, log } of [
    { kind: deskLog.kind, log: 'desk' },
    { kind: publicLog.kind, log: 'public' },
  ] as const) {
    if (kind === 'cluster') throw new Failure(EXIT.usage, ON_CLUSTER);
    const file = join(data, `${log}.db`);
    const report = await withFailures(() =>
      verifyLog(file, {
        ...(story === undefined ? {} : { stream: storyStream(log, idOf(story)) }),
        progress: ({ checked, of }) => {
          context.signal.throwIfAborted();
          progress.show(() => `${log} log: ${checked} of ${of} events`);
        },
      }),
    ).finally(() => progress.end());
    damages += report.damages.length;
    for (const damage of report.damages) await context.output.write(`${lineOf(log, damage)}\n`);
    if (!quiet) await context.output.write(`${sentence(report)}\n`);
  }
  if (damages > 0)
    throw new Failure(
      EXIT.refused,
      `${damages} damage(s) found. Everything else is readable; restore the log from an intact backup.`,
    );
}

const ON_CLUSTER =
  'The logs are on a cluster: each node verifies its own chunk files when it starts, unless it is set to skip that (SkipDbVerify).';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const idOf = (story: string): string => (UUID.test(story) ? story : v5(`story/${story}`, DATELINE));

/** A line with the damage. The position has the form that the API gives and `restore --until` takes. */
function lineOf(log: Audience, { file, position, stream, revision, what }: EventDamaged): string {
  const where = [
    position === null ? 'position unknown' : `position ${positionText(log, position)}`,
    ...(stream === null ? [] : [`stream ${stream}`]),
    ...(revision === null ? [] : [`revision ${revision}`]),
  ];
  return `${file}: ${where.join(', ')}: ${what}`;
}

function sentence({ file, intact, erased, unsealed, damages, checksum }: LogReport): string {
  const parts = [
    `${intact} events are intact`,
    ...(erased > 0 ? [`${erased} of them erased`] : []),
    ...(unsealed > 0 ? [`${unsealed} of them not verified: they get checksums while the newsroom runs`] : []),
    ...(damages.length > 0 ? [`${damages.length} damage(s)`] : []),
    ...(checksum === null ? [] : [`checksum ${checksum}`]),
  ];
  return `${file}: ${parts.join('; ')}.`;
}
