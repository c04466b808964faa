// Turn paths of data files into the schemas that they have, and into the lines that link them.
import { describe, expect, it } from 'vitest';
import { schemaLine, schemaLineLike, schemaOf } from '../../src/model/schema-link.ts';

describe('a file has the schema of its place', () => {
  it.each([
    ['data/a/issuer.yaml', 'issuer'],
    ['data/a/concepts.yaml', 'concepts'],
    ['data/a/statements/income.yaml', 'statement'],
    ['data/a/periods/2026h1.yaml', 'period'],
    ['data/a/charts/sales.yaml', 'chart'],
    ['data/a/releases/2026h1/release.yaml', 'release'],
    ['data/a/releases/2026h1/review.yaml', 'review'],
    ['data/a/releases/2026h1/correction.yaml', 'correction'],
    ['templates/x/style.yaml', 'style'],
    ['templates/x/style.large.yaml', 'theme'],
    ['fonts/fonts.yaml', 'fonts'],
    ['data/a/taxonomy.yaml', 'taxonomy'],
    ['data/a/releases/2026h1/carried.yaml', 'carried'],
    ['templates/dictionary/income.yaml', 'accounts'],
    ['templates/dictionary/wording.yaml', 'wording'],
    ['map.yaml', 'map'],
    ['out/a/2026h1/export/2026h1.map.yaml', 'map'],
    ['data/a/releases/2026h1/narrative.en.md', undefined],
    ['templates/x/release.hbs', undefined],
  ])('%s: %s', (path, name) => {
    expect(schemaOf(path)).toBe(name);
  });
});

describe('the line that links it', () => {
  it('leads from the folder of the file to the schemas of the project', () => {
    expect(schemaLine('map.yaml')).toBe('# yaml-language-server: $schema=.kessan/schema/map.json');
    expect(schemaLine('data/a/periods/2026h1.yaml')).toBe('# yaml-language-server: $schema=../../../.kessan/schema/period.json');
    expect(schemaLine('data/a/notes.md')).toBe('');
  });

  it('leads where that of a neighbour leads', () => {
    const elsewhere = '# yaml-language-server: $schema=https://example.com/kessan/release.json\nlayout: x\n';
    expect(schemaLineLike(elsewhere, 'data/a/releases/b/carried.yaml')).toBe(
      '# yaml-language-server: $schema=https://example.com/kessan/carried.json',
    );
    expect(schemaLineLike('layout: x\n', 'data/a/releases/b/carried.yaml')).toBe(schemaLine('data/a/releases/b/carried.yaml'));
  });
});
