// Turn the text of figures.json into the figures that a file is held against, or into what is wrong with it.
import { fileLimits } from '../model/limits.ts';
import { PdfFault } from '../pdf/objects/pdf-value.ts';

/** What is read of a figure's record. */
export interface RecordedFigure {
  readonly fact: string;
  readonly text: string;
  /** In a cell of a table, or in prose. */
  readonly cell: boolean;
  /** Pages from 1, in order, each once. */
  readonly pages: readonly number[];
}

export function readFigures(json: string): readonly RecordedFigure[] {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (cause) {
    throw new PdfFault(`the figures are not JSON: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
  const figures = fieldOf(value, 'figures');
  if (!Array.isArray(figures)) throw new PdfFault('the figures have no list of figures');
  if (figures.length > fileLimits.figures) throw new PdfFault(`${figures.length} figures are recorded, and ${fileLimits.figures} are read`);
  return figures.map((figure: unknown, i) => {
    const text = fieldOf(figure, 'text');
    const fact = fieldOf(figure, 'fact');
    const places = fieldOf(figure, 'places');
    if (typeof text !== 'string' || typeof fact !== 'string' || !Array.isArray(places))
      throw new PdfFault(`figure ${i} is of an unknown form`);
    const pages = places.flatMap((place: unknown) => {
      const page = fieldOf(place, 'page');
      return typeof page === 'number' ? [page] : [];
    });
    const distinct = [...new Set(pages)];
    if (distinct.length > fileLimits.pagesOfFigure)
      throw new PdfFault(`figure ${i} stands on ${distinct.length} pages, and ${fileLimits.pagesOfFigure} are looked at`);
    return { fact, text, cell: fieldOf(fieldOf(figure, 'place'), 'kind') === 'cell', pages: distinct };
  });
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as { readonly [key: string]: unknown })[name] : undefined;
}
