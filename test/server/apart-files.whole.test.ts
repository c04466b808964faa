// Turn a release in a file for each language into what the page shows of it: numbers of pages as its readers know them, places where they are.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChangesView, ReleaseView, ReviewView } from '../../src/server/protocol.ts';
import { type ServedProject, serveProject } from '../../src/server/serve-project.ts';
import { projectOf } from '../support/issuer-project.ts';

const name = 'asanagi/2026q3';
let root: string;
let served: ServedProject;
const faults: unknown[] = [];

beforeAll(async () => {
  root = projectOf('asanagi');
  served = await serveProject({ root, releases: [name], fault: (fault) => faults.push(fault) });
});
afterAll(async () => {
  await served.close();
  expect(faults).toEqual([]);
});

async function read<T>(path: string): Promise<T> {
  const headers = { cookie: `kessan-${served.port}=${served.token}` };
  const answer = await fetch(`http://127.0.0.1:${served.port}/api/releases/${name}/${path}`, { headers });
  expect(answer.status, path).toBe(200);
  return (await answer.json()) as T;
}

describe('a release in a file for each language', () => {
  it('has its pages numbered in each file, as they are printed', async () => {
    const { pages, languages } = await read<ReleaseView>('view');
    for (const lang of languages) {
      const own = pages.filter((page) => page.lang === lang);
      expect(own.length).toBeGreaterThan(2);
      expect(own.map(({ number }) => number)).toEqual(own.map((_, index) => index + 1));
    }
  });

  it('has what is to be checked of a figure on the pages that print it', async () => {
    const { pages } = await read<ReleaseView>('view');
    const { units } = await read<ReviewView>('review');
    const figures = units.filter(({ kind }) => kind === 'figure');
    const misplaced = figures.filter(({ pages: on, figures: [figure] }) =>
      on.every((index) => !pages[index]?.marks.some((mark) => mark.figure === figure)),
    );
    expect(new Set(figures.map(({ lang }) => lang)).size).toBe(2);
    expect(misplaced).toEqual([]);
  });

  it('tells what has changed in each of its files, where it stands', async () => {
    const { pages, version } = await read<ReleaseView>('view');
    const file = join(root, 'data/asanagi/releases/2026q3/narrative.en.md');
    const before = readFileSync(file, 'utf8');
    const [word = ''] = /(?<=[a-z] )continued(?= [a-z])/.exec(before) ?? [];
    expect(word).not.toBe('');
    writeFileSync(file, before.replace(`${word} `, `${word} rather `));
    await expect.poll(async () => (await read<ReleaseView>('view')).version, { timeout: 20_000 }).toBeGreaterThan(version);
    const { changes } = await read<ChangesView>('changes?since=opened');
    const place = changes.find((each) => each.class === 'text')?.places[0];
    expect(place, JSON.stringify(changes)).toBeDefined();
    const now = (await read<ReleaseView>('view')).pages[place?.page ?? -1];
    expect(now?.lang).toBe('en');
    expect(now?.marks.some(({ text }) => text.includes('rather'))).toBe(true);
    expect(pages[place?.page ?? -1]?.lang).toBe('en');
  });
});
