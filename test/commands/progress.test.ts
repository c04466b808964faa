// What a progress line tells of its stages, and how long each took.
import { expect, it } from 'vitest';
import { progress } from '../../src/commands/console.ts';

it('adds up a stage that goes on after another, in the order in which stages began', () => {
  const told: string[] = [];
  let now = 100;
  const quiet = { cwd: '.', out: () => {}, err: (text: string) => told.push(text), colour: false, colourResults: false };
  const { watch, end } = progress({ ...quiet, terminal: true, now: () => now }, 'iij/2q02');
  for (const [stage, ms] of [
    ['render', 40],
    ['check', 5],
    ['render', 20],
    ['verify', 3],
  ] as const) {
    watch(stage);
    now += ms;
  }
  expect(end()).toEqual([
    { stage: 'render', ms: 60 },
    { stage: 'check', ms: 5 },
    { stage: 'verify', ms: 3 },
  ]);
  expect(told.map((text) => text.replace('\r\u001b[K', ''))).toEqual([
    'iij/2q02 render…',
    'iij/2q02 check…',
    'iij/2q02 render…',
    'iij/2q02 verify…',
    '',
  ]);
});
