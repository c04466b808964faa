// Turn line ends into findings: what may not start, end or part a line (JLREQ, very strict).
import { language } from '../language/languages.ts';
import { say } from '../model/say.ts';
import type { LintRule, PageFinding } from './lint-rule.ts';
import { blocksOf, isJapanese, isLetter, isSpace, lastMark, type TextLine, textOf } from './text-lines.ts';

const neverStarts =
  '）〕］｝〉》」』】’”‐–゠〜～？！‼⁇⁈⁉・：；。．、，ヽヾゝゞ々〻ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ％‰℃°′″¢';
const neverStartsAfterJapanese = ')]},.!?:;%';
const neverEnds = '（〔［｛〈《「『【‘“￥＄￡＃№([{$¥#';

const number = String.raw`[$¥￥]?(?:\(-\))?\d[\d,.]*`;
const units = '%|％|百万円|千円|億円|万円|円|億|万|倍|年度|年|月期|月|日|四半期|番目|ページ|つ|株|単位|[GMk]?bps|米ドル';
/** Figures and words that stay on one line; those wider than ten em may open before their unit, dates after year and month. */
const clusters: readonly RegExp[] = [
  new RegExp(`${number}(?:${units})`, 'g'),
  /第\d+四半期/g,
  /約\d[\d,.]*/g,
  /表 ?\d+[.．]?/g,
  /\(-\)\d[\d,.]*%?/g,
  new RegExp(String.raw`${number} (?:million|billion|thousand|percent|times)\b`, 'g'),
  /\b(?:Table|Page|Note|Form) [(\d][\w()-]*/g,
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}\b/g,
  /(?:JPY|US\$|\$)(?:\(-\))?\d[\d,.]*/g,
  /\d (?:am|pm)\b/g,
  /\bMr\. \S/g,
  /\b[A-Z]\. [A-Z][a-z]/g,
  /\b\d[\d.]*[GMk]?bps –/g,
  /\b[A-Z]{2,} \d[A-Z]\b/g,
  /\b[A-Z][A-Za-z.]{1,15}: [A-Z0-9]{1,8}(?=[);,])/g,
  /四半期|純利益|純損失|純資産|総資産/g,
  /（[\u3040-\u9fff]{1,3}）/g,
];
/** Words better kept together: an engine may part them where a line has no other end. */
const pairs: readonly RegExp[] = [
  new RegExp(`\\bapproximately ${number}`, 'g'),
  /\S+ (?:Inc|Ltd|Corp|Co)\./g,
  /\b[A-Z][a-z]{2,8}\.? \d{1,2}, (?:19|20)\d\d\b/g,
  /\d[%％][増減]/g,
];
/** Names of more than one word or with a bracket, words of katakana, a change and how large it is: a line may end inside them, a page should not. */
const onOnePage: readonly RegExp[] = [
  /\b[A-Z][\w-]* [A-Z][\w-]*[a-z]/g,
  /\b[A-Z][\w&.-]* \(/g,
  /[ァ-ヺー]{2,}/g,
  new RegExp(String.raw`\b(?:increase|decrease|rise|fall|growth|decline|gain|loss) of ${number}`, 'g'),
  /[期年月]比約?\d/g,
];
const widest = 10;
const unbroken: readonly RegExp[] = [/……/g, /‥‥/g, /——/g, /\d[\d,./]*\d/g];

const finding = (line: TextLine, message: string): PageFinding => {
  const mark = line.marks[0];
  return { page: line.page, x: mark?.x ?? line.left, y: line.y, message, run: mark?.run, at: line.place.block.at };
};

/** A finding at a line's end. */
function endFinding(line: TextLine, message: string): PageFinding {
  const last = lastMark(line);
  return { ...finding(line, message), ...(last ? { x: last.x, run: last.run } : {}) };
}

/** The character that a line starts with, behind a list's marker. */
const startOf = (line: TextLine) => line.marks.find((mark) => !isSpace(mark.text) && !ownedByLabel(mark.run.owner));
const ownedByLabel = (owner: object): boolean => 'element' in owner && String(owner.element).endsWith('.label');

const isCjk = ({ place }: TextLine): boolean => language(place.lang).tradition === 'cjk';

function* starts({ lines }: { readonly lines: readonly TextLine[] }): Iterable<PageFinding> {
  for (const block of blocksOf(lines.filter(isCjk))) {
    for (const [index, line] of block.entries()) {
      const start = startOf(line)?.text ?? '';
      const before = index > 0 ? lastMark(block[index - 1] ?? line)?.text : undefined;
      if (before === undefined || start === '') continue;
      if (neverStarts.includes(start) || (isJapanese(before) && neverStartsAfterJapanese.includes(start)))
        yield finding(line, say`a line starts with '${start}'`);
    }
  }
}

function* ends({ lines }: { readonly lines: readonly TextLine[] }): Iterable<PageFinding> {
  for (const line of lines) {
    const end = lastMark(line)?.text ?? '';
    if (isCjk(line) && !line.last && end !== '' && neverEnds.includes(end)) yield endFinding(line, say`a line ends with '${end}'`);
  }
}

/** Stretches of a block's text that a line end parts, each with the line that it starts on. */
function* parted(
  lines: readonly TextLine[],
  patterns: readonly RegExp[],
): Iterable<{ line: TextLine; next: TextLine; text: string; at: number }> {
  for (const block of blocksOf(lines)) {
    let text = '';
    const breaks: number[] = [];
    for (const line of block) {
      text += textOf(line);
      breaks.push(text.length);
    }
    for (const pattern of patterns) {
      for (const match of text.matchAll(pattern)) {
        const index = breaks.findIndex((place) => place > match.index && place < match.index + match[0].length);
        const [line, next] = [block[index], block[index + 1]];
        if (line && next) yield { line, next, text: match[0], at: (breaks[index] ?? 0) - match.index };
      }
    }
  }
}

function* clustersWhole({ lines }: { readonly lines: readonly TextLine[] }): Iterable<PageFinding> {
  for (const { line, text, at } of parted(lines, clusters)) {
    const width = [...text].reduce((sum, character) => sum + (isJapanese(character) ? 1 : 0.555), 0);
    if (width > widest && isJapanese(text[at] ?? '')) continue;
    yield endFinding(line, say`a line ends inside '${text}'`);
  }
  for (const { line, text } of parted(lines, pairs)) yield { ...endFinding(line, say`a line ends inside '${text}'`), severity: 'warning' };
  for (const { line, next, text } of parted(lines, onOnePage)) {
    if (line.page.index !== next.page.index) yield { ...endFinding(line, say`a page ends inside '${text}'`), severity: 'warning' };
  }
}

function* runsWhole({ lines }: { readonly lines: readonly TextLine[] }): Iterable<PageFinding> {
  for (const { line, text } of parted(lines, unbroken)) {
    // Inside an address a line may end after a slash or a full stop.
    if (/\.\d|\/\d/.test(text) && line.marks.at(-1)?.run.href) continue;
    yield endFinding(line, say`a line ends inside '${text}'`);
  }
  for (const block of blocksOf(lines)) {
    for (const [index, line] of block.entries()) {
      const [last, next] = [line.marks.at(-1), block[index + 1] && startOf(block[index + 1] ?? line)];
      if (last && next && !last.run.href && !last.sup && !next.sup && isLetter(last.text) && isLetter(next.text))
        yield endFinding(line, say`a line ends inside a word, between '${last.text}' and '${next.text}'`);
    }
  }
}

const reword = 'reword the sentence so that the line ends elsewhere';

export const kinsoku: readonly LintRule[] = [
  {
    code: 'lint/TL-01',
    severity: 'error',
    rule: 'no Japanese line starts with closing punctuation, a small kana or a sound mark',
    hint: reword,
    run: starts,
  },
  {
    code: 'lint/TL-02',
    severity: 'error',
    rule: 'no Japanese line ends with an opening bracket or a currency sign',
    hint: reword,
    run: ends,
  },
  {
    code: 'lint/TL-03',
    severity: 'error',
    rule: 'no line ends between a figure and its unit, or between words that stay together, and no page inside a name or a change',
    hint: reword,
    run: clustersWhole,
  },
  {
    code: 'lint/TL-04',
    severity: 'error',
    rule: 'ellipses, dashes, digits and Western words are never parted',
    hint: reword,
    run: runsWhole,
  },
];
