// Turn faults that a tagged release could have into files, and hear veraPDF say no to each, by the rule that forbids it.
import PDFDocument from 'pdfkit';
import { beforeAll, describe, expect, it } from 'vitest';
import { alteredPdf, type PdfEdit } from '../support/altered-pdf.ts';
import { handSetPdf } from '../support/hand-set-pdf.ts';
import { has, needing } from '../support/tools.ts';
import { hasVeraPdf, judge, judgeEach, type Verdict } from '../support/verapdf.ts';

interface Control {
  readonly edits: readonly PdfEdit[];
  /** Rules of PDF/UA-1 that must fail, all of them and no other. */
  readonly rules: readonly string[];
}

const controls: Readonly<Record<string, Control>> = {
  'heads without Scope, figures without Headers': {
    edits: [
      { from: /\/Scope \/\w+/g, to: '' },
      { from: /\/Headers \[[^\]]*\]/g, to: '' },
    ],
    rules: ['7.5-1'],
  },
  'a note without an ID': { edits: [{ from: /\/ID \(9\)\n/g, to: '' }], rules: ['7.9-1'] },
  'a head that spans a column too few': { edits: [{ from: /\/ColSpan 3/g, to: '/ColSpan 2' }], rules: ['7.2-42'] },
  'links without a description': {
    edits: [
      { from: /\/Contents \((?:[^\\)]|\\.)*\)/g, to: '' },
      { from: /\/Contents <feff[0-9a-f]*>/g, to: '' },
    ],
    rules: ['7.18.1-2', '7.18.5-2'],
  },
  'a document that begins at H3': { edits: [{ from: /\/S \/H1/g, to: '/S /H3' }], rules: ['7.4.2-1'] },
  'a rule that is neither tagged nor an artifact': {
    edits: [{ from: /\/Artifact<<\/Type\/Layout>>BDC\n([\s\S]*?)EMC\n/g, to: '$1' }],
    rules: ['7.1-3'],
  },
  'a title bar that shows the file name': { edits: [{ from: /\/DisplayDocTitle true/g, to: '/DisplayDocTitle false' }], rules: ['7.1-10'] },
  'pages without an order of tabs': { edits: [{ from: /\/Tabs \/S/g, to: '/Tabs /R' }], rules: ['7.18.3-1'] },
  'a glyph without a text': { edits: [{ from: /^<20> <7e> <0020>$/gm, to: '<20> <7e> <0000>' }], rules: ['7.21.7-2'] },
};

describe.skipIf(!hasVeraPdf || !has('qpdf'))(needing('veraPDF and qpdf', 'veraPDF says no to'), () => {
  let verdicts: ReadonlyMap<string, Verdict>;
  beforeAll(async () => {
    const sound = await handSetPdf();
    const files = Object.entries(controls).map(([name, { edits }]) => [name, alteredPdf(sound, ...edits)] as const);
    // The detour through qpdf alone must change nothing, or every verdict would be on the detour.
    verdicts = judgeEach(new Map([...files, ['untouched', alteredPdf(sound)]]), ['ua1']);
  });

  it.each(Object.entries(controls))('%s', (name, { rules }) => {
    expect(
      verdicts
        .get(name)!
        .ua1!.map((line) => line.split(' ')[0])
        .sort(),
    ).toEqual([...rules].sort());
  });

  it('nothing, when the file is only spelled out', () => {
    expect(verdicts.get('untouched')).toEqual({ ua1: [] });
  });

  it('a plain file of the same library, in both flavours', async () => {
    const plain = new PDFDocument({ font: null, autoFirstPage: false });
    plain.addPage({ size: [100, 100], margin: 0 }).addContent('10 10 20 20 re f');
    plain.end();
    const chunks: Buffer[] = [];
    for await (const chunk of plain) chunks.push(chunk as Buffer);
    const { ua1, '2a': archive } = judge(Buffer.concat(chunks), ['ua1', '2a']);
    expect(ua1?.join('\n')).toContain('7.1-3');
    expect(archive?.join('\n')).toContain('6.6');
  });
});
