// Turn what is wrong with a picture's file into a fault that its reader throws and `loadPictures` reports at the file.
import { say } from '../../model/say.ts';

export class PictureFault extends Error {
  /** What to do. */
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}

/** Most pixels of a picture: a photograph of a whole page at 600 dpi has twenty million and more than that is waste. */
const mostPixels = 20_000_000;

/** Throws before anything is unpacked: what a file claims may be a bomb. */
export function refuseSize(width: number, height: number): void {
  if (width < 1 || height < 1) throw new PictureFault('has no pixels', 'export it again from the program that drew it');
  if (width * height > mostPixels) {
    throw new PictureFault(
      say`has ${width} × ${height} pixels, more than ${mostPixels / 1e6} million`,
      'scale it down: 300 pixels an inch are enough for print',
    );
  }
}

/** Throws for colours that a profile says and that are not sRGB: they would be shown as others. */
export function refuseProfile(profile: Buffer): void {
  if (profile.subarray(0, 4096).toString('latin1').replaceAll('\0', '').includes('sRGB')) return;
  throw new PictureFault('has colours of a profile that is not sRGB', 'convert it to sRGB in the program that made it');
}
