// Turn a picture's file into plain values that pages, tags and web pages are made from: its size, its kind, and what it shows.

/** Pixels as the PDF has them. */
export interface Pixels {
  readonly kind: 'pixels';
  /** Of a pixel: one for grey, three for red, green and blue of sRGB; 8 bits each. */
  readonly components: 1 | 3;
  /** How `data` is packed: by deflate, or as a whole JPEG file. */
  readonly filter: 'FlateDecode' | 'DCTDecode';
  /** In base64, row after row from the top. */
  readonly data: string;
  /** How much each pixel covers, a byte each, packed by deflate, in base64; absent where all cover all. */
  readonly alpha?: string;
}

/** A drawing of paths, in PDF operators. */
export interface Outlines {
  readonly kind: 'outlines';
  readonly operators: string;
  /** Of the space of the operators: its origin is the upper left corner, and y runs down. */
  readonly width: number;
  readonly height: number;
}

/** One picture of the project. */
export interface Picture {
  /** Relative to the project root. */
  readonly file: string;
  readonly sha256: string;
  readonly type: 'image/png' | 'image/jpeg' | 'image/svg+xml';
  /** Of the picture in its own units: pixels, or units of its view box. */
  readonly width: number;
  readonly height: number;
  readonly shown: Pixels | Outlines;
  /** The file as it is, in base64: a web page holds it. Of an SVG only what was read of it is in `shown`. */
  readonly source: string;
}

/** A picture where a layout or a narrative places it. */
export interface PlacedPicture {
  readonly picture: Picture;
  /** What is seen, for those who do not see it; '' for a decoration. */
  readonly alt: string;
  /** In points; the height follows from the picture. */
  readonly width: number;
  readonly align: 'left' | 'center' | 'right';
}

/** A picture in a line of text, where it stands as a character does. */
export interface LinePicture {
  readonly picture: Picture;
  /** What is seen, for those who do not see it; '' for a decoration. */
  readonly alt: string;
  /** In em of the text around it; absent where it is as high as the characters beside it. */
  readonly height?: number;
}

/** Points of a pixel where no width is given: 96 pixels are an inch. */
export const pointsPerPixel = 0.75;
