// Turn a changed document or style into pages by a memory that knows the unchanged one: they are those of a layout that knows nothing.
import { describe, expect, it } from 'vitest';
import { layout } from '../../src/layout/layout.ts';
import type { Block, Document, Inline } from '../../src/model/document.ts';
import type { Finding } from '../../src/model/finding.ts';
import { BoundedMemory, forgetful, type Memory } from '../../src/model/memory.ts';
import type { Layout } from '../../src/model/page.ts';
import type { Located } from '../../src/model/span.ts';
import type { Style } from '../../src/model/style.ts';
import { eachField } from '../support/each-field.ts';
import { composeSample, samplePlace } from '../support/sample.ts';

const { sources, release, document: whole } = composeSample(samplePlace, 'merge');
if (!sources || !release || !whole) throw new Error('the sample has a document');
const { style } = release;
const fonts = sources.fontMetrics;

const has = (block: Block, kind: Block['kind']): boolean => block.kind === kind;
/** Some of each kind: enough for a page or two of text in each language, and a statement. */
const document: Document = {
  ...whole,
  parts: whole.parts.map((part) => ({
    ...part,
    sections: part.sections
      .filter(({ blocks }, index) => index === 0 || (index === 1 && blocks.length > 0))
      .map((section) => ({
        ...section,
        blocks: [
          ...section.blocks.slice(0, 6),
          ...(['list', 'note', 'table', 'group', 'words'] as const).flatMap((kind) =>
            section.blocks
              .slice(14)
              .filter((block) => has(block, kind))
              .slice(0, 1),
          ),
        ],
      })),
  })),
};
const targets: ReadonlyMap<string, Located<number>> = new Map([
  ['en-text', { value: 2, at: { file: 'release.yaml', line: 1, column: 1, length: 1 } }],
]);

interface Outcome {
  readonly set: Layout | undefined;
  readonly findings: readonly Finding[];
  /** All that pages say, or why there are none. */
  readonly text: string;
}

function outcome(memory: Memory, given: Document, by: Style = style, wanted = targets): Outcome {
  const findings: Finding[] = [];
  try {
    const set = layout(given, by, fonts, wanted, (finding) => findings.push(finding), memory);
    return { set, findings, text: JSON.stringify([set.pages, [...set.anchors], findings]) };
  } catch (error) {
    return { set: undefined, findings, text: String(error) };
  }
}

/** The same document, each place `lines` further down. */
function moved<T>(value: T, lines = 1): T {
  const move = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(move);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(
      Object.entries(part).map(([name, inner]) => [name, name === 'at' ? { ...inner, line: inner.line + lines } : move(inner)]),
    );
  };
  return move(value) as T;
}

/** The document with its blocks of the last part changed. */
const withBlocks = (change: (block: Block, index: number) => Block): Document => ({
  ...document,
  parts: document.parts.map((part, index) =>
    index < document.parts.length - 1
      ? part
      : { ...part, sections: part.sections.map((section, at) => (at > 0 ? section : { ...section, blocks: section.blocks.map(change) })) },
  ),
});

const lastParagraph = document.parts.at(-1)?.sections[0]?.blocks.findLast((block) => block.kind === 'paragraph')?.id;
const withInline = (more: Partial<Inline>): Document =>
  withBlocks((block) =>
    block.kind === 'paragraph' && block.id === lastParagraph
      ? { ...block, inlines: block.inlines.map((inline, index) => (index === 0 ? { ...inline, ...more } : inline)) }
      : block,
  );

const memory = new BoundedMemory(100);
const before = outcome(memory, document);

describe('a layout in a memory', () => {
  it('is the very same when nothing changed but where words were typed', () => {
    expect(outcome(memory, document).set).toBe(before.set);
    expect(outcome(memory, moved(document)).set).toBe(before.set);
    expect(before.text).toBe(outcome(forgetful, document).text);
  });

  it('has the very pages that hold nothing changed', () => {
    const { set } = outcome(memory, withInline({ text: 'Changed. ' }));
    const same = set?.pages.filter((page) => before.set?.pages.includes(page)).length ?? 0;
    expect(set?.pages.length).toBe(before.set?.pages.length);
    expect(same).toBe((set?.pages.length ?? 0) - 1);
  });

  it('tells what it finds each time, at the place where it now stands', () => {
    const faulty = withInline({ text: `a\u{1F600}b ${'W'.repeat(300)} ` });
    const findingsOf = (given: Document) => outcome(memory, given, style, new Map()).findings;
    const first = findingsOf(faulty);
    expect(new Set(first.map(({ code }) => code))).toEqual(new Set(['layout/missing-glyph', 'layout/overfull-line']));
    expect(findingsOf(faulty)).toEqual(first);
    const later = findingsOf(moved(faulty, 7));
    expect(later.map(({ at }) => at?.line)).toEqual(first.map(({ at }) => (at?.line ?? 0) + 7));
  });

  it('tells of a page target that is not met wherever the target now stands', () => {
    const wanted = (line: number) => new Map([['en-text', { value: 9, at: { file: 'release.yaml', line, column: 1, length: 1 } }]]);
    for (const line of [3, 3, 4]) {
      const { findings } = outcome(memory, document, style, wanted(line));
      expect(findings.map(({ code, at }) => [code, at?.line])).toEqual([['layout/page-target', line]]);
    }
  });
});

describe('every field of the document', () => {
  const fields = eachField({ parts: document.parts, furniture: document.furniture });
  it('that changes is seen', () => {
    let seen = 0;
    for (const { field, changed } of fields) {
      const given = { ...document, ...changed };
      const kept = outcome(memory, given);
      expect(kept.text, field).toBe(outcome(forgetful, given).text);
      if (kept.text !== before.text) seen++;
    }
    expect(fields.length).toBeGreaterThan(60);
    expect(seen).toBeGreaterThan(40);
  }, 120_000);

  it.each([
    { bold: true },
    { italic: true },
    { sup: true },
    { lang: 'ja' },
    { figure: 0 },
    { href: 'https://example.org/' },
    { noteRef: 'en.1' },
    { expansion: 'long form' },
    { changed: true },
    { pageRef: 'ja' },
    { pageRef: 'en' },
  ] satisfies readonly Partial<Inline>[])('and an inline that becomes %o', (more) => {
    const given = withInline(more);
    const kept = outcome(memory, given);
    expect(kept.text).toBe(outcome(forgetful, given).text);
    expect(kept.text).not.toBe(before.text);
  });
});

describe('every field of the style', () => {
  const fields = eachField(style, ['p', 'cell', 'caption', 'statistics', 'en-text']);
  it('that changes is seen', () => {
    let seen = 0;
    for (const { field, changed } of fields) {
      const kept = outcome(memory, document, changed);
      expect(kept.text, field).toBe(outcome(forgetful, document, changed).text);
      if (kept.text !== before.text) seen++;
    }
    expect(fields.length).toBeGreaterThan(100);
    expect(seen).toBeGreaterThan(60);
  }, 240_000);
});
