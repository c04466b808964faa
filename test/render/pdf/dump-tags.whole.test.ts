import { describe, expect, it } from 'vitest';
import { dumpTags } from '../../../src/render/pdf/dump-tags.ts';
import { fontFiles } from '../../support/font-files.ts';
import { handSetPdf } from '../../support/hand-set-pdf.ts';
import { handSetRelease } from '../../support/hand-set-release.ts';
import { dumpStructure, readObjects } from '../../support/pdf-objects.ts';
import { realFonts } from '../../support/real-fonts.ts';
import { buildSample, pdfOf } from '../../support/sample.ts';
import { has, needing } from '../../support/tools.ts';

/** The same with IDs counted as they come: the file has short ones, people read those of the document. */
function counted(dump: string): string {
  const numbers = new Map<string, number>();
  const numberOf = (id: string): string => {
    const number = numbers.get(id) ?? numbers.size + 1;
    numbers.set(id, number);
    return `#${number}`;
  };
  return dump.replace(/^( *[A-Z]\w* .*)$/gm, (line) =>
    line.replace(/( ID=)(\S+)|( Headers=\[)([^\]]*)/g, (_, id: string | undefined, name: string, heads: string, names: string) =>
      id === undefined ? heads + names.split(' ').map(numberOf).join(' ') : id + numberOf(name),
    ),
  );
}

describe.skipIf(!has('qpdf'))(needing('qpdf', 'the tags as text'), () => {
  it('are those that qpdf finds in the bytes: the hand-set release', async () => {
    const { document, layout } = handSetRelease();
    expect(counted(dumpTags(document, layout, realFonts, fontFiles))).toBe(counted(dumpStructure(readObjects(await handSetPdf()))));
  });

  it('are those that qpdf finds in the bytes: the sample', async () => {
    const sample = await buildSample();
    const { document, layout, sources } = sample;
    expect(counted(dumpTags(document, layout, sources.fontMetrics, sources.fonts))).toBe(
      counted(dumpStructure(readObjects(pdfOf(sample)))),
    );
  });
});
