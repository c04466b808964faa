// Turn Chinese and Japanese characters into what is to be known of them: look-alikes and what is printed for them, full width, where words end.
import { matchesIn } from '../model/matches.ts';

/** A character in the place of the one that a reader would type. */
export interface LookAlike {
  /** Index in the text, in UTF-16 units. */
  readonly index: number;
  readonly typed: string;
  readonly meant: string;
  /** What the typed character is, in words. */
  readonly kind: 'radical' | 'compatibility ideograph' | 'half-width kana' | 'full-width digits';
}

/**
 * Radicals of U+2E80–2EFF that look like whole characters of Japanese, and those characters. Unicode gives these pairs in
 * EquivalentUnifiedIdeograph.txt, but no normalisation form makes them one.
 */
const radicals = new Map(
  Object.entries({
    '⺝': '月',
    '⺟': '母',
    '⺠': '民',
    '⻁': '虎',
    '⻄': '西',
    '⻆': '角',
    '⻑': '長',
    '⻘': '青',
    '⻝': '食',
    '⻣': '骨',
    '⻤': '鬼',
    '⻨': '麦',
    '⻩': '黄',
    '⻫': '斉',
    '⻭': '歯',
    '⻯': '竜',
    '⻲': '亀',
    '⻳': '龟',
  }),
);

/** Each kind by its characters; the first that fits a character names it. */
const kinds: readonly (readonly [LookAlike['kind'], RegExp])[] = [
  ['radical', /[\u2e80-\u2fdf]/],
  ['compatibility ideograph', /[\uf900-\ufaff]|[\ud87e][\udc00-\ude1f]/],
  ['half-width kana', /[\uff66-\uff9f]/],
  ['full-width digits', /[０-９]/],
];

/** Those that are printed as what they look like; half-width kana come with their voicing marks. */
const replaced = /[\u2e80-\u2fdf\uf900-\ufaff]|\ud87e[\udc00-\ude1f]|[\uff66-\uff9f]+/g;

/** Two full-width digits and more: a single one is the custom of printers (３月期). Figures are judged as they are typed, so these stay. */
const wideDigits = /[０-９]{2,}/g;

/** In order. Characters that no other looks like are none: 髙, 﨑 and 𠮷 are letters of names. */
export function lookAlikes(text: string): readonly LookAlike[] {
  return [...matchesIn(text, replaced), ...matchesIn(text, wideDigits)]
    .flatMap(({ 0: typed, index }) => {
      const meant = counterpart(typed);
      const kind = kinds.find(([, pattern]) => pattern.test(typed))?.[0];
      return meant === typed || kind === undefined ? [] : [{ index, typed, meant, kind }];
    })
    .sort((a, b) => a.index - b.index);
}

/** The text as it is printed: canonical composition (か followed by U+3099 is が), look-alikes replaced but for full-width digits. */
export function printedCharacters(text: string): string {
  // Most texts hold nothing to replace.
  const plain = text.search(replaced) < 0 ? text : text.replace(replaced, counterpart);
  return plain.normalize('NFC');
}

function counterpart(typed: string): string {
  return radicals.get(typed) ?? (/^[\u2e80-\u2eff]/.test(typed) ? typed : typed.normalize('NFKC'));
}

/** Kana, kanji, full-width forms and Japanese punctuation; the marks that join sentences (々〆ー) among them. */
const fullWidth =
  /[\u3000-\u303f\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef]|[\ud840-\ud88f][\udc00-\udfff]/;

/** Whether a text holds such a character; given one character, whether it is one. */
export function isFullWidth(text: string | undefined): boolean {
  return text !== undefined && fullWidth.test(text);
}

/** By ICU's dictionary of Chinese and Japanese words, which is one for both; a locale is named so that the machine's does not count. */
export const unspacedWords = (): Intl.Segmenter => new Intl.Segmenter('ja', { granularity: 'word' });

/** Full-width digits as half-width ones; every character stays at its place. */
export const halfWidthDigits = (text: string): string => text.replace(/[０-９]/g, (digit) => digit.normalize('NFKC'));
