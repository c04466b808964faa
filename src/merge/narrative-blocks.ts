// Turn a section of a narrative into its blocks, recalled while its text and all that its expressions could ask for are the same.
import type { Block, Figure } from '../model/document.ts';
import type { Override } from '../model/exceptions.ts';
import { inLang } from '../model/language.ts';
import type { Kind } from '../model/memory.ts';
import type { NarrativeSection } from '../model/sources.ts';
import { sourceText } from '../template/mapped-text.ts';
import type { BlockContext } from './block-fields.ts';
import { expandTemplate } from './expand-template.ts';
import { type FiguresRead, readAgain, readingFigures } from './figures-read.ts';
import { type Merging, type Placement, withReport } from './merging.ts';
import { movedBlocks, movedValue } from './moved-blocks.ts';
import { readBlocks } from './read-blocks.ts';
import { readMarkdown } from './read-markdown.ts';
import { textNumber } from './text-number.ts';

/** Where a section is placed. */
interface SectionPlace {
  readonly context: BlockContext;
  /** Other languages may lack it, and what it places. */
  readonly only: boolean;
  /** Gives what the section places its blocks, in a run of merge. */
  readonly insertIn: (merging: Merging) => BlockContext['insert'];
}

/** A section as it was read: its blocks, and all that reading it did beside. */
interface ReadSection {
  readonly blocks: readonly Block[];
  /** Block ids that it took. */
  readonly ids: number;
  readonly figures: readonly Figure[];
  readonly placements: readonly Placement[];
  /** Those that its figures were printed by, when it was read. */
  readonly overrides: ReadonlySet<Override>;
  /** Names of flags that it asked for. */
  readonly flags: ReadonlySet<string>;
  /** Names of dates that it printed. */
  readonly dates: ReadonlySet<string>;
  /** What its expressions read of facts and statements. */
  readonly read: FiguresRead;
  /** The financials that the same was read of last, and their overrides in the place of `overrides`. */
  readonly last: { readonly financials: number; readonly overrides: Iterable<Override> };
  /** The line of its file that its text began at. */
  readonly line: number;
}

/** Its blocks are those of documents, and count there; its figures are its own. */
const sections: Kind<ReadSection> = {
  name: 'merge/section',
  bytes: ({ blocks, figures, read }) => 50 * blocks.length + 1400 * figures.length + 100 * read.facts.size,
};

export function narrativeBlocks(merging: Merging, section: NarrativeSection, place: SectionPlace): readonly Block[] {
  const { memory } = merging;
  if (!memory.keeps) return readSection(merging, section, place);
  const key = sectionKey(merging, section, place);
  const known = memory.find(sections, key);
  const holding = known && readNow(merging, known);
  if (holding) {
    if (holding !== known) memory.keep(sections, key, holding);
    return replayed(merging, section, place.context, key, holding);
  }
  const [firstFigure, firstPlacement, firstId] = [merging.figures.length, merging.placements.length, place.context.ids.taken];
  let silent = true;
  const told = withReport(merging, (finding) => {
    silent = false;
    merging.report(finding);
  });
  const overrides = new Set<Override>();
  const flags = new Set<string>();
  const dates = new Set<string>();
  const recorded = readingFigures({ ...told, usedOverrides: overrides, usedFlags: flags, usedDates: dates });
  const blocks = readSection(recorded.merging, section, place);
  for (const override of overrides) merging.usedOverrides.add(override);
  for (const flag of flags) merging.usedFlags.add(flag);
  for (const date of dates) merging.usedDates.add(date);
  const read = recorded.read();
  if (silent && read) {
    memory.keep(sections, key, {
      blocks,
      ids: place.context.ids.taken - firstId,
      figures: merging.figures.slice(firstFigure),
      placements: merging.placements.slice(firstPlacement),
      overrides,
      flags,
      dates,
      read,
      last: { financials: merging.financialsNumber, overrides },
      line: section.line,
    });
  }
  return blocks;
}

/** All but the line that the section begins at, and the figures: what it reads of them is looked up again. */
function sectionKey(merging: Merging, section: NarrativeSection, { context, only }: SectionPlace): string {
  const { id, lang, file, text } = section;
  const { ids, inGroup } = context;
  const where = [file, id, lang, context.lang, ids.part, ids.taken, merging.figures.length, inGroup, only];
  const names = [...inLang(merging.release.narratives, lang).keys()];
  return `${JSON.stringify([where, names])} ${merging.worldKey} ${merging.markupKey} ${textNumber(text, merging.memory)}`;
}

/** As it would be read now; undefined where it would read other figures. */
function readNow(merging: Merging, known: ReadSection): ReadSection | undefined {
  const { financialsNumber: financials } = merging;
  if (known.last.financials === financials) return known;
  const overrides = readAgain(known.read, known.overrides, merging);
  return overrides && { ...known, last: { financials, overrides } };
}

/** Does again what reading the section did; what stands in its file has moved with it. */
function replayed(merging: Merging, section: NarrativeSection, { ids }: BlockContext, key: string, known: ReadSection): readonly Block[] {
  const { file, line } = section;
  const by = line - known.line;
  let read = known;
  if (by !== 0) {
    const move = { file, by };
    const figures = known.figures.map((figure) => ({ ...figure, at: movedValue(figure.at, move) }));
    const placements = known.placements.map((placement) => ({ ...placement, at: movedValue(placement.at, move) }));
    read = { ...known, blocks: movedBlocks(known.blocks, move), figures, placements, line };
    merging.memory.keep(sections, key, read);
  }
  ids.taken += read.ids;
  merging.figures.push(...read.figures);
  merging.placements.push(...read.placements);
  for (const override of read.last.overrides) merging.usedOverrides.add(override);
  for (const flag of read.flags) merging.usedFlags.add(flag);
  for (const date of read.dates) merging.usedDates.add(date);
  return read.blocks;
}

function readSection(merging: Merging, section: NarrativeSection, { context, insertIn }: SectionPlace): readonly Block[] {
  const { file, text, line, lang, id } = section;
  const origin = `${line} ${textNumber(text, merging.memory)} ${file}`;
  const manuscript = expandTemplate(sourceText(file, text, line), { merging, lang, section: id, origin });
  return manuscript ? readBlocks({ ...context, markup: merging, insert: insertIn(merging) }, readMarkdown(merging, manuscript)) : [];
}
