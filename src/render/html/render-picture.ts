// Turn a picture into an element of a web page that holds the picture itself: nothing is fetched.
import type { Part } from '../../model/document.ts';
import { runsOf, withInner } from '../../model/document-texts.ts';
import type { LinePicture, Picture, PlacedPicture } from '../../model/picture.ts';
import { escapeHtml } from './safe-markup.ts';

/** A picture that only decorates says nothing. An SVG stands in an `img`, where a browser runs no program of it. */
export function renderPicture({ picture, alt, width, align }: PlacedPicture, anchor: string | undefined): string {
  const id = anchor === undefined ? '' : ` id="${escapeHtml(anchor)}"`;
  const height = (width * picture.height) / picture.width;
  const size = `width="${pixels(width)}" height="${pixels(height)}"`;
  return `<p class="picture ${align}"${id}><img src="data:${picture.type};base64,${picture.source}" alt="${escapeHtml(alt)}" ${size}></p>`;
}

/** In the midst of a line: the stylesheet says how high where the picture does not. */
export function renderLinePicture({ picture, alt, height }: LinePicture): string {
  const { type, source } = picture;
  const high = height === undefined ? '' : ` height="${Math.max(1, Math.round(height * emPixels))}"`;
  const name = height === undefined ? 'in-line' : 'in-line own';
  return `<img class="${name}" src="data:${type};base64,${source}" alt="${escapeHtml(alt)}"${high}>`;
}

/** The mark of the house above the page, in its name. */
export function renderLogo({ type, source, width, height }: Picture, name: string): string {
  const across = Math.round((logoHeight * width) / height);
  const size = `width="${across}" height="${logoHeight}"`;
  return `<header class="logo"><img src="data:${type};base64,${source}" alt="${escapeHtml(name)}" ${size}></header>\n`;
}

/** Pixels of a browser that its text is high. */
const emPixels = 16;

/** In pixels of a browser. */
const logoHeight = 32;

/** Whether a page of this part needs leave to show pictures. */
export function holdsPicture({ sections }: Part): boolean {
  const blocks = sections.flatMap((section) => section.blocks.flatMap(withInner));
  return blocks.some(
    (block) =>
      (block.kind === 'group' && block.picture !== undefined) ||
      runsOf(block)
        .flat()
        .some(({ picture }) => picture),
  );
}

/** Whole pixels of a browser, of which 96 are an inch. */
const pixels = (points: number): number => Math.max(1, Math.round((points * 96) / 72));
