// Turn the inlines of a block into one text that rules can read across, and the rules' edits back into inlines.
import type { TypesetRule } from '../../language/typesetting.ts';
import type { Inline } from '../../model/document.ts';
import type { Lang } from '../../model/language.ts';

/**
 * Applies one rule, whose edits are in order. Closed to it are figures, raised marks and text of another language: their
 * characters are context, never changed.
 */
export function applyRule(inlines: readonly Inline[], lang: Lang, rule: TypesetRule): readonly Inline[] {
  const text = inlines.length === 1 ? (inlines[0]?.text ?? '') : inlines.map((inline) => inline.text).join('');
  const ends: number[] = [];
  let end = 0;
  for (const inline of inlines) {
    end += inline.text.length;
    ends.push(end);
  }
  const ownerOf = (at: number) => ends.findIndex((end) => at < end);
  const closed = (at: number) => {
    const inline = inlines[ownerOf(at)];
    return (
      inline === undefined || inline.figure !== undefined || inline.sup === true || (inline.lang !== undefined && inline.lang !== lang)
    );
  };
  const edits = rule(text, closed).filter((edit) => {
    for (let at = edit.start; at < edit.end; at++) if (closed(at)) return false;
    return true;
  });
  if (edits.length === 0) return inlines;
  const texts = inlines.map(() => '');
  const append = (owner: number, piece: string) => {
    texts[owner] = (texts[owner] ?? '') + piece;
  };
  let at = 0;
  const copyTo = (limit: number) => {
    while (at < limit) {
      const owner = ownerOf(at);
      const stop = Math.min(limit, ends[owner] ?? limit);
      append(owner, text.slice(at, stop));
      at = stop;
    }
  };
  for (const edit of edits) {
    copyTo(edit.start);
    append(ownerOf(edit.start), edit.text);
    at = edit.end;
  }
  copyTo(text.length);
  return inlines.map((inline, index) => (texts[index] === inline.text ? inline : { ...inline, text: texts[index] ?? '' }));
}
