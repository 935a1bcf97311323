import fs, { readFileSync } from 'node:fs';
import os from 'node:os';
import { syncBuiltinESMExports } from 'node:module';

// Loaded by --import into a newsroom that a test starts: its wall clock is ahead of the machine's by the milliseconds that
// a file says, which the test may write anew at any time. A file beside that one names the boot of the machine.
const shift = () => Number(readFileSync(process.env.SHIFTED_CLOCK, 'utf8'));
const [now, read, uptime] = [Date.now, fs.readFileSync, os.uptime];

Date.now = () => now() + shift();
os.uptime = () => uptime();
fs.readFileSync = (file, ...rest) =>
  read(file === '/proc/sys/kernel/random/boot_id' ? `${process.env.SHIFTED_CLOCK}.boot` : file, ...rest);
syncBuiltinESMExports();
