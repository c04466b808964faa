// Turn what a comparison leaves out and how closely it looks into a type.

/** What is left out and how closely pages are looked at. */
export interface DiffOptions {
  /** Regions that are not looked at. */
  readonly ignore: readonly IgnoredRegion[];
  /** Colour distance (0-1) from which a pixel differs. */
  readonly threshold: number;
}

/** `header` and `folio` by name, on every page; or a rectangle of a page of the new version, in points from the top left corner. */
export type IgnoredRegion =
  | { readonly name: 'header' | 'folio' }
  | { readonly page: number; readonly x: number; readonly y: number; readonly width: number; readonly height: number };

export const defaultDiffOptions: DiffOptions = { ignore: [], threshold: 0.1 };
