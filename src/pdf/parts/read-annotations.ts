// Turn what stands on pages beside their content, links, notes, marks, stamps, into parts, and the widgets of forms into their places.
import type { PdfObjects } from '../objects/pdf-objects.ts';
import { isReference, type PdfDict, type PdfValue } from '../objects/pdf-value.ts';
import type { ListedPart, PartPlace } from './document-parts.ts';
import { type FilePage, placeOn, rectangleOf } from './file-pages.ts';
import type { Destinations } from './read-destinations.ts';
import { textString } from './text-string.ts';
import type { ValueWords } from './value-words.ts';

/** Of one file. */
export interface Annotations {
  readonly parts: readonly ListedPart[];
  /** Where widgets stand, by their objects. */
  readonly widgets: ReadonlyMap<number, PartPlace>;
  /** File specifications of notes that carry a file. */
  readonly files: readonly PdfValue[];
}

/** Annotations of a file that are read. */
const mostAnnotations = 50_000;
/** Words for the kinds that readers know; the others have their own name. */
const kinds: Readonly<Record<string, string>> = {
  Link: 'link',
  Text: 'note',
  FreeText: 'text put on the page',
  Highlight: 'highlight',
  Underline: 'underline',
  StrikeOut: 'strikeout',
  Squiggly: 'wavy underline',
  Stamp: 'stamp',
  Ink: 'drawing',
  Redact: 'redaction',
  FileAttachment: 'attached file',
};
/** Bits of F: not shown, or shown on screen or paper only. */
const hidden: readonly (readonly [bit: number, words: string])[] = [
  [2, 'hidden'],
  [32, 'not shown on screen'],
];

export function readAnnotations(file: PdfObjects, pages: readonly FilePage[], destinations: Destinations, words: ValueWords): Annotations {
  const parts: ListedPart[] = [];
  const widgets = new Map<number, PartPlace>();
  const files: PdfValue[] = [];
  for (const page of pages) {
    for (const value of file.array(page.dict.get('Annots'))) {
      if (parts.length + widgets.size >= mostAnnotations) break;
      const dict = file.dict(value);
      const kind = file.name(dict.get('Subtype')) ?? '';
      const rectangle = rectangleOf(file, dict.get('Rect'));
      const place = rectangle ? placeOn(file, page, rectangle) : { page: page.number, x: 0, y: 0, width: 0, height: 0 };
      if (kind === 'Widget') {
        if (isReference(value)) widgets.set(value.reference, place);
        continue;
      }
      // The window of a note is the note's.
      if (kind === 'Popup' || kind === '') continue;
      if (kind === 'FileAttachment' && dict.has('FS')) files.push(dict.get('FS') as PdfValue);
      parts.push(kind === 'Link' ? linkPart(dict, destinations, place) : notePart(file, dict, kind, destinations, place, words));
    }
  }
  return { parts, widgets, files };
}

function linkPart(dict: PdfDict, destinations: Destinations, place: PartPlace): ListedPart {
  const target = destinations.of(dict) ?? { value: 'nowhere' };
  return { kind: 'link', name: 'link', value: target.value, ...(target.page === undefined ? {} : { target: target.page }), place };
}

function notePart(
  file: PdfObjects,
  dict: PdfDict,
  kind: string,
  destinations: Destinations,
  place: PartPlace,
  words: ValueWords,
): ListedPart {
  const text = (key: string) => textString(file.follow(dict.get(key)));
  const target = destinations.of(dict);
  const bits = file.follow(dict.get('F'));
  const states = hidden.filter(([bit]) => typeof bits === 'number' && (bits & bit) !== 0).map(([, said]) => said);
  const author = text('T');
  const said = [text('Contents'), author === undefined ? undefined : `by ${author}`, target?.value, ...states].filter(Boolean).join(', ');
  const look = ['C', 'IC', 'Border', 'BS', 'CA', 'QuadPoints', 'Name']
    .map((key) => (dict.has(key) ? `${key} ${words.of(dict.get(key))}` : ''))
    .join(' ');
  const appearance = file.dict(dict.get('AP')).get('N');
  return {
    kind: 'annotation',
    name: kinds[kind] ?? `annotation ${kind}`,
    value: said,
    ...(target?.page === undefined ? {} : { target: target.page }),
    look: `${look} ${appearance === undefined ? '' : words.of(appearance)}`,
    place,
  };
}
