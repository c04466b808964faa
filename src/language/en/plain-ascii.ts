// Turn typeset English into the seven-bit characters that wire services and old mail take.

const replacements: ReadonlyMap<string, string> = new Map([
  ['‘', "'"],
  ['’', "'"],
  ['“', '"'],
  ['”', '"'],
  ['‐', '-'],
  ['‑', '-'],
  ['–', '-'],
  ['—', '--'],
  ['−', '-'],
  ['△', '-'],
  ['▲', '-'],
  ['•', '*'],
  ['・', '*'],
  ['※', '*'],
  ['†', '+'],
  ['…', '...'],
  ['¥', 'JPY'],
  ['￥', 'JPY'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['©', '(C)'],
  ['®', '(R)'],
  ['™', '(TM)'],
  ['×', 'x'],
  ['〜', '-'],
]);

/** Letters lose their accents; what has no plain form at all becomes a question mark. */
export function plainAscii(text: string): string {
  let out = '';
  for (const character of text) {
    if (character <= '\x7e') {
      out += character;
      continue;
    }
    const plain = replacements.get(character) ?? character.normalize('NFKD').replace(/\p{M}/gu, '');
    for (const letter of plain) out += letter <= '\x7e' ? letter : (replacements.get(letter) ?? '?');
  }
  return out;
}
