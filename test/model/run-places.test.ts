// Turn the runs of every kind of block into the places of their words, in a document whose inlines all stand at places of their own.
import { beforeAll, describe, expect, it } from 'vitest';
import type { Block, Inline } from '../../src/model/document.ts';
import type { GlyphRun } from '../../src/model/page.ts';
import { runPlaces } from '../../src/model/run-places.ts';
import type { Span } from '../../src/model/span.ts';
import { documentOf, head, heading, note, paragraph, section, table } from '../support/block-document.ts';
import { blockStyleSheet } from '../support/block-style.ts';
import { layOut } from '../support/lay-out.ts';
import { buildSample, type WholeRelease } from '../support/sample.ts';

const at = (line: number): Span => ({ file: 'narrative.en.md', line, column: 1, length: 1 });
const said = (line: number, text: string, more: Partial<Inline> = {}): Inline => ({ text, at: at(line), ...more });

const blocks: readonly Block[] = [
  { ...heading('h', '', true), at: at(1), inlines: [said(2, 'Run-in.')] },
  { ...paragraph('p', ''), at: at(3), inlines: [said(4, 'one '), said(5, 'two', { href: '#x' }), said(6, ' three')] },
  {
    kind: 'list',
    id: 'l',
    class: '',
    lang: 'en',
    at: at(7),
    numbered: false,
    items: [
      { id: 'l.1', label: [], inlines: [said(9, 'item')], at: at(8) },
      { id: 'l.2', label: [said(11, '2.')], inlines: [said(12, 'other')], at: at(10) },
    ],
  },
  {
    ...table('t', ['label | 1,234'], { captions: [{ id: 't.c', inlines: [said(14, 'Caption')] }], headRows: 1 }),
    at: at(13),
    heads: [{ ...head('t.h', [0, 1, 1, 1], ''), pieces: [[said(15, 'Three')], [said(16, 'months', { href: '#y' })]], at: at(17) }],
  },
  { ...note('n', '(1)', ''), at: at(18), label: [said(19, '(1)')], inlines: [said(20, 'why')] },
];
const document = documentOf({ en: [section('s', blocks)] });
const runsOf = () =>
  layOut(document, blockStyleSheet()).layout.pages.flatMap(({ items }) => items.filter((item) => item.kind === 'glyphs'));
const textOf = (run: GlyphRun): string => run.glyphs.map((glyph) => glyph.text).join('');

describe('a run stands where its words were typed', () => {
  it.each([
    [2, 'Run-in.'],
    [4, 'one '],
    [5, 'two'],
    [6, ' three'],
    [9, 'item'],
    [11, '2.'],
    [12, 'other'],
    [14, 'Caption'],
    [15, 'Three'],
    // The space that joins two pieces stands with the second.
    [16, ' months'],
    [19, '(1)'],
    [20, 'why'],
  ])('in line %d: %s', (line, text) => {
    const there = runsOf().filter((run) => runPlaces(document)(run)?.line === line);
    expect(there.map(textOf).join('')).toBe(text);
  });

  it('and where its owner does if layout added it: a marker, the space after a label', () => {
    const added = runsOf().filter((run) => run.inline === undefined && 'element' in run.owner && /^(l|n)/.test(run.owner.element));
    expect(added.map((run) => [textOf(run), runPlaces(document)(run)?.line])).toEqual([
      ['•', 8],
      [' ', 18],
    ]);
  });

  it('and where the head does that a table repeats', () => {
    expect(runPlaces(document)({ owner: { artifact: 'repeated-head', of: 't.h' }, inline: 1 })?.line).toBe(16);
    expect(runPlaces(document)({ owner: { artifact: 'repeated-head', of: 'unknown' } })).toBeUndefined();
  });
});

describe('in a release', () => {
  let built: WholeRelease;
  beforeAll(async () => {
    built = await buildSample();
  });

  it('every run has a place', () => {
    const placeOf = runPlaces(built.document);
    const runs = built.layout.pages.flatMap(({ items }) => items.filter((item) => item.kind === 'glyphs'));
    expect(runs.filter((run) => placeOf(run) === undefined)).toEqual([]);
  });
});
