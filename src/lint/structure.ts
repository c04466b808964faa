// Turn the order of marks, languages, table heads, links and the file's own entries into findings.
import { language } from '../language/languages.ts';
import type { Block, Heading, Inline } from '../model/document.ts';
import type { Lang } from '../model/language.ts';
import type { Frame } from '../model/page.ts';
import { say } from '../model/say.ts';
import type { LintInput, LintRule, PageFinding } from './lint-rule.ts';
import { isJapanese, marksOf } from './text-lines.ts';

/** Fewer words and characters than this, names and codes mostly, say nothing about a language. */
const leastWords = 6;

/**
 * The language of a block is that of most of its words: a Western word counts as one CJK character. That the tags themselves, and
 * the languages in them, are those that were approved is for the goldens: `tags.txt` of every golden release dumps the whole tree.
 */
function* languages({ lines, blocks, layout }: LintInput): Iterable<PageFinding> {
  const seen = new Set<string>();
  for (const line of lines) {
    if (seen.has(line.place.base)) continue;
    seen.add(line.place.base);
    const share = cjkShare(line.place.inlines, line.place.lang);
    if (isForeign(line.place.lang, share))
      yield {
        page: line.page,
        x: line.left,
        y: line.y,
        message: say`a block of language ${line.place.lang} is ${percent(share)} CJK characters`,
        run: line.marks[0]?.run,
      };
  }
  for (const table of blocks.values()) {
    if (table.kind !== 'table') continue;
    const texts = [...table.captions.flatMap(({ inlines }) => inlines), ...table.rows.flatMap(({ label }) => label)];
    const share = cjkShare(texts, table.lang);
    const page = layout.pages.find(({ frames }) => frames.some(({ element }) => element === table.id));
    const frame = page?.frames.find(({ element }) => element === table.id);
    if (page && frame && isForeign(table.lang, share))
      yield {
        page,
        x: frame.x,
        y: frame.y,
        message: say`a table of language ${table.lang} is ${percent(share)} CJK characters`,
        at: table.at,
      };
  }
}

const percent = (share: number | undefined): string => `${(100 * (share ?? 0)).toFixed(0)}%`;
const isForeign = (lang: Lang, share: number | undefined): boolean =>
  share !== undefined && (language(lang).tradition === 'cjk' ? share < 0.5 : share > 0.5);

/** CJK characters among CJK characters and Western words, without links and runs of another language; undefined for few. */
function cjkShare(inlines: readonly Inline[], lang: Lang): number | undefined {
  const own = inlines.filter((inline) => !inline.href && (inline.lang ?? lang) === lang);
  const text = own.map((inline) => inline.text).join('');
  const cjk = [...text].filter((character) => /\p{L}/u.test(character) && isJapanese(character)).length;
  const words = text.match(/\p{Script=Latin}+/gu)?.length ?? 0;
  return cjk + words < leastWords ? undefined : cjk / (cjk + words);
}

/** Ids of all that owns glyphs, in the order of the document. */
function* readingOrder(input: LintInput): Iterable<PageFinding> {
  const order = new Map([...input.elements.keys()].map((id, index) => [id, index]));
  let highest = -1;
  for (const page of input.layout.pages) {
    let wasArtifact = false;
    for (const item of page.items) {
      // Text stands on tints: they are painted before it.
      if (item.kind === 'rule' && item.role === 'tint') continue;
      if (item.kind === 'drawing') continue;
      if (item.kind !== 'glyphs' || !('element' in item.owner)) {
        // A picture of an element stands where its element does.
        wasArtifact ||= item.kind === 'rule' || item.kind === 'glyphs' || 'artifact' in item.owner;
        continue;
      }
      const place = input.elements.get(item.owner.element);
      const index = order.get(place?.table?.id ?? place?.base ?? '') ?? order.get(place?.base ?? '') ?? 0;
      const finding = (message: string): PageFinding => ({ page, x: item.x, y: item.y, message, run: item });
      if (wasArtifact) yield finding('text stands behind artifacts in the order of reading');
      if (!place?.table && place?.kind !== 'marker' && index < highest)
        yield finding('text stands behind what it precedes in the document');
      highest = Math.max(highest, place?.table ? highest : index);
      wasArtifact = false;
    }
    let before: Frame | undefined;
    for (const frame of page.frames) {
      const above = before !== undefined && frame.y < before.y - 0.5;
      // The second of two columns is read after the first.
      const beside = before !== undefined && frame.x > before.x + before.width;
      if (above && !beside && frame.role !== 'caption' && frame.role !== 'table')
        yield { page, x: frame.x, y: frame.y, message: 'a block stands above the one before it' };
      before = frame;
    }
  }
}

function* tableHeads({ document, layout }: LintInput): Iterable<PageFinding> {
  const visit = function* (block: Block): Iterable<PageFinding> {
    if (block.kind === 'group') for (const inner of block.blocks) yield* visit(inner);
    if (block.kind !== 'table' || block.style !== 'statement') return;
    const page = layout.pages.find(({ frames }) => frames.some(({ element }) => element === block.id));
    const frame = page?.frames.find(({ element }) => element === block.id);
    if (!page || !frame) return;
    const headless = block.columns.findIndex(
      (_, column) =>
        !block.heads.some((head) => head.column <= column + 1 && column + 1 < head.column + head.colSpan && head.pieces.flat().length > 0),
    );
    if (headless >= 0)
      yield { page, x: frame.x, y: frame.y, message: say`column ${headless + 1} of ${block.statement} has no head`, at: block.at };
    for (const row of block.rows)
      if (row.cells.some((cell) => cell) && row.spoken === undefined && row.label.every(({ text }) => text.trim() === ''))
        yield { page, x: frame.x, y: frame.y, message: say`a row of ${block.statement} has figures and no label`, at: row.at };
  };
  for (const part of document.parts) for (const section of part.sections) for (const block of section.blocks) yield* visit(block);
}

/** The area of a link may miss its words, from the foot of the letters to the head of the capitals, by so much. */
const linkSlack = 1;

function* links({ layout, fonts, pdf, elements }: LintInput): Iterable<PageFinding> {
  for (const page of layout.pages) {
    for (const item of page.items) {
      if (item.kind !== 'glyphs' || 'artifact' in item.owner || (item.href === undefined && item.noteRef === undefined)) continue;
      const finding = (message: string): PageFinding => ({ page, x: item.x, y: item.y, message, run: item });
      const anchor = item.href?.startsWith('#') ? item.href.slice(1) : undefined;
      if (anchor !== undefined && !layout.anchors.has(anchor)) yield finding(say`a link leads to #${anchor}, which stands nowhere`);
      if (item.noteRef !== undefined && !elements.has(item.noteRef))
        yield finding(say`a mark refers to ${item.noteRef}, which stands nowhere`);
      if (!pdf) continue;
      const marks = marksOf(item, fonts).filter(({ text }) => text.trim() !== '');
      const [left, right] = [marks[0]?.left ?? item.x, marks.at(-1)?.right ?? item.x];
      const face = fonts.get(item.font);
      const capitals = ((face?.capHeight ?? 0) / (face?.upem ?? 1)) * item.size;
      const covering = pdf.pages[page.index]?.links.find(
        (link) =>
          link.left <= left + linkSlack &&
          link.right >= right - linkSlack &&
          link.top <= item.y - capitals + linkSlack &&
          link.bottom >= item.y - linkSlack,
      );
      if (!covering) yield finding('no link lies over the words that are one');
      else if (covering.contents === '' || covering.target === '') yield finding('a link says nothing or leads nowhere');
    }
  }
}

function* outline({ document, layout, elements, pdf }: LintInput): Iterable<PageFinding> {
  const [first] = layout.pages;
  if (!pdf || !first) return;
  let from = 0;
  const squeezed = (text: string): string => text.normalize('NFKC').replaceAll(/\s/g, '');
  const headings = [...elements.values()].filter((place): place is typeof place & { block: Heading } => place.kind === 'heading');
  for (const { block } of headings) {
    const title = wordsOf(block.inlines);
    const page = layout.pages.find(({ frames }) => frames.some(({ element }) => element === block.id));
    const frame = page?.frames.find(({ element }) => element === block.id);
    // The part's own entry stands for its first heading.
    const part = document.parts.find(({ sections }) => sections[0]?.blocks.includes(block));
    const at = pdf.outline.findIndex((entry, index) => index >= from && squeezed(entry.title) === squeezed(title));
    if (!page || !frame) continue;
    if (at < 0) {
      if (block.level === 1 && part) continue;
      yield { page, x: frame.x, y: frame.y, message: say`the outline lacks '${title}', or has it out of order`, at: block.at };
      continue;
    }
    from = at;
    const entry = pdf.outline[at];
    if (entry && (entry.page !== page.index || Math.abs(entry.top - frame.y) > 6.05))
      yield {
        page,
        x: frame.x,
        y: frame.y,
        message: say`the outline leads to ${entry.top.toFixed(0)} pt of page ${entry.page + 1} for '${title}'`,
        at: block.at,
      };
  }
  // Tables are found by their captions, all lines of one together, parts by their titles.
  const tables = new Set([...elements.values()].flatMap(({ table }) => table ?? []));
  const captions = [...tables].map((table) => wordsOf(table.captions.flatMap(({ inlines }) => inlines)));
  const known = new Set(
    [...document.parts.map(({ title }) => title), ...headings.map(({ block }) => wordsOf(block.inlines)), ...captions].map(squeezed),
  );
  for (const { title, page: index } of pdf.outline)
    if (!known.has(squeezed(title)))
      yield { page: layout.pages[index] ?? first, message: say`the outline lists '${title}', which is no heading, caption or part` };
}

const wordsOf = (inlines: readonly Inline[]): string => inlines.map(({ text, picture }) => picture?.alt ?? text).join('');

/**
 * The same pages give the same bytes: written twice in one process they agree to the last byte, and the file has no date but the
 * document's. That other machines, times and folders change nothing is what the tests of whole builds ask.
 */
function* repeats({ document, layout, pdf }: LintInput): Iterable<PageFinding> {
  const [page] = layout.pages;
  if (!pdf || !page) return;
  const wanted = `D:${document.date.replaceAll('-', '')}`;
  for (const date of pdf.dates)
    if (!date.startsWith(wanted)) yield { page, message: say`the file is dated ${date}, the document ${document.date}` };
  if (pdf.dates.length === 0) yield { page, message: 'the file carries no date' };
  if (pdf.differsAt !== undefined && pdf.differsAt >= 0)
    yield { page, message: say`written again, the same pages give another file from byte ${pdf.differsAt} on` };
}

/** Bytes of a release that mails and filing systems take without a thought. */
const mostBytes = 600_000;

function* weight({ layout, pdf }: LintInput): Iterable<PageFinding> {
  const [page] = layout.pages;
  if (!pdf || !page) return;
  for (const font of pdf.fonts) if (!/^[A-Z]{6}\+/.test(font)) yield { page, message: say`font ${font} is not cut to the glyphs in use` };
  if (pdf.bytes > mostBytes) yield { page, message: say`the file has ${pdf.bytes} bytes, ${mostBytes} at most` };
}

export const structure: readonly LintRule[] = [
  {
    code: 'lint/TL-51',
    severity: 'error',
    rule: 'the language of a block is that of most of its words',
    hint: 'set lang on the part or the words',
    run: languages,
  },
  {
    code: 'lint/TL-52',
    severity: 'error',
    rule: 'marks stand in the order of the document, from the top down',
    hint: 'blocks stand in another order than they are read in: look at the template',
    run: readingOrder,
  },
  {
    code: 'lint/TL-53',
    severity: 'error',
    rule: 'every cell of a statement has a head above and a label beside it',
    hint: 'give the column a head and the row a label',
    run: tableHeads,
  },
  {
    code: 'lint/TL-54',
    severity: 'error',
    rule: 'links lie over their words, say where they lead, and lead there',
    hint: 'give the link an anchor that exists and words that say where it leads',
    run: links,
  },
  {
    code: 'lint/TL-55',
    severity: 'error',
    rule: 'the outline lists the headings, in order, at their places',
    hint: 'give the heading words of its own',
    run: outline,
  },
  {
    code: 'lint/TL-57',
    severity: 'error',
    rule: 'the same pages give the same bytes, dated as the document is',
    hint: 'nothing but the data may reach the file: look for a clock, a random number or the order of a set',
    run: repeats,
  },
  {
    code: 'lint/TL-58',
    severity: 'warning',
    rule: 'fonts are cut to the glyphs in use, and the file is light',
    hint: 'use fewer faces',
    run: weight,
  },
];
