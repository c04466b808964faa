// Turn periods whose quarter is no number into findings at their place, and no fault of the program.
import { describe, expect, it } from 'vitest';
import { inProjectFolder } from '../support/mini-project.ts';
import { runCommand } from '../support/run-command.ts';

describe('the quarter of a period', () => {
  const { root, edit } = inProjectFolder();

  it.each(['{a: 1}', '[1]', '""', 'first'])('is told of where it is %s', async (typed) => {
    const undo = edit('data/mini/periods/1q01.yaml', (text) => text.replace('quarter: 1}', `quarter: ${typed}}`));
    const { code, err } = await runCommand(['check', 'mini/1q01'], root);
    undo();
    expect([code, err]).toEqual([1, expect.stringContaining('data/mini/periods/1q01.yaml:3:')]);
  });
});
