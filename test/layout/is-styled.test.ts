// Turn styles that lack a block into findings at the blocks that want it.

import { describe, expect, it } from 'vitest';
import { layout } from '../../src/layout/layout.ts';
import type { Finding } from '../../src/model/finding.ts';
import { inLang } from '../../src/model/language.ts';
import type { Style } from '../../src/model/style.ts';
import { composeSample } from '../support/sample.ts';

const { document, release, sources, findings } = composeSample();
if (!document || !release || !sources) throw new Error(findings.map(({ message }) => message).join('\n'));

/** The sample's style without some blocks of one language, each with its classes. */
function without(lang: 'ja' | 'en', ...tags: readonly string[]): Style {
  const { style } = release as NonNullable<typeof release>;
  const kept = [...inLang(style.blocks, lang)].filter(([name]) => !tags.includes(name.split('.')[0] ?? ''));
  return { ...style, blocks: { ...style.blocks, [lang]: new Map(kept) } };
}

function found(style: Style): { readonly findings: readonly Finding[]; readonly pages: number } {
  const told: Finding[] = [];
  if (!document || !sources) throw new Error('unreachable');
  const { pages } = layout(document, style, sources.fontMetrics, new Map(), (finding) => told.push(finding));
  return { findings: told, pages: pages.length };
}

describe('a style without a block that the document wants', () => {
  it.each(['h1', 'h2', 'h3', 'li', 'caption', 'unit', 'head', 'cell', 'note'])('%s is told once, where it is first wanted', (tag) => {
    const { findings: told, pages } = found(without('en', tag));
    expect(pages).toBe(0);
    expect(told.map(({ code, message }) => `${code} ${message}`)).toEqual([`layout/unknown-block the style has no block ${tag} in en`]);
    expect(told[0]?.at?.line).toBeGreaterThan(0);
    expect(told[0]?.hints).toEqual([`add ${tag}: to blocks.en of the style, such as ${tag}: {extends: p}`]);
  });

  it('tells every block that is lacking', () => {
    expect(found(without('ja', 'unit', 'h1')).findings.map(({ message }) => message)).toEqual([
      'the style has no block h1 in ja',
      'the style has no block unit in ja',
    ]);
  });

  it('may lack what nothing wants', () => {
    expect(found(without('ja', 'h4')).findings).toEqual([]);
  });
});
