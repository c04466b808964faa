// Turn remembered text into the same lines as text that is set anew, at every size and in every measure.
import { describe, expect, it } from 'vitest';
import { composeParagraph, setLine } from '../../src/layout/paragraph/compose-lines.ts';
import type { ParagraphSpec } from '../../src/layout/paragraph/line.ts';
import { typesetting } from '../../src/layout/typesetter.ts';
import { BoundedMemory } from '../../src/model/memory.ts';
import { inlines, paragraph, realComposition } from '../support/compose.ts';

const composer = { paragraph: composeParagraph, line: setLine };
const text = inlines({
  text: 'Revenues of the second quarter were JPY10.6 billion, an increase of 10.9% from the 2nd quarter of fiscal 2001; 売上高は106億円（前年同期比10.9%増）であった。',
  owner: 'en.1',
});
const specs: readonly ParagraphSpec[] = [
  paragraph(30, { lang: 'en', align: 'justify', size: 10 }),
  paragraph(30, { lang: 'en', align: 'justify', size: 9 }),
  paragraph(20, { lang: 'en', align: 'justify', size: 10, indent: 12 }),
  paragraph(20, { lang: 'en', align: 'left', size: 10, hang: 12 }),
  paragraph(20, { lang: 'en', align: 'justify', size: 10, weight: 700 }),
];
const flat = (lines: ReturnType<typeof composeParagraph>) => lines.map(({ marks, width }) => ({ marks, width }));

describe('a typesetter', () => {
  it('sets remembered text as it would set it for the first time', () => {
    const { style, fonts, type } = realComposition();
    const shared = typesetting(composer, { style, fonts, type, lasting: true, asked: new Map(), memory: new BoundedMemory(10) })(() => {});
    for (const spec of [...specs, ...specs]) {
      const alone = typesetting(composer, { style, fonts, type, lasting: true, asked: new Map(), memory: new BoundedMemory(10) })(() => {});
      expect(flat(shared.paragraph(text, spec))).toEqual(flat(alone.paragraph(text, spec)));
      expect(flat([shared.line(text, spec)])).toEqual(flat([alone.line(text, spec)]));
    }
  });

  it('tells every report what is wrong with remembered text', () => {
    const { style, fonts, type } = realComposition();
    const typesetters = typesetting(composer, { style, fonts, type, lasting: true, asked: new Map(), memory: new BoundedMemory(10) });
    const missing = inlines({ text: 'a\u{1F600}b', owner: 'en.2' });
    const wide = inlines({ text: 'Wwwwwwwwwwwwwwwwwwwwwwwwwwwwwww', owner: 'en.3' });
    const told: string[] = [];
    for (const name of ['first', 'second']) {
      const typesetter = typesetters(({ code }) => told.push(`${name} ${code}`));
      typesetter.line(missing, paragraph(20, { lang: 'en' }));
      typesetter.paragraph(wide, paragraph(5, { lang: 'en' }));
    }
    expect(new Set(told)).toEqual(
      new Set(['first layout/missing-glyph', 'first layout/overfull-line', 'second layout/missing-glyph', 'second layout/overfull-line']),
    );
  });
});
