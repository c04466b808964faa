// Turn the hand-set release into its PDF.
import { renderPdf } from '../../src/render/pdf/render-pdf.ts';
import { fontFiles } from './font-files.ts';
import { type HandSetOptions, handSetRelease } from './hand-set-release.ts';
import { realFonts } from './real-fonts.ts';

export async function handSetPdf(options: HandSetOptions = {}): Promise<Uint8Array> {
  const { document, layout } = handSetRelease(options);
  return renderPdf(document, layout, realFonts, fontFiles);
}
