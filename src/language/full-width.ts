// Turn a character into the answer whether it is one of full width, as Chinese and Japanese text has them.

/** Kana, kanji, full-width forms and Japanese punctuation; the marks that join sentences (々〆ー) among them. */
const fullWidth =
  /[\u3000-\u303f\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef]|[\ud840-\ud88f][\udc00-\udfff]/;

/** Whether a text holds such a character; given one character, whether it is one. */
export function isFullWidth(text: string | undefined): boolean {
  return text !== undefined && fullWidth.test(text);
}
