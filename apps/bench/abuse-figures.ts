/** What a good client and the server showed, calm and under attack. Times are p99 in milliseconds, memory in megabytes. */
export interface AbuseFigures {
  readonly reads: { readonly calm: number; readonly attacked: number };
  readonly records: { readonly calm: number; readonly attacked: number };
  readonly memory: { readonly calm: number; readonly most: number };
  /** The processor time of the newsroom, in cores. Other work of the machine does not change it much. */
  readonly cores: { readonly calm: number; readonly attacked: number };
  /** How often the attackers got each status; 0 for a connection that was cut without one. */
  readonly statuses: Readonly<Record<number, number>>;
}

const SLOWER = 3;
const MOST_GROWTH = 100;

/** Which limits were missed, one sentence each. */
export function missedLimits({ reads, records, memory, statuses }: AbuseFigures): readonly string[] {
  const missed: string[] = [];
  for (const [name, { calm, attacked }] of [
    ['reads', reads],
    ['records', records],
  ] as const)
    if (!(attacked <= SLOWER * calm))
      missed.push(
        `The p99 of ${name} was ${attacked.toFixed(1)} ms, over ${SLOWER} times the calm ${calm.toFixed(1)} ms.`,
      );
  const growth = memory.most - memory.calm;
  if (!(growth <= MOST_GROWTH))
    missed.push(`Memory grew by ${growth.toFixed(0)} MB, over ${MOST_GROWTH} MB.`);
  const faults = statuses[500] ?? 0;
  if (faults > 0) missed.push(`${faults} answers were 500.`);
  return missed;
}

export function abuseReport({ reads, records, memory, cores, statuses }: AbuseFigures): string {
  const ms = ({ calm, attacked }: AbuseFigures['reads']): string =>
    `${calm.toFixed(1)} ms calm, ${attacked.toFixed(1)} ms under attack (${(attacked / calm).toFixed(2)} times)`;
  const got = Object.entries(statuses).map(
    ([status, count]) => `${status === '0' ? 'cut' : status}: ${count}`,
  );
  return [
    `p99 of reads as of a moment   ${ms(reads)}`,
    `p99 of records at the desk    ${ms(records)}`,
    `resident memory               ${memory.calm.toFixed(0)} MB calm, at most ${memory.most.toFixed(0)} MB under attack`,
    `processor time                ${cores.calm.toFixed(2)} cores calm, ${cores.attacked.toFixed(2)} under attack`,
    `answers to the attackers      ${got.join(', ')}`,
    '',
  ].join('\n');
}
