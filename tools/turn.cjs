/** Only one launcher at a time installs and builds. The lock is a file, and its holder touches it regularly. */
'use strict';

const { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } = require('node:fs');
const { join, dirname } = require('node:path');
const { setTimeout: sleep } = require('node:timers/promises');
const { root } = require('./child.cjs');

const file = join(root, '.cache', 'turn');
const heartbeatMs = 2_000;
const abandonedMs = 30_000;

/** Waits for the lock, does `work`, and releases the lock, also if the work fails. */
async function inTurn(work) {
  await take();
  const heart = setInterval(touch, heartbeatMs);
  const end = () => process.exit(1);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end);
  process.on('exit', release);
  try {
    return await work();
  } finally {
    clearInterval(heart);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(signal, end);
    process.off('exit', release);
    release();
  }
}

async function take() {
  mkdirSync(dirname(file), { recursive: true });
  for (let said = false; ; await sleep(200)) {
    if (claim()) {
      // Two launchers may both remove an abandoned lock. The one whose claim remains has it.
      await sleep(20);
      if (holder() === process.pid) return;
    }
    if (abandoned()) rmSync(file, { force: true });
    else if (!said) {
      said = true;
      console.error(`Waiting for another launch (process ${holder()}) to finish installing or building …`);
    }
  }
}

function claim() {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function holder() {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return 0;
  }
}

function abandoned() {
  try {
    if (Date.now() - statSync(file).mtimeMs > abandonedMs) return true;
    const pid = holder();
    if (pid > 0) process.kill(pid, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

function touch() {
  const now = new Date();
  if (holder() === process.pid) utimesSync(file, now, now);
}

function release() {
  if (holder() === process.pid) rmSync(file, { force: true });
}

module.exports = { inTurn };
