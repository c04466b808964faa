// Turn the small issuer's folder into sources: what is read, what is refused before reading, what is tolerated.
import { createHash } from 'node:crypto';
import { readFileSync, symlinkSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { load } from '../../src/load/load.ts';
import type { Finding } from '../../src/model/finding.ts';
import { files, fixtureFolder, inProject, loadFixture, withEdit } from '../support/fixture.ts';

describe('load', () => {
  it('reads every file of a release and hashes its bytes', () => {
    const { findings, sources } = loadFixture();
    expect(findings).toEqual([]);
    expect([...(sources?.statements.keys() ?? [])]).toEqual(['operations', 'position']);
    expect([...(sources?.periods.keys() ?? [])]).toEqual(['1q01', '4q00']);
    expect([...(sources?.templates.keys() ?? [])]).toEqual(['en', 'ja', 'release']);
    expect([...(sources?.narratives.keys() ?? [])]).toEqual(['ja', 'en']);
    for (const file of Object.values(files).filter((name) => name !== files.fonts && !name.endsWith('correction.yaml'))) {
      const bytes = readFileSync(join(fixtureFolder, file));
      expect(sources?.hashes.get(file), file).toBe(createHash('sha256').update(bytes).digest('hex'));
    }
  });

  it('opens each font of the manifest with its metrics', () => {
    const { sources } = loadFixture();
    const metrics = sources?.fontMetrics.get('noto-sans-jp-400');
    expect(metrics?.postScriptName).toBe('NotoSansJP-Regular');
    expect(metrics?.glyph(0x6c7a)).toBeGreaterThan(0);
    expect([...(sources?.fonts.keys() ?? [])]).toEqual([...(sources?.fontMetrics.keys() ?? [])]);
    expect([...(sources?.fonts.get('noto-sans-jp-400')?.bytes(0, 4) ?? [])]).toEqual([0, 1, 0, 0]);
  });

  it('reads a file with a byte order mark and CRLF line ends as the same values at the same places', () => {
    const text = readFileSync(join(fixtureFolder, files.current), 'utf8');
    const plain = loadFixture();
    const windows = loadFixture({ file: files.current, content: `\uFEFF${text.replaceAll('\n', '\r\n')}` });
    expect(windows.findings).toEqual([]);
    expect(windows.release?.periods.get('1q01')).toEqual(plain.release?.periods.get('1q01'));
  });

  it.each(['../mini', '/etc', '..', '.', '', 'mini/../mini', 'mini\\1q01', 'mini\0', 'Mini', '%2e%2e', '-mini', 'm ini'])(
    'refuses the id %j without touching a file',
    (id) => {
      for (const [issuer, release] of [
        [id, '1q01'],
        ['mini', id],
      ] as const) {
        const findings: Finding[] = [];
        expect(load('/nowhere', issuer, release, (finding) => findings.push(finding))).toBeUndefined();
        expect(findings.map(({ code }) => code)).toEqual(['load/bad-id']);
      }
    },
  );

  it('refuses a link that leads out of the project', () => {
    const codes = inProject([], (root) => {
      unlinkSync(join(root, files.en));
      symlinkSync('/etc/hostname', join(root, files.en));
      const findings: Finding[] = [];
      load(root, 'mini', '1q01', (finding) => findings.push(finding));
      return findings.map(({ code, message }) => `${code} ${message}`);
    });
    expect(codes).toEqual([`load/unreadable ${files.en} is a link that leads out of the project`]);
  });

  it.each(['../plain', '/etc', 'plain/../plain', 'Plain'])('refuses the layout %j', (layout) => {
    const { findings } = loadFixture(withEdit(files.release, 'layout: plain', `layout: ${JSON.stringify(layout)}`));
    expect(findings.map(({ code, at }) => `${code} ${at?.line}:${at?.column}`)).toEqual(['load/missing-file 1:9']);
  });

  it('goes on after a fault, so that the faults of all files appear together', () => {
    const { findings } = loadFixture(
      { file: files.en, remove: true },
      withEdit(files.current, '  costs.staff', '  costs.goods'),
      withEdit(files.fonts, 'sha256: d930d5', 'sha256: d930d6'),
    );
    expect(findings.map(({ code }) => code)).toEqual(['load/yaml', 'load/missing-file', 'load/font']);
  });

  it('ignores hidden files and editor backups', () => {
    const extra = ['data/mini/periods/.1q01.yaml.swp', 'data/mini/periods/1q01.yaml~', 'templates/plain/.DS_Store'];
    expect(loadFixture(...extra.map((file) => ({ file, content: 'x: [' }))).findings).toEqual([]);
  });
});
