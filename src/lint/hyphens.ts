// Turn the hyphens at the ends of latin lines into findings: where none is asked for, too many in a row, words that stay whole.

import { language } from '../language/languages.ts';
import { inLang } from '../model/language.ts';
import { say } from '../model/say.ts';
import type { LintInput, LintRule, PageFinding } from './lint-rule.ts';
import { blocksOf, lastMark, textOf } from './text-lines.ts';

/** A hyphen that composition set, and any that ends a line. */
const softHyphen = '\u00ad';
const endsWithHyphen = /[-‐\u00ad]$/;
const mostHyphens = 2;

function* hyphens(input: LintInput): Iterable<PageFinding> {
  for (const block of blocksOf(input.lines.filter(({ place }) => language(place.lang).tradition === 'latin'))) {
    const source =
      block[0]?.place.inlines
        .map(({ text }) => text)
        .join('')
        .replaceAll(/\s/g, '') ?? '';
    let before = '';
    let row = 0;
    for (const [index, line] of block.entries()) {
      const last = lastMark(line);
      before += textOf(line).replaceAll(/[\s\u00ad]/g, '');
      const hyphen = last !== undefined && endsWithHyphen.test(last.text);
      row = hyphen ? row + 1 : 0;
      if (!last || !hyphen) continue;
      const place = { page: line.page, x: last.x, y: line.y, run: last.run };
      if (row > mostHyphens) yield { ...place, message: say`${row} lines in a row end with a hyphen` };
      if (last.text !== softHyphen) {
        if (line.place.kind === 'paragraph' && source.length > 0 && !source.includes(before.slice(-12)))
          yield { ...place, message: 'a word is parted with a hyphen that its text does not have' };
        continue;
      }
      if (!inLang(input.style.justification, line.place.lang).hyphenate)
        yield { ...place, message: 'a word is hyphenated, and hyphenation is off' };
      const next = block[index + 1];
      if (next?.page !== line.page) yield { ...place, message: 'a page ends inside a word' };
      const [start, end] = [/[^\s—–]*$/.exec(textOf(line).trimEnd()), next && /^[^\s—–]*/.exec(textOf(next).trimStart())];
      const [left, right] = [start?.[0].replaceAll(softHyphen, '') ?? '', end?.[0] ?? ''];
      if (!mayBeParted(left, right)) yield { ...place, message: say`'${left}${right}' is parted into '${left}' and '${right}'` };
    }
  }
}

/** Small letters only, seven at least, three on either side; punctuation around the word, and a possessive ending, are no part of it. */
function mayBeParted(left: string, right: string): boolean {
  const [before, after] = [left.replace(/^[“‘"'([{]+/, ''), right.replace(/(?:[’']s?)?[”’"')\]},.;:!?]*$/, '')];
  return before.length >= 3 && after.length >= 3 && /^[a-z]{7,}$/.test(before + after);
}

export const hyphenRules: readonly LintRule[] = [
  {
    code: 'lint/TL-18',
    severity: 'error',
    rule: 'words are hyphenated only where the style says so, three letters from either end, at most two lines in a row and none at the foot of a page',
    hint: 'reword the sentence so that the line ends elsewhere',
    run: hyphens,
  },
];
