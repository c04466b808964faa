// Turn the Japanese label of a concept into what it is: which share, which asset, which part of a whole.
import type { ConceptReading } from '../concept-reading.ts';

export const concepts: ConceptReading = {
  diluted: /潜在株式調整後|完全?希薄化後|希薄化(?:後|調整後)?/g,
  basic: /基本的?/g,
  result: /利益|損失|損益/,
  dividend: /配当/,
  depositary: /預託/,
  averageShares: /平均.*(?:株式|株数)/,
  issuedShares: /発行済(?:み)?(?:普通|種類|優先)?株式/,
  treasuryShares: /自己株式/,
  withoutTreasury: /自己株式数?(?:を|の)?(?:除|控除)/,
  cash: /^現金(?:及び|および|・|と)?(?:預金|現金同等物)?(?:の?(?:期末|四半期末|中間期末|当期末)残高)?$/,
  currentAssets: /^流動資産(?:の部)?(?:合計)?$/,
  totalAssets: /^(?:総資産(?:額)?|資産(?:の部)?合計)$/,
  partOfWhole: /に占める.*(?:割合|比率)|構成比|持株比率|シェア$|占有率|(?:議決権|株式).*(?:所有|保有)割合/,
  atMostWhole: /売上総利益率|粗利益?率|自己資本比率|(?:親会社)?所有者帰属持分比率|株主資本比率|低下率|削減率|解約率/,
  lowEnd: /\(?(?:下限|最低|最小)値?\)?/g,
  highEnd: /\(?(?:上限|最高|最大)値?\)?/g,
  forecast: /予想(?!信用損失)|見通し|業績見込|見込み$/,
  besideForecast: /前回|当初|期初|修正前|実績|差異|結果/,
  rank: /番目|[0-9〇一二三四五六七八九十]位|最[高大多低小少]/,
};
