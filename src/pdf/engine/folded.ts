// Turn text into what comparison keeps of it: no white space, no width, a triangle as the minus that it says, one kind of hyphen at line ends.

/** Readers give a soft hyphen, which parts a word at a line's end, as a hyphen, and white space as it suits them. */
export function folded(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[△▲]/g, '−')
    .replaceAll('\u00ad', '-')
    .replace(/[\s\u200b]+/g, '');
}
