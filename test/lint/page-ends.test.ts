// Turn the last and the first word of two pages into a name, and hold the rule of words that stay together to telling it.
import { expect, test } from 'vitest';
import { blocksOf, isSpace, type Mark, type TextLine } from '../../src/lint/text-lines.ts';
import { lintSample, newCodes, pick, withMarks } from '../support/lint-sample.ts';

const lastWord = ({ marks }: TextLine): Mark => {
  const end = marks.findLastIndex(({ text }) => !isSpace(text));
  return marks[marks.slice(0, end).findLastIndex(({ text }) => isSpace(text)) + 1]!;
};

test('a page that ends inside a name is told, a line that does is not', async () => {
  const sample = await lintSample();
  const paragraphs = blocksOf(sample.input.lines.filter(({ place }) => place.lang === 'en' && place.kind === 'paragraph'));
  const neighbours = paragraphs.flatMap((lines) => lines.slice(1).map((next, i) => ({ line: lines[i]!, next })));
  const named = (is: (line: TextLine, next: TextLine) => boolean) => {
    const { line, next } = pick(neighbours, (each) => is(each.line, each.next) && /^[a-z]$/.test(each.next.marks[0]!.text));
    const layout = withMarks(withMarks(sample.input.layout, [lastWord(line)], { text: 'V' }), [next.marks[0]!], { text: 'C' });
    return newCodes(sample, { layout, pdf: { ...sample.input.pdf!, texts: [] } });
  };
  expect(await named((line, next) => line.page !== next.page)).toContain('lint/TL-03');
  expect(await named((line, next) => line.page === next.page && /^[a-z]$/.test(lastWord(line).text))).not.toContain('lint/TL-03');
});
