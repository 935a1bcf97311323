import fs, { readFileSync } from 'node:fs';
import os from 'node:os';
import { syncBuiltinESMExports } from 'node:module';

// Loaded into a test newsroom with --import: its wall clock is ahead of the real one by the milliseconds in a file.
// The test may change that file at any time. A second file contains the boot id of the machine.
const shift = () => Number(readFileSync(process.env.SHIFTED_CLOCK, 'utf8'));
const [now, read, uptime] = [Date.now, fs.readFileSync, os.uptime];

Date.now = () => now() + shift();
os.uptime = () => uptime();
fs.readFileSync = (file, ...rest) =>
  read(file === '/proc/sys/kernel/random/boot_id' ? `${process.env.SHIFTED_CLOCK}.boot` : file, ...rest);
syncBuiltinESMExports();
