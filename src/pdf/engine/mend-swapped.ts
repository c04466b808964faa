// Turn letters of ligatures that a file names with their bytes swapped into the letters that are drawn.

/** What Ghostscript 10 says of a ligature of f or t with another letter: 0x6600 for the f of 0x0066, and so on. */
const swapped = /[\u6600\u7400][\u6600\u6900\u6a00\u6c00\u7400\u6200\u6800\u6b00\ucf00\ud200]{1,2}/g;
/** Of a ligature of three letters it adds up the last two: 0x66 and 0x69, 0x66 and 0x6c. */
const sums = new Map([
  ['\ucf00', 'fi'],
  ['\ud200', 'fl'],
]);

/** 昀 and 琀 before another of these are no word of any language; single characters stay. */
export function mendSwapped(text: string): string {
  if (!/[\u6600\u7400]/.test(text)) return text;
  const letter = (character: string) => sums.get(character) ?? String.fromCharCode(character.charCodeAt(0) >> 8);
  return text.replace(swapped, (run) => [...run].map(letter).join(''));
}
