import { readFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import os from 'node:os';

// Loaded by --import into a newsroom that a test starts: its clocks stand at the milliseconds that a file says, and
// move when the test writes another number. So two newsrooms take the same things at the same moment.
const stands = () => Number(readFileSync(process.env.STANDING_CLOCK, 'utf8'));
const began = stands();

Date.now = stands;
// What is released by time is released only while both clocks go equally far.
performance.now = () => stands() - began;
os.uptime = () => stands() / 1_000;
syncBuiltinESMExports();
