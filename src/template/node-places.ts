// Turn a template's text into the places of its statements: Handlebars counts lines from 1 and columns from 0.

import { lineStartsOf } from '../model/line-starts.ts';
import type { Span } from '../model/span.ts';
import type { MappedText } from './mapped-text.ts';

/** Where what Handlebars read stands. */
export interface NodePlaces {
  /** Offset in the text. */
  readonly offset: (position: hbs.AST.Position) => number;
  /** Place of a whole statement or expression. */
  readonly span: (loc: hbs.AST.SourceLocation) => Span;
}

const known = new WeakMap<MappedText, NodePlaces>();

export function nodePlaces(source: MappedText): NodePlaces {
  let places = known.get(source);
  if (!places) {
    places = placesIn(source);
    known.set(source, places);
  }
  return places;
}

function placesIn(source: MappedText): NodePlaces {
  const starts = lineStartsOf(source.text);
  const offset = ({ line, column }: hbs.AST.Position): number => (starts[line - 1] ?? source.text.length) + column;
  return {
    offset,
    span: ({ start, end }) => source.locate(offset(start), offset(end) - offset(start)),
  };
}
