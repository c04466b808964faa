// Turn a placed picture into the operators that show its object of the file, in the page's own space.
import type { Drawing, PlacedImage } from '../../model/page.ts';
import type { Picture } from '../../model/picture.ts';
import { decimal } from '../../pdf/writing/pdf-writer.ts';

/** The name that pages have for it: any file gives the same picture the same. */
export const pictureName = ({ sha256 }: Picture): string => `P${sha256.slice(0, 12)}`;

/** `pageHeight` in points. Pixels fill a square of one by one, outlines their own space. */
export function drawPicture({ x, y, width, height, picture }: PlacedImage, pageHeight: number): string {
  const { shown } = picture;
  const [across, up] = shown.kind === 'pixels' ? [width, height] : [width / shown.width, height / shown.height];
  const scale = shown.kind === 'pixels' ? decimal : (value: number): string => String(Number(value.toFixed(6)));
  return `q\n${scale(across)} 0 0 ${scale(up)} ${decimal(x)} ${decimal(pageHeight - y - height)} cm\n/${pictureName(picture)} Do\nQ`;
}

/** Left, bottom, right and top of what is drawn, in the page's own space (ISO 32000-1, 14.8.5.4.3). */
export function areaOf({ x, y, width, height }: Drawing | PlacedImage, pageHeight: number): readonly number[] {
  return [x, pageHeight - y - height, x + width, pageHeight - y].map((length) => Number(decimal(length)));
}
