// Turn the Japanese answers of a form, 有 and 無, into the patterns by which checks read them.
import type { FlagWords } from '../word-reading.ts';

export const flags: FlagWords = {
  marks: /(?:(?:有無|要否)[ \u3000]*[:：]?|[:：=＝?？])[ \u3000]*[「『（(]?/g,
  // 有・無 lists both, of which a mark elsewhere chooses one.
  yes: /^(?:有り?|あり|該当(?:有り?|あり)|はい)(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[ \u3000]*[・/／][ \u3000]*無)/u,
  no: /^(?:無し?|なし|該当(?:無し?|なし)|ありません|ございません|いいえ)(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[ \u3000]*[・/／][ \u3000]*有)/u,
  nothing:
    /(?:該当(?:する)?|(?:特に)?(?:特記|記載)すべき|重要な)事項(?:は|が)?(?:、?特に)?(?:ありません|ございません|なし|無し)|該当(?:ありません|なし)/g,
  numbers: { main: /^[(（]?([0-9０-９]{1,2})[)）.．]/, sub: /^(?:([①-⑳])|[(（]?([ivx]{1,5}|[a-zア-ン])[)）.．])/i },
};
