// Turn Japanese account names into what they say: of a sign, of what they are about, of which account they are.
import { type Account, accountsByName } from '../accounts.ts';
import type { LabelReading } from '../labels.ts';

/** The kind of period, brackets and 合計 make no other name; each outcome of 又は is one. */
function namesIn(label: string): readonly string[] {
  return label
    .replace(/[（(][^（）()]*[)）]/g, '')
    .replace(/[\s:：]+/g, '')
    .replace('あたり', '当たり')
    .split(/又は|または|若しくは/)
    .map((name) =>
      name
        .replace(/(?:四半期|中間|当期)純?(利益|損失)/, '純$1')
        .replace(/^総(?=資産|負債)/, '')
        .replace(/(?<=.)(?:合計|計|額)$/, ''),
    )
    .filter((name) => name !== '');
}

const usual: Readonly<Record<Account, readonly string[]>> = {
  revenue: ['売上高', '営業収益', '売上収益', '収益', '営業収入'],
  'cost-of-sales': ['売上原価'],
  'gross-profit': ['売上総利益', '売上総損失'],
  'selling-and-administrative': ['販売費及び一般管理費'],
  'operating-profit': ['営業利益', '営業損失'],
  'ordinary-profit': ['経常利益', '経常損失'],
  'profit-before-tax': [
    '税金等調整前当期純利益',
    '税金等調整前当期純損失',
    '税引前当期純利益',
    '税引前当期純損失',
    '税引前利益',
    '税引前損失',
  ],
  profit: ['当期純利益', '当期純損失', '純利益', '純損失', '当期利益', '当期損失'],
  'profit-of-owners': [
    '当期純利益',
    '当期純損失',
    '親会社株主に帰属する当期純利益',
    '親会社株主に帰属する当期純損失',
    '親会社の所有者に帰属する当期利益',
    '親会社の所有者に帰属する当期損失',
    '当社株主に帰属する当期純利益',
    '当社株主に帰属する当期純損失',
  ],
  'profit-of-minority': ['非支配株主に帰属する当期純利益', '非支配株主に帰属する当期純損失', '少数株主利益', '少数株主損失'],
  'comprehensive-income': ['包括利益', '当期包括利益', '四半期包括利益', '中間包括利益'],
  'non-operating-income': ['営業外収益'],
  'non-operating-expenses': ['営業外費用'],
  'extraordinary-income': ['特別利益'],
  'extraordinary-losses': ['特別損失'],
  'interest-income': ['受取利息'],
  'interest-expenses': ['支払利息'],
  'basic-per-share': ['1株当たり当期純利益', '1株当たり当期純損失', '基本的1株当たり当期利益'],
  'diluted-per-share': ['潜在株式調整後1株当たり当期純利益', '希薄化後1株当たり当期利益'],
  assets: ['総資産', '資産'],
  'current-assets': ['流動資産'],
  'non-current-assets': ['固定資産', '非流動資産'],
  liabilities: ['総負債', '負債'],
  'current-liabilities': ['流動負債'],
  'non-current-liabilities': ['固定負債', '非流動負債'],
  'net-assets': ['純資産'],
  'equity-ratio': ['自己資本比率', '株主資本比率'],
  capital: ['資本金'],
  'capital-surplus': ['資本剰余金'],
  'retained-earnings': ['利益剰余金'],
  'operating-cash-flow': ['営業活動によるキャッシュ・フロー', '営業活動によるキャッシュフロー'],
  'investing-cash-flow': ['投資活動によるキャッシュ・フロー', '投資活動によるキャッシュフロー'],
  'financing-cash-flow': ['財務活動によるキャッシュ・フロー', '財務活動によるキャッシュフロー'],
  'closing-cash': ['現金及び現金同等物の期末残高'],
  'issued-shares': ['期末発行済株式数', '発行済株式数', '発行済株式総数'],
  'treasury-shares': ['期末自己株式数', '自己株式数'],
  'average-shares': ['期中平均株式数', '期中平均発行済株式総数'],
};

export const labels: LabelReading = {
  free: /(?:その他の)?包括(?:利益|損失)|利益(?:剰余金|準備金|積立金|率|配当)|(?:欠損|損失)(?:填補|てん補)|損失(?:引当金|準備金)|損失累計額|繰越欠損金(?!$)|費用(?:配賦|負担)|(?:前払|未払)費用|(?:前受|未収)収益|法人(?:税|所得税)[^、]{0,20}費用|損失補償|増資|増減資/g,
  neutral: /損益|増減|又は|または|若しくは|損\(益\)|益\(損\)|△は/,
  words: {
    gain: /利益|黒字|(?:差|売却|評価|償還|発生|清算|消滅)益|収益/,
    loss: /損失|欠損|赤字|(?:差|売却|評価|除却|償還|除売却|廃棄)損|費用/,
    increase: /増加|(?<!純)増(?=額)|純増/,
    decrease: /減少|(?<!純)減(?=額)|純減/,
    receipt: /(?:による|からの)収入(?:額)?$|受取額$|還付額$/,
    payment: /支出(?:額)?$|支払額$/,
  },
  result:
    /(?:総|営業|経常|純|税引前|調整前|事業|当期|四半期|中間|セグメント)(?:純)?(?:利益|損失)|に帰属する.{0,30}(?:利益|損失)|^(?:利益|損失)$/,
  part: /持分法|営業外|特別|その他の/,
  minority: /非支配|少数株主/,
  accumulated: /^(?:累積)?欠損金?$|^累積(?:赤字|損失|利益|黒字)$|^繰越(?:欠損金|損失)$/,
  assets: /自己株式|債権|売掛金|受取手形|棚卸|たな卸|資産|前払|前渡|貸付|有価証券|定期預金|拘束|預け金|未収|のれん/,
  liabilities: /債務|買掛金|支払手形|負債|借入|引当金|未払|前受|預り|社債|契約負債/,
  cash: /現金/,
  cashFlows: /キャッシュ・?フロー/,
  lossMarks: { triangle: '（△）' },
  neutralNames: { result: '利益又は損失（△）', change: '増減額（△は減少）' },
  unspecific: /^(?:その他|小計|純額|残高|計|合|期末|期首|その他(?:流動|固定)?)$/,
  namesIn,
  accounts: accountsByName(usual, namesIn),
};
