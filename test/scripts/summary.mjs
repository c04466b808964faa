// Turn vitest's results into one closing line; any skipped test is a failure here: CI has every tool.
import { readFileSync } from 'node:fs';

const results = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const tests = results.testResults.flatMap(({ assertionResults }) => assertionResults);
const count = (...states) => tests.filter(({ status }) => states.includes(status)).length;
const passed = count('passed');
const failed =
  count('failed') +
  results.testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0).length;
const skipped = count('pending', 'skipped', 'todo', 'disabled');
for (const { fullName, status } of tests) if (status !== 'passed' && status !== 'failed') console.log(`skipped: ${fullName}`);
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
if (failed > 0 || skipped > 0 || passed === 0) process.exitCode = 1;
