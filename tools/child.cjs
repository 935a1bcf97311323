/** Child processes: those that write to our terminal, and those that are silent unless they fail. */
'use strict';

const { spawn } = require('node:child_process');
const { join, delimiter } = require('node:path');
const { binFolder } = require('./which-node.cjs');

const root = join(__dirname, '..');
const windows = process.platform === 'win32';

/** The environment of every child except npm. npm keeps the Node that it came with. */
function environment() {
  const path = [binFolder(), join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
  return { ...process.env, PATH: path };
}

/** Runs a command with our terminal and signals. Resolves to its exit code; if a signal ended it, ends us with the same. */
function attached([program, ...args], { env = environment(), stdio = 'inherit' } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, env, stdio, shell: windows && program !== 'node' });
    const forward = (signal) => {
      // A terminal sends Ctrl-C to the whole group, so the child has it already.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    };
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, forward);
    const watch = whenOrphaned(() => child.kill('SIGTERM'));
    child.on('error', (error) => reject(new Error(`${program} did not start: ${error.message}`)));
    child.on('close', (code, signal) => {
      for (const each of signals) process.off(each, forward);
      clearInterval(watch);
      if (signal) process.kill(process.pid, signal);
      resolve(code ?? 1);
    });
  });
}

/** npm runs us in a shell. A SIGTERM to npm ends the shell but does not reach us; we see that our parent changed. */
function whenOrphaned(act) {
  const parent = process.ppid;
  return process.env.npm_lifecycle_event && setInterval(() => process.ppid !== parent && act(), 300);
}

/** Runs a command silently. If it fails, the error's message is its first lines (the cause), then `complaint`. */
function silent([program, ...args], complaint, { env = environment(), cwd = root } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], shell: windows });
    const end = () => child.kill();
    process.once('exit', end);
    let said = '';
    const hear = (text) => (said += text);
    child.stdout.setEncoding('utf8').on('data', hear);
    child.stderr.setEncoding('utf8').on('data', hear);
    child.on('error', (error) =>
      reject(new Error(`${program} did not start: ${error.message}\n${complaint}`)),
    );
    child.on('close', (code) => {
      process.off('exit', end);
      if (code === 0) return resolve();
      const first = said.trimEnd().split('\n').slice(0, 40).join('\n');
      reject(new Error(`${first}\n${complaint}`));
    });
  });
}

module.exports = { root, attached, silent };
