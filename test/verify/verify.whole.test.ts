import { beforeAll, describe, expect, it } from 'vitest';
import { listenToTraces } from '../../src/model/run-traces.ts';
import { readText } from '../../src/pdf/engine/open-pdf.ts';
import { endReaders } from '../../src/pdf/engine/read-pdf.ts';
import { render } from '../../src/render/render.ts';
import { type FileVerdict, verify } from '../../src/verify/verify.ts';
import { type PdfEdit, repackedPdf } from '../support/altered-pdf.ts';
import { handSetPdf } from '../support/hand-set-pdf.ts';
import { buildSample, pdfOf, type WholeRelease } from '../support/sample.ts';
import { has, needing } from '../support/tools.ts';

let release: WholeRelease;
let pdf: Uint8Array;
let figures: string;
beforeAll(async () => {
  release = await buildSample();
  pdf = pdfOf(release);
  figures = String(release.outputs.get('figures.json'));
});
const messages = ({ findings }: FileVerdict) => findings.map(({ check, message }) => `${check}: ${message}`);

describe('a file as it was built', () => {
  it('has nothing wrong, and is told what was checked', async () => {
    const verdict = await verify(pdf, figures);
    expect(messages(verdict)).toEqual([]);
    expect(verdict.pages).toBe(15);
    expect(verdict.title).toBe(release.document.titles.ja);
    expect(verdict.checked.map(({ check }) => check)).toEqual(['objects', 'metadata', 'fonts', 'tags', 'text', 'figures']);
  });

  it('is judged without its figures, and says so by their absence', async () => {
    const verdict = await verify(await handSetPdf(), undefined);
    expect(messages(verdict)).toEqual([]);
    expect(verdict.checked.map(({ check }) => check)).not.toContain('figures');
  });

  it('is read by the other program in a process of its own, unless it is known to be ours', async () => {
    // One may wait that another test has started.
    await endReaders();
    const kinds: string[] = [];
    listenToTraces(({ kind }) => kinds.push(kind));
    try {
      await verify(await handSetPdf(), undefined, readText);
      expect(kinds).toEqual([]);
      await verify(await handSetPdf(), undefined);
      // It waits for the next file, until it is ended.
      expect(kinds).toEqual(['process-started']);
      await endReaders();
      expect(kinds).toEqual(['process-started', 'process-ended']);
    } finally {
      listenToTraces(() => {});
    }
  });

  it('may hold its own data', async () => {
    const attached = pdfOf({ ...release, outputs: (await render({ ...release, attach: true })).all() });
    expect(messages(await verify(attached, figures))).toEqual([]);
  });
});

describe('figures that were changed since', () => {
  it('are found in tables, in prose, and when there are too few', async () => {
    const wrong = figures.replace('"text":"10,568,342"', '"text":"10,568,343"').replace('"text":"106億円"', '"text":"107億円"');
    expect(messages(await verify(pdf, wrong))).toEqual([
      'figures: revenue.total@2q02 was printed as 10,568,343 and reads 10,568,342',
      'figures: page 1: revenue.total@2q02 was printed as 107億円 and is not there',
    ]);
    const record = /\{"id":\d+,[^\n]*"kind":"cell"[^\n]*\},\n/;
    expect(messages(await verify(pdf, figures.replace(record, '')))[0]).toMatch(
      /^figures: tables print \d+ figures, the build recorded \d+$/,
    );
  });
});

/** Damage to the hand-set release, and what must be said of it: the whole list. */
const damages: Readonly<Record<string, { readonly edits: readonly PdfEdit[]; readonly says: readonly RegExp[] }>> = {
  'a head without Scope': {
    edits: [{ from: /\/Scope \/Row\n(\s*>>\s*\/ID \(8\))/, to: '$1' }],
    says: [/^tags: .*the head "営業収益合計" has no Scope$/],
  },
  'figures without heads': {
    edits: [{ from: /\/Headers \[[^\]]*\]/g, to: '' }],
    says: [/^tags: .*figure "46,471" names no head of its row/],
  },
  'a head that is not there': {
    edits: [{ from: /(\/Headers \[\s*\(0\)\s*)\(2\)/, to: '$1(z9)' }],
    says: [/names a head z9 that is not there$/],
  },
  'a head too narrow': {
    edits: [{ from: /\/ColSpan 3/g, to: '/ColSpan 2' }],
    says: [/^tags: the table "（ ）内はマイナス" has 3 columns in its first row and 4 in row 2$/],
  },
  'a note without an ID': {
    edits: [{ from: /\/ID \(9\)\n/g, to: '' }],
    says: [/^tags: the note "注記\(1\):便宜上の換算です。" has no ID$/],
  },
  'two elements of one ID': {
    edits: [{ from: /\/ID \(7\)/g, to: '/ID (6)' }],
    says: [/^tags: two elements have the ID 6$/],
  },
  'a skipped level': {
    edits: [{ from: /\/S \/H2/g, to: '/S /H4' }],
    says: [/^tags: the heading "要約" is of level 4 after one of level 1$/, /^tags: the heading "Revenues" is of level 4/],
  },
  'a link without words': {
    edits: [{ from: /\/Contents \(ir@example\.org\)/g, to: '/Contents ()' }],
    says: [/^tags: the link "ir@example\.org" does not say where it leads$/],
  },
  'parts without a language': { edits: [{ from: /\/Lang \(en-US\)/g, to: '' }], says: [/^tags: a Part at the top names no language$/] },
  'a loose rule': {
    edits: [{ from: /\/Artifact<<\/Type\/Layout>>BDC\n([\s\S]*?)EMC\n/g, to: '$1' }],
    says: [/^tags: page 1: 2 marks are neither tagged nor artifacts$/],
  },
  'no tags at all, it says': {
    edits: [{ from: /\/Marked true/g, to: '/Marked false' }],
    says: [/^tags: the file does not say that it is tagged$/],
  },
  'an order of tabs': {
    edits: [{ from: /\/Tabs \/S/g, to: '/Tabs /R' }],
    says: [/^tags: page 1: its links are not reached/, /^tags: page 3:/],
  },
  'a font that is no subset': {
    edits: [{ from: /\/BaseFont \/[A-Z]{6}\+SourceSerif/g, to: '/BaseFont /SourceSerif' }],
    says: [/^fonts: SourceSerif4-Regular is not marked as a subset$/],
  },
  'a font without its program': {
    edits: [{ from: /\/FontFile2 \d+ 0 R/g, to: '' }],
    says: [/^fonts: .* is not embedded$/, /^fonts: .* is not embedded$/, /^fonts: .* is not embedded$/, /./],
  },
  'a glyph without a character': {
    edits: [{ from: /^<20> <7e> <0020>$/gm, to: '<20> <7e> <0000>' }],
    says: [/^fonts: glyph 0020 of .* has no character$/, /^text: page 1: /],
  },
  'words of another machine': {
    edits: [{ from: /\/Creator (\d+ 0 R)/, to: '/Creator $1\n/Keywords (draft of 3 May)' }],
    says: [/^metadata: the file says Keywords: draft of 3 May$/],
  },
  'a packet that says more': {
    edits: [{ from: /<dc:format>/g, to: '<dc:source>/home/me</dc:source><dc:format>' }],
    says: [/^metadata: the packet says dc:source$/],
  },
  'another title inside': {
    edits: [{ from: /x-default">[^<]*</g, to: 'x-default">Draft<' }],
    says: [/^metadata: the title of the packet is not that of the file$/],
  },
  'an action at opening': {
    edits: [{ from: /\/Type \/Catalog/g, to: '/Type /Catalog\n/OpenAction << /S /JavaScript /JS (app.alert(1)) >>' }],
    says: [/^objects: object \d+ has OpenAction$/, /^objects: object \d+ has JS$/, /^metadata: the catalog has OpenAction$/],
  },
  'a link that starts a program': { edits: [{ from: /\/S \/URI/g, to: '/S /Launch' }], says: [/^objects: link \d+ does Launch/] },
  'a link to a script': {
    edits: [{ from: /\(https:\/\/www\.example\.org\/ir\)/g, to: '(javascript:alert)' }],
    says: [/^objects: link \d+ leads to javascript:alert$/],
  },
  'a file inside': {
    edits: [{ from: /\/Type \/Catalog/g, to: '/Type /Catalog\n/Extensions << /X << /Type /Filespec /F (a.exe) /UF (a.exe) >> >>' }],
    says: [
      /^objects: object \d+ is a file that the document does not name as its data$/,
      /^objects: the file a\.exe is not said to be data$/,
    ],
  },
  'a picture of other files, in inks of a press': {
    edits: [
      {
        from: /\/Type \/Catalog/g,
        to: '/Type /Catalog\n/Extensions << /X << /Type /XObject /Subtype /Image /ColorSpace /DeviceCMYK /OPI << >> >> /Y << /Type /XObject /Subtype /PS >> /Z << /Type /XObject /Subtype /Form /Resources << /Font << >> >> >> >>',
      },
    ],
    says: [
      /^objects: the picture \d+ has OPI$/,
      /^objects: the colours of the picture \d+ are neither grey nor sRGB$/,
      /^objects: object \d+ is a picture of kind PS$/,
      /^objects: the picture \d+ holds more than paths$/,
    ],
  },
  'a replacement for words': {
    edits: [{ from: /\/H1<<\/MCID (\d+)>>BDC/, to: '/H1<</MCID $1/ActualText(profits)>>BDC' }],
    says: [/^text: page 3: /],
  },
};

describe.skipIf(!has('qpdf'))(needing('qpdf', 'a damaged file'), () => {
  it('has nothing wrong when only its packing changed', async () => {
    expect(messages(await verify(repackedPdf(await handSetPdf()), undefined, readText))).toEqual([]);
  });

  it.each(Object.entries(damages))('is found out: %s', async (_, { edits, says }) => {
    const found = messages(await verify(repackedPdf(await handSetPdf(), ...edits), undefined, readText));
    for (const expected of says) expect(found.join('\n')).toMatch(new RegExp(expected.source, 'm'));
    // Damage to one thing is not reported as damage to everything.
    const checks = new Set(says.map(({ source }) => /^\^(\w+): /.exec(source)?.[1]));
    expect([...new Set(found.map((line) => line.split(':')[0]))].filter((check) => !checks.has(check) && !checks.has(undefined))).toEqual(
      [],
    );
  });
});
