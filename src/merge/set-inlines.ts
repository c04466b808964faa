// Turn raw runs of a block into the runs that are set: white space folded, characters normalised, placeholders reported.
import { isFullWidth, printedCharacters } from '../language/characters.ts';
import type { TextKind } from '../language/typesetting.ts';
import type { Inline } from '../model/document.ts';
import { isEmptyRun } from '../model/empty-run.ts';
import type { Lang } from '../model/language.ts';
import { matchesIn } from '../model/matches.ts';
import { say } from '../model/say.ts';
import type { Markup } from './markup.ts';
import { typeset } from './typeset.ts';

export function setInlines(
  markup: Pick<Markup, 'report' | 'profile'>,
  raw: readonly Inline[],
  lang: Lang,
  kind: TextKind,
): readonly Inline[] {
  const folded = foldSpace(raw);
  reportPlaceholders(markup, folded);
  const printed = folded.map(printedInline);
  return markup.profile === 'typeset' ? typeset(printed, lang, kind) : printed;
}

/** A figure's characters are the program's own. */
function printedInline(inline: Inline): Inline {
  const text = inline.figure === undefined ? printedCharacters(inline.text) : inline.text;
  return text === inline.text ? inline : { ...inline, text };
}

/** White space becomes one space, none at the block's edges and line breaks, and none where a line of Japanese was broken to fit a source file. */
function foldSpace(raw: readonly Inline[]): readonly Inline[] {
  const inlines: Inline[] = [];
  let offset = 0;
  let open = true;
  for (const inline of raw) {
    if (inline.lineBreak) open = true;
    const start = offset;
    offset += inline.text.length;
    if (inline.figure !== undefined) {
      inlines.push(inline);
      open = false;
      continue;
    }
    const text = unfolded.test(inline.text) ? foldedText(inline, start, raw) : inline.text;
    const kept = text.startsWith(' ') && (open || endsInSpace(inlines.at(-1))) ? text.slice(1) : text;
    const folded = kept === inline.text ? inline : { ...inline, text: kept };
    if (!isEmptyRun(folded)) {
      inlines.push(folded);
      open = false;
    } else if (inline.lineBreak) {
      open = true;
    }
  }
  return trimEnds(inlines);
}

/** White space that is no single space. */
const unfolded = /[\t\r\n\f]| {2}/;

/** The text of one of `raw`, which begins at `start` of them all. */
function foldedText({ text }: Inline, start: number, raw: readonly Inline[]): string {
  const whole = raw.map((inline) => inline.text).join('');
  return text.replace(/[ \t\r\n\f]+/g, (space, at: number) => {
    const before = whole[start + at - 1];
    const after = whole[start + at + space.length];
    return space.includes('\n') && isFullWidth(before) && isFullWidth(after) ? '' : ' ';
  });
}

function endsInSpace(inline: Inline | undefined): boolean {
  return inline !== undefined && inline.figure === undefined && inline.text.endsWith(' ');
}

/** Takes the space off the block's end and off the end of each broken line. */
function trimEnds(inlines: readonly Inline[]): readonly Inline[] {
  return inlines
    .map((inline, index) => {
      const next = inlines[index + 1];
      const ends = next === undefined || next.lineBreak === true;
      return ends && endsInSpace(inline) ? { ...inline, text: inline.text.trimEnd() } : inline;
    })
    .filter((inline) => !isEmptyRun(inline));
}

/** What writers and programs leave behind. `●` and `〇月〇日` are the blanks of Japanese drafts; 未定 says that something is undecided. */
const placeholder = /\b(?:TBD|PENDING|TODO|XXX|NaN|undefined)\b|\[object Object\]|●+|〇月(?:〇日)?|〇{2,}/g;

function reportPlaceholders(markup: Pick<Markup, 'report'>, inlines: readonly Inline[]): void {
  for (const inline of inlines) {
    if (inline.figure !== undefined) continue;
    for (const match of matchesIn(inline.text, placeholder)) {
      const at = inline.at.length > 1 ? { ...inline.at, column: inline.at.column + match.index, length: match[0].length } : inline.at;
      const hints = ['write what is meant, or take it out'];
      markup.report({ severity: 'error', code: 'merge/placeholder', message: say`${match[0]} is left in the text`, at, hints });
    }
  }
}
