// Turn a narrative into the same with one kind of edit at many places: sentences put in, taken out, reworded, in another order.

/** Paragraphs and bullets, without headings, notes and markup of their own. */
const prose = /^(?:- )?(?![#<*\s-]|\{\{[#/>])\S/u;

/** Where a sentence ends in a narrative, with the space behind it. */
const ends = { en: /(?<!Inc|Corp|Ltd|Co)[.]"?(?: (?=[A-Z"{])|$)/gu, ja: /。(?![」）])/gu } as const;

/** Languages of the samples. */
export type Written = keyof typeof ends;

/** A paragraph or a bullet, cut behind each sentence; its bullet is a part of the first. */
export function sentencesIn(line: string, lang: Written): readonly string[] {
  const cuts = [...line.matchAll(ends[lang])].map(({ index, 0: found }) => index + found.length);
  const edges = [0, ...cuts, ...(cuts.at(-1) === line.length ? [] : [line.length])];
  return edges.slice(1).map((end, index) => line.slice(edges[index], end));
}

/** `edit` is given the sentences of a paragraph and answers those that are to stand there. */
export function editedProse(text: string, lang: Written, edit: (sentences: readonly string[]) => readonly string[]): string {
  return text
    .split('\n')
    .map((line) => (prose.test(line) ? joined(edit(sentencesIn(line, lang)), lang) : line))
    .join('\n');
}

function joined(sentences: readonly string[], lang: Written): string {
  return sentences
    .map((sentence) => sentence.trimEnd())
    .join(lang === 'en' ? ' ' : '')
    .trimEnd();
}

/** Pieces of a line in which no helper and no markup stands, every second one. */
const plainPieces = /(\{\{.*?\}\}|<[^>]*>)/u;

/** The first plain word that `word` finds becomes another; undefined where none is found. */
export function reworded(sentence: string, word: RegExp, to: string): string | undefined {
  const pieces = sentence.split(plainPieces);
  const index = pieces.findIndex((piece, at) => at % 2 === 0 && word.test(piece));
  return index < 0 ? undefined : pieces.map((piece, at) => (at === index ? piece.replace(word, () => to) : piece)).join('');
}
