// Turn runs into PDF text operators. Everything about their places was decided before.
import type { GlyphRun } from '../../model/page.ts';
import { decimal } from '../../pdf/writing/decimal.ts';
import { hex } from '../../pdf/writing/embed-font.ts';
import type { TypesetRun } from './typeset-runs.ts';

/** One text object with these runs; `resource` gives the name of a font on the page. */
export function drawGlyphs(
  runs: readonly GlyphRun[],
  typeset: ReadonlyMap<GlyphRun, TypesetRun>,
  pageHeight: number,
  resource: (font: string) => string,
): string {
  const out = ['BT'];
  let font = '';
  let originX = 0;
  let originY = 0;
  let spacing = 0;
  for (const run of runs) {
    const set = typeset.get(run);
    if (!set) continue;
    const choice = `/${resource(run.font)} ${decimal(run.size)} Tf`;
    if (choice !== font) {
      font = choice;
      out.push(choice);
    }
    if (set.spacing !== spacing) {
      spacing = set.spacing;
      out.push(`${decimal(spacing)} Tc`);
    }
    // Td moves from the start of the line before: keep to what was written, not to what was meant.
    const dx = decimal(run.x + run.glyphs[0]!.dx - originX);
    const dy = decimal(pageHeight - run.y - originY);
    originX += Number(dx);
    originY += Number(dy);
    out.push(`${dx} ${dy} Td`, showGlyphs(set));
  }
  // Character spacing outlives its text object.
  if (spacing !== 0) out.push('0 Tc');
  out.push('ET');
  return out.join('\n');
}

/** Signs that no voice reads as a minus, as Japanese statements print losses. */
const triangles = /^[△▲]$/;
/** Says minus where a triangle stands (ISO 32000-1, 14.9.4). */
const minus = '/Span << /ActualText <feff2212> >> BDC';

function showGlyphs({ uses, adjustments }: TypesetRun): string {
  let out = '';
  let shown = '';
  const close = (): void => {
    if (shown !== '') out += `[<${shown}>]TJ`;
    shown = '';
  };
  uses.forEach((use, i) => {
    const adjustment = adjustments[i]!;
    const glyph = hex(use.id) + (adjustment === 0 ? '' : `>${adjustment}<`);
    if (!triangles.test(use.text)) {
      shown += glyph;
      return;
    }
    close();
    out += `${out === '' ? '' : '\n'}${minus}\n[<${glyph}>]TJ\nEMC\n`;
  });
  close();
  return out.trimEnd();
}
