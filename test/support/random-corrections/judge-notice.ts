// Turn what differs between two builds and the notice that tells of it into what one of them says and the other does not, in each language.
import type { Difference, Document } from '../../../src/index.ts';
import { withInner } from '../../../src/model/document-texts.ts';
import { flat, marksIn, short, unitsOf } from './printed-units.ts';

type Lang = Document['languages'][number];

/** What a notice of one language says, and what of it is marked as changed. */
interface Said {
  readonly text: string;
  readonly marked: readonly string[];
}

/** Faults, one line each. */
export function judgeNotice(changes: readonly Difference[], notice: Document | undefined, languages: readonly Lang[]): readonly string[] {
  return languages.flatMap((lang) => {
    const told = changes.flatMap((change) => ('lang' in change && change.lang === lang && isPrinted(change) ? [change] : []));
    const said = notice && saidIn(notice, lang);
    if (told.length === 0) return said ? [`notice: ${lang} has a notice, and nothing changed in it`] : [];
    if (!said) return [`notice: ${lang} has no notice, and ${told.length} changes`];
    return [...missing(told, said, lang), ...beside(told, said, lang)];
  });
}

/** Titles of the file and summaries for voices stand on no page. */
export function isPrinted(change: Difference): boolean {
  if (!('kind' in change) || (change.kind !== 'text' && change.kind !== 'words')) return true;
  const kind = (change.after ?? change.before)?.kind;
  return kind !== 'title' && kind !== 'summary';
}

/** Both sides of a change, as its release printed them. */
export function sidesOf(change: Difference): readonly string[] {
  switch (change.kind) {
    case 'figure':
      return [change.before.text, change.after.text];
    case 'figure-added':
    case 'figure-removed':
      return [change.figure.text];
    case 'words':
    case 'text':
      return change.edits.flatMap(({ before, after }) => [before, after]);
    default:
      return [];
  }
}

/**
 * Words that came or went may be cut at other places with the same result: of `The A. The B.` without its first sentence, `The A. ` or
 * `A. The ` is gone.
 */
export function sameCuts(change: Difference, side: string): readonly string[] {
  const cuts = [flat(side)];
  if (change.kind !== 'text' && change.kind !== 'words') return cuts;
  const edit = change.edits.find(({ before, after }) => (before === side && after === '') || (after === side && before === ''));
  const text = (edit?.after === '' ? change.before : change.after)?.text;
  const { length } = cuts[0] ?? '';
  if (!edit || text === undefined || length === 0) return cuts;
  const whole = flat(text);
  const start = flat(text.slice(0, edit.after === '' ? edit.oldStart : edit.newStart)).length;
  for (let at = start; at > 0 && whole[at - 1] === whole[at + length - 1]; at--) cuts.push(whole.slice(at - 1, at - 1 + length));
  for (let at = start; at + length < whole.length && whole[at] === whole[at + length]; at++)
    cuts.push(whole.slice(at + 1, at + 1 + length));
  return cuts;
}

function missing(told: readonly Difference[], { text }: Said, lang: Lang): readonly string[] {
  return told.flatMap((change) =>
    sidesOf(change)
      .filter((side) => !sameCuts(change, side).some((cut) => text.includes(cut)))
      .map((side) => `notice: ${lang} lacks '${short(side)}' of ${change.class} ${change.kind}, ${short(change.summary)}`),
  );
}

/** A mark stands in a text, or on a figure, that differs. */
export function beside(told: readonly Difference[], { marked }: Pick<Said, 'marked'>, lang: Lang): readonly string[] {
  const known = told.flatMap((change): readonly string[] => {
    if (change.kind === 'words' || change.kind === 'text') return [change.before?.text ?? '', change.after?.text ?? ''];
    return sidesOf(change);
  });
  const texts = known.map(flat);
  return marked
    .filter((mark) => !texts.some((each) => each.includes(mark)))
    .map((mark) => `notice: ${lang} marks '${short(mark)}', which did not change`);
}

function saidIn({ parts }: Document, lang: Lang): Said | undefined {
  const own = parts.filter((part) => part.lang === lang);
  if (own.length === 0) return undefined;
  const blocks = own.flatMap(({ sections }) => sections.flatMap((section) => section.blocks.flatMap(withInner)));
  const units = blocks.flatMap(unitsOf);
  return {
    text: flat(
      units
        .flat()
        .map(({ text }) => text)
        .join(''),
    ),
    marked: units
      .flatMap(marksIn)
      .map(flat)
      .filter((mark) => mark !== ''),
  };
}
