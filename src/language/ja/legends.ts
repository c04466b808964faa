// Turn Japanese names of accounting standards, units and rounding rules into what they say: 〔日本基準〕, （単位：百万円）, 百万円未満切捨て.
import { matchesIn } from '../../model/matches.ts';
import type { Standard } from '../../model/release.ts';
import type { Stretch } from '../../model/span.ts';
import type { Scale } from '../../model/unit.ts';
import type { LegendReading, RoundingNamed, RoundingSubject, StandardNamed, UnitNamed } from '../legends.ts';
import { sentenceRound } from '../sentence-round.ts';
import { endedNamed, lengthsNamed, periodsNamed, timesNamed } from './period-names.ts';

const sentenceEnds = /[。\n]/g;

/** One group a standard, in this order. */
const standardOrder: readonly Standard[] = ['jmis', 'j-gaap', 'ifrs', 'us-gaap'];
const standardName =
  /(修正国際基準|JMIS)|(日本(?:会計)?基準|(?:我が国|わが国|日本)において一般に(?:公正妥当|認められ)|(?<![A-Za-z])J-?GAAP)|(IFRSs?(?![A-Za-z])|(?:指定)?国際(?:財務報告|会計)基準)|((?:米国|アメリカ)(?:会計)?基準|(?:米国|アメリカ(?:合衆国)?)において一般に(?:公正妥当|認められ)|(?<![A-Za-z])U\.?S\.? ?-?GAAP)/g;
/** A single standard of the set, a move to it, a difference from it. */
const otherAfter =
  /^(?:\([^()]{0,20}\))?[)\]]?(?: ?第? ?[\d〇一二三四五六七八九十]+号| ?\d|の?(?:任意)?(?:適用|導入|採用|初度)|へ|に(?:移行|変更|切り?替)|との|と[日米国修]|及び|以外|ではな|について|に関する|対応|を踏まえ|を(?:任意)?(?:適用|導入|採用)(?!して[おい]))/;
const preparedAfter =
  /^[^。]{0,24}?(?:に(?:準拠|基づ|もとづ|従|則|準じ)|により(?:作成|開示|表示)|で(?:作成|開示|表示)|を(?:適用|採用)して[おい]|未監査)/;
const otherEntity = /個別|単体|非連結|子会社|関連会社|会社法|従来|旧|前身/;
const notSo = /ません|ない|予定|検討|方針|場合|移行|今後/;

function standards(text: string): readonly StandardNamed[] {
  if (!/基準|GAAP|IFRS|JMIS|一般に/.test(text)) return [];
  return matchesIn(text, standardName).map((match) => {
    const [start, end] = [match.index, match.index + match[0].length];
    const standard = standardOrder[match.slice(1).findIndex((group) => group !== undefined)] ?? 'j-gaap';
    const { before, after } = sentenceRound(text, { start, end }, sentenceEnds);
    if (/[〔[]$/.test(before) && /^[〕\]]/.test(after)) return { start, end, standard, as: 'own' };
    if (otherAfter.test(after) || otherEntity.test(before)) return { start, end, standard, as: 'other' };
    if (!preparedAfter.test(after)) return { start, end, standard, as: 'named' };
    return { start, end, standard, as: notSo.test(after) ? 'other' : 'own' };
  });
}

/** Words for what no scale of ours is are read, and name none. */
const scaleWords: Readonly<Record<string, Scale>> = { 千: 'thousand', 万: 'man', 百万: 'million', 億: 'oku', 十億: 'billion' };
const unitName =
  /(?<![\d.,\ufffc〇一二三四五六七八九十数百千万億])(十億|百億|千億|百万|千万|十万|億|万|千)?(円|米ドル|ドル|US\$|USD|JPY)([ \u3000\u00a0]{0,3}銭)?(?!相当|[高安]|換算|建|貨|未満|以[下上]|台|グラフ|滑|当)/g;

function units(text: string): readonly UnitNamed[] {
  if (!/円|ドル|US[$D]|JPY/.test(text)) return [];
  return matchesIn(text, unitName).flatMap((match): readonly UnitNamed[] => {
    const [whole, word, money = '', coin] = match;
    const scale = word === undefined ? undefined : scaleWords[word];
    if (word !== undefined && scale === undefined) return [];
    const currency = money === '円' || money === 'JPY' ? 'own' : 'translated';
    const place = { start: match.index, end: match.index + whole.length, currency } as const;
    return [{ ...place, ...(scale && { scale }), ...(coin !== undefined && { scale: 'one' as const }) }];
  });
}

const stretchOf = ({ index, 0: whole }: RegExpExecArray): Stretch => ({ start: index, end: index + whole.length });

const ruleName = /(切り?捨て?)|(四捨五入)|(切り?上げ?)/g;
const rules = ['cut-off', 'half-up', 'up'] as const;
const ofDigits = /未満|端数|小数|単位|以下|記載|表示/;
/** A legend of a few words speaks of the figures beside it, in characters. */
const shortLegend = 12;
const notDone = /^.{0,8}(?:ません|せず|ではな|でな[くい])/;
const clauseEnds = /[、，；;「」()]/;
/** The first that a clause has: an amount for one share is no other amount. */
const subjects: readonly (readonly [RegExp, RoundingSubject])[] = [
  [/(?:1|一)株|銭/, 'per-share'],
  [/円|金額/, 'money'],
  [/ドル|USD|\$/, 'translated'],
  [/%|率|割合|百分|小数/, 'ratio'],
];

function roundings(text: string): readonly RoundingNamed[] {
  if (!/[捨切]/.test(text)) return [];
  return matchesIn(text, ruleName).flatMap((match): readonly RoundingNamed[] => {
    const [start, end] = [match.index, match.index + match[0].length];
    const { before, after } = sentenceRound(text, { start, end }, sentenceEnds);
    const rule = rules[match.slice(1).findIndex((group) => group !== undefined)];
    if (!rule || notDone.test(after)) return [];
    // Businesses are cut off too, and currencies raised: of figures it is told what of them is.
    if (rule !== 'half-up' && !ofDigits.test(before) && text.length >= shortLegend) return [];
    for (const clause of before.split(clauseEnds).reverse()) {
      const subject = subjects.find(([pattern]) => pattern.test(clause))?.[1];
      if (!subject) continue;
      const word = /(十億|百万|億|万|千)(?:円|米ドル|ドル)/.exec(clause)?.[1];
      return [{ start, end, rule, subject, ...(word !== undefined && { scale: scaleWords[word] ?? 'one' }) }];
    }
    return [{ start, end, rule, subject: 'figures' }];
  });
}

const baseName = /(対?前年同(?:四半期|中間期|期))|(対前(?:連結会計年度|事業年度|年度|四半期|期)(?!末))/g;
const negativeName =
  /([△▲](?:印|記号)?(?:は|が|で|を(?:付した|付けた)|のついた|の付いた)[^。、]{0,12}(?:マイナス|負の?|損失|減少))|((?:かっこ|カッコ|括弧|\([ \u3000]?\))(?:内|書き?|付き)?[^。、]{0,12}(?:マイナス|負の?|損失|減少))|((?:マイナス|負の(?:値|数|金額))[^。、]{0,8}[△▲])|((?:マイナス|負の(?:値|数|金額))[^。、]{0,8}(?:かっこ|カッコ|括弧|\(\)))/g;

export const legends: LegendReading = {
  standardNames: {
    'j-gaap': { short: '日本基準', full: '日本会計基準' },
    ifrs: { short: 'ＩＦＲＳ', full: '国際財務報告基準' },
    'us-gaap': { short: '米国基準', full: '米国会計基準' },
    jmis: { short: '修正国際基準', full: '修正国際基準' },
  },
  standards,
  scopes: (text) =>
    !text.includes('連結')
      ? []
      : matchesIn(text, /[(〔[](非)?連結[)〕\]]/g).map(({ index, 0: whole, 1: not }) => ({
          start: index + 1,
          end: index + whole.length - 1,
          scope: not === undefined ? 'consolidated' : 'non-consolidated',
        })),
  units,
  roundings,
  bases: (text) =>
    text.includes('前')
      ? matchesIn(text, baseName).map((match) => ({ ...stretchOf(match), base: match[1] === undefined ? 'previous' : 'year-before' }))
      : [],
  negatives: (text) =>
    /[△▲]|括弧|かっこ|カッコ|\( ?\)/.test(text) && /マイナス|負|損失|減少/.test(text)
      ? matchesIn(text, negativeName).map((match) => ({
          ...stretchOf(match),
          negative: (match[1] ?? match[3]) === undefined ? 'parentheses' : 'triangle',
        }))
      : [],
  periods: periodsNamed,
  lengths: lengthsNamed,
  times: timesNamed,
  ended: endedNamed,
  resultsAfter: /^の?(?:連結)?(?:決算|業績)(?!予想|見通|予定|の(?:予想|見通))/,
  withinName: /^(?:の|[(（]|年度?|[ 　])$/,
};
