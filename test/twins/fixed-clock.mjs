import { readFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import os from 'node:os';

// Loaded into a test newsroom with --import: its clocks show the milliseconds in a file, and move only when the test
// writes a new number. So two newsrooms record the same things at the same moment.
const fixed = () => Number(readFileSync(process.env.FIXED_CLOCK, 'utf8'));
const began = fixed();

Date.now = fixed;
// Timed releases happen only while both clocks advance equally.
performance.now = () => fixed() - began;
os.uptime = () => fixed() / 1_000;
syncBuiltinESMExports();
