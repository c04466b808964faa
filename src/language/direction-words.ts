// Turn the words by which a language says how a figure went into patterns, each with what it says.
import type { Lang } from '../model/language.ts';

/** What a word says of a change, of an amount, or of two changes beside each other. */
export interface DirectionWords {
  readonly up: RegExp;
  readonly down: RegExp;
  readonly better: RegExp;
  readonly worse: RegExp;
  readonly profit: RegExp;
  readonly loss: RegExp;
}

/** In English `up` and `down` count right beside a figure only, which stands as U+FFFC in a text of typed characters. */
export const directionWords: Readonly<Record<Lang, DirectionWords>> = {
  en: {
    up: /\b(?:increas(?:e[sd]?|ing)|grew|grow(?:s|n|ing|th)?|rose|ris(?:e[sn]?|ing)|jumped|surged|climbed|higher)\b|\bup(?= \ufffc)|(?<=\ufffc )up\b/gi,
    down: /\b(?:decreas(?:e[sd]?|ing)|declin(?:e[sd]?|ing)|fell|fall(?:s|en|ing)?|dropp?(?:ed|s)?|shrank|lower)\b|\bdown(?= \ufffc)|(?<=\ufffc )down\b/gi,
    better: /\bimprov(?:e[sd]?|ing|ements?)\b|\bnarrowed\b/gi,
    worse: /\b(?:worsen(?:ed|ing|s)?|deteriorat(?:e[sd]?|ing|ion)|widened)\b/gi,
    profit: /\b(?:turn(?:ed)?|return(?:ed)?) to (?:a )?profit\b/gi,
    loss: /\b(?:turn(?:ed)?|fell|swung) to (?:a )?loss\b/gi,
  },
  ja: {
    up: /増加|増収|増益|上昇|伸び|拡大|(?<!逓|微)増(?![減加収益資員設強大進税額幅])/g,
    down: /減少|減収|減益|低下|下落|縮小|(?<!増)減(?![価損少収益資員税額免増])/g,
    better: /改善/g,
    worse: /悪化/g,
    profit: /黒字[にへ]?転換|黒字化/g,
    loss: /赤字[にへ]?転落|赤字化/g,
  },
};

/** Words between two comparisons: of ones that agree, and of ones that do not. */
export const joiningWords: Readonly<Record<Lang, { readonly agree: RegExp; readonly differ: RegExp }>> = {
  en: { agree: /\band\b/gi, differ: /\b(?:but|although|though|while|whereas|however)\b/gi },
  ja: { agree: /また|ともに|共に|さらに/g, differ: /一方|ものの|しかし|(?<=[たるすだ])が、/g },
};

/** Words for a result of either sign, right before its amount. */
export const resultWords: Readonly<Record<Lang, { readonly gain: RegExp; readonly loss: RegExp }>> = {
  en: { gain: /\b(?:income|profit|gain)s?\b/gi, loss: /\b(?:loss(?:es)?|deficit)\b/gi },
  ja: { gain: /利益|黒字|差益/g, loss: /損失|赤字|差損/g },
};

/** Where a clause ends inside a sentence. */
export const clauseEnds: Readonly<Record<Lang, RegExp>> = {
  en: /[,;:()]|\b(?:and|but|although|though|while|whereas|however)\b|-(?= )/gi,
  ja: /[、，；：（）「」]/g,
};
