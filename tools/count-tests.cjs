/** `count-tests.cjs REPORT CODE` prints how many tests passed and failed; CODE is the exit code of the check. */
'use strict';

const { readFileSync } = require('node:fs');

const [file, code] = process.argv.slice(2);
const {
  numPassedTests = 0,
  numFailedTests = 0,
  numPendingTests = 0,
  numRuntimeErrorTestSuites = 0,
} = report();
const failed = Math.max(numFailedTests + numRuntimeErrorTestSuites, code === '0' ? 0 : 1);
const skipped = numPendingTests > 0 ? `, ${numPendingTests} skipped` : '';

console.log(`${numPassedTests} passed, ${failed} failed${skipped}`);
process.exitCode = failed === 0 && numPassedTests > 0 ? 0 : 1;

/** If a step before the tests failed, there is no report. */
function report() {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}
