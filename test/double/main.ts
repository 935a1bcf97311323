import { createInterface } from 'node:readline';
import { ClusterDouble } from './cluster-double.js';
import type { DoubleOptions } from './cluster-double.js';
import { obey } from './command.js';

/**
 * The double as a process. The first argument contains its options as JSON; stdin contains its commands as JSON lines.
 * It prints a line when it is ready, and a line with the result after each command. It ends on SIGTERM, or when stdin
 * ends.
 */
const double = await ClusterDouble.start(JSON.parse(process.argv[2] ?? '{}') as DoubleOptions);
const print = (line: object): boolean => process.stdout.write(`${JSON.stringify(line)}\n`);
const commands = createInterface({ input: process.stdin });
let ending = false;

async function end(): Promise<void> {
  if (ending) return;
  ending = true;
  commands.close();
  await double.stop();
  // A connection of a client may outlive its server.
  process.exit(0);
}

process.on('SIGTERM', () => void end());
process.on('SIGINT', () => void end());
const { url, gossipUrl, dnsUrl } = double;
print({ ready: true, url, gossipUrl, dnsUrl, pid: process.pid });
for await (const line of commands) {
  if (line.trim() === '') continue;
  try {
    await obey(line, double);
    print({ done: true, calls: double.calls, subscriptions: double.subscriptions });
  } catch (error) {
    print({ done: false, error: error instanceof Error ? error.message : String(error) });
  }
}
await end();
