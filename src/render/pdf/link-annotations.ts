// Turn linked runs into link annotations: where to click, where it leads, and what a voice says of it.
import type { Document, Note } from '../../model/document.ts';
import { withInner } from '../../model/document-texts.ts';
import type { GlyphRun, Layout } from '../../model/page.ts';
import type { Area, LinkTarget, PageWriter } from '../../pdf/writing/pdf-writer.ts';
import { destination, type Place, plainText } from './destinations.ts';
import type { Lead } from './page-segments.ts';

/** Ascent and descent of the em box around a baseline, in em: the area that reacts to a click. */
const ascent = 0.88;
const descent = 0.12;

/** What links lead to. */
export interface LinkTargets {
  readonly layout: Layout;
  readonly pages: readonly PageWriter[];
  readonly places: ReadonlyMap<string, Place>;
  readonly anchors: ReadonlyMap<string, Place>;
  readonly notes: ReadonlyMap<string, Note>;
  /** What stands at an anchor, as plain text. */
  readonly titles: ReadonlyMap<string, string>;
}

/** Notes by id, and the words that stand at each anchor. */
export function describeTargets(document: Document): Pick<LinkTargets, 'notes' | 'titles'> {
  const notes = new Map<string, Note>();
  const titles = new Map<string, string>();
  for (const part of document.parts) {
    titles.set(part.id, part.title);
    for (const section of part.sections) {
      const blocks = section.blocks.flatMap(withInner);
      for (const block of blocks) {
        if (block.kind === 'note') notes.set(block.id, block);
        if (block.anchor !== undefined && 'inlines' in block) titles.set(block.anchor, plainText(block.inlines, block.lang));
      }
      const heading = blocks.find((block) => block.kind === 'heading');
      if (section.anchor !== undefined) titles.set(section.anchor, heading ? plainText(heading.inlines, heading.lang) : part.title);
    }
  }
  return { notes, titles };
}

/** Where a link stands on its page. */
export interface LinkShape {
  readonly area: Area;
  /** Of each line, where it has several: as a writer of pages takes them. */
  readonly corners?: readonly number[];
}

/** A link where it stands. */
export type PlacedLink = Lead & LinkShape;

/** One area for these runs, all their lines included. */
export function linkShape(runs: readonly GlyphRun[], pageHeight: number): LinkShape {
  const lines = lineBoxes(runs);
  const left = Math.min(...lines.map((box) => box.left));
  const top = Math.min(...lines.map((box) => box.top));
  const right = Math.max(...lines.map((box) => box.right));
  const bottom = Math.max(...lines.map((box) => box.bottom));
  const corners = lines.flatMap((box) => {
    const upper = pageHeight - box.top;
    const lower = pageHeight - box.bottom;
    return [box.left, upper, box.right, upper, box.left, lower, box.right, lower];
  });
  return { area: { left, top, width: right - left, height: bottom - top }, ...(lines.length > 1 ? { corners } : {}) };
}

/** Where a link leads, and what is said of it; `words` are what it stands on. Throws where it leads nowhere. */
export function describeLink(link: PlacedLink, words: string, targets: LinkTargets): LinkTarget {
  return { ...leadOf(link, words.trim(), targets), ...(link.corners ? { corners: link.corners } : {}) };
}

function leadOf(link: Lead, text: string, targets: LinkTargets): LinkTarget {
  if ('note' in link) {
    const note = targets.notes.get(link.note);
    const place = targets.places.get(link.note) ?? targets.places.get(`${link.note}.label`);
    if (!note || !place) throw new Error(`the mark ${text} refers to note ${link.note}, which is not printed`);
    return { lead: { destination: destination(targets.pages, place, targets.layout) }, contents: plainText(note.label, note.lang) || text };
  }
  const { href } = link;
  if (href.startsWith('#')) {
    const place = targets.anchors.get(href.slice(1));
    if (!place) throw new Error(`${text} leads to ${href}, which is nowhere in the document`);
    const title = targets.titles.get(href.slice(1));
    return {
      lead: { destination: destination(targets.pages, place, targets.layout) },
      // White space that leads to a place without a heading has nothing else to say.
      // A line of contents says it already.
      contents: (title === undefined || text.startsWith(title) ? text : `${text} ${title}`) || href,
    };
  }
  // URI actions hold ASCII only (ISO 32000-1, 12.6.4.7).
  return { lead: { address: encodeURI(decodeSafely(href)) }, contents: href.replace(/^mailto:/, '') };
}

/** An address with its escapes undone, so that they are not escaped twice. */
function decodeSafely(href: string): string {
  try {
    return decodeURI(href);
  } catch {
    return href;
  }
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** One box a line; a run further left than the one before it begins a line. */
function lineBoxes(runs: readonly GlyphRun[]): readonly Box[] {
  const boxes: Box[] = [];
  for (const run of runs) {
    const box = { left: run.x, top: run.y - ascent * run.size, right: run.x + run.width, bottom: run.y + descent * run.size };
    const last = boxes.at(-1);
    if (!last || box.left < last.left || box.top >= last.bottom) boxes.push(box);
    else {
      const joined = {
        ...last,
        top: Math.min(last.top, box.top),
        right: Math.max(last.right, box.right),
        bottom: Math.max(last.bottom, box.bottom),
      };
      boxes[boxes.length - 1] = joined;
    }
  }
  return boxes;
}
