// Turn labels, unit lines, legends, titles, heads and flags into ones that say the same in other words.
import type { Ways } from './edits.ts';
import { placesOf, randomAt, replacedAt, typedValue } from './find.ts';
import { narrativesOf, statementsOf, templatesOf } from './subject.ts';

/** Equivalents, by what is typed. */
type Equivalents = readonly (readonly [RegExp, readonly string[]])[];

const labels: Equivalents = [
  [/^営業利益$/, ['営業利益又は営業損失（△）', '営業損益', '営業利益（損失）']],
  [/^経常利益$/, ['経常利益又は経常損失（△）', '経常損益', '経常利益（損失）']],
  [/^(?:当期損失|当期利益)$/, ['当期利益（損失）', '当期損益', '当期純損益']],
  [/^税引前当期(?:損失|利益)$/, ['税引前当期利益（損失）', '税引前当期損益']],
  [/^持分法による投資損失$/, ['持分法による投資損益', '持分法による投資利益（損失）']],
  [/^現金及び現金同等物の減少額$/, ['現金及び現金同等物の増減額', '現金及び現金同等物の増加（減少）額']],
  [/^(Operating|Ordinary) (profit|income)$/, ['$1 $2 (loss)', '$1 $2 or loss']],
  [/^Net (?:loss|income)$/, ['Net income (loss)', 'Net result', 'Net loss or income']],
  [/^(?:Loss|Income) before income tax expense$/, ['Income (loss) before income tax expense', 'Result before income tax expense']],
  [/^Equity in net loss of (.*)$/, ['Equity in net income (loss) of $1', 'Equity in the result of $1']],
  [/^Net Decrease in Cash$/, ['Net Increase (Decrease) in Cash', 'Net Change in Cash']],
];

/** Account names that are written in several ways. */
const synonyms: Equivalents = [
  [/^Decrease \(increase\) in (.*)$/, ['Change in $1', '(Increase) decrease in $1', 'Increase/decrease in $1']],
  [/^Increase \(decrease\) in (.*)$/, ['Change in $1', 'Increase or decrease in $1']],
  [/^(.*)の(?:減少（増加）|増加（減少）)額$/, ['$1の増減額', '$1の増減', '$1の増減額（△は増加又は減少）']],
  [/^Foreign exchange losses$/, ['Exchange losses', 'Foreign exchange loss']],
  [/^Foreign exchange gains$/, ['Exchange gains', 'Foreign exchange gain']],
  [/^Impairment losses$/, ['Impairment loss', 'Losses on impairment']],
  [/^Loss on retirement of (.*)$/, ['Losses on retirement of $1', 'Retirement loss of $1']],
  [/^Gain on sale of (.*)$/, ['Gains on sale of $1', 'Profit on sale of $1']],
  [/^Total extraordinary losses$/, ['Extraordinary losses in total', 'Extraordinary losses']],
  [/^Interest income$/, ['Interest received', 'Interest and other financial income']],
  [/^Interest expenses?$/, ['Interest paid', 'Interest expenses on borrowings']],
  [/^Cost of sales$/, ['Cost of goods sold', 'Cost of revenue']],
  [/^Retained earnings$/, ['Earnings retained', 'Retained profit']],
  [/^Accumulated deficit$/, ['Deficit', 'Retained earnings (accumulated deficit)']],
  [/^為替差損$/, ['為替損失', '為替差損（純額）']],
  [/^減損損失$/, ['固定資産の減損損失', '減損損失（固定資産）']],
  [/^支払利息$/, ['支払利息及び割引料', '利息費用']],
  [/^欠損金$/, ['累積欠損金', '利益剰余金（欠損金）']],
  [/^その他の費用$/, ['その他の収益（費用）', 'その他の損益']],
  [/^Other expenses$/, ['Other income (expenses)', 'Other income (expenses) – net']],
];

const units: Equivalents = [
  [/（単位：百万円）/g, ['（百万円）', '（単位　百万円）', '（金額の単位：百万円）', '(単位：百万円)']],
  [/（百万円）/g, ['（単位：百万円）', '（単位　百万円）']],
  [/\(Millions of yen\)/g, ['(JPY million)', '(in millions of yen)', '(Yen in millions)', '(¥ million)']],
  [/\(JPY in millions\)/g, ['(Millions of yen)', '(JPY million)', '(in millions of Japanese yen)']],
  [/Thousands of Japanese Yen \(JPY\)/g, ['thousands of Japanese yen (JPY)', 'JPY thousand', 'Thousands of Yen (JPY)']],
  [/(?<=head: )JPY million/g, ['Millions of yen', '¥ million', 'JPY (million)']],
  [/(?<=head: )百万円/g, ['（百万円）', '金額（百万円）']],
];

const legends: Equivalents = [
  [/未満切捨て/g, ['未満切り捨て', '未満は切捨て', '未満を切り捨てて表示']],
  [/\bare rounded down\b/g, ['are cut off', 'are truncated', 'are discarded']],
  [/fractions cut off/g, ['rounded down', 'fractions truncated']],
  [/△はマイナスを表す/g, ['△は負の値を示す', '△印はマイナス']],
  [/△ denotes a negative figure/g, ['△ indicates a negative figure', '△ stands for a minus']],
  [/括弧内の(金額(?:と比率)?)はマイナスを表す/g, ['括弧内の$1は負の値', '（　）内の$1はマイナスを示す']],
];

const titles: Equivalents = [
  [/\bSeptember 30, (\d{4})/g, ['Sept. 30, $1', '30 September $1', 'Sep. 30, $1']],
  [/第2四半期/g, ['第２四半期', '第二四半期']],
  [/〔日本基準〕/g, ['［日本基準］', '（日本基準）']],
  [/\[Japanese GAAP\]/g, ['(Japanese GAAP)', '[J-GAAP]', '<Japanese GAAP>']],
  [/ Announces Results of/g, [' Reports Results of', ' Announces Its Results of']],
  [/^( {2}en: )Consolidated/gm, ['$1Summary of Consolidated']],
  [/決算発表/g, ['決算のお知らせ', '決算について']],
];

const heads: Equivalents = [
  [/(?<=head: )Net sales/g, ['Sales', 'Revenue', 'Net sales (consolidated)']],
  [/(?<=head: )Operating profit/g, ['Operating income', 'Profit from operations']],
  [/(?<=head: )Ordinary profit/g, ['Ordinary income', 'Recurring profit']],
  [/(?<=head: )Total assets/g, ['Assets', 'Assets in total']],
  [/(?<=head: )Net assets/g, ['Total net assets']],
  [/(?<=head: )総資産/g, ['資産合計', '資産']],
  [/(?<=head: )純資産/g, ['純資産合計']],
  [/(?<=head: )売上高/g, ['連結売上高', '売上']],
  [/YOY \|Chg %/g, ['Change on |year %', 'Year-on-year |%', 'YoY %']],
  [/QOQ \|Chg %/g, ['Change on |quarter %', 'Quarter-on-quarter |%', 'QoQ %']],
  [/Year-over-year Comparison/g, ['Comparison with the Year Before', 'Year-on-year']],
  [/Sequential Comparison/g, ['Comparison with the Quarter Before', 'Quarter-on-quarter']],
  [/前年同四半期比較/g, ['前年同期比較', '前年同期との比較']],
  [/(?<=head: ')As of /g, ['At ', '']],
  [/（予想）/g, ['（予想値）', '予想']],
];

const flags: Equivalents = [
  [/(?<=: )\{\{flag "(?!supplementary|results-briefing)[\w-]+"\}\}(?=<)/g, ['None', 'no', 'No', 'not applicable']],
  [/(?<=[：:])\{\{flag "(?!supplementary|results-briefing)[\w-]+"\}\}(?=<)/g, ['なし', '該当なし', '　無']],
  [/(?<=(?:materials|briefing): )\{\{flag "[\w-]+"\}\}/g, ['Yes', 'available']],
];

export const harmlessLabels = (seed: string): Ways => ({
  'neutral label': (subject) =>
    [...subject.release.concepts].flatMap(([concept, spec]) =>
      (['ja', 'en'] as const).flatMap((lang) =>
        spec.labels[lang] ? equal([typedValue(subject.sources.concepts, [concept, 'labels', lang])], labels, seed) : [],
      ),
    ),
  'account name in other words': (subject) =>
    [...subject.release.concepts].flatMap(([concept, spec]) =>
      (['ja', 'en'] as const).flatMap((lang) =>
        spec.labels[lang] ? equal([typedValue(subject.sources.concepts, [concept, 'labels', lang])], synonyms, seed) : [],
      ),
    ),
  'unit in other words': (subject) => found(statementsOf(subject), units, seed),
  'legend in other words': (subject) => found([...statementsOf(subject), ...templatesOf(subject)], legends, seed),
  'title in another form': (subject) => found([subject.sources.release], titles, seed),
  'head in other words': (subject) => found(statementsOf(subject), heads, seed),
  'flag in other words': (subject) => found([...narrativesOf(subject), ...templatesOf(subject)], flags, seed),
});

const found = (files: Parameters<typeof placesOf>[0], list: Equivalents, seed: string) =>
  list.flatMap(([pattern, words]) =>
    replacedAt(
      placesOf(files, pattern),
      ({ text }, random) =>
        text.replace(pattern.source.startsWith('(?<=') || pattern.source.includes('(?=') ? text : pattern, random.pick(words)),
      seed,
    ),
  );

/** Whole values, each by the first pattern that it fits. */
const equal = (places: ReturnType<typeof placesOf>, list: Equivalents, seed: string) =>
  replacedAt(
    places,
    (place) => {
      const fits = list.find(([pattern]) => pattern.test(place.text));
      return fits && place.text.replace(fits[0], randomAt(place, seed).pick(fits[1]));
    },
    seed,
  );
