// Turn a seed into paragraphs of a report in English or in Japanese: none is like another, and some share words.
import { seeded } from '../seeded-random.ts';

const words = (
  'sales profit water meters contracts analyzers services borrowings dividends equity assets liabilities goodwill plant overseas market demand ' +
  'price volume margin segment outlook capital costs orders backlog shipments customers subsidiaries currency'
).split(' ');
const verbs = 'rose fell recovered weakened doubled held'.split(' ');
const nouns =
  '売上高 営業利益 経常利益 受注残高 設備投資 研究開発費 減価償却費 販売費 人件費 借入金 純資産 配当金 為替差損 在庫 原材料費'.split(' ');
const changes =
  'は前年同期を上回りました は前年同期を下回りました は堅調に推移しました は横ばいとなりました は計画どおりに進みました'.split(' ');

export function englishParagraphs(count: number, seed = 1): readonly string[] {
  const { below } = seeded(seed);
  const pick = (list: readonly string[]) => list[below(list.length)] ?? '';
  const sentence = () =>
    `${capital(pick(words))} of ${pick(words)} ${pick(verbs)} to ${1 + below(90)},${100 + below(900)} million yen because ${pick(words)} and ${pick(words)} ${pick(verbs)}.`;
  return Array.from({ length: count }, () => Array.from({ length: 2 + below(3) }, sentence).join(' '));
}

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);

export function japaneseParagraphs(count: number, seed = 1): readonly string[] {
  const { below } = seeded(seed);
  const pick = (list: readonly string[]) => list[below(list.length)] ?? '';
  const sentence = () => `${pick(nouns)}${pick(changes)}（${1 + below(90)},${100 + below(900)}百万円、${pick(nouns)}を含みます）。`;
  return Array.from({ length: count }, () => Array.from({ length: 2 + below(3) }, sentence).join(''));
}
