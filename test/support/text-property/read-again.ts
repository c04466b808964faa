// Turn a finished text into what stands between two marks in it, with the differences folded that the program documents.

/** Characters that steer line breaking and print nothing. */
const steering = /\u00ad|\u200b|\u200c|\u200d|\u2060|\ufeff/g;

/** Radicals that are no compatibility character of Unicode. */
const twins: Readonly<Record<string, string>> = Object.fromEntries(
  ['⺝月', '⺠民', '⻁虎', '⻄西', '⻆角', '⻑長', '⻘青', '⻝食', '⻣骨', '⻤鬼', '⻨麦', '⻩黄', '⻫斉', '⻭歯', '⻯竜', '⻲亀'].map(
    (pair) => [pair[0], pair[1]],
  ),
);

const raised: Readonly<Record<string, string>> = Object.fromEntries([...'⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾'].map((sign, i) => [sign, '0123456789()'[i] ?? '']));

/**
 * White space goes (readers break lines where they like), characters are composed, look-alikes are what they look like (half-width kana,
 * radicals, compatibility ideographs), and what the typeset profile sets otherwise is one: quotation marks, dashes in a row, brackets and
 * colons of either width, raised numbers. A triangle says minus to voices.
 */
export function folded(text: string): string {
  return (
    text
      .replace(/[\uff66-\uff9f]+|[\u2e80-\u2fdf\uf900-\ufaff]/g, (alike) => twins[alike] ?? alike.normalize('NFKC'))
      .normalize('NFC')
      .replace(/[\p{White_Space}]/gu, '')
      .replace(steering, '')
      .replace(/[“”‘’"]/g, "'")
      .replace(/[-‐‑‒–—―−△▲]+/g, '-')
      // PDFium and MuPDF part a ligature that is a character of its own; poppler does not.
      .replace(/[\ufb00-\ufb06]/g, (ligature) => ligature.normalize('NFKC'))
      .replace(/（/g, '(')
      .replace(/）/g, ')')
      .replace(/：/g, ':')
      .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾]/g, (sign) => raised[sign] ?? sign)
  );
}

const letters = 'BCDFGHKLMNPQRSTVWXZ';

/** Two marks of letters that no other text has: nothing in them is a figure, a word, or composes with what follows. */
export function marksOf(number: number): readonly [open: string, close: string] {
  const code = [0, 1, 2].map((place) => letters[Math.floor(number / letters.length ** place) % letters.length]).join('');
  return [`J${code}J`, `Y${code}Y`];
}

/** What stands between the marks of a string, folded, at each place where they stand; empty when they are nowhere. */
export function foundBetween(text: string, number: number): readonly string[] {
  const whole = folded(text);
  const [open, close] = marksOf(number);
  const found: string[] = [];
  for (let at = whole.indexOf(open); at >= 0; at = whole.indexOf(open, at + 1)) {
    const end = whole.indexOf(close, at);
    if (end >= 0) found.push(whole.slice(at + open.length, end));
  }
  return found;
}

/** Whether the letters stand in the text in their order, whatever stands between them. */
export function inOrder(wanted: string, text: string): boolean {
  let at = 0;
  for (const letter of folded(wanted)) {
    at = text.indexOf(letter, at);
    if (at < 0) return false;
    at += letter.length;
  }
  return true;
}
