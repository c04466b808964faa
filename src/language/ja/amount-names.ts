// Turn the Japanese words before an amount into the name of its concept: 売上原価は, 当四半期末の総資産は, 売上高.
import type { AmountNames } from '../word-reading.ts';

export const amountNames: AmountNames = {
  name: /(?:^|[、。（「：]|\ufffc(?:に(?:おける|係る)|の)|末の|期間の|年度の|における)([^、。（）「」：\ufffc]{2,40}?)(?:[はが：]|につきましては|については)?、?約?$/,
  lead: /^.*(?:末|期間|年度)の/,
  afterOutcome: /^(?:は|が|：)?、?約?$/,
  movedAfter: /^(?:の|ほど|程度)?(?:増|減|改善|悪化|上回|下回|多|少な|高|低|上昇|拡大|縮小|プラス|マイナス|超過)/,
};
