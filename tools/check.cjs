/** Everything that a change must pass, the fastest step first. Stops at the first failure. */
'use strict';

const steps = ['format:check', 'lint', 'prose', 'types', 'layers', 'dead-code', 'lock', 'test'];

async function check(verb, args) {
  for (const step of steps) {
    const begun = Date.now();
    const code = await verb(step, step === 'test' ? args : []);
    const seconds = ((Date.now() - begun) / 1000).toFixed(1);
    console.error(
      code === 0 ? `✔ ${step} (${seconds} s)` : `✘ ${step} failed after ${seconds} s: npm run ${step}`,
    );
    if (code !== 0) return code;
  }
  return 0;
}

module.exports = { check };
