// Turn running blocks into a LuaLaTeX document that sets the same words in the same faces, sizes and measures: jlreq in Japanese, article in English.

import { isJapanese } from '../../../src/lint/text-lines.ts';
import { joined, type Letter, stretchesOf } from './letters.ts';
import type { RunningBlock } from './running-blocks.ts';
import type { Face, Sheet } from './sheet.ts';
import type { Setting } from './typst-source.ts';

export function latexSource(blocks: readonly RunningBlock[], sheet: Sheet, setting: Setting): string {
  const { base, left, faces } = sheet;
  const used = [...new Set(blocks.flatMap(({ letters }) => letters.map(({ face }) => face)))];
  const names = new Map(used.map((id, index) => [id, `face${String.fromCharCode(65 + index)}`]));
  const both = base.lang === 'ja';
  const declared = used.map((id) => {
    const face = faces.get(id);
    if (!face) throw new Error(`no face ${id}`);
    return declaration(names.get(id) ?? '', face, both);
  });
  const content = (letters: readonly Letter[], block: RunningBlock): string =>
    stretchesOf(letters)
      .map((stretch) => {
        const [first] = stretch;
        if (!first) return '';
        const before = first.forced ? '\\hfil\\break ' : first.apart ? '\\hskip.5em\\relax ' : '';
        const text = joined(stretch, setting === 'best' ? ({ before }) => before : tie, escaped);
        const set = `{\\${names.get(first.face)} ${text}}`;
        if (!first.sup) return `${before}${set}`;
        return `${before}\\raise${block.sup.rise}bp\\hbox{\\fontsize{${block.sup.size}bp}{${block.leading}bp}\\selectfont ${set}}`;
      })
      .join('');
  const paragraphs = blocks.map((block) => {
    const { size, leading, measure, indent, hang, marker } = block;
    const inset = block.left - left;
    const mark = `\\llap{\\hbox to ${hang}bp{\\${names.get(block.letters[0]?.face ?? '')} ${escaped(marker)}\\hss}}`;
    const shape = `\\hsize=${inset + measure}bp \\linewidth=\\hsize \\leftskip=${inset + hang}bp \\parindent=${indent - hang}bp`;
    return `{\\fontsize{${size}bp}{${leading}bp}\\selectfont ${shape} ${indent === hang ? '\\noindent ' : '\\indent '}${marker ? mark : ''}${content(block.letters, block)}\\par}`;
  });
  return `${preamble(sheet, setting)}${declared.join('\n')}
${setting === 'best' ? '\\emergencystretch=1em' : '\\hyphenpenalty=10000 \\emergencystretch=3em'}
\\pagestyle{empty}\\raggedbottom
\\begin{document}
\\frenchspacing \\interlinepenalty=10000 \\parskip=${base.leading / 2}bp \\topskip=${base.size}bp
${paragraphs.join('\n')}
\\end{document}
`;
}

/** Best: marks hang in the margin in Japanese; in English letters are widened a little and hang in the margin, and words are hyphenated. */
function preamble({ width, height, left, top, base, measure, faces }: Sheet, setting: Setting): string {
  if (base.lang === 'en')
    return `\\documentclass{article}
\\usepackage[paperwidth=${width}bp,paperheight=${height}bp,left=${left}bp,textwidth=${measure}bp,top=${top}bp,bottom=${top}bp]{geometry}
\\usepackage{fontspec}
${setting === 'best' ? '\\usepackage{microtype}\\UseMicrotypeSet[expansion]{alltext}' : ''}
`;
  const [face] = [...faces.values()].filter(({ id }) => id === base.letters[0]?.face);
  const main = face ? `[Path=${face.folder}/]{${face.file}}` : '';
  return `\\documentclass[paper={${width}bp,${height}bp},fontsize=${base.size}bp,jafontsize=${base.size}bp,line_length=${measure}bp,baselineskip=${base.leading}bp,gutter=${left}bp,head_space=${top}bp,foot_space=${top}bp${setting === 'best' ? ',hanging_punctuation' : ''}]{jlreq}
\\usepackage[no-math]{luatexja-fontspec}
\\setmainfont${main}
\\setmainjfont${main}
`;
}

/** A command that sets both scripts in one face; TeX's own ligatures of quotes and dashes are off. */
function declaration(name: string, { folder, file }: Face, both: boolean): string {
  const western = `\\newfontface\\${name}W[Path=${folder}/,Ligatures=TeXOff]{${file}}`;
  if (!both) return `${western}\\let\\${name}\\${name}W`;
  return `${western}\\newjfontface\\${name}J[Path=${folder}/]{${file}}\\newcommand\\${name}{\\${name}W\\${name}J}`;
}

/** What stands before a letter: a space or nothing, with what a line's end there costs. */
function tie({ before, tied, text }: Letter, last: Letter | undefined): string {
  if (tied === 0) return before;
  const cost = `\\penalty${Math.min(tied, 10000)}`;
  if (before !== '') return `${cost}\\ `;
  // Western words end lines only at spaces anyway.
  return isJapanese(text) || isJapanese(last?.text ?? '') ? `${cost} ` : '';
}

const special: Readonly<Record<string, string>> = { '\\': '\\textbackslash{}', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}' };
const escaped = (text: string): string => text.replaceAll(/[\\~^]|[#$%&_{}]/g, (sign) => special[sign] ?? `\\${sign}`);
