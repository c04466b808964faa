// Turn projects with and without layouts and fonts of their own into what load reads, and under which names.
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { printFindings } from '../../src/commands/report-findings.ts';
import { load } from '../../src/load/load.ts';
import { folderOf, listLayouts, packageRoot, pathOf } from '../../src/load/package-files.ts';
import { listThemes } from '../../src/load/themes.ts';
import type { Finding } from '../../src/model/finding.ts';
import { fixtureRelease, inProject, withEdit } from '../support/fixture.ts';
import { projectRoot } from '../support/sample.ts';

const { issuer, release } = fixtureRelease;
const withLayout = (layout: string, style = '') =>
  withEdit('data/mini/releases/1q01/release.yaml', 'layout: plain', `layout: ${layout}${style && `\nstyle: ${style}`}`);

function loaded(root: string) {
  const findings: Finding[] = [];
  const sources = load(root, issuer, release, (finding) => findings.push(finding));
  return { findings, sources, read: [...(sources?.hashes.keys() ?? [])].filter((name) => !name.startsWith('data/')) };
}

describe('files of the package', () => {
  it('are found from this code, and named alike wherever they stand', () => {
    expect(packageRoot).toBe(projectRoot);
    expect(pathOf('/project', 'kessan:templates/tanshin/style.yaml')).toBe(join(projectRoot, 'templates/tanshin/style.yaml'));
    expect(pathOf('/project', 'data/mini/issuer.yaml')).toBe('/project/data/mini/issuer.yaml');
  });

  it('stand in for a layout and fonts that the project has not', () => {
    inProject([withLayout('tanshin')], (root) => {
      rmSync(join(root, 'fonts'), { recursive: true });
      // Another version of a font that the project happens to have is not the one that the package asks for.
      mkdirSync(join(root, 'node_modules/@expo-google-fonts/noto-sans-jp'), { recursive: true });
      const { findings, sources, read } = loaded(root);
      expect(findings).toEqual([]);
      expect(read).toContain('kessan:templates/tanshin/release.hbs');
      expect(read).toContain('kessan:templates/tanshin/style.yaml');
      expect(read).toContain('kessan:fonts/fonts.yaml');
      expect(read).toContain('kessan:fonts/metrics/noto-sans-jp-400.json');
      expect(read).toContain('@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf');
      expect(sources?.style.file).toBe('kessan:templates/tanshin/style.yaml');
      expect(sources?.fonts.size).toBe(15);
    });
  });

  it('give way to a folder of the project, which is taken whole', () => {
    inProject([withLayout('tanshin')], (root) => {
      mkdirSync(join(root, 'templates/tanshin'));
      cpSync(join(root, 'templates/plain/release.hbs'), join(root, 'templates/tanshin/release.hbs'));
      expect(folderOf(root, 'templates/tanshin')).toBe('templates/tanshin');
      const { findings, sources } = loaded(root);
      expect(sources).toBeUndefined();
      // The style of the package's layout of that name is none of this one's.
      expect(findings.map(({ code, message }) => `${code} ${message}`)).toEqual([
        'load/missing-file templates/tanshin/style.yaml is missing',
      ]);
    });
  });

  it('give way to a folder fonts, too, which then says what faces it has', () => {
    inProject([{ file: 'fonts/fonts.yaml', remove: true }], (root) => {
      expect(loaded(root).findings.map(({ message, hints }) => [message, hints])).toEqual([
        ['fonts/fonts.yaml is missing', ['it lists the faces of a project that has a folder fonts; without one those of kessan are taken']],
      ]);
    });
  });

  it('offer their themes, and refuse others with the names of what there is', () => {
    inProject([withLayout('tanshin', 'comfort')], (root) => {
      expect(listThemes(root, issuer, release)).toEqual({
        layout: 'tanshin',
        own: 'comfort',
        all: ['default', 'comfort', 'mincho', 'plex'],
      });
      expect(loaded(root).sources?.style.file).toBe('kessan:templates/tanshin/style.comfort.yaml');
    });
    inProject([withLayout('tanshin', 'confort')], (root) => {
      expect(loaded(root).findings.map(({ hints }) => hints)).toEqual([['styles here: default, comfort, mincho, plex']]);
    });
  });

  it('are listed with the layouts of the project', () => {
    inProject([], (root) => {
      expect(listLayouts(root)).toEqual(['plain', 'tanshin', 'us-filer']);
      expect(listLayouts()).toEqual(['tanshin', 'us-filer']);
    });
  });

  it('are shown with the line at fault, as files of the project are', () => {
    const at = { file: 'kessan:fonts/fonts.yaml', line: 4, column: 1, length: 5 };
    const text = printFindings([{ severity: 'error', code: 'load/font', message: 'wrong', at }], '/nowhere', false);
    expect(text).toBe('error[load/font] wrong\n  kessan:fonts/fonts.yaml:4:1\n  4 | fonts:\n    | ^^^^^\n');
  });

  it('are no way out of the project for names that data may choose', () => {
    inProject([withLayout('"kessan:tanshin"')], (root) => {
      writeFileSync(join(root, 'templates', 'note.txt'), '');
      const { findings } = loaded(root);
      expect(findings.map(({ message, hints }) => [message, hints])).toEqual([
        ['layout "kessan:tanshin" has no folder in templates/', ['layouts here: plain, tanshin, us-filer']],
      ]);
    });
  });
});
