// Turn running blocks into a Typst document that sets the same words in the same faces, sizes and measures.
import { language } from '../../../src/language/languages.ts';
import { joined, type Letter, stretchesOf } from './letters.ts';
import type { RunningBlock } from './running-blocks.ts';
import type { Sheet } from './sheet.ts';

/**
 * How an engine sets the blocks: by the rules that ours keeps, or as well as it can. Typst can keep words together only where a space
 * stands between them: a box would take Japanese figures out of justification.
 */
export type Setting = 'plain' | 'best';

/** Letters spread and closed up a little, as our own styles may allow; hyphens where Typst wants them; marks in the margin. */
const best = {
  cjk: 'justification-limits: (spacing: (min: 66.7%, max: 150%), tracking: (min: 0em, max: 0.03em))',
  latin: 'justification-limits: (spacing: (min: 66.7%, max: 150%), tracking: (min: -0.01em, max: 0.02em))',
} as const;

export function typstSource(blocks: readonly RunningBlock[], { width, height, left, top, base, faces }: Sheet, setting: Setting): string {
  const { lang, size } = base;
  const isBest = setting === 'best';
  const faceOf = (id: string): string => {
    const face = faces.get(id);
    if (!face) throw new Error(`no face ${id}`);
    return `font: "${face.typst}", weight: ${face.weight}, style: "${face.italic ? 'italic' : 'normal'}"`;
  };
  const content = (letters: readonly Letter[], block: RunningBlock): string =>
    stretchesOf(letters)
      .map((stretch) => {
        const [first] = stretch;
        if (!first) return '';
        const before = first.forced ? '#linebreak()' : first.apart ? '#h(0.5em)' : '';
        const text = joined(stretch, ({ before, tied }) =>
          tied === Number.POSITIVE_INFINITY && !isBest ? before.replaceAll(' ', '\u00a0') : before,
        );
        const raised = first.sup ? `, size: ${block.sup.size}pt, baseline: -${block.sup.rise}pt` : '';
        return `${before}#text(${faceOf(first.face)}${raised}, ${quoted(text)})`;
      })
      .join('');
  const paragraphs = blocks.map((block) => {
    const { leading, measure, indent, hang, marker } = block;
    const gap = `${Math.max(0, leading - block.size) + leading / 2}pt`;
    const text = `set text(size: ${block.size}pt); set par(leading: ${leading - block.size}pt)`;
    const inset = block.left - left;
    const words = content(block.letters, block);
    const body = marker
      ? `pad(left: ${hang}pt)[#place(dx: ${-hang}pt, text(${faceOf(block.letters[0]?.face ?? '')}, ${quoted(marker)}))${words}]`
      : `par(first-line-indent: (amount: ${indent}pt, all: true), hanging-indent: ${hang}pt)[${words}]`;
    return `#block(width: ${inset + measure}pt, above: ${gap}, below: ${gap}, inset: (left: ${inset}pt), breakable: false)[#{${text}; ${body}}]`;
  });
  return `#set document(date: none)
#set page(width: ${width}pt, height: ${height}pt, margin: (left: ${left}pt, right: 0pt, top: ${top}pt, bottom: ${top}pt))
#set text(lang: "${lang}", size: ${size}pt, top-edge: 0.88em, bottom-edge: -0.12em, fallback: false, hyphenate: ${isBest && lang === 'en'}, overhang: ${isBest})
#set par(justify: true, linebreaks: "optimized"${isBest ? `, ${best[language(lang).tradition]}` : ''})
${paragraphs.join('\n')}
`;
}

const quoted = (text: string): string => `"${text.replaceAll(/[\\"]/g, '\\$&')}"`;
