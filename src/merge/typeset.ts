// Turn the text of a block into the characters that are set: the rules of the `typeset` profile, read across inlines and edited back into them.
import { language } from '../language/languages.ts';
import type { TextKind, TypesetRule } from '../language/typesetting.ts';
import type { Inline } from '../model/document.ts';
import { isEmptyRun } from '../model/empty-run.ts';
import type { Lang } from '../model/language.ts';

/** Applies every rule of the language until none has an edit left: a bracket made wide makes the colon after it wide. */
export function typeset(inlines: readonly Inline[], lang: Lang, kind: TextKind): readonly Inline[] {
  const { rules } = language(lang).typesetting;
  let set = joined(raiseSuperscripts(inlines));
  for (let before: typeof set | undefined; before !== set; ) {
    before = set;
    for (const rule of rules[kind]) set = applyRule(set, lang, rule);
  }
  return set.inlines.filter((inline) => !isEmptyRun(inline));
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾';
const raised = '0123456789()';

/** Numbers typed in superscript characters, `⁽¹⁾`, become raised marks like any other. */
function raiseSuperscripts(inlines: readonly Inline[]): readonly Inline[] {
  return inlines.flatMap((inline) => {
    if (inline.figure !== undefined || !/⁽[⁰¹²³⁴-⁹]+⁾/.test(inline.text)) return [inline];
    let offset = 0;
    return inline.text
      .split(/(⁽[⁰¹²³⁴-⁹]+⁾)/)
      .filter((piece) => piece !== '')
      .map((piece, index) => {
        const { lineBreak: _, ...rest } = inline;
        const at = { ...inline.at, column: inline.at.column + offset, length: piece.length };
        offset += piece.length;
        const base = { ...(index === 0 ? inline : rest), text: piece, at };
        if (!piece.startsWith('⁽')) return base;
        return { ...base, sup: true as const, text: [...piece].map((char) => raised[superscripts.indexOf(char)] ?? char).join('') };
      });
  });
}

/** Inlines and what they say together: most rules change nothing, and read the same text. */
interface Joined {
  readonly inlines: readonly Inline[];
  readonly text: string;
  /** By inline, where it ends in the text. */
  readonly ends: readonly number[];
}

function joined(inlines: readonly Inline[]): Joined {
  const ends: number[] = [];
  let text = '';
  for (const inline of inlines) {
    text += inline.text;
    ends.push(text.length);
  }
  return { inlines, text, ends };
}

/**
 * Applies one rule, whose edits are in order. Closed to it are figures, raised marks and text of another language: their
 * characters are context, never changed.
 */
function applyRule(set: Joined, lang: Lang, rule: TypesetRule): Joined {
  const { inlines, text, ends } = set;
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
  if (edits.length === 0) return set;
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
  return joined(inlines.map((inline, index) => (texts[index] === inline.text ? inline : { ...inline, text: texts[index] ?? '' })));
}
