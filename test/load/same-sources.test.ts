// Turn files that say what they said into the very same objects, and a file that says something else into new ones, whatever the system says of it.
import { appendFileSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { load } from '../../src/load/load.ts';
import { sameSources } from '../../src/load/same-sources.ts';
import type { Finding } from '../../src/model/finding.ts';
import { BoundedMemory, type Memory } from '../../src/model/memory.ts';
import type { Sources } from '../../src/model/sources.ts';
import { files } from '../support/fixture.ts';
import { inProjectFolder } from '../support/mini-project.ts';

function opened(root: string, memory: Memory | undefined, theme?: string) {
  const findings: Finding[] = [];
  const sources = load(root, 'mini', '1q01', (finding) => findings.push(finding), theme, memory);
  return { sources, findings };
}

function sound(root: string, memory: Memory | undefined, theme?: string): Sources {
  const { sources, findings } = opened(root, memory, theme);
  if (!sources) throw new Error(findings.map(({ message }) => message).join('\n'));
  return sources;
}

describe('files that say what they said', () => {
  it('are the same sources, also when they were written again', () => {
    const { root } = inProjectFolder();
    const memory = new BoundedMemory(128);
    const sources = sound(root, memory);
    writeFileSync(join(root, files.current), readFileSync(join(root, files.current)));
    expect(sound(root, memory)).toBe(sources);
  });

  it('are other objects in a process that keeps nothing', () => {
    const { root } = inProjectFolder();
    expect(sound(root, undefined).issuer).not.toBe(sound(root, undefined).issuer);
  });

  it('stay the same objects beside one that changed', () => {
    const { root, edit } = inProjectFolder();
    const memory = new BoundedMemory(128);
    const before = sound(root, memory);
    const undo = edit(files.current, (text) => text.replace('900,000', '900,001'));
    const after = sound(root, memory);
    expect(after).not.toBe(before);
    expect(after.periods).not.toBe(before.periods);
    expect(after.periods.get('1q01')).not.toBe(before.periods.get('1q01'));
    expect(after.periods.get('4q00')).toBe(before.periods.get('4q00'));
    for (const part of ['issuer', 'concepts', 'statements', 'release', 'narratives', 'templates', 'style', 'fontManifest'] as const)
      expect(after[part], part).toBe(before[part]);
    undo();
    expect(sound(root, memory)).toBe(before);
  });
});

describe('two files of one content', () => {
  it('are two files, each at its own place', () => {
    const { root } = inProjectFolder();
    writeFileSync(join(root, 'data/mini/periods/copy.yaml'), readFileSync(join(root, files.current)));
    const { periods } = sound(root, new BoundedMemory(128));
    expect(['1q01', 'copy'].map((id) => periods.get(id)?.locate([]).file)).toEqual([files.current, 'data/mini/periods/copy.yaml']);
  });
});

describe('sources that differ in one field', () => {
  it('are other sources, whichever it is', () => {
    const { root } = inProjectFolder();
    const memory = new BoundedMemory(128);
    const sources = sound(root, memory);
    expect(sameSources(memory, { ...sources })).toBe(sources);
    for (const field of Object.keys(sources) as (keyof Sources)[])
      expect(sameSources(memory, { ...sources, [field]: otherThan(sources[field]) }), field).not.toBe(sources);
  });
});

/** A text, a list or a map that says something else, or another object. */
function otherThan(value: Sources[keyof Sources]): unknown {
  if (typeof value === 'string') return `${value}x`;
  if (typeof value !== 'object') return value !== true;
  if (value instanceof Map) return new Map([...value, ['more', {}]]);
  return Array.isArray(value) ? [...value, 'x'] : { ...value };
}

describe('a file that says something else', () => {
  it('makes other sources, whichever of them it is', () => {
    const { root } = inProjectFolder();
    const memory = new BoundedMemory(128);
    const before = sound(root, memory);
    const read = [...before.hashes.keys()].filter((file) => /^(?:data|templates|fonts)\//.test(file));
    expect(read.length).toBeGreaterThan(20);
    for (const file of read) {
      const text = readFileSync(join(root, file));
      appendFileSync(join(root, file), '\n');
      const after = sound(root, memory);
      expect(after, file).not.toBe(before);
      expect(after.hashes.get(file), file).not.toBe(before.hashes.get(file));
      expect(after.hashes).toEqual(sound(root, undefined).hashes);
      writeFileSync(join(root, file), text);
    }
    expect(sound(root, memory)).toBe(before);
  });

  it('is seen where its length and its time of change are what they were', () => {
    const { root, edit } = inProjectFolder();
    const memory = new BoundedMemory(128);
    const before = sound(root, memory);
    const { atime, mtime } = statSync(join(root, files.current));
    edit(files.current, (text) => text.replace('900,000', '900,009'));
    utimesSync(join(root, files.current), atime, mtime);
    expect(sound(root, memory).periods.get('1q01')?.text).toContain('900,009');
    expect(sound(root, memory)).not.toBe(before);
  });

  it('may be one that a theme is laid over', () => {
    const { root, edit } = inProjectFolder();
    const memory = new BoundedMemory(128);
    const large = sound(root, memory, 'large');
    expect(sound(root, memory, 'large')).toBe(large);
    expect(sound(root, memory).style).not.toBe(large.style);
    edit(files.style, (text) => text.replace('pitch: 1.62', 'pitch: 1.7'));
    expect(sound(root, memory, 'large').style.value).toMatchObject({ tables: { statement: { pitch: '1.7', sizes: ['9'] } } });
    expect(sound(root, memory, 'large').style).not.toBe(large.style);
  });

  it('is told again what is wrong with it, at the place where it stands now', () => {
    const { root, edit } = inProjectFolder();
    const memory = new BoundedMemory(128);
    const told = () => opened(root, memory).findings.map(({ code, at }) => `${code} ${at?.file}:${at?.line}:${at?.column}`);
    edit(files.en, (text) => text.replace('Goods include', 'Goods ｱ include'));
    edit(files.current, (text) => text.replace('fiscal: ', '# note\nfiscal: ').replace('previous: 4q00', 'previous: 4q00 #x'));
    const found = [`load/yaml ${files.current}:5:16`, `load/look-alike ${files.en}:9:33`];
    expect(told()).toEqual(found);
    expect(told()).toEqual(found);
    edit(files.en, (text) => `\n${text}`);
    expect(told()).toEqual([found[0], `load/look-alike ${files.en}:10:33`]);
  });

  it('is refused each time that it cannot be read, and taken again when it is mended', () => {
    const { root, edit } = inProjectFolder();
    const memory = new BoundedMemory(128);
    const before = sound(root, memory);
    const undo = edit(files.concepts, (text) => text.replace('labels: {', 'labels: {{'));
    for (const _ of ['once', 'twice']) {
      const { sources, findings } = opened(root, memory);
      expect(sources).toBeUndefined();
      expect(findings).toEqual(opened(root, undefined).findings);
      expect(findings).not.toEqual([]);
    }
    undo();
    expect(sound(root, memory)).toBe(before);
  });
});
