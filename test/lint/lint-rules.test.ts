// Turn each rule's own fault, made in sound pages, into the finding of that rule and of no other.
import { beforeAll, describe, expect, it } from 'vitest';
import type { ElementPlace } from '../../src/lint/index-elements.ts';
import { lintRules } from '../../src/lint/lint-pages.ts';
import {
  blocksOf,
  isFull,
  isIdeograph,
  isLetter,
  isSpace,
  lastMark,
  type Mark,
  marksOf,
  type TextLine,
  textOf,
} from '../../src/lint/text-lines.ts';
import type { Block, Document, HeadCell } from '../../src/model/document.ts';
import type { Erratum } from '../../src/model/exceptions.ts';
import type { GlyphRun, Layout, Page, PageItem, Rule } from '../../src/model/page.ts';
import {
  type Change,
  type LintSample,
  lintSample,
  newCodes,
  pick,
  withItems,
  withLine,
  withMarks,
  withPage,
  withRun,
} from '../support/lint-sample.ts';

let sample: LintSample;
beforeAll(async () => {
  sample = await lintSample();
}, 60_000);

const layout = (): Layout => sample.input.layout;
const lines = (lang: 'ja' | 'en'): readonly TextLine[] => sample.input.lines.filter(({ place }) => place.lang === lang);
const full = (lang: 'ja' | 'en', is: (line: TextLine) => boolean = () => true): TextLine =>
  pick(lines(lang), (line) => isFull(line) && !line.first && line.place.kind === 'paragraph' && is(line));
const markAt = (line: TextLine, is: (a: Mark, b: Mark) => boolean): number =>
  line.marks.findIndex((mark, i) => i > 0 && is(line.marks[i - 1]!, mark));
const ideographs = (a: Mark | undefined, b: Mark | undefined): boolean =>
  isIdeograph(a?.text ?? '') && isIdeograph(b?.text ?? '') && a?.run === b?.run;
const startsWithIdeographs = (line: TextLine): boolean => ideographs(line.marks[0], line.marks[1]);
const lineAfter = (line: TextLine): TextLine => sample.input.lines[sample.input.lines.indexOf(line) + 1]!;
const inOneRun = (line: TextLine): boolean => new Set(line.marks.map(({ run }) => run)).size === 1;
/** The end of a line of an English paragraph becomes a figure without a space after it, and the start of the next what belongs to it. */
const figureParted = (starts: string): Layout => {
  const line = full('en', ({ marks, last }) => {
    const [end, space] = marks.slice(-2);
    return !last && isLetter(end!.text) && isSpace(space!.text) && space!.run === end!.run;
  });
  const { run, right } = lastMark(line)!;
  const figure = withRun(layout(), run, (old) => ({
    ...old,
    width: right - old.x,
    glyphs: [...old.glyphs.slice(0, -2), { ...old.glyphs.at(-2)!, text: '5' }],
  }));
  return withMarks(figure, [lineAfter(line).marks[0]!], { text: starts });
};
const placeOf = (item: PageItem): ElementPlace | undefined =>
  item.kind === 'glyphs' && 'element' in item.owner ? sample.input.elements.get(item.owner.element) : undefined;
const textIn = (run: GlyphRun): string => run.glyphs.map(({ text }) => text).join('');
const cellRun = (style: 'statement' | 'statistics', is: (text: string) => boolean): GlyphRun =>
  pick(
    layout().pages.flatMap((page) => page.items.filter((item): item is GlyphRun => item.kind === 'glyphs')),
    (run) => placeOf(run)?.kind === 'cell' && placeOf(run)?.table?.style === style && is(textIn(run)),
  );
const amount = (text: string): boolean => /^\d[\d,]{4,}$/.test(text);
/** The document with the first such block changed. */
const withBlock = (is: (block: Block) => boolean, edit: (block: Block) => Block): Document => {
  let done = false;
  const visit = (block: Block): Block => {
    if (!done && is(block)) {
      done = true;
      return edit(block);
    }
    return block.kind === 'group' ? { ...block, blocks: block.blocks.map(visit) } : block;
  };
  const { document } = sample.input;
  const parts = document.parts.map((part) => ({
    ...part,
    sections: part.sections.map((section) => ({ ...section, blocks: section.blocks.map(visit) })),
  }));
  if (!done) throw new Error('no such block');
  return { ...document, parts };
};
const pdf = (edit: Partial<NonNullable<Change['pdf']>>): Change => ({ pdf: { ...sample.input.pdf!, ...edit } });
/** Where a test changes words, the reader's text is left out: it tells what the sound file says. */
const reworded = (changed: Layout): Change => ({ layout: changed, ...pdf({ texts: [] }) });
/** The first item that an edit changes, and no other. */
const once = (edit: (item: PageItem) => PageItem): ((item: PageItem) => PageItem) => {
  let done = false;
  return (item) => {
    const edited = done ? item : edit(item);
    done ||= edited !== item;
    return edited;
  };
};
const rule = (x: number, y: number, width: number): Rule => ({ kind: 'rule', x, y, width, height: 0.35, role: 'note' });
const english = (number: number) => pick(layout().pages, ({ class: name, numberInPart }) => name === 'en-text' && numberInPart === number);

const faults: Readonly<Record<string, () => Change>> = {
  'TL-01': () => reworded(withMarks(layout(), [full('ja', startsWithIdeographs).marks[0]!], { text: 'ー' })),
  'TL-02': () => reworded(withMarks(layout(), [lastMark(full('ja', (line) => isIdeograph(lastMark(line)!.text)))!], { text: '￥' })),
  'TL-03': () => reworded(figureParted('%')),
  'TL-04': () => reworded(figureParted('7')),
  'TL-05': () => {
    const brackets = (line: TextLine, i: number) =>
      '）」'.includes(line.marks[i - 1]?.text || '.') &&
      '（「'.includes(line.marks[i]?.text || '.') &&
      line.marks[i + 1]?.run === line.marks[i]?.run;
    const line = pick(lines('ja'), (each) => each.marks.some((_, i) => brackets(each, i)));
    const open = line.marks[pick([...line.marks.keys()], (i) => brackets(line, i))]!;
    return { layout: withMarks(layout(), [open], { dx: 0.3 * open.size }) };
  },
  'TL-06': () => ({
    layout: withMarks(layout(), [lastMark(full('ja', (line) => '、。）」'.includes(lastMark(line)!.text)))!], { dx: -1 }),
  }),
  'TL-07': () => reworded(withMarks(layout(), [full('ja', startsWithIdeographs).marks[0]!], { text: '「' })),
  'TL-08': () => {
    const boundary = (a: Mark, b: Mark) => isIdeograph(a.text) && isLetter(b.text) && a.run === b.run;
    const line = full('ja', (each) => markAt(each, boundary) > 0);
    const mark = line.marks[markAt(line, boundary)]!;
    return { layout: withMarks(layout(), [mark], { dx: 0.2 * mark.size }) };
  },
  'TL-09': () => {
    const letters = (a: Mark, b: Mark) => isLetter(a.text) && isLetter(b.text) && a.run === b.run;
    const line = full('en', (each) => markAt(each, letters) > 0);
    const mark = line.marks[markAt(line, letters)]!;
    return { layout: withMarks(layout(), [mark], { dx: 0.2 * mark.size }) };
  },
  'TL-10': () => {
    const line = full('ja', (each) => each.marks.every(({ sup, text }) => !sup && !isSpace(text)));
    const text = textOf(line).normalize('NFKC');
    return pdf({
      texts: sample.input.pdf!.texts.map((page) => page.normalize('NFKC').replace(text, `${text.slice(0, 3)} ${text.slice(3)}`)),
    });
  },
  'TL-11': () => {
    const line = full('ja', (each) => markAt(each, ideographs) > 0);
    const mark = line.marks[markAt(line, ideographs)]!;
    return { layout: withMarks(layout(), [mark], { dx: 0.3 * mark.size }) };
  },
  'TL-12': () => {
    const stop = (a: Mark, b: Mark) => a.text === '。' && isIdeograph(b.text) && a.run === b.run;
    const line = pick(lines('ja'), (each) => isIdeograph(each.marks[markAt(each, stop) - 2]?.text ?? ''));
    const mark = line.marks[markAt(line, stop) - 1]!;
    return { layout: withMarks(layout(), [mark], { dx: 0.1 * mark.size }) };
  },
  'TL-13': () => ({ layout: withMarks(layout(), [lastMark(full('ja', (line) => isIdeograph(lastMark(line)!.text)))!], { dx: -1 }) }),
  'TL-14': () => {
    const line = pick(lines('ja'), (each) => each.last && !each.first && each.place.kind === 'paragraph' && inOneRun(each));
    return reworded(withRun(layout(), line.marks[0]!.run, (run) => ({ ...run, glyphs: run.glyphs.slice(0, 1) })));
  },
  'TL-15': () => {
    const line = pick(
      lines('ja'),
      (each) => each.first && each.place.kind === 'paragraph' && each.place.style?.indent === 1 && startsWithIdeographs(each),
    );
    return { layout: withMarks(layout(), [line.marks[0]!], { dx: 0.05 * line.marks[0]!.size }) };
  },
  'TL-16': () => {
    const line = pick(lines('en'), (each) => each.place.kind === 'heading' && each.place.style?.align === 'left' && inOneRun(each));
    return { layout: withLine(layout(), line, line.right + 0.4 - lastMark(line)!.right, 0) };
  },
  'TL-17': () => {
    const line = full('en', (each) => inOneRun(each) && textOf(each).trim().split(' ').length > 8);
    const spaces = line.marks.filter(({ text }) => isSpace(text));
    const word = line.marks.filter(({ x }) => x > spaces[2]!.x && x <= spaces[3]!.x);
    return { layout: withMarks(layout(), word, { dx: -0.2 * word[0]!.size }) };
  },
  'TL-18': () => reworded(withMarks(layout(), [lastMark(full('en', (line) => isLetter(lastMark(line)!.text)))!], { text: '-' })),
  'TL-19': () => {
    const all = lines('en');
    const three = (i: number) => [0, 1, 2].map((k) => all[i + k]!);
    const start = pick([...all.keys()], (i) =>
      three(i).every(
        (line) => line && isFull(line) && !line.first && line.place.base === all[i]?.place.base && /^[a-z]{2,4} /.test(textOf(line)),
      ),
    );
    let changed = layout();
    for (const line of three(start)) {
      const end = line.marks.findIndex(({ text }) => isSpace(text));
      changed = withMarks(changed, line.marks.slice(0, end - 1), { text: '' });
      changed = withMarks(changed, line.marks.slice(end - 1, end), { text: 'the' });
    }
    return reworded(changed);
  },
  'TL-59': () => {
    // Letters of one line take what its wide word spaces have, below a line that has none to give.
    const spaceOf = (line: TextLine | undefined): number => {
      const at = line?.marks.findIndex(({ text }) => isSpace(text)) ?? -1;
      return at < 0 ? 0 : (line!.marks[at + 1]!.x - line!.marks[at]!.x) / line!.marks[at]!.size;
    };
    const before = (line: TextLine): TextLine | undefined => sample.input.lines[sample.input.lines.indexOf(line) - 1];
    const line = full('en', (each) => inOneRun(each) && spaceOf(each) > 0.27 && spaceOf(before(each)) < spaceOf(each) - 0.03);
    const { run } = line.marks[0]!;
    let [letters, start] = [0, 0];
    const words = run.glyphs.map(({ text }) => {
      if (isSpace(text)) start = letters + 1;
      return 0.016 * run.size * (letters++ - start);
    });
    const last = run.glyphs.findLastIndex(({ text }, i) => isSpace(text) && i < run.glyphs.length - 1);
    return {
      layout: withRun(layout(), run, (old) => ({
        ...old,
        offsets: old.offsets.map((offset, i) => offset + (isSpace(old.glyphs[i]!.text) || i > last ? 0 : words[i]!)),
      })),
    };
  },
  'TL-20': () => {
    const mark = pick(
      lines('en').flatMap(({ marks, place }) => (place.kind === 'item' || place.kind === 'paragraph' ? marks : [])),
      ({ sup }) => sup,
    );
    return { layout: withRun(layout(), mark.run, (run) => ({ ...run, x: run.x + 0.95 })) };
  },
  'TL-21': () => {
    const block = pick(lines('ja'), ({ place, first, last }) => place.kind === 'item' && first && !last).place.base;
    const runs = new Set(lines('ja').flatMap(({ marks, place }) => (place.base === block ? marks.map(({ run }) => run) : [])));
    return { layout: withItems(layout(), (item) => (item.kind === 'glyphs' && runs.has(item) ? { ...item, y: item.y + 2 } : item)) };
  },
  'TL-22': () => ({
    layout: withLine(
      layout(),
      // A line that no other finding names: its place would be new in that too.
      full('en', (line) => !lineAfter(line).last && ![...sample.said].some((said) => said.includes(`, ${line.y.toFixed(1)}: `))),
      0,
      1,
    ),
  }),
  'TL-23': () => {
    const page = english(2);
    const foot = Math.max(...page.frames.map((frame) => frame.y + frame.height));
    const frame = { element: 'nothing', role: 'heading', x: page.frames[0]!.x, y: foot, width: 100, height: 1 };
    return { layout: withPage(layout(), page, { frames: [...page.frames, frame] }) };
  },
  'TL-24': () => {
    const whole = (line: TextLine) => lines('en').filter((other) => other.place.base === line.place.base);
    const here = (line: TextLine) => whole(line).filter((other) => other.page === line.page);
    const parted = (line: TextLine) => here(line).length > 1 && whole(line).length > here(line).length;
    const line = pick(lines('en'), (each) => each.last && each.place.kind === 'paragraph' && parted(each));
    // Of its lines on the next page the first alone is left.
    const runs = new Set(
      here(line)
        .slice(1)
        .flatMap(({ marks }) => marks.map(({ run }) => run)),
    );
    return reworded(withItems(layout(), (item) => (item.kind === 'glyphs' && runs.has(item) ? [] : item)));
  },
  'TL-25': () => {
    const { table } = placeOf(cellRun('statistics', () => true))!;
    return reworded(
      withItems(layout(), (item) => {
        const place = placeOf(item);
        return place?.table === table && place?.row && table!.rows.indexOf(place.row) > 1 ? [] : item;
      }),
    );
  },
  'TL-28': () => ({ layout: withPage(layout(), english(2), { items: [...english(2).items, rule(40, 400, 10)] }) }),
  'TL-29': () => {
    const line = full('en');
    return { layout: withPage(layout(), line.page, { items: [...line.page.items, rule(line.left, line.y - 3, 100)] }) };
  },
  'TL-30': () => {
    const run = cellRun('statement', amount);
    const label = `${placeOf(run)!.row!.id}.label`;
    return {
      layout: withItems(layout(), (item) =>
        item.kind === 'glyphs' && 'element' in item.owner && item.owner.element === label && Math.abs(item.y - run.y) < 0.1
          ? { ...item, width: run.x - 3 - item.x }
          : item,
      ),
    };
  },
  'TL-31': () => {
    const low = 640;
    const isLow = ({ y, height }: { y: number; height: number }) => y + height > low;
    const page = pick(
      layout().pages,
      (each) =>
        each.class === 'en-text' &&
        layout().pages[each.index + 1]?.class === 'en-text' &&
        !each.frames.some((frame) => isLow(frame) && frame.role === 'heading'),
    );
    const frames = page.frames.map((frame) => (isLow(frame) ? { ...frame, y: Math.min(frame.y, low - 12), height: 12 } : frame));
    return { layout: withPage(layout(), page, { frames }) };
  },
  'TL-32': () => ({ layout: withRun(layout(), cellRun('statement', amount), (run) => ({ ...run, x: run.x - 0.25 })) }),
  'TL-33': () => {
    const point = marksOf(
      cellRun('statement', (text) => /^\d+\.\d$/.test(text)),
      sample.input.fonts,
    ).find(({ text }) => text === '.')!;
    return { layout: withMarks(layout(), [point], { dx: 0.3 }) };
  },
  'TL-35': () => {
    const sign = marksOf(
      pick(
        layout().pages.flatMap((page) => page.items.filter((item): item is GlyphRun => item.kind === 'glyphs')),
        (run) => placeOf(run)?.kind === 'cell' && textIn(run) === '%',
      ),
      sample.input.fonts,
    );
    return reworded(withMarks(layout(), sign, { text: '' }));
  },
  'TL-36': () => ({
    layout: withRun(
      layout(),
      cellRun('statement', (text) => text === '–'),
      (run) => ({ ...run, x: run.x - 1 }),
    ),
  }),
  'TL-37': () => ({
    layout: withItems(
      layout(),
      once((item) => (item.kind === 'rule' && item.role === 'total' ? { ...item, height: 0.5 } : item)),
    ),
  }),
  'TL-38': () => ({
    layout: withItems(
      layout(),
      once((item) => (item.kind === 'rule' && item.role === 'spanner' ? { ...item, width: item.width - 1.5 } : item)),
    ),
  }),
  'TL-39': () => ({
    layout: withItems(
      layout(),
      once((item) => (placeOf(item)?.kind === 'label' ? { ...item, x: item.x + 0.5 } : item)),
    ),
  }),
  'TL-40': () => {
    const { table, row } = placeOf(cellRun('statistics', () => true))!;
    const after = table!.rows[table!.rows.indexOf(row!) + 1];
    return { layout: withItems(layout(), (item) => (placeOf(item)?.row === after && after ? { ...item, y: item.y + 0.3 } : item)) };
  },
  'TL-41': () => ({
    layout: withItems(
      layout(),
      once((item) =>
        item.kind === 'glyphs' && 'artifact' in item.owner && item.owner.artifact === 'footer' ? { ...item, size: 7 } : item,
      ),
    ),
  }),
  'TL-42': () => reworded(withMarks(layout(), [full('en', (line) => /^[a-z]/.test(textOf(line))).marks[0]!], { text: '〆' })),
  'TL-43': () => pdf({ pages: sample.input.pdf!.pages.map((page, i) => (i === 3 ? { ...page, colours: [[0.6, 0.6, 0.6]] } : page)) }),
  'TL-44': () =>
    reworded(
      withItems(layout(), (item, page) =>
        page.index === 7 && item.kind === 'glyphs' && 'artifact' in item.owner && item.owner.artifact === 'header' ? [] : item,
      ),
    ),
  'TL-45': () => ({ layout: { ...layout(), anchors: new Map([...layout().anchors, ['en', 7]]) } }),
  'TL-46': () => {
    const is = (item: PageItem) => placeOf(item)?.kind === 'unit' && placeOf(item)?.lang === 'ja';
    return {
      layout: withItems(
        layout(),
        once((item) => (is(item) ? { ...item, x: item.x - 1 } : item)),
      ),
    };
  },
  'TL-47': () => reworded(withMarks(layout(), [full('en', (line) => isLetter(line.marks[1]!.text)).marks[1]!], { text: '"' })),
  'TL-48': () => reworded(withMarks(layout(), [full('ja', startsWithIdeographs).marks[0]!], { text: '\u2f00' })),
  'TL-61': () => ({
    document: withBlock(
      (block) => block.kind === 'heading' && block.level === 2,
      (block) => (block.kind === 'heading' ? { ...block, level: 3 } : block),
    ),
  }),
  'TL-49': () => {
    const name = /(?:^| )IIJ /;
    const line = pick(lines('en'), (each) => name.test(textOf(each)) && each.marks.every(({ text }) => text.length === 1));
    const at = textOf(line).search(/IIJ /);
    return reworded(withMarks(layout(), [line.marks[at + 1]!], { text: '' }));
  },
  'TL-51': () => ({
    document: withBlock(
      (block) => block.kind === 'paragraph' && block.lang === 'en' && block.inlines.length === 1 && block.inlines[0]!.text.length > 60,
      (block) =>
        block.kind === 'paragraph'
          ? { ...block, inlines: block.inlines.map((inline) => ({ ...inline, text: '日本語で書かれた段落がここに立っている。' })) }
          : block,
    ),
  }),
  'TL-52': () => {
    const page = english(2);
    const isArtifact = (item: PageItem) => item.kind === 'glyphs' && 'artifact' in item.owner;
    return {
      layout: withPage(layout(), page, { items: [...page.items.filter(isArtifact), ...page.items.filter((item) => !isArtifact(item))] }),
    };
  },
  'TL-53': () => ({
    document: withBlock(
      (block) => block.kind === 'table' && block.style === 'statement',
      (block) =>
        block.kind === 'table'
          ? {
              ...block,
              heads: block.heads.map((head) => (head.column + head.colSpan > block.columns.length ? { ...head, pieces: [] } : head)),
            }
          : block,
    ),
  }),
  'TL-54': () => ({
    layout: withItems(
      layout(),
      once((item) =>
        item.kind === 'glyphs' && 'element' in item.owner && item.href?.startsWith('http') ? { ...item, href: '#nowhere' } : item,
      ),
    ),
  }),
  'TL-55': () => pdf({ outline: sample.input.pdf!.outline.filter(({ title }) => title !== 'Revenues') }),
  'TL-57': () => pdf({ differsAt: 1234 }),
  'TL-58': () => pdf({ fonts: ['NotoSansJP-Regular'] }),
  // One column of the second of several tables with the same heads, with its heads.
  'TL-62': () => {
    const tables = sample.input.layout.pages.flatMap(({ items }) => items.flatMap((item) => placeOf(item)?.table ?? []));
    const table = pick(tables, ({ style, lang }) => style === 'statistics' && lang === 'en');
    const second = pick(tables, (each) => each !== table && each.style === 'statistics' && each.lang === 'en');
    return {
      layout: withItems(layout(), (item) => {
        const place = placeOf(item);
        const isMoved = place?.table === second && (place.kind === 'cell' ? place.column === 0 : place.head?.column === 1);
        return isMoved ? { ...item, x: item.x - 3 } : item;
      }),
    };
  },
  'TL-64': () => {
    const run = pick(
      layout().pages.flatMap(({ items }) => items.filter((item): item is GlyphRun => item.kind === 'glyphs')),
      (each) => {
        const block = placeOf(each)?.block;
        return block?.kind === 'heading' && block.runIn && textIn(each).trim().length > 1;
      },
    );
    return { layout: withRun(layout(), run, (old) => ({ ...old, font: 'source-sans-3-700' })) };
  },
  'TL-65': () => {
    const pages = sample.input.layout.pages;
    const levelOf = (element: string): number => {
      const block = sample.input.elements.get(element)?.block;
      return block?.kind === 'heading' ? block.level : 0;
    };
    const follows = ({ frames }: Page, index: number): boolean =>
      levelOf(frames[index]!.element) === 3 && frames[index - 1]?.role === 'paragraph';
    const page = pick(pages, (each) => each.frames.some((_, index) => follows(each, index)));
    const { element } = pick(page.frames, (frame) => follows(page, page.frames.indexOf(frame)));
    const raised = withItems(layout(), (item) => (placeOf(item)?.base === element ? { ...item, y: item.y - 3 } : item));
    const moved = pick(raised.pages, ({ index }) => index === page.index);
    const frames = page.frames.map((frame) => (frame.element === element ? { ...frame, y: frame.y - 3 } : frame));
    return { layout: withPage(raised, moved, { frames }) };
  },
  'TL-66': () => {
    const heads = layout().pages.flatMap(({ items }) =>
      items.filter((item): item is GlyphRun => item.kind === 'glyphs' && placeOf(item)?.kind === 'head'),
    );
    const first = pick(heads, (run) => {
      const below = heads[heads.indexOf(run) + 1];
      const hasLines = below !== undefined && placeOf(below) === placeOf(run) && below.y > run.y + 2;
      return hasLines && marksOf(run, sample.input.fonts).length > 1;
    });
    return reworded(withMarks(layout(), [marksOf(first, sample.input.fonts)[0]!], { text: '（' }));
  },
  'TL-67': () => {
    const runs = layout().pages[12]!.items.filter((item): item is GlyphRun => item.kind === 'glyphs' && placeOf(item)?.kind === 'label');
    const [one, other] = [pick(runs, () => true), pick(runs, (run) => run !== runs[0])];
    const signed = [one, other].reduce(
      (changed, run) => withMarks(changed, [marksOf(run, sample.input.fonts)[0]!], { text: '△' }),
      layout(),
    );
    return reworded(
      withItems(signed, (item) =>
        item.kind === 'glyphs' && item.x === other.x && item.y === other.y ? { ...item, font: 'source-sans-3-400' } : item,
      ),
    );
  },
  'TL-68': () => {
    const line = pick(lines('en'), ({ place, first, marks }) => place.kind === 'note' && first && textOf({ marks }).startsWith('Note ('));
    const second = line.marks[textOf(line).indexOf('(')]!;
    return { layout: withRun(layout(), second.run, (old) => ({ ...old, x: old.x + 0.6 })) };
  },
  'TL-70': () => ({ layout: withRun(layout(), cellRun('statement', amount), (run) => ({ ...run, size: 7.99 })) }),
  // The percentages that end a group, moved towards the next.
  'TL-72': () => {
    // Between a point and a percent sign, where no width changes the gaps beside it.
    const at = ({ marks }: TextLine): number =>
      marks.findIndex(({ text }, i) => /^\d$/.test(text) && marks[i - 1]?.text === '.' && marks[i + 1]?.text === '%');
    const line = full('ja', (each) => at(each) > 0);
    return reworded(withMarks(layout(), [line.marks[at(line)]!], { text: '１' }));
  },
  'TL-71': () => {
    const isParted = (head: HeadCell): boolean => head.row === 0 && head.column > 1 && head.colSpan > 1;
    const tables = sample.input.layout.pages.flatMap(({ items }) => items.flatMap((item) => placeOf(item)?.table ?? []));
    const table = pick(tables, ({ heads }) => heads.filter(isParted).length > 1);
    const last = pick(table.heads, isParted).column - 2;
    return {
      layout: withItems(layout(), (item) => {
        const place = placeOf(item);
        const ends = place?.table === table && (place.kind === 'cell' ? place.column === last : place.head?.column === last + 1);
        return ends ? { ...item, x: item.x + 2.7 } : item;
      }),
    };
  },
};

describe('the typographic lint', () => {
  it('finds no error in the sample release', () => {
    expect([...sample.said].filter((finding) => finding.startsWith('error'))).toEqual([]);
  });

  it.each(Object.keys(faults))('%s alone tells of its fault', async (id) => {
    expect(await newCodes(sample, faults[id]!())).toEqual([`lint/${id}`]);
  });

  it.each([
    ['two lines of it on the next page', 2, 1],
    ['all of it on one page', 0, 0],
  ])('a note: %s', (_, over, count) => {
    const note = pick(lines('en'), ({ place, first, last }) => place.kind === 'note' && first && !last).place.base;
    const block = sample.input.lines.filter(({ place }) => place.base === note);
    const next = layout().pages[block[0]!.page.index + 1]!;
    const moved = block.map((line, i) => (i < block.length - over ? line : { ...line, page: next }));
    const rule = lintRules.find(({ code }) => code === 'lint/TL-60')!;
    expect([...rule.run({ ...sample.input, lines: moved })]).toHaveLength(count);
  });

  it('an amount with Y for yen is no slip where the release lists it as it is printed', () => {
    const { release } = sample.input;
    const listed = pick(release!.spec.errata, ({ shown, printed }) => shown === printed);
    expect(listed.shown).toMatch(/^Y\d/);
    const slips = lintRules.find(({ code }) => code === 'lint/TL-49')!;
    const said = (errata: readonly Erratum[]): readonly string[] =>
      [...slips.run({ ...sample.input, release: { ...release!, spec: { ...release!.spec, errata } } })].map(({ message }) => message);
    expect(said(release!.spec.errata)).toEqual([]);
    const slip = [`'${listed.shown}' looks like a damaged yen sign`];
    expect(said([])).toEqual(slip);
    // To be printed otherwise, or another amount: neither says that this one stands so.
    expect(said([{ ...listed, printed: '¥165,445' }])).toEqual(slip);
    expect(said([{ ...listed, shown: 'Y1', printed: 'Y1' }])).toEqual(slip);
  });

  it('spaces of four lines one below another are a river, of three not yet', () => {
    const block = pick(
      blocksOf(lines('en').filter(isFull)),
      (each) => each.length >= 4 && each.slice(0, 4).every((line) => inOneRun(line)),
    ).slice(0, 4);
    const rule = lintRules.find(({ code }) => code === 'lint/TL-19')!;
    /** Two words of each line, their spaces below one another in the first lines and two ems apart in the others. */
    const rivers = (count: number): readonly string[] => {
      const changed = block.map((line, i) => {
        const [first, second] = [...line.marks.keys()].filter((at) => isSpace(line.marks[at]!.text));
        const space = line.marks[first!]!;
        const dx = 200 + (i < count ? 0 : 2 * i * space.size) - space.x;
        const marks = line.marks.slice(0, second);
        return { ...line, marks: marks.map((mark) => ({ ...mark, x: mark.x + dx, left: mark.left + dx, right: mark.right + dx })) };
      });
      return [...rule.run({ ...sample.input, lines: changed })].map(({ message }) => message);
    };
    expect(rivers(0)).toEqual([]);
    expect(rivers(3)).toEqual([]);
    expect(rivers(4)).toEqual(['the spaces of 4 lines stand one below another']);
  });

  it('has a fault for each rule', () => {
    // Splits are proved on a table that is split, digits on a face whose digits differ, notes below, last pages and headings of several lines on their own.
    const elsewhere = ['TL-26', 'TL-27', 'TL-34', 'TL-60', 'TL-63', 'TL-69'];
    expect([...Object.keys(faults), ...elsewhere].sort()).toEqual(lintRules.map(({ code }) => code.replace('lint/', '')));
  });
});
