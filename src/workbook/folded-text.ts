// Turn the text of a cell into the form in which labels are compared: widths of characters and of spaces do not count.

/** Full-width letters and digits as plain ones, spaces (also those that indent or spread a label) and what nobody sees as none, capitals as small letters. */
export function foldedText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, '')
    .toLowerCase();
}
