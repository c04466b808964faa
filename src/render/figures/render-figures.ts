// Turn every printed figure into a record: fact, exact value, text, language, page and position. The memory that later comparisons read.
import type { Document, Figure } from '../../model/document.ts';
import type { Financials } from '../../model/financials.ts';
import type { Layout } from '../../model/page.ts';

/** Version of the file's shape; a reader that does not know it refuses the file. */
export const figuresFormat = 1;

/** One rectangle of a figure: points from the top left corner of the page; `y` is the baseline. */
interface Place {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

/** figures.json: format, then facts (each once), then figures in order of print, one a line so that two files compare line by line. */
export function renderFigures(document: Document, layout: Layout, financials: Financials): string {
  const places = findPlaces(layout);
  const used = new Set(document.figures.flatMap((figure) => [figure.fact, ...(figure.against ? [figure.against] : [])]));
  const facts = [...financials.facts.values()].filter((fact) => used.has(fact.key));
  const factLines = facts.map((fact) => {
    const { key, unit, value, nil, origin, formula, inputs, at } = fact;
    return JSON.stringify({
      fact: key,
      unit,
      value,
      ...(nil ? { nil } : {}),
      origin,
      ...(formula ? { formula, inputs } : {}),
      at: { file: at.file, line: at.line },
    });
  });
  const figureLines = document.figures.map((figure) => JSON.stringify(record(figure, places.get(figure.id) ?? [])));
  return `{"format":${figuresFormat},\n"facts":[\n${factLines.join(',\n')}\n],\n"figures":[\n${figureLines.join(',\n')}\n]}\n`;
}

function record(figure: Figure, places: readonly Place[]): object {
  const { id, fact, measure, against, exact, printed, decimals, treatment, text, lang, place, at } = figure;
  return {
    id,
    fact,
    measure,
    ...(against ? { against } : {}),
    exact,
    printed: printed.toFixed(decimals),
    treatment,
    text,
    lang,
    place,
    at: { file: at.file, line: at.line, column: at.column },
    places,
  };
}

/** Repeated heads and other artifacts are not places of a figure. */
function findPlaces(layout: Layout): Map<number, Place[]> {
  const places = new Map<number, Place[]>();
  for (const page of layout.pages) {
    for (const item of page.items) {
      if (item.kind !== 'glyphs' || item.figure === undefined || 'artifact' in item.owner) continue;
      const place = { page: page.index + 1, x: rounded(item.x), y: rounded(item.y), width: rounded(item.width), size: rounded(item.size) };
      const known = places.get(item.figure);
      if (known) known.push(place);
      else places.set(item.figure, [place]);
    }
  }
  return places;
}

/** Hundredths of a point: finer than any printer, the same on every machine. */
const rounded = (length: number): number => Math.round(length * 100) / 100;
