// Turn narratives into sections whose text stands exactly where it says.
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import { cutNarrative } from '../../src/validate/cut-narrative.ts';
import { timeTaken } from '../support/time-taken.ts';

function cut(text: string) {
  const findings: Finding[] = [];
  const lineStarts = [0, ...[...text.matchAll(/\n/g)].map((match) => match.index + 1)];
  const sections = cutNarrative({ file: 'n.md', text, lineStarts }, 'en', (finding) => findings.push(finding));
  return { sections, findings: findings.map(({ code, at }) => `${code} ${at?.line}:${at?.column}+${at?.length}`) };
}

describe('cutNarrative', () => {
  it('cuts at level-2 headings with an id and keeps everything between', () => {
    const text = '\n\n## One {#one}\nfirst\n### Inner\n#### {#not-cut}\nlast\n##  Two words {#two-words}  \n\nend';
    const { sections, findings } = cut(text);
    expect(findings).toEqual([]);
    expect([...sections.values()].map(({ id, text: body, line }) => [id, body, line])).toEqual([
      ['one', 'first\n### Inner\n#### {#not-cut}\nlast\n', 4],
      ['two-words', '\nend', 9],
    ]);
  });

  it('says of each section where its text begins', () => {
    const text = '## A {#a}\n\nalpha\n\n## B {#b}\nbeta\n';
    for (const { line, text: body } of cut(text).sections.values()) {
      expect(
        text
          .split('\n')
          .slice(line - 1)
          .join('\n')
          .startsWith(body),
      ).toBe(true);
    }
  });

  it('gives an empty section an empty text', () => {
    const { sections } = cut('## A {#a}\n## B {#b}');
    expect([...sections.values()].map(({ text }) => text)).toEqual(['', '']);
  });

  it.each([
    ['text before the first section', 'Lost.\nAlso lost.\n## A {#a}\n', ['validate/section 1:1+5']],
    ['a heading without id', '## A {#a}\nx\n## B\ny\n', ['validate/section 3:1+4']],
    ['an id that is none', '## A {#1a}\nx\n', ['validate/section 1:8+2']],
    ['an empty id', '## A {#}\nx\n', ['validate/section 1:8+1']],
    ['an id given twice', '## A {#a}\nx\n## B {#a}\ny\n', ['validate/duplicate 3:8+1']],
    ['a heading of nothing', '##\nx\n', ['validate/section 1:1+2']],
  ])('refuses %s', (_story, text, expected) => {
    expect(cut(text).findings).toEqual(expected);
  });

  it('takes no other line for a heading', () => {
    expect([...cut('## A {#a}\n### B {#b}\n #c\n##d {#d}\n').sections.keys()]).toEqual(['a']);
  });

  it('refuses a paragraph beyond all use where it begins, and takes a list for many', () => {
    const long = `## A {#a}\n\n${'word '.repeat(1500)}\n${'word '.repeat(1500)}\n\nend`;
    expect(cut(long).findings).toEqual(['validate/section 3:1+7500']);
    expect(cut(`## A {#a}\n\n${'- an item of a list\n'.repeat(1500)}`).findings).toEqual([]);
    expect(cut(`## A {#a}\n\n${`${'word '.repeat(1900)}\n\n`.repeat(5)}`).findings).toEqual([]);
  });

  it('refuses more sections than a narrative has', () => {
    const text = Array.from({ length: 501 }, (_, index) => `## S {#s${index}}\n`).join('');
    expect(cut(text).findings).toEqual(['validate/section 501:1+12']);
  });

  it('reads a heading of any length at once', () => {
    const taken = timeTaken();
    for (const middle of [' '.repeat(100_000), ' {#'.repeat(30_000).concat('}'), '}'.repeat(100_000), ' {#a} '.repeat(20_000)])
      expect([...cut(`## A${middle}x {#a}\ntext`).sections.keys()]).toEqual(['a']);
    expect(taken()).toBeLessThan(1000);
  });
});
