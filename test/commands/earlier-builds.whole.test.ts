// Turn builds that version 0.1.0 made, whole and broken ones, into what each command makes of them: it reads them, or says what to do.
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { correctRelease } from '../../src/project/correct-release.ts';
import { readEarlierBuild } from '../../src/project/earlier-manifest.ts';
import { Session } from '../../src/session.ts';
import { editedSample } from '../support/edited-sample.ts';
import { entries, equipment } from '../support/equipment-correction.ts';
import { runCommand } from '../support/run-command.ts';
import { projectRoot } from '../support/sample.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const earlier = (name: string) => join(projectRoot, 'test/earlier/0.1.0', name);

describe('a build of version 0.1.0', () => {
  it.each([
    // Pages are set otherwise since: figures of 8 points, names and dates on one line; one contact has another key.
    ['iij-2q02', 'iij/2q02', 'no figure and no word', /\n2 ordered, 0 consequential, 0 text, \d+ layout, \d+ file, 0 unexplained\n/],
    // Its words and its contacts are those of the form since.
    ['aoba-2026h1', 'aoba/2026h1', 'no figure', /\n15 ordered, 0 consequential, \d+ text, \d+ layout, \d+ file, 0 unexplained\n/],
  ])('of %s is compared with today’s release %s, and %s differs', async (name, release, _, counted) => {
    const { code, out } = await runCommand(['diff', earlier(name), release]);
    expect(out).toMatch(counted);
    expect(code).toBe(1);
    expect((await runCommand(['verify', join(earlier(name), 'release.pdf')])).code).toBe(0);
    const checked = await runCommand(['build', release, '--check', earlier(name)]);
    expect(checked.err).not.toMatch(/error|kessan:/);
    expect(checked.out).not.toMatch(/altered/);
  });

  it('is corrected: edits, causes and papers are those that a build of today gives', async () => {
    const place = editedSample([equipment, ...entries]);
    writeFileSync(
      join(place.root, 'data/iij/releases/2q02/correction.yaml'),
      'date: {ja: 2002-11-20, en: 2002-11-19}\nreason: {ja: 集計に誤りがありましたので訂正いたします。, en: An error was found.}\n',
    );
    const { findings, differences, papers } = await correctRelease(
      new Session({ place }),
      readEarlierBuild(earlier('iij-2q02'), '/'),
      'earlier',
    );
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(differences?.counts).toMatchObject({ ordered: 9, unexplained: 0 });
    expect(differences?.counts.consequential).toBeGreaterThan(100);
    expect(papers?.pages.notice).toBeGreaterThan(0);
  });
});

/** Edits a copy of the earlier build; `change` gives the new content of a file, undefined takes it away. */
function broken(file: string, change: (text: string) => string | undefined): string {
  const folder = temporaryFolder('broken');
  cpSync(earlier('aoba-2026h1'), folder, { recursive: true });
  const text = change(readFileSync(join(folder, file), 'utf8'));
  if (text === undefined) rmSync(join(folder, file));
  else writeFileSync(join(folder, file), text);
  return folder;
}

const later = /later program.*use that program, or a later one/;
const again = /build the release again with this program from its data as they were then/;
const elsewhere = /name a folder that kessan build wrote/;
const restore = /restore the folder as kessan build wrote it/;

type Edited = readonly [what: string, file: string, change: (text: string) => string | undefined, said: RegExp];

describe('what is no build that this program reads is refused with what to do', () => {
  it.each<Edited>([
    [
      'a manifest of a later program',
      'manifest.json',
      (text) => text.replace('"format": 1', '"format": 2').replace('0.1.0', '3.0.0'),
      /kessan 3\.0\.0/,
    ],
    ['a later manifest', 'manifest.json', (text) => text.replace('"format": 1', '"format": 2'), later],
    ['a manifest of a web site', 'manifest.json', () => '{"name":"Shop","icons":[],"start_url":"/"}', elsewhere],
    ['a manifest that is no JSON', 'manifest.json', () => 'version: 1', elsewhere],
    ['an empty manifest', 'manifest.json', () => '', elsewhere],
    ['a list', 'manifest.json', () => '[]', elsewhere],
    ['a manifest without what was read', 'manifest.json', (text) => text.replace('"inputs"', '"in"'), elsewhere],
    ['later figures', 'figures.json', (text) => text.replace('"format":2', '"format":3'), later],
    ['earlier figures', 'figures.json', (text) => text.replace('"format":2', '"format":1'), again],
    ['no figures', 'figures.json', () => undefined, again],
    ['figures cut off', 'figures.json', (text) => text.slice(0, 9000), restore],
    ['figures of another shape', 'figures.json', (text) => text.replace('"facts"', '"fact"'), restore],
    ['a later document', 'document.json', (text) => text.replace('"format":1', '"format":2'), later],
    ['no document', 'document.json', () => undefined, again],
    ['a document of another shape', 'document.json', (text) => text.replace('"kind":"title"', '"kind":"subtitle"'), restore],
  ])('%s, by diff and by correct', async (_, file, change, said) => {
    const folder = broken(file, change);
    for (const args of [
      ['diff', folder, 'aoba/2026h1'],
      ['correct', 'aoba/2026h1', '--against', folder],
    ]) {
      const { code, err, out } = await runCommand(args);
      expect(err).toMatch(/^kessan: /);
      expect(err, args[0]).toMatch(said);
      expect(code).toBe(2);
      expect(out).toBe('');
    }
  });

  it('by build --check and by verify, which read less of it', async () => {
    const manifest = broken('manifest.json', (text) => text.replace('"format": 1', '"format": 2'));
    expect(await runCommand(['build', 'aoba/2026h1', '--check', manifest])).toMatchObject({ code: 2, err: expect.stringMatching(later) });
    const figures = broken('figures.json', (text) => text.replace('"format":2', '"format":3'));
    expect(await runCommand(['verify', join(figures, 'release.pdf')])).toMatchObject({ code: 2, err: expect.stringMatching(later) });
  });

  it('and files that its manifest does not name are told as altered', async () => {
    const unnamed = broken('manifest.json', (text) => text.replace('"release.pdf"', '"other.pdf"'));
    const { code, out } = await runCommand(['diff', unnamed, 'aoba/2026h1']);
    expect(out).toMatch(/release\.pdf is not the file that the build wrote/);
    expect(code).toBe(1);
  });
});
