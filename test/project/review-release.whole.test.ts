// Turn ticks into lines of review.yaml, and the file into what `kessan check --reviewed` and the tie-out book say of it.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ReleasePlace } from '../../src/model/sources.ts';
import { reviewRelease, writeTicks } from '../../src/project/review-release.ts';
import { type Composed, Session } from '../../src/session.ts';
import { editedSample } from '../support/edited-sample.ts';
import { runCommand } from '../support/run-command.ts';

let place: ReleasePlace;
let composed: Composed;
let file: string;
beforeAll(() => {
  place = editedSample([]);
  file = join(place.root, 'data/iij/releases/2q02/review.yaml');
  const made = new Session({ place }).run().composed;
  if (!made) throw new Error('the sample has errors');
  composed = made;
});
afterEach(() => rmSync(file, { force: true }));

const unitsOf = () => reviewRelease(place, composed).state?.units ?? [];
const ids = (kind: string) =>
  unitsOf()
    .filter((unit) => unit.kind === kind)
    .map(({ id }) => id);
const tick = (
  by: string,
  change: { readonly add?: readonly string[]; readonly remove?: readonly string[]; readonly drop?: readonly number[] },
) => writeTicks(place, composed, { add: [], remove: [], ...change, by });
const text = () => readFileSync(file, 'utf8');

describe('a tick', () => {
  it('is a line of its own, and goes as it came; other lines stay', async () => {
    const [one = '', two = ''] = ids('figure');
    await tick('山田 "A": #1', { add: [one] });
    const first = text();
    expect(unitsOf().find(({ id }) => id === one)?.by).toEqual(['山田 "A": #1']);
    writeFileSync(file, `# ours\n${first}# end\n`);
    await tick('B', { add: [one, two] });
    await tick('B', { add: [one] });
    expect(text().startsWith(`# ours\n${first}`)).toBe(true);
    expect(text().match(/^ {2}- /gm)).toHaveLength(3);
    await tick('B', { remove: [one, two] });
    expect(text()).toBe(`# ours\n${first}# end\n`);
    await tick('山田 "A": #1', { remove: [one] });
    expect(unitsOf().filter(({ by }) => by.length > 0)).toEqual([]);
    await tick('B', { add: [two] });
    expect(unitsOf().find(({ id }) => id === two)?.by).toEqual(['B']);
  });

  it.each([
    ['no name', ' ', []],
    ['a name of two lines', 'a\nb', []],
    ['what is not there', 'A', ['nothing']],
  ])('is refused with %s', async (_, by, add) => {
    await expect(tick(by, { add })).rejects.toThrow();
    expect(existsSync(file)).toBe(false);
  });

  it('that somebody typed otherwise is not taken away in silence', async () => {
    const [one = ''] = ids('page');
    await tick('A', { add: [one] });
    writeFileSync(file, text().replace('"by":"A"', 'by: A'));
    await expect(tick('A', { remove: [one] })).rejects.toThrow('in lines that somebody typed');
  });

  it('is not written into a file that is not sound', async () => {
    writeFileSync(file, 'checked:\n  - {by: A}\n');
    await expect(tick('A', { add: [] })).rejects.toThrow('review.yaml:2');
    expect(text()).toBe('checked:\n  - {by: A}\n');
    writeFileSync(file, 'checked: [{by: A, kind: page, lang: en, of: en/1, signed: x}]\n');
    await expect(tick('A', { add: ids('page').slice(0, 1) })).rejects.toThrow('on a line of its own');
  });
});

describe('kessan check --reviewed', () => {
  const check = (...options: string[]) => runCommand(['check', 'iij/2q02', ...options], place.root);

  it('fails while anything is open, passes when everything is checked, and fails again when what was signed changes', async () => {
    expect((await check()).code).toBe(0);
    const open = await check('--reviewed');
    expect(open.code).toBe(1);
    expect(open.err).toContain('error[review/open]');
    const pages = ids('page');
    await tick('A', { add: pages.slice(1) });
    const some = await check('--reviewed');
    expect(some.code).toBe(1);
    expect(some.err).toContain('check page 1 in kessan serve');
    await tick('B', { add: pages.slice(0, 1) });
    expect(await check('--reviewed')).toMatchObject({ code: 0, err: '' });

    const narrative = join(place.root, 'data/iij/releases/2q02/narrative.en.md');
    const before = readFileSync(narrative, 'utf8');
    writeFileSync(narrative, before.replace('despite sluggish', 'despite a sluggish'));
    const lapsed = await check('--reviewed', '--report');
    writeFileSync(narrative, before);
    expect(lapsed.code).toBe(1);
    expect(lapsed.err).toContain('error[review/lapsed] "A" checked a page that says something else now');
    expect(lapsed.err).toContain('error[review/open]');
    // Figures are to the book what they are on the pages: checked by A or B, but for those of the page that changed.
    const book = readFileSync(join(place.root, 'out/iij/2q02/tie-out.html'), 'utf8');
    expect(book).toContain('title="checked by A"');
    expect(book).toContain('title="checked by B"');
    expect(book).toMatch(/<td>\d+ of \d+<\/td><td>A \d+<\/td>/);
    expect(book).toContain('Ticks that lapsed');
  });

  it('tells a file that is not sound, with its line', async () => {
    writeFileSync(file, 'checked:\n  - {by: A, kind: chapter, lang: en, of: x, signed: y}\n');
    const { code, err } = await check('--reviewed');
    expect(code).toBe(1);
    expect(err).toContain('data/iij/releases/2q02/review.yaml:2:');
    expect(err).toContain('chapter');
  });

  it('shows what a figure said when it was signed, and says now', async () => {
    const figure = unitsOf().find(({ kind, of }) => kind === 'figure' && of.includes('capex@2q02'));
    if (!figure) throw new Error('no such figure');
    await tick('A', { add: [figure.id] });
    writeFileSync(file, text().replace(figure.signed, '9,999'));
    expect((await check('--reviewed')).err).toContain(`"A" checked a figure that says something else now: "9,999", now "${figure.text}"`);
  });
});
