// Turn a colour into the words of a summary, and two colours into whether anybody could tell them apart.

/** `#ff0000`; a pattern has no colour of its own. */
export function colourWords(colour: number): string {
  if (colour === -2) return 'invisible';
  return colour < 0 ? 'a pattern' : `#${colour.toString(16).padStart(6, '0')}`;
}

/** Steps of 255 by which a channel may be rounded otherwise. */
const rounding = 3;

/** A pattern is not told apart from another: the page's image tells. */
export function otherColour(a: number | undefined, b: number | undefined): boolean {
  if (a === undefined || b === undefined || a === b || a === -1 || b === -1) return false;
  if (a < 0 || b < 0) return true;
  return [16, 8, 0].some((shift) => Math.abs(((a >> shift) & 255) - ((b >> shift) & 255)) > rounding);
}
