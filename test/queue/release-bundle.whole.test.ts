// Turn a release set in a face of its project's own into a bundle, and the bundle into a project of the same files in another folder.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { load } from '../../src/load/load.ts';
import { PackedFilesError } from '../../src/queue/packed-files.ts';
import { bundleOf, fontsOf, openBundle, writeProject } from '../../src/queue/release-bundle.ts';
import { runCommand } from '../support/run-command.ts';
import { projectRoot } from '../support/sample.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const faces = join(projectRoot, 'node_modules/@expo-google-fonts');

it('carries faces of the project and those that the program does not bring, and no others', async () => {
  const root = temporaryFolder('bundle');
  cpSync(join(projectRoot, 'templates/tanshin/starter'), root, { recursive: true });
  cpSync(join(projectRoot, 'templates/tanshin'), join(root, 'templates/tanshin'), { recursive: true });
  mkdirSync(join(root, 'fonts'));
  cpSync(join(faces, 'source-serif-4/400Regular/SourceSerif4_400Regular.ttf'), join(root, 'fonts/House.ttf'));
  const style = 'extends: style.yaml\nfonts:\n  ja: {text: shippori-mincho}\n  en: {text: house}\n';
  writeFileSync(join(root, 'templates/tanshin/style.house.yaml'), style);
  await runCommand(['fonts', 'fonts/House.ttf', '--licence', 'OFL-1.1', '--family', 'house'], root);
  const place = { root, issuer: 'minato', release: '2026h1', theme: 'house' };
  const opened = (folder: string) => {
    const findings: string[] = [];
    const sources = load(folder, place.issuer, place.release, ({ message }) => void findings.push(message), place.theme);
    if (!sources) throw new Error(findings.join('\n'));
    return sources;
  };
  const sources = opened(root);
  const bundle = bundleOf(place, { attach: false, text: false }, sources);
  const content = openBundle(bundle.bytes, bundle.id);
  const carried = [...fontsOf(content).keys()];
  expect(carried.filter((name) => !name.startsWith('@expo-google-fonts/shippori-mincho/'))).toEqual(['fonts/House.ttf']);
  expect(carried).toHaveLength(4);
  expect([...bundle.fonts.keys()].sort()).toEqual([...fontsOf(content).values()].sort());

  const there = temporaryFolder('bundle');
  const files = new Map<string, string>();
  for (const [sha256, read] of bundle.fonts) {
    const file = join(temporaryFolder('bundle'), 'font');
    writeFileSync(file, read());
    files.set(sha256, file);
  }
  writeProject(content, there, (sha256) => files.get(sha256) ?? '');
  expect(readFileSync(join(there, 'fonts/House.ttf'))).toEqual(readFileSync(join(root, 'fonts/House.ttf')));
  expect(Object.fromEntries(opened(there).hashes)).toEqual(Object.fromEntries(sources.hashes));

  for (const name of ['../House.ttf', 'fonts/../../x.ttf', 'data/x.ttf', 'fonts/fonts.yaml', 'nowhere/x.ttf'])
    expect(() => fontsOf({ ...content, fonts: [name] }), name).toThrow(PackedFilesError);
});
