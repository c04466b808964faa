// Turn the characters of the text into findings: brackets and quotes of one kind, damaged code points, likely slips.

import { language } from '../language/languages.ts';
import { inLang } from '../model/language.ts';
import { isCounted } from '../model/nested-lists.ts';
import { runText } from '../model/run-text.ts';
import { say } from '../model/say.ts';
import type { LintInput, LintRule, PageFinding } from './lint-rule.ts';
import { isJapanese, type TextLine, textOf } from './text-lines.ts';

const place = (line: TextLine, message: string, text: string, severity?: 'warning'): PageFinding => {
  const mark = line.marks.find((each) => text !== '' && each.text === [...text][0]) ?? line.marks[0];
  return { page: line.page, x: mark?.x ?? line.left, y: line.y, message, run: mark?.run, ...(severity ? { severity } : {}) };
};

function* brackets({ lines, style }: LintInput): Iterable<PageFinding> {
  if (style.profile !== 'typeset') return;
  for (const line of lines) {
    const text = textOf({ marks: line.marks.filter(({ sup }) => !sup) });
    const { block, base } = line.place;
    const counted = line.first && block.kind === 'list' && block.items.some((item) => item.id === base && isCounted(block, item));
    for (const match of language(line.place.lang).tradition === 'cjk' ? text.matchAll(/\(([^()]*)\)/g) : []) {
      const around = `${text[match.index - 1] ?? ''}${match[1]}${text[match.index + match[0].length] ?? ''}`;
      // The number of an item is in the form that its writer chose.
      if (counted && match.index === 0) continue;
      // (-) is the issuer's own sign; a mark of a note stays as its table prints it.
      if (match[1] !== '-' && [...around].some(isJapanese) && line.place.kind !== 'note')
        yield place(line, say`half-width parentheses in '${match[0]}'`, '(');
    }
    const straight = /["']/.exec(text);
    if (straight)
      yield place(
        line,
        say`a straight quote in '${text.slice(Math.max(0, straight.index - 10), straight.index + 10).trim()}'`,
        straight[0],
      );
  }
}

/** Digits of one line; the number of an item is in the form that its writer chose. */
function* digitWidths({ lines }: LintInput): Iterable<PageFinding> {
  for (const line of lines) {
    const marks = line.marks.filter(({ sup, run }) => !sup && !('element' in run.owner && run.owner.element.endsWith('.label')));
    const wide = marks.find(({ text }) => /[０-９]/.test(text));
    const narrow = marks.find(({ text }) => /[0-9]/.test(text));
    if (wide && narrow)
      yield { page: line.page, x: wide.x, y: line.y, message: say`'${wide.text}' stands on a line with '${narrow.text}'`, run: wide.run };
  }
}

const damaged = /[\u2e80-\u2fdf\ue000-\uf8ff\ufffd]/u;
const leftovers = /\\\$|^- ・|\^\(|\|.*\|/;
/** Compatibility ideographs; the twelve that are unified ideographs of their own are fine. */
const compatibility = /[\uf900-\ufaff]/u;
const unified = '﨎﨏﨑﨓﨔﨟﨡﨣﨤﨧﨨﨩';

function* damage({ layout, lines, elements }: LintInput): Iterable<PageFinding> {
  for (const page of layout.pages) {
    for (const item of page.items) {
      if (item.kind !== 'glyphs') continue;
      for (const [i, glyph] of item.glyphs.entries()) {
        const code = (glyph.text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
        const finding: PageFinding = { page, x: item.x + item.offsets[i]!, y: item.y, message: say`U+${code} in the text`, run: item };
        if (damaged.test(glyph.text)) yield finding;
        else if (compatibility.test(glyph.text) && !unified.includes(glyph.text)) yield { ...finding, severity: 'warning' };
      }
    }
  }
  for (const line of lines) {
    const found = leftovers.exec(textOf(line));
    if (found) yield place(line, say`'${found[0].slice(0, 20)}' is markup that was left over`, found[0]);
  }
  for (const page of layout.pages) {
    for (const item of page.items) {
      if (item.kind !== 'glyphs' || !('element' in item.owner) || !elements.get(item.owner.element)?.table) continue;
      const found = leftovers.exec(runText(item));
      if (found) yield { page, x: item.x, y: item.y, message: say`'${found[0].slice(0, 20)}' is markup that was left over`, run: item };
    }
  }
}

function* slips({ lines, document, release }: LintInput): Iterable<PageFinding> {
  const latin = document.languages.find((lang) => language(lang).tradition === 'latin');
  const short = (latin === undefined ? '' : inLang(document.furniture, latin).issuer)
    .split(/\s+/)
    .filter((word) => /^[A-Z]/.test(word) && !/^(?:Inc|Ltd|Co|Corp)\b/.test(word))
    .map((word) => word[0])
    .join('');
  const near = nearWords(short);
  const sites = new Set(
    lines.flatMap((line) => [...textOf(line).matchAll(/www\.([\w-]+(?:\.[\w-]+)+)/g)].map(([, domain]) => domain ?? '')),
  );
  // The issuer's own words may look like a slip: the release lists them as they stand.
  const meant = (word: string): boolean =>
    release?.spec.errata.some(({ shown, printed }) => shown === printed && printed === word) === true;
  for (const line of lines) {
    const text = textOf(line);
    for (const [word] of text.matchAll(/\b[A-Z]{2,}\b/g))
      if (near.has(word)) yield place(line, say`'${word}' looks like a slip for '${short}'`, word);
    for (const [word] of text.matchAll(/\bY\d+(?:,\d+)*/g))
      if (!meant(word)) yield place(line, say`'${word}' looks like a damaged yen sign`, word);
    for (const [address, domain] of text.matchAll(/[\w.+-]+@([\w-]+(?:\.[\w-]+)+)/g))
      if (sites.size > 0 && !sites.has(domain ?? ''))
        yield place(line, say`'${address}' has another domain than the sites that are named`, address);
  }
}

/** A short name of three letters or more with one letter lost or doubled. */
function nearWords(word: string): ReadonlySet<string> {
  if (word.length < 3) return new Set();
  const letters = [...word];
  return new Set(
    letters
      .flatMap((letter, index) => [letters.toSpliced(index, 1).join(''), letters.toSpliced(index, 0, letter).join('')])
      .filter((each) => each !== word),
  );
}

export const characters: readonly LintRule[] = [
  {
    code: 'lint/TL-47',
    severity: 'error',
    rule: 'Japanese prose has full-width brackets, and quotes are curly',
    hint: 'type full-width brackets and curly quotes, or choose the verbatim profile to print the text as typed',
    run: brackets,
  },
  {
    code: 'lint/TL-48',
    severity: 'error',
    rule: 'no radicals, private characters, replacement characters or leftovers of markup',
    hint: 'type the usual character instead: the text was damaged where it was copied from',
    run: damage,
  },
  {
    code: 'lint/TL-49',
    severity: 'warning',
    rule: 'no likely slip: a short name with a letter lost, a damaged yen sign, a foreign mail domain',
    hint: 'correct the text, and list it among the errata when the source has it so: what is to stand, shown as it is printed',
    run: slips,
  },
  {
    code: 'lint/TL-72',
    severity: 'warning',
    rule: 'digits of one line are of one width',
    hint: 'type half-width digits, as figures, dates and periods have them',
    run: digitWidths,
  },
];
