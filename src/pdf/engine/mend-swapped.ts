// Turn letters that a file names with their bytes swapped into the letters that are drawn.

/** What Ghostscript 10 says of the ligatures ff, fi, fl, ffi and ffl: 0x6600 for the f of 0x0066, and so on. */
const swapped = /\u6600[\u6600\u6900\u6c00]{1,2}/g;

/** 昀 before 昀, 椀 or 氀 is no word of any language; single characters stay. */
export function mendSwapped(text: string): string {
  if (!text.includes('\u6600')) return text;
  return text.replace(swapped, (run) => [...run].map((character) => String.fromCharCode(character.charCodeAt(0) >> 8)).join(''));
}
