// Turn what differs between two builds and the marked release into changes without a mark, and marks without a change.
import type { Difference, Document } from '../../../src/index.ts';
import { withInner } from '../../../src/model/document-texts.ts';
import { isObject } from '../../../src/project/read-given.ts';
import { beside, isPrinted } from './judge-notice.ts';
import { flat, marksIn, short, unitsOf } from './printed-units.ts';

const words = /[\p{L}\p{N}]/u;

/** Faults, one line each. `style` is the value of the layout's style: what it sets where text went is no text of either release. */
export function judgeMarked(changes: readonly Difference[], marked: Document, style: unknown): readonly string[] {
  const { correction } = isObject(style) ? style : {};
  const deleted =
    isObject(correction) && isObject(correction.deleted) ? Object.values(correction.deleted).map((each) => flat(String(each))) : [];
  return marked.languages.flatMap((lang) => {
    const told = changes.filter((change) => 'lang' in change && change.lang === lang && isPrinted(change));
    const units = marked.parts
      .filter((part) => part.lang === lang)
      .flatMap(({ sections }) => sections.flatMap(({ blocks }) => blocks.flatMap(withInner).flatMap(unitsOf)));
    const marks = units
      .flatMap(marksIn)
      .map(flat)
      .filter((mark) => mark !== '');
    const unmarked = told.flatMap((change) => {
      if (change.kind === 'figure') return [change.after.text];
      if (change.kind === 'figure-added') return [change.figure.text];
      return change.kind === 'text' ? change.edits.map(({ after }) => after).filter((after) => words.test(after)) : [];
    });
    return [
      ...unmarked
        .filter((text) => !marks.some((mark) => mark.includes(flat(text)) || flat(text).includes(mark)))
        .map((text) => `marked: ${lang} '${short(text)}' has no mark`),
      ...beside(told, { marked: marks.filter((mark) => words.test(mark) && !deleted.includes(mark)) }, lang).map((fault) =>
        fault.replace('notice:', 'marked:'),
      ),
    ];
  });
}
