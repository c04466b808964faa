// Turn an edit into the parts of a release that it makes anew: all that read what changed, told as a fresh process tells them, and no others.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { load } from '../../src/load/load.ts';
import type { Finding } from '../../src/model/finding.ts';
import { BoundedMemory, type Memory } from '../../src/model/memory.ts';
import type { Release } from '../../src/model/release.ts';
import { validate } from '../../src/validate/validate.ts';
import { files } from '../support/fixture.ts';
import { inProjectFolder } from '../support/mini-project.ts';

/** The small project with three small fonts, one a family: faces are no question here, and large files take time. */
function project() {
  const made = inProjectFolder();
  const kept = ['source-sans-3-400', 'source-sans-3-600', 'source-serif-4-400'];
  made.edit(files.fonts, (text) => {
    const entries = text
      .split(/^(?= {2}- id)/m)
      .filter((entry) => !entry.startsWith('  - id') || kept.some((id) => entry.includes(`id: ${id}\n`)));
    return entries.join('').replace('family: source-sans-3', 'family: noto-sans-jp');
  });
  return made;
}

function opened(root: string, memory?: Memory, theme?: string) {
  const findings: Finding[] = [];
  const report = (finding: Finding) => findings.push(finding);
  const sources = load(root, 'mini', '1q01', report, theme, memory);
  return { release: sources && validate(sources, report, memory), findings };
}

function sound(root: string, memory?: Memory, theme?: string): Release {
  const { release, findings } = opened(root, memory, theme);
  if (!release) throw new Error(findings.map(({ message }) => message).join('\n'));
  return release;
}

/** Parts that stay the same objects, by name; periods, statements and sections one by one. */
function kept(before: Release, after: Release): readonly string[] {
  const named = (release: Release): ReadonlyMap<string, unknown> =>
    new Map<string, unknown>([
      ...Object.entries(release),
      ...[...release.periods].map(([id, period]) => [`period ${id}`, period] as const),
      ...[...release.statements].map(([id, spec]) => [`statement ${id}`, spec] as const),
      ...Object.entries(release.narratives).flatMap(([lang, sections]) =>
        [...sections].map(([id, section]) => [`${lang} ${id}`, section] as const),
      ),
    ]);
  const [old, now] = [named(before), named(after)];
  return [...old.keys()].filter((name) => now.get(name) === old.get(name));
}

const all = [
  ...[
    'form',
    'languages',
    'issuer',
    'concepts',
    'headings',
    'statements',
    'unprinted',
    'leftOut',
    'decidingFlags',
    'charts',
    'pictures',
    'periods',
    'spec',
    'relations',
    'literals',
  ],
  ...['narratives', 'templates', 'style', 'period 1q01', 'period 4q00', 'statement operations', 'statement position'],
  ...['ja summary', 'ja notes', 'en summary', 'en notes'],
];

describe('parts of a release whose files say what they said', () => {
  it('are the same release', () => {
    const { root } = project();
    const memory = new BoundedMemory(128);
    expect(sound(root, memory)).toBe(sound(root, memory));
    expect(sound(root)).not.toBe(sound(root));
  });

  const changes: readonly (readonly [story: string, file: string, from: string, to: string, changed: readonly string[]])[] = [
    ['a figure', files.current, '900,000', '900,001', ['periods', 'period 1q01']],
    ['a comment above figures', files.current, 'start:', '# note\nstart:', ['periods', 'period 1q01']],
    ['a word', files.en, 'Gross margin', 'The margin', ['narratives', 'en summary']],
    ['a line above a narrative', files.en, '## Summary', '\n## Summary', ['narratives', 'en summary', 'en notes']],
    ['a size', files.style, 'pitch: 1.62', 'pitch: 1.7', ['style']],
    ['a comment above a style', files.style, 'pages:', '# note\npages:', []],
    ['a caption', files.operations, '（千円、千米ドル）', '（千円）', ['statements', 'statement operations']],
    ['a label of a concept', files.concepts, 'en: Goods}', 'en: Products}', ['concepts']],
    ['an erratum', files.release, 'misread', 'read wrongly', ['spec', 'periods', 'period 1q01']],
    ['a contact', files.issuer, '03-0000-0000', '03-0000-0001', ['issuer', 'relations', 'literals']],
    ['words of a layout', 'templates/plain/en.hbs', 'English', 'In English', ['templates']],
    ['a comment above fonts', files.fonts, '# The faces', '# note\n# The faces', []],
  ];
  it.each(changes)('stay the same objects beside %s', (_story, file, from, to, changed) => {
    const { root, edit } = project();
    const memory = new BoundedMemory(128);
    const before = sound(root, memory);
    expect(kept(before, before)).toEqual(all);
    edit(file, (text) => text.replace(from, () => to));
    const after = sound(root, memory);
    expect(kept(before, after)).toEqual(all.filter((name) => !changed.includes(name)));
    expect(after).toEqual(sound(root));
  });
});

describe('a part is made anew', () => {
  type Change = readonly [story: string, file: string, change: (text: string) => string];
  const replaced =
    (from: string, to: string) =>
    (text: string): string =>
      text.replace(from, () => to);
  const changes: readonly Change[] = [
    ['figures and waivers, with the scale of the issuer', files.issuer, replaced('scale: thousand', 'scale: million')],
    ['statements, with its regime', files.issuer, replaced('regime: foot', 'regime: truncate')],
    ['columns of translations, with its second currency', files.issuer, replaced('translation: USD\n', '')],
    ['periods, with the year that names them', files.issuer, replaced('scale: thousand', 'scale: thousand\nfiscal-naming: ends')],
    ['everything, with its languages', files.issuer, replaced('languages: [ja, en]', 'languages: [en, ja]')],
    ['everything, with one language less', files.issuer, replaced('languages: [ja, en]', 'languages: [ja]')],
    ['facts, with the scale of their concept', files.concepts, replaced('goods-home: {scale: million', 'goods-home: {scale: thousand')],
    [
      'facts, with the unit of their concept',
      files.concepts,
      replaced('{labels: {ja: 減価償却費', '{unit: ratio, labels: {ja: 減価償却費'),
    ],
    ['whatever names a concept that is gone', files.concepts, replaced('assets.cash:', 'assets.coins:')],
    ['whatever names a concept that is at fault', files.concepts, replaced('assets.cash: {', 'assets.cash: {decimals: x, ')],
    ['columns and bases, with the roles of the release', files.release, replaced('prior-quarter: 4q00', 'prior-quarter: 1q01')],
    ['columns and bases, without a role', files.release, replaced(', prior-quarter: 4q00', '')],
    [
      'a period, with a control of the release',
      files.release,
      replaced('period: current, measure: translated', 'period: 4q00, measure: amount'),
    ],
    ['what is printed, with the list of the release', files.release, replaced('rate: 120.00', 'rate: 120.00\nstatements: [position]')],
    ['what is wanted, with another page class', files.release, replaced('targets: {ja-text: 1}', 'targets: {de-text: 1}')],
    [
      'a waiver, by its place',
      files.release,
      replaced('errata:', 'waivers: [{check: balance, relation: x, period: current, difference: "1", why: y}]\nerrata:'),
    ],
    ['what is printed, with the layout', 'templates/plain/release.hbs', replaced('{{table "position"}}', '')],
    ['what is printed, with the narrative', files.en, replaced('Goods include', '{{table "third"}} Goods include')],
    ['a section, with the heading that names it', files.en, replaced('## Summary {', '## In short {')],
    ['the families that a style may name', files.fonts, (text) => text.replaceAll('family: source-serif-4', 'family: source-serif')],
    ['a style', files.style, replaced('size: 10.5', 'size: ten')],
  ];

  it.each(changes)('%s', (_story, file, change) => {
    const { root, edit } = project();
    const memory = new BoundedMemory(128);
    const before = opened(root, memory);
    const undo = edit(file, change);
    const fresh = opened(root);
    expect({ ...before.release, findings: before.findings }).not.toEqual({ ...fresh.release, findings: fresh.findings });
    for (const _ of ['once', 'twice']) expect(opened(root, memory)).toEqual(fresh);
    undo();
    expect(opened(root, memory)).toEqual(before);
    expect(opened(root, memory).release).toBe(before.release);
  });

  it.each([files.prior, files.operations])('whatever names %s, once it is gone', (file) => {
    const { root, edit } = project();
    const memory = new BoundedMemory(128);
    const before = sound(root, memory);
    const undo = edit(file, (text) => `${text}\n`);
    rmSync(join(root, file));
    expect(opened(root, memory)).toEqual(opened(root));
    expect(opened(root).findings).not.toEqual([]);
    undo();
    expect(sound(root, memory)).toBe(before);
  });

  it('a release, with the second currency that wants a rate', () => {
    const { root, edit } = project();
    const memory = new BoundedMemory(128);
    edit(files.release, (text) => text.replace('rate: 120.00\n', ''));
    const undo = edit(files.issuer, (text) => text.replace('translation: USD\n', ''));
    opened(root, memory);
    undo();
    expect(opened(root, memory)).toEqual(opened(root));
    expect(opened(root, memory).findings.map(({ message }) => message)).toEqual(['key rate is missing: issuer.yaml translates to USD']);
  });

  it('what is printed, with a narrative that places it', () => {
    const { root, edit } = project();
    const memory = new BoundedMemory(128);
    edit('templates/plain/release.hbs', (text) => text.replace('{{table "position"}}', ''));
    const printed = () => [...sound(root, memory).statements.keys()];
    expect(printed()).toEqual(['operations']);
    edit(files.en, (text) => text.replace('Goods include', '{{table "position"}} Goods include'));
    expect(printed()).toEqual(['operations', 'position']);
  });

  it('every file, with a language that they may not have any more', () => {
    const { root, edit } = project();
    const memory = new BoundedMemory(128);
    sound(root, memory);
    edit(files.issuer, (text) => text.replace('languages: [ja, en]', 'languages: [ja]'));
    rmSync(join(root, files.en));
    const { findings } = opened(root, memory);
    expect(findings).toEqual(opened(root).findings);
    expect(findings.filter(({ code }) => code === 'validate/unlisted-language').map(({ at }) => at?.file)).toContain(files.concepts);
  });

  it('a style, in the order of the languages', () => {
    const { root, edit } = project();
    const memory = new BoundedMemory(128);
    const ordered = () => [sound(root, memory).languages, Object.keys(sound(root, memory).style.blocks)];
    expect(ordered()).toEqual([
      ['ja', 'en'],
      ['ja', 'en'],
    ]);
    edit(files.issuer, (text) => text.replace('languages: [ja, en]', 'languages: [en, ja]'));
    expect(ordered()).toEqual([
      ['en', 'ja'],
      ['en', 'ja'],
    ]);
  });

  it('names of periods, once there is another', () => {
    const { root } = project();
    const memory = new BoundedMemory(128);
    sound(root, memory);
    writeFileSync(join(root, 'data/mini/periods/3q00.yaml'), 'start: 2000-10-01\nend: 2000-12-31\nfiscal: {year: 2000, quarter: 3}\n');
    expect(sound(root, memory)).toEqual(sound(root));
  });

  it('the pages wanted, in a theme that the release does not name', () => {
    const { root, edit } = project();
    const memory = new BoundedMemory(128);
    const plain = sound(root, memory);
    const large = sound(root, memory, 'large');
    expect(large).toEqual(sound(root, undefined, 'large'));
    expect([plain.spec.targets.size, large.spec.targets.size]).toEqual([1, 0]);
    expect(sound(root, memory, 'large')).toBe(large);
    expect(large.style).not.toBe(plain.style);
    expect(large.concepts).toBe(plain.concepts);
    edit(files.release, (text) => text.replace('rate: 120.00', 'rate: 121.00'));
    expect(sound(root, memory, 'large')).toEqual(sound(root, undefined, 'large'));
  });
});
