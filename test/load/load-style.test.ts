// Turn themes that say only what differs into whole styles, and their faults into findings in the file that has them.
import { describe, expect, it } from 'vitest';
import { files, loadFixture, withEdit } from '../support/fixture.ts';

const large = 'templates/plain/style.large.yaml';
const inLarge = withEdit(files.release, 'layout: plain\n', 'layout: plain\nstyle: large\n');
const theme = (content: string) => ({ file: large, content });

describe('a theme', () => {
  it('takes over what it does not say, key by key, and replaces lists', () => {
    const plain = loadFixture();
    const { findings, release, sources } = loadFixture(inLarge);
    expect(findings).toEqual([]);
    expect(sources?.theme).toBe('large');
    const [was, is] = [plain.release?.style, release?.style];
    expect(is?.pages.get('en-text')).toEqual({ ...was?.pages.get('en-text'), left: 87.64, measure: 420 });
    expect(is?.pages.get('ja-text')).toEqual(was?.pages.get('ja-text'));
    expect(is?.blocks.en?.get('p')).toEqual({ ...was?.blocks.en?.get('p'), size: 11.5, leading: 15 });
    expect(is?.blocks.en?.get('p.notice')?.size).toBe(11.5);
    expect(is?.blocks.ja).toEqual(was?.blocks.ja);
    expect(is?.tables.get('statement')).toEqual({ ...was?.tables.get('statement'), sizes: [9] });
    // In style.yaml both kinds of table are one mapping by an alias: the theme speaks of one of them only.
    expect(is?.tables.get('statistics')).toEqual(was?.tables.get('statistics'));
    expect(is?.ladder.get('en-text')).toEqual([{ size: 11.5, leading: 15, measure: 420 }]);
  });

  it('is read with every file that it extends, and both are hashed; without it neither is', () => {
    expect([...(loadFixture(inLarge).sources?.hashes.keys() ?? [])]).toEqual(expect.arrayContaining([large, files.style]));
    expect(loadFixture().sources?.hashes.has(large)).toBe(false);
  });

  it('may extend a theme that extends another: the nearest word counts', () => {
    const wide = { file: 'templates/plain/style.wide.yaml', content: 'extends: style.large.yaml\nblocks: {en: {p: {leading: 16}}}\n' };
    const { findings, release } = loadFixture(wide, withEdit(files.release, 'layout: plain\n', 'layout: plain\nstyle: wide\n'));
    expect(findings).toEqual([]);
    expect(release?.style.blocks.en?.get('p')).toMatchObject({ size: 11.5, leading: 16, align: 'justify' });
  });

  it('may say everything and extend nothing, and then takes over nothing', () => {
    const { listed } = loadFixture(inLarge, theme('pages: {}\n'));
    expect(listed).toContain(`validate/missing-key ${large}:1:1 «pages: {}» key fonts is missing | add fonts: to this file`);
  });

  it('must be among those of the layout; default is style.yaml', () => {
    const asked = (style: string) => loadFixture(withEdit(files.release, 'layout: plain\n', `layout: plain\nstyle: ${style}\n`));
    expect(asked('larg').listed).toEqual([
      `load/unknown-theme ${files.release}:2:8 «larg» layout plain has no style "larg" | styles here: default, large`,
    ]);
    expect(asked('../plain/style').findings.map(({ code }) => code)).toEqual(['load/unknown-theme']);
    expect(asked('default')).toMatchObject({ findings: [], sources: { theme: 'default', style: { file: files.style } } });
  });

  it('named default would never be read, and is refused', () => {
    expect(loadFixture({ file: 'templates/plain/style.default.yaml', content: '' }).findings.map(({ code }) => code)).toEqual([
      'load/bad-id',
    ]);
  });
});

describe('a fault of a theme stands in the file that has it', () => {
  it.each([
    [
      'of the theme alone',
      'extends: style.yaml\nfolio: {size: x}\n',
      `validate/number ${large}:2:15 «x» "x" is not a number of at least 1`,
    ],
    [
      'an unknown key',
      'extends: style.yaml\nblocks:\n  en:\n    p: {leadng: 15}\n',
      `validate/unknown-key ${large}:4:9 «leadng» key leadng is not known here | did you mean leading?`,
    ],
    [
      'a list where a mapping stands',
      'extends: style.yaml\npages: [en-text]\n',
      `validate/wrong-type ${large}:2:8 «[en-text]» pages is a list, not a mapping of keys`,
    ],
    [
      'a value that only its base makes wrong',
      'extends: style.yaml\npages: {en-text: {left: 200}}\n',
      `validate/style ${files.style}:4:66 «468» left 200 and measure 468 exceed the width 595.28 | a line of 395.28 would reach the edge of the sheet | left is said here ${large}:2:25 «200»`,
    ],
    [
      'a new block without what a block needs',
      'extends: style.yaml\nblocks: {en: {p.deck: {leading: 12, font: text}}}\n',
      `validate/missing-key ${large}:2:15 «p.deck» p.deck has no key size | add size: to it, or extend a block that has one`,
    ],
    [
      'itself',
      'extends: style.large.yaml\n',
      `load/extends ${large}:1:10 «style.large.yaml» style.large.yaml extends itself | one of them must say everything, and extend nothing`,
    ],
    [
      'a base that is not there',
      'extends: style.yml\n',
      `load/extends ${large}:1:10 «style.yml» style.yml is no style of layout plain | a theme extends a file beside it: style.yaml`,
    ],
    [
      'a base of another layout',
      'extends: ../plain/style.yaml\n',
      `load/extends ${large}:1:10 «../plain/style.yaml» ../plain/style.yaml is no style of layout plain | a theme extends a file beside it: style.yaml`,
    ],
    [
      'no base',
      'extends:\n',
      `load/extends ${large}:1:9 «» this is no style of layout plain | a theme extends a file beside it: style.yaml`,
    ],
  ])('%s', (_, content, line) => {
    expect(loadFixture(inLarge, theme(content)).listed).toEqual([line]);
  });

  it('of the base, also where the theme speaks of its neighbour', () => {
    expect(
      loadFixture(inLarge, withEdit(files.style, 'left: 63.64, measure: 468, top: 84', 'left: 63.64, measure: 468, top: x')).listed,
    ).toEqual([`validate/number ${files.style}:4:76 «x» "x" is not a number of at least 0`]);
  });
});
