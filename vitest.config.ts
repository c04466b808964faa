import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { tellSkipped } from './test/support/tell-skipped.ts';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Files share a worker for each processor, so that modules are read and the sample is built once a worker, not once a file.
    isolate: false,
    maxWorkers: availableParallelism(),
    setupFiles: ['test/support/each-file.ts'],
    // A run that is green says how many, and which programs are not there.
    reporters: ['minimal', tellSkipped()],
    silent: 'passed-only',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
