// Turn the tests that a run left out into one line: which programs the machine lacks, and how many tests want each.
import type { Reporter, Vitest } from 'vitest/node';

/** What `needing` of tools.ts puts at the end of a name. */
const needs = /\[needs ([^\]]+)\]/;

/** Reports nothing when nothing is missing, and nothing when tests were chosen by name. */
export function tellSkipped(): Reporter {
  let chosen = false;
  return {
    onInit({ config }: Vitest) {
      chosen = config.testNamePattern !== undefined;
    },
    onTestRunEnd(modules) {
      const missing = new Map<string, number>();
      for (const module of modules) {
        for (const { fullName } of module.children.allTests('skipped')) {
          const [, program] = needs.exec(fullName) ?? [];
          if (program !== undefined) missing.set(program, (missing.get(program) ?? 0) + 1);
        }
      }
      if (chosen || missing.size === 0) return;
      console.log(`Skipped for want of a program: ${[...missing].map(([program, count]) => `${program} (${count})`).join(', ')}`);
    },
  };
}
