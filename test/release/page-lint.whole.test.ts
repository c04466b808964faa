// Turn `kessan check --pages` on all issuers into a verdict: no error of the fifty-six rules.
import { expect, it } from 'vitest';
import { runCommand } from '../support/run-command.ts';
import { projectRoot } from '../support/sample.ts';

it.each(['iij/2q02', 'aoba/2026h1', 'shinonome/2025fy', 'asanagi/2026q3'])('the pages of %s break no typographic rule', async (name) => {
  const { code, err } = await runCommand(['check', '--pages', name], projectRoot);
  expect(err.split('\n').filter((line) => line.startsWith('error['))).toEqual([]);
  expect(code).toBe(0);
});
