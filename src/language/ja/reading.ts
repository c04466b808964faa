// Turn Japanese numbers in kanji, and the words round a figure, into stretches and patterns: what a sentence says, and of how many.

import { matchesIn } from '../../model/matches.ts';
import type { NumberReading, NumberWord } from '../number-reading.ts';
import type { WordReading } from '../word-reading.ts';
import { amountNames } from './amount-names.ts';
import { bases, much, ownPeriods } from './comparison-names.ts';
import { days } from './days.ts';
import { flags } from './flags.ts';
import { periodBefore } from './period-before.ts';
import { times } from './times.ts';

const kanji = '〇一二三四五六七八九十百千万億兆';
const counters =
  '円|米ドル|ドル|年|ヶ月|か月|カ月|月|日|週|人|名|社|件|つ|倍|割|株|回|番目|番|位|期|Q半期|台|店|行|銀行|拠点|箇所|か所|カ所|ヶ所|種類|ポイント|歳|階|[%％]';
/** Of figures in digits, longest first. */
const units = '兆円|億円|百万円|千円|万円|円|百万米ドル|千米ドル|米ドル|倍|社|名|人|件|回線|契約|年度|年|月期|月|日|時|分'.split('|');
const counted = new RegExp(`(?:第|約)?(?<![${kanji}])[${kanji}]+(?=${counters})`, 'g');
/** Names of units, not amounts: （百万円）, 千米ドル. */
const unitNames = /^[十百千万億兆]+(?=円|米ドル|ドル|株)/;
/** Words that hold a numeral and count nothing. */
const notCounted = /一番(?!目)|一日も|一期一会|小数点(?:以下)?第?[一二三四五六七八九][位桁]/g;

export const numbers: NumberReading = {
  inWords: (text) => {
    // The four of a quarter's name counts nothing; the quarter itself is counted.
    const masked = text.replaceAll('四半期', 'Q半期').replace(notCounted, (word) => '\ufffc'.repeat(word.length));
    return matchesIn(masked, counted).flatMap(({ index, 0: word }): readonly NumberWord[] =>
      unitNames.test(text.slice(index)) ? [] : [{ start: index, length: word.length, form: 'words' }],
    );
  },
  units,
  ownUnit: '[億百千万]*(?:円|倍|米ドル)?',
  contextBefore: /(?:(?:[A-Za-z]+|[表図注]) )?[A-Za-z0-9.,()/-]*$/,
  contextAfter: /^(?:[A-Za-z]+|[^\s\ufffc、。（）.]{0,4})/,
  // Releases in Japanese quote the English names of tables and notes.
  referenceBefore: /(?:Table|Appendix|Note|Page|表|図|注) ?$/i,
  dateAfter: /^[年月日]/,
};

const remark = '(?:（[^（）]{0,80}）)?';
export const words: WordReading = {
  clauseEnds: /[、，；：（）「」『』]/g,
  directions: {
    up: /[微倍激]増|増加|増収|増益|増配|増大|増額|上昇|伸び(?!悩|率)|伸長|拡大|向上|急増|増[えや]|(?<!逓)増(?![減加収益配資員設強大進税額幅えや])|跳ね上が|急伸|急騰|膨らん|(?<=\ufffc(?:に|へ|まで|にまで)(?:大きく|大幅に)?)(?:持ち直し|盛り返し|回復し)|(?<=\ufffcの?)プラス|(?<=\ufffc(?:ポイント)?)(?:多|高)[くい]/g,
    down: /[微半激]減|減少|減収|減益|減配|減退|低下|下落|縮小|下降|落ち込|急減|減[りっ]|(?<!増)減(?![価損少収益配退資員税額免増速りっら])|急落|目減り|(?<=\ufffc(?:に|へ|まで|にまで)(?:大きく|大幅に)?)(?:落ちた|落ち、|沈[みん])|(?<=\ufffcの?)マイナス|(?<=\ufffc(?:ポイント)?)(?:少な|低)[くい]/g,
    better: /改善|好転/g,
    worse: /悪化|(?<=\ufffc(?:ポイント)?(?:の|から(?:大きく|大幅に)?)?)後退/g,
    profit: /黒字[にへ]?転換|黒字化|黒字転(?!換)/g,
    loss: /赤字[にへ]?転落|赤字化|赤字転(?!落)/g,
  },
  relations: {
    above: new RegExp(`上回[らりるっれ]|凌[いぐ]|超え|超過|より(?:も)?${much}(?:高[くい]|多[くい]|大き[くい])`, 'g'),
    below: new RegExp(
      `下回[らりるっれ]|割り込|届か(?:ず|な[いくか])|届きません|及ば(?:ず|な[いくか])|及びません|より(?:も)?${much}(?:低[くい]|少な[くい]|小さ[くい])`,
      'g',
    ),
    object: 'before',
  },
  links: {
    movedAfter: /^(?:[額幅](?:は|が|：)?|は)約?$/,
    movedBefore: new RegExp(`^${remark}(?:ポイント)?(?:の|もの|ほどの?|程度の?|余り|近く|超|強|弱)?(?:大幅な|${much})$`),
    levelAfter:
      /^(?:し(?:て|た)?|[りびえ]て?|となり|となって|となった|となる|の(?:連結)?(?:売上高|売上収益|営業収益|(?:営業|経常|(?:当期|四半期|中間)?純)利益)?)、?$/,
    levelBefore: new RegExp(`^${remark}(?:にまで|まで|への|に|へ|と)(?:大幅な|${much})$`),
    looseBreak: /[はがもで]/,
    objectLink: new RegExp(`^${remark}(?:の(?:実績|水準))?(?:には|を|に|も)?${much}$`),
    baseAfter: new RegExp(`^${remark}(?:の実績|の水準)?(?:に対し|に比べ|と比べ|に比較|と比較|から|より|比|を${much}[上下]回)`),
    deniedAfter:
      /^(?:して(?:は)?(?:い|おり)|て(?:は)?(?:い|おり)|(?:する|る)?こと(?:は|も)|するには|には|し|せ|[はもがりるらえに])?(?:な[いくか]|ず(?!つ)|ません|至ら|ならず|ならな|見られ[ずまな]|ありませ|ございませ)/,
    goesOn: /^(?:（[^（）]{0,80}）)?(?:となり|となって|で|であり|に達し|を計上し|と)?、?$/,
    goesOnAfter: /^(?:し(?:ました|ております|ています|た$|た。|、)|となり|いたしました|ました|ております)/,
    lossBefore: /(?:赤字|損失)[幅額]?[はがもを]?$/,
    toldBefore: { before: /この$/, after: /^(?:は|の(?:主な)?(?:要因|理由|原因)は|について)/ },
    sharedAfter: /^(?:、|及び|および|並びに|ならびに|と)[^。\ufffc]{0,40}$/,
  },
  causes: {
    causeBefore: /(?:(?<!赤字|損失)幅|(?:伸び|増加|減少|低下|成長|上昇|下落|増減)率|ペース|テンポ)[はがもを]?$/,
    causeAfter:
      /^(?:した|する|している)?(?:こと|もの|影響|ため|要因|結果)?(?:など|等)?(?:に(?:より|よる|よって|伴|対応|備え|加え|支え|もかかわら|努|向け|注力|歯止め)|を(?:受け|背景|反映|主因|抑|吸収|補|カバー|図|目指|目標|見込|予定|計画|期待)|のため|の(?:影響|効果|中|なか)|[がは](?:続|寄与|懸念|影響|鈍化|一服)|ため|傾向|要因|効果|リスク|懸念|圧力|基調|策|率|幅|額|分|局面)/,
  },
  topics: [
    {
      topicMark: '収',
      topicWord: /収$/,
      topicLabel: /売上|収益|収入/,
      topicNamed: /(?:売上|収益|収入)(?:高|額|合計)?[はがも][^、。はがも]{0,30}$/,
      wholeLabel: /^(?:売上高|売上収益|営業収益|経常収益|営業収入|収益|売上)(?:合計)?$/,
    },
    {
      topicMark: '益',
      topicWord: /益$/,
      topicLabel: /利益|損益|損失|EBITDA/,
      topicNamed: /(?:利益|損益)[はがも][^、。はがも]{0,30}$/,
      wholeLabel:
        /^(?:営業|経常|税引前|税金等調整前|(?:親会社(?:株主|の所有者)|当社株主)に帰属する)?(?:当期|四半期|中間)?(?:純)?(?:利益|損益|損失)(?:又は.{1,40}（△）|（損失）|（△損失）)?$/,
    },
  ],
  topicElsewhere:
    /事業|セグメント|部門|地域|国内|海外|子会社|サービス|見込|予想|計画|目指|目標|次期|来期|通期|見通|期待|可能性|場合|リスク|要因|効果|体質|基調|寄与/,
  changeLabels: {
    risesWhenPositive: /増減|増加(?:額|分|高)?（[^（）]{0,30}減少|^[^減]*の?増加[額分高]?$|(?:伸び|成長|増加|上昇)率/,
    fallsWhenPositive: /減少(?:額|分|高)?（[^（）]{0,30}増加|(?:低下|減少|下落|削減)率/,
  },
  joining: { agree: /また|ともに|共に|さらに/g, differ: /一方|ものの|しかし|(?<=[たるすだ])が、/g },
  results: { gain: /利益|黒字|差益/g, loss: /損失|赤字|差損/g },
  directionReach: 12,
  resultReach: 24,
  amountNames,
  periodBefore,
  samePeriod: /^(?:四半期|中間)?(?:(?:連結)?(?:累計|会計)?期間)?末?[（(]$/,
  ownPeriods,
  bases,
  weakBases: { after: /^(?:の実績|の水準)?(?:から|より)/ },
  sameBase: /同$/,
  baseOfComparison: {
    before: /(?:前年同(?:四半)?期|前年度?|前(?:四半)?期|前連結会計年度)末?[はのが]?$/,
    after: /^(?:から|に対し|に比べ|と比べ|と比較|より)/,
  },
  besideFigure: { after: /^[のもとへに、]?$/ },
  saidOfAmount: {
    ofChange: /^[（(](?:同|前(?:年|期|年同期|年同四半期|四半期|年度)比[ \u3000]?)?$/,
    ofDollars: /^[（(]$/,
    ofBase: /^[（(](?:前[年期同四半中間連結会計度末]{1,12}|\ufffc{1,20})(?:は|[：:] ?|、)?\ufffc{0,20}$/,
    ofSecondChange: /^、(?:対)?前[年期同四半中間連結会計度末]{1,12}比?[ \u3000]?約?$/,
  },
  besideMovement: {
    size: { before: /^(?:ほど|程度)?の?$/ },
    level: { before: new RegExp(`^(?:に|へ|まで|にまで)${much}$`), after: /^の約?$/ },
    base: { before: new RegExp(`^(?:から|に対し(?:て)?、?|に比べ(?:て)?、?|と比べ(?:て)?、?|より)${much}$`) },
  },
  flags,
  times,
  days,
};
