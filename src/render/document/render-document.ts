// Turn texts and marks into a record of what stands where: the memory by which a later version, or a file read back, is compared.
import type { PageRecord, PictureRecord, RuleRecord, TextRecord, TextSpan } from '../../model/build-record.ts';
import type { Block, Document, Inline, Table } from '../../model/document.ts';
import { cellRuns, cellsOf, itemText, withInner } from '../../model/document-texts.ts';
import { inLang, type Lang } from '../../model/language.ts';
import { forgetful, type Kind, type Memory } from '../../model/memory.ts';
import type { Drawing, DrawnPath, GlyphRun, Layout, Page, PlacedImage } from '../../model/page.ts';
import { runText } from '../../model/run-text.ts';
import type { Span } from '../../model/span.ts';
import { recordText } from './record-text.ts';

/** Version of the file's shape; a reader that does not know it refuses the file. */
export const documentFormat = 1;

const blockKind: Kind<string> = { name: 'render/document-block', bytes: (lines) => 2 * lines.length };
const pageKind: Kind<string> = { name: 'render/document-page', bytes: (lines) => 2 * lines.length };

/** document.json: texts in reading order, then pages, each run of glyphs on a line of its own. */
export function renderDocument(document: Document, layout: Layout, memory: Memory = forgetful): string {
  const texts = textLines(document, memory);
  const alts = altsOf(document);
  const pages = layout.pages.map((page) =>
    memory.recall(
      pageKind,
      () => `${memory.numberOf(page)}${alts.size > 0 ? JSON.stringify([...alts]) : ''}`,
      () => pageLines(page, alts),
    ),
  );
  return recordText(documentFormat, [
    ['texts', texts],
    ['pages', pages],
  ]);
}

function pageLines(page: Page, alts: Alts): string {
  const head: Omit<PageRecord, 'runs' | 'rules' | 'pictures'> = {
    page: page.index + 1,
    class: page.class,
    width: page.width,
    height: page.height,
  };
  const runs: string[] = [];
  const rules: string[] = [];
  const pictures: string[] = [];
  for (const item of page.items) {
    if (item.kind === 'glyphs') runs.push(runLine(item));
    else if (item.kind === 'drawing') rules.push(...item.paths.map((path) => JSON.stringify(extentOf(path, item))));
    else if (item.kind === 'picture') pictures.push(JSON.stringify(pictureRecord(item, alts, page.lang)));
    else {
      const { color } = item;
      const place = { x: rounded(item.x), y: rounded(item.y), width: rounded(item.width), height: rounded(item.height) };
      const rule: RuleRecord = { ...place, ...(color === undefined ? {} : { color }) };
      rules.push(JSON.stringify(rule));
    }
  }
  return `${JSON.stringify(head).slice(0, -1)},"runs":[\n${runs.join(',\n')}],\n"rules":[${rules.join(',\n')}]${pictures.length > 0 ? `,\n"pictures":[${pictures.join(',\n')}]` : ''}}`;
}

function pictureRecord({ x, y, width, height, picture, owner, alt: own }: PlacedImage, alts: Alts, lang: Lang): PictureRecord {
  const place = { x: rounded(x), y: rounded(y), width: rounded(width), height: rounded(height) };
  const alt = own ?? ('element' in owner ? alts.get(owner.element) : undefined);
  const shown = { ...place, file: picture.file, sha256: picture.sha256, ...(alt ? { alt } : {}) };
  if ('element' in owner) return { ...shown, owner: owner.element, lang };
  return owner.artifact === 'header' ? { ...shown, artifact: owner.artifact, lang } : shown;
}

/** What is said of pictures, by the owner of their marks. */
type Alts = ReadonlyMap<string, string>;

function altsOf({ parts }: Document): Alts {
  const blocks = parts.flatMap(({ sections }) => sections.flatMap((section) => section.blocks.flatMap(withInner)));
  return new Map(
    blocks.flatMap((block) => (block.kind === 'group' && block.picture ? [[`${block.id}.drawing`, block.picture.alt] as const] : [])),
  );
}

/** A path by the rectangle that it fills: a bar that changes is another mark. */
function extentOf({ points }: DrawnPath, { x, y }: Drawing): RuleRecord {
  const [across, down] = [points.filter((_, at) => at % 2 === 0), points.filter((_, at) => at % 2 === 1)];
  const [left, top] = [Math.min(...across), Math.min(...down)];
  return {
    x: rounded(x + left),
    y: rounded(y + top),
    width: rounded(Math.max(...across) - left),
    height: rounded(Math.max(...down) - top),
  };
}

/** A `RunRecord`. Written field by field: a release has thousands, and objects of so many shapes are slow to make and to write. */
function runLine(run: GlyphRun): string {
  const { x, y, width, size, font, owner, figure, color } = run;
  const place = `"x":${rounded(x)},"y":${rounded(y)},"width":${rounded(width)},"size":${rounded(size)}`;
  const owned = 'artifact' in owner ? `"artifact":${JSON.stringify(owner.artifact)}` : `"owner":${JSON.stringify(owner.element)}`;
  const numbered = figure === undefined ? '' : `,"figure":${figure}`;
  const coloured = color === undefined ? '' : `,"color":${JSON.stringify(color)}`;
  return `{${place},"font":${JSON.stringify(font)},"text":${JSON.stringify(runText(run))},${owned}${numbered}${coloured}}`;
}

/** A length of a record, in hundredths of a point: finer than any printer, the same on every machine. */
export const rounded = (length: number): number => Math.round(length * 100) / 100;

/** In reading order, titles first. Records name places, so those of a block are kept for that very block. */
function textLines(document: Document, memory: Memory): readonly string[] {
  const at = document.parts[0]?.at ?? { file: '', line: 1, column: 1, length: 1 };
  const titles = document.languages.map((lang) =>
    textRecord('title', [{ text: inLang(document.titles, lang), at }], { id: `title.${lang}`, block: `title.${lang}`, lang, part: '' }, at),
  );
  const blocks = document.parts.flatMap((part) =>
    part.sections.flatMap((section) =>
      section.blocks.map((block) =>
        memory.recall(
          blockKind,
          () => `${memory.numberOf(block)} ${part.id}`,
          () => linesOf(blockTexts(block, block.id, part.id)),
        ),
      ),
    ),
  );
  return [linesOf(titles), ...blocks].filter((lines) => lines !== '');
}

/** Empty texts are left out. */
function linesOf(texts: readonly TextRecord[]): string {
  return texts
    .filter(({ text }) => text !== '')
    .map((text) => JSON.stringify(text))
    .join(',\n');
}

/** What a text belongs to. */
type TextOwner = Pick<TextRecord, 'id' | 'block' | 'part' | 'lang' | 'statement' | 'class' | 'table' | 'row'>;

function blockTexts(block: Block, outermost: string, part: string): readonly TextRecord[] {
  const place: TextOwner = { id: block.id, block: outermost, part, lang: block.lang };
  switch (block.kind) {
    case 'heading':
      return [textRecord('heading', block.inlines, place, block.at)];
    case 'paragraph':
      return [textRecord('paragraph', block.inlines, { ...place, ...(block.class ? { class: block.class } : {}) }, block.at)];
    case 'note':
      return [textRecord('note', [...block.label, ...block.inlines], place, block.at)];
    case 'list':
      return block.items.map((item) => textRecord('item', itemText(item), { ...place, id: item.id }, item.at));
    case 'words':
      return cellsOf(block).map((cell) => textRecord('item', cell.inlines, { ...place, id: cell.id }, cell.at));
    case 'group':
      if (block.picture) {
        const { alt, picture } = block.picture;
        const text = alt === '' ? [] : [{ text: alt, at: block.at }];
        return [textRecord('summary', text, { ...place, id: `${block.id}.drawing`, class: picture.file }, block.at)];
      }
      return block.blocks.flatMap((inner) => blockTexts(inner, outermost, part));
    case 'table':
      return tableTexts(block, { ...place, statement: block.statement });
  }
}

function tableTexts(table: Table, place: TextOwner): readonly TextRecord[] {
  return [
    textRecord('summary', [{ text: table.summary, at: table.at }], { ...place, id: `${table.id}.summary`, table: table.style }, table.at),
    ...table.captions.map(({ id, inlines }) => textRecord('caption', inlines, { ...place, id }, table.at)),
    ...(table.unit ? [textRecord('unit', table.unit.inlines, { ...place, id: table.unit.id }, table.at)] : []),
    ...table.heads.map(({ id, pieces, at }) => textRecord('head', pieces.flat(), { ...place, id }, at)),
    ...table.rows.flatMap(({ id, label, spoken, kind, depth, rule, cells, at }) => [
      textRecord(
        'label',
        spoken === undefined ? label : [{ text: spoken, at }],
        { ...place, id: `${id}.label`, row: { kind, depth, rule } },
        at,
      ),
      ...cells.flatMap((cell) =>
        cell?.words || cell?.mark ? [textRecord('item', cellRuns(cell).flat(), { ...place, id: cell.id }, cell.at)] : [],
      ),
    ]),
  ];
}

function textRecord(kind: TextRecord['kind'], inlines: readonly Inline[], place: TextOwner, at: Span): TextRecord {
  const spans: TextSpan[] = [];
  let text = '';
  for (const inline of inlines) {
    const start = text.length;
    text += inline.text;
    const { figure, bound } = inline;
    const last = spans.at(-1);
    if (figure !== undefined && last?.figure === figure && last.end === start) spans[spans.length - 1] = { ...last, end: text.length };
    else if (figure !== undefined) spans.push({ start, end: text.length, figure });
    else if (bound !== undefined) spans.push({ start, end: text.length, bound });
  }
  return { ...place, kind, text, spans, at: { file: at.file, line: at.line, column: at.column } };
}
