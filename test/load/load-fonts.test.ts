// Turn the font manifest into fonts twice, with a memory and without: the same objects where nothing changed, and never less than is wrong.
import { expect, it } from 'vitest';
import { fileReader } from '../../src/load/file-reader.ts';
import { loadFonts } from '../../src/load/load-fonts.ts';
import { parseYaml } from '../../src/load/parse-yaml.ts';
import type { Finding } from '../../src/model/finding.ts';
import { BoundedMemory, forgetful, type Memory } from '../../src/model/memory.ts';
import { projectRoot } from '../support/sample.ts';

function open(memory: Memory, change: (text: string) => string = (text) => text) {
  const findings: Finding[] = [];
  const report = (finding: Finding) => void findings.push(finding);
  const read = fileReader(projectRoot, report, memory);
  const source = read.text('fonts/fonts.yaml');
  const manifest = source && parseYaml({ ...source, text: change(source.text) }, report);
  if (!manifest) throw new Error('there is no font manifest');
  return { ...loadFonts(projectRoot, manifest, read, report, memory), findings, hashes: read.hashes };
}

it('answers the same font files from a memory, with their hashes all the same, and others without', () => {
  const memory = new BoundedMemory(100);
  const [first, second, third] = [open(memory), open(memory), open(forgetful)];
  expect(first.files.size).toBe(30);
  for (const [id, file] of first.files) {
    expect(second.files.get(id), id).toBe(file);
    expect(third.files.get(id), id).not.toBe(file);
  }
  expect([...second.hashes]).toEqual([...first.hashes]);
  expect([...third.hashes]).toEqual([...first.hashes]);
});

it('tells that a file is not the one of the manifest, also when the memory knows the file', () => {
  const memory = new BoundedMemory(100);
  const sound = open(memory);
  expect(sound.findings).toEqual([]);
  const wrong = open(memory, (text) => text.replace('sha256: d930d5d5', 'sha256: 00000000'));
  expect(wrong.findings.map(({ message }) => message)).toEqual([
    'the file of font noto-sans-jp-400 has the sha256 d930d5d52d15…, not 000000002d15…',
  ]);
  expect(wrong.files.has('noto-sans-jp-400')).toBe(false);
  expect(wrong.files.get('noto-sans-jp-500')).toBe(sound.files.get('noto-sans-jp-500'));
});

it('gives a font of another id as another file', () => {
  const memory = new BoundedMemory(100);
  const sound = open(memory);
  const renamed = open(memory, (text) => text.replace('id: noto-sans-jp-400', 'id: noto-sans-jp-500'));
  expect(renamed.files.get('noto-sans-jp-500')?.id).toBe('noto-sans-jp-500');
  expect(sound.files.get('noto-sans-jp-400')?.id).toBe('noto-sans-jp-400');
});
