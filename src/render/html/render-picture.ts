// Turn a picture into an element of a web page that holds the picture itself: nothing is fetched.
import type { Block, Part } from '../../model/document.ts';
import type { Picture, PlacedPicture } from '../../model/picture.ts';
import { escapeHtml } from './safe-markup.ts';

/** A picture that only decorates says nothing. An SVG stands in an `img`, where a browser runs no program of it. */
export function renderPicture({ picture, alt, width, align }: PlacedPicture, anchor: string | undefined): string {
  const id = anchor === undefined ? '' : ` id="${escapeHtml(anchor)}"`;
  const height = (width * picture.height) / picture.width;
  const size = `width="${pixels(width)}" height="${pixels(height)}"`;
  return `<p class="picture ${align}"${id}><img src="data:${picture.type};base64,${picture.source}" alt="${escapeHtml(alt)}" ${size}></p>`;
}

/** The mark of the house above the page, in its name. */
export function renderLogo({ type, source, width, height }: Picture, name: string): string {
  const across = Math.round((logoHeight * width) / height);
  const size = `width="${across}" height="${logoHeight}"`;
  return `<header class="logo"><img src="data:${type};base64,${source}" alt="${escapeHtml(name)}" ${size}></header>\n`;
}

/** In pixels of a browser. */
const logoHeight = 32;

/** Whether a page of this part needs leave to show pictures. */
export function holdsPicture({ sections }: Part): boolean {
  const holds = (block: Block): boolean => block.kind === 'group' && (block.picture !== undefined || block.blocks.some(holds));
  return sections.some(({ blocks }) => blocks.some(holds));
}

/** Whole pixels of a browser, of which 96 are an inch. */
const pixels = (points: number): number => Math.max(1, Math.round((points * 96) / 72));
