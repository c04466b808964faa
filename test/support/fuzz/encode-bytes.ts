// Turn a text that may hold halves of surrogate pairs into bytes: what no editor writes, but a broken program does.

/**
 * UTF-8, but a half from U+DC80 to U+DCFF that stands alone is the single byte 80 to FF, and any other half that stands alone is the
 * three bytes that its number would take. Neither is UTF-8.
 */
export function encodeBytes(text: string): Uint8Array {
  if (!/\p{Cs}/u.test(text)) return Buffer.from(text, 'utf8');
  const parts: Uint8Array[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0xd800 || code > 0xdfff) parts.push(Buffer.from(character, 'utf8'));
    else if (code >= 0xdc80 && code <= 0xdcff) parts.push(Uint8Array.of(code - 0xdc00));
    else parts.push(Uint8Array.of(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63)));
  }
  return Buffer.concat(parts);
}
