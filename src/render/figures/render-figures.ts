// Turn every printed figure into a record, with the facts, overrides and givens behind it: the memory that later comparisons read.
import { comparedKey } from '../../figures/compared-fact.ts';
import { factKey } from '../../figures/fact-key.ts';
import type { RecordedPlace } from '../../model/build-record.ts';
import type { Document, Figure } from '../../model/document.ts';
import type { Fact, Financials } from '../../model/financials.ts';
import type { Layout } from '../../model/page.ts';
import type { Override, Release } from '../../model/release.ts';
import type { Span } from '../../model/span.ts';
import { listGivens } from './list-givens.ts';

/** Version of the file's shape; a reader that does not know it refuses the file. */
export const figuresFormat = 2;

/** figures.json: format, givens, overrides, facts (each once), then figures in order of print, one a line so that two files compare line by line. */
export function renderFigures(release: Release, financials: Financials, document: Document, layout: Layout): string {
  const places = findPlaces(layout);
  const lists = {
    givens: listGivens(release).map((given) => JSON.stringify(given)),
    overrides: release.spec.overrides.map((override) => JSON.stringify(overrideRecord(override))),
    facts: [...financials.facts.values()].map((fact) => JSON.stringify(factRecord(fact, release))),
    figures: document.figures.map((figure) => JSON.stringify(figureRecord(figure, places.get(figure.id) ?? []))),
  };
  const written = Object.entries(lists).map(([name, lines]) => `"${name}":[\n${lines.join(',\n')}\n]`);
  return `{"format":${figuresFormat},\n${written.join(',\n')}}\n`;
}

function factRecord({ key, concept, period, unit, value, nil, origin, formula, inputs, at }: Fact, release: Release): object {
  const typed = (release.periods.get(period)?.facts ?? release.spec.stated).get(concept)?.text;
  return {
    fact: key,
    unit,
    value,
    ...(nil ? { nil } : {}),
    ...(origin === 'computed' || typed === undefined ? {} : { typed }),
    origin,
    ...(formula ? { formula, inputs } : {}),
    at: { file: at.file, line: at.line },
  };
}

function overrideRecord(override: Override): object {
  const { where, concept, period, measure, exact, exactDecimals, print, why, at } = override;
  const against = comparedKey(override);
  return {
    where,
    fact: factKey(concept, period),
    measure,
    ...(against === undefined ? {} : { against }),
    exact: exact.toFixed(exactDecimals),
    print,
    why,
    at: { file: at.file, line: at.line },
  };
}

function figureRecord(figure: Figure, places: readonly RecordedPlace[]): object {
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
    at: recordedAt(at),
    places,
  };
}

const recordedAt = ({ file, line, column }: Span): object => ({ file, line, column });

/** Repeated heads and other artifacts are not places of a figure. */
function findPlaces(layout: Layout): Map<number, RecordedPlace[]> {
  const places = new Map<number, RecordedPlace[]>();
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
