// Turn one mistake at a time in the small issuer's files into what validate says of it, with the text that each finding marks.
import { describe, expect, it } from 'vitest';
import { type Edit, files, loadFixture, withEdit } from '../support/fixture.ts';

const cases: readonly (readonly [story: string, edits: readonly Edit[], findings: readonly string[]])[] = [
  [
    'unknown key',
    [withEdit(files.issuer, 'negative: par', 'negativ: par')],
    ['validate/unknown-key data/mini/issuer.yaml:11:1 «negativ» key negativ is not known here | did you mean negative?'],
  ],
  [
    'unknown nested',
    [withEdit(files.operations, '{concept: revenue.services}', '{concept: revenue.services, itallic: true}')],
    ['validate/unknown-key data/mini/statements/operations.yaml:49:37 «itallic» key itallic is not known here | did you mean italic?'],
  ],
  [
    'comma in braces',
    [withEdit(files.current, '{value: 4.2,', '{value: 4,200,')],
    [
      'validate/unknown-key data/mini/periods/1q01.yaml:24:27 «200» key 200 is not known here | a figure with commas needs quotes inside braces: "10,568,342"',
    ],
  ],
  [
    'missing key',
    [withEdit(files.release, 'layout: plain\n', '')],
    [
      'validate/missing-key data/mini/releases/1q01/release.yaml:1:1 «titles: {ja: 2001年度第1四半期決算, en…» key layout is missing | add layout: to this file',
    ],
  ],
  [
    'missing in list',
    [withEdit(files.release, '    why: as first published\n', '')],
    [
      'validate/missing-key data/mini/releases/1q01/release.yaml:13:5 «where: operations» item 1 of overrides has no key why | add why: to it',
    ],
  ],
  [
    'missing current',
    [withEdit(files.release, '{current: 1q01,', '{prior-year: 1q01,')],
    [
      'validate/missing-key data/mini/releases/1q01/release.yaml:6:1 «periods» periods has no key current | name the period of this release',
    ],
  ],
  [
    'no rate',
    [withEdit(files.release, 'rate: 120.00\n', '')],
    [
      'validate/missing-key data/mini/releases/1q01/release.yaml:1:1 «layout: plain» key rate is missing: issuer.yaml translates to USD | give the yen for one USD',
    ],
  ],
  [
    'wrong type',
    [withEdit(files.issuer, '{ja: ミニ工業, en: Mini}', 'Mini')],
    ['validate/wrong-type data/mini/issuer.yaml:4:14 «Mini» short-names is "Mini", not a mapping of keys'],
  ],
  [
    'bool',
    [withEdit(files.issuer, 'nil: "–"', 'nil: true')],
    ['validate/wrong-type data/mini/issuer.yaml:12:6 «true» nil is true, not a text | put the word in quotes if it is meant as text'],
  ],
  [
    'empty',
    [withEdit(files.issuer, 'nil: "–"', 'nil:')],
    ['validate/wrong-type data/mini/issuer.yaml:12:5 «» nil is empty, not a text | give a value, or "" for an empty text'],
  ],
  [
    'a standard that there is not',
    [withEdit(files.issuer, 'standard: j-gaap', 'standard: J-GAAP')],
    [
      'validate/wrong-type data/mini/issuer.yaml:5:11 «J-GAAP» standard is "J-GAAP", not one of j-gaap, ifrs, us-gaap, jmis | did you mean j-gaap?',
    ],
  ],
  [
    'enum',
    [withEdit(files.concepts, 'unit: per-share', 'unit: pershare')],
    [
      'validate/wrong-type data/mini/concepts.yaml:17:9 «pershare» unit of result.per-share is "pershare", not one of money, per-share, count, ratio, Gbps, Mbps | did you mean per-share?',
    ],
  ],
  [
    'list',
    [withEdit(files.operations, 'blank: [translated, percent-of, change]', 'blank: translated')],
    ['validate/wrong-type data/mini/statements/operations.yaml:59:77 «translated» blank of item 6 of rows is "translated", not a list'],
  ],
  [
    'currency',
    [withEdit(files.issuer, 'currency: JPY', 'currency: EUR')],
    ['validate/wrong-type data/mini/issuer.yaml:6:11 «EUR» currency is "EUR", not JPY'],
  ],
  [
    'translation',
    [withEdit(files.issuer, 'translation: USD', 'translation: dollars')],
    [
      'validate/wrong-type data/mini/issuer.yaml:7:14 «dollars» translation is "dollars", not the code of a currency | write three capitals, such as USD',
    ],
  ],
  [
    'no translation',
    [withEdit(files.issuer, 'translation: USD\n', '')],
    [
      'validate/wrong-type data/mini/statements/operations.yaml:12:41 «translated» the issuer translates to no currency | add translation: to issuer.yaml, or remove the column',
      'validate/wrong-type data/mini/statements/position.yaml:8:41 «translated» the issuer translates to no currency | add translation: to issuer.yaml, or remove the column',
    ],
  ],
  [
    'folder name',
    [withEdit(files.issuer, 'id: mini', 'id: maxi')],
    ['validate/wrong-type data/mini/issuer.yaml:2:5 «maxi» id is maxi, but the folder is mini | give both the same name'],
  ],
  [
    'concept id',
    [withEdit(files.concepts, 'tax.income:', 'tax.Income:')],
    [
      'validate/wrong-type data/mini/concepts.yaml:14:1 «tax.Income» "tax.Income" is not an id of a concept | lower-case letters, digits and single hyphens, in segments joined by dots, a letter first',
      'validate/unknown-concept data/mini/statements/operations.yaml:57:15 «tax.income» concept tax.income is not known | did you mean tax.Income? | every concept is declared in concepts.yaml',
      'validate/unknown-concept data/mini/periods/1q01.yaml:13:3 «tax.income» concept tax.income is not known | did you mean tax.Income? | every concept is declared in concepts.yaml',
      'validate/unknown-concept data/mini/periods/4q00.yaml:12:3 «tax.income» concept tax.income is not known | did you mean tax.Income? | every concept is declared in concepts.yaml',
    ],
  ],
  [
    'a sign in no way that there is, in one language',
    [withEdit(files.issuer, 'negative: parentheses', 'negative: {ja: triangle, en: brackets}')],
    [
      'validate/wrong-type data/mini/issuer.yaml:11:30 «brackets» en of negative is "brackets", not one of parentheses, triangle, minus | known here: parentheses, triangle, minus',
    ],
  ],
  [
    'a nil for one language alone',
    [withEdit(files.issuer, 'nil: "–"', 'nil: {ja: －}')],
    ['validate/missing-label data/mini/issuer.yaml:12:1 «nil» the English of nil is missing | add en: to it'],
  ],
  [
    'a signed zero that is neither kept nor not',
    [withEdit(files.issuer, 'negative: parentheses', 'signed-zero: △0.0\nnegative: parentheses')],
    ['validate/wrong-type data/mini/issuer.yaml:11:14 «△0.0» signed-zero is "△0.0", not true or false'],
  ],
  [
    'two limits of changes',
    [withEdit(files.issuer, 'beyond: 1000', 'beyond: 1000, limit: 1000')],
    [
      'validate/wrong-type data/mini/issuer.yaml:10:36 «limit» change has both beyond and limit: from the limit on, or only beyond it | keep limit where 1,000% itself prints the text, beyond where it prints the number',
    ],
  ],
  [
    'eras in English',
    [withEdit(files.issuer, 'negative: par', 'calendar: {ja: era, en: era}\nnegative: par')],
    ['validate/wrong-type data/mini/issuer.yaml:11:25 «era» English counts no years by eras | write en: western'],
  ],
  [
    'a comparison without a reason',
    [withEdit(files.release, 'errata:\n', 'incomparable:\n  - {concept: revenue.goods, period: current, why: " "}\nerrata:\n')],
    [
      'validate/missing-key data/mini/releases/1q01/release.yaml:30:52 «" "» revenue.goods at 1q01 is said not to be comparable, without a reason | write why: a restatement, a first consolidated year, a year of another length',
    ],
  ],
  [
    'a comparison listed twice',
    [
      withEdit(
        files.release,
        'errata:\n',
        'incomparable:\n  - {concept: revenue.goods, period: current, why: x}\n  - {concept: revenue.goods, period: 1q01, why: y}\nerrata:\n',
      ),
    ],
    [
      'validate/duplicate data/mini/releases/1q01/release.yaml:31:5 «{concept: revenue.goods, perio…» this comparison of revenue.goods is listed twice | first listed here data/mini/releases/1q01/release.yaml:30:5 «{concept: revenue.goods, perio…»',
    ],
  ],
  [
    'a published change of a concept that there is not, and one from itself',
    [
      withEdit(
        files.prior,
        'facts:\n',
        'changes:\n  revenue.bads: {value: 1, source: x}\n  revenue.goods: {value: 1, from: 4q00, source: x}\nfacts:\n',
      ),
    ],
    [
      'validate/unknown-concept data/mini/periods/4q00.yaml:5:3 «revenue.bads» concept revenue.bads is not known | did you mean revenue.goods? | every concept is declared in concepts.yaml',
      'validate/unknown-period data/mini/periods/4q00.yaml:6:35 «4q00» a change of 4q00 is from 4q00 | name the period that it is from',
    ],
  ],
  [
    'a published change without its source',
    [withEdit(files.prior, 'facts:\n', 'changes:\n  revenue.goods: {value: 1}\nfacts:\n')],
    ['validate/missing-key data/mini/periods/4q00.yaml:5:3 «revenue.goods» revenue.goods of changes has no key source | add source: to it'],
  ],
  [
    'empty file',
    [{ file: files.current, content: '' }],
    ['validate/wrong-type data/mini/periods/1q01.yaml:1:1 «» the file is empty, not a mapping of keys'],
  ],
  [
    'dup relation',
    [withEdit(files.issuer, 'name: closing cash is the cash of the balance sheet', 'name: balance sheet balances')],
    [
      'validate/duplicate data/mini/issuer.yaml:18:12 «balance sheet balances» relation "balance sheet balances" is given twice | waivers name a relation: its name is its own | first given here data/mini/issuer.yaml:17:12 «balance sheet balances»',
    ],
  ],
  [
    'dup column',
    [withEdit(files.operations, '{id: jpy, period', '{id: usd, period')],
    [
      'validate/duplicate data/mini/statements/operations.yaml:13:10 «usd» column usd is given twice | first given here data/mini/statements/operations.yaml:12:10 «usd»',
    ],
  ],
  [
    'dup row',
    [withEdit(files.operations, '{concept: revenue.services}', '{concept: revenue.goods}')],
    [
      'validate/duplicate data/mini/statements/operations.yaml:49:19 «revenue.goods» revenue.goods has two rows in this statement | keep one of them | first row here data/mini/statements/operations.yaml:48:19 «revenue.goods»',
    ],
  ],
  [
    'dup fact',
    [withEdit(files.current, 'market.users: {', 'assets.cash: {')],
    [
      'validate/duplicate data/mini/periods/1q01.yaml:24:3 «assets.cash» assets.cash is both reported and stated | keep one of them | reported here data/mini/periods/1q01.yaml:18:16 «400,000»',
    ],
  ],
  [
    'dup head',
    [withEdit(files.position, '{period: current, style: label, column: jpy}', '{period: current, style: label, column: usd}')],
    [
      'validate/duplicate data/mini/statements/position.yaml:14:47 «usd» column usd is headed twice in Japanese | first headed here data/mini/statements/position.yaml:13:27 «usd»',
      'validate/duplicate data/mini/statements/position.yaml:14:47 «usd» column usd is headed twice in English | first headed here data/mini/statements/position.yaml:13:27 «usd»',
    ],
  ],
  [
    'dup override',
    [
      withEdit(
        files.release,
        '  - where: prose',
        '  - {where: operations, concept: costs.staff, period: 1q01, measure: percent-of, of: revenue.total, exact: "43.3", print: 43.5, why: again}\n  - where: prose',
      ),
    ],
    [
      'validate/duplicate data/mini/releases/1q01/release.yaml:21:5 «{where: operations, concept: c…» this figure of costs.staff is overridden twice | first overridden here data/mini/releases/1q01/release.yaml:13:5 «where: operations»',
    ],
  ],
  [
    'grouping',
    [withEdit(files.current, '650,125', '65,0125')],
    [
      'validate/number data/mini/periods/1q01.yaml:11:16 «65,0125» "65,0125" is not grouped in threes | write 650,125 if that is the figure',
    ],
  ],
  [
    'full width',
    [withEdit(files.current, '650,125', '６５０，１２５')],
    [
      'validate/number data/mini/periods/1q01.yaml:11:16 «６５０，１２５» "６５０，１２５" is written in full-width characters | write 650,125',
    ],
  ],
  [
    'no figure',
    [withEdit(files.current, '650,125', 'about 650')],
    [
      'validate/number data/mini/periods/1q01.yaml:11:16 «about 650» "about 650" is not a figure | write it as printed: 10,568,342 or (193,782), - for nil',
    ],
  ],
  [
    'dash',
    [withEdit(files.prior, '"-"', '–')],
    ['validate/number data/mini/periods/4q00.yaml:12:15 «–» "–" is not a figure | write a plain hyphen - for nil'],
  ],
  [
    'no percent',
    [withEdit(files.current, 'market.users: {value: 4.2,', 'margin.gross: {value: 4.2,')],
    [
      'validate/number data/mini/periods/1q01.yaml:24:25 «4.2» margin.gross is a ratio and its figure has no % | write it in percent, with the sign',
    ],
  ],
  [
    'stray percent',
    [withEdit(files.current, '650,125', '650,125%')],
    ['validate/number data/mini/periods/1q01.yaml:11:16 «650,125%» costs.staff is no ratio and its figure has a % | remove the sign'],
  ],
  [
    'zero rate',
    [withEdit(files.release, 'rate: 120.00', 'rate: 0')],
    ['validate/number data/mini/releases/1q01/release.yaml:5:7 «0» rate is "0", not a figure above zero'],
  ],
  [
    'decimals',
    [withEdit(files.concepts, 'decimals: 2', 'decimals: two')],
    ['validate/number data/mini/concepts.yaml:18:13 «two» "two" is not a whole number from 0 to 9'],
  ],
  [
    'quarter',
    [withEdit(files.current, 'quarter: 1', 'quarter: 5')],
    ['validate/number data/mini/periods/1q01.yaml:3:31 «5» "5" is not a whole number from 1 to 4'],
  ],
  [
    'date',
    [withEdit(files.current, 'end: 2001-06-30', 'end: 2001-06-31')],
    ['validate/date data/mini/periods/1q01.yaml:2:6 «2001-06-31» 2001-06-31 does not exist | that month has 30 days'],
  ],
  [
    'date form',
    [withEdit(files.release, 'ja: 2001-08-10', 'ja: 2001/8/10')],
    ['validate/date data/mini/releases/1q01/release.yaml:3:17 «2001/8/10» "2001/8/10" is not a day | write 2001-08-10'],
  ],
  [
    'date order',
    [withEdit(files.current, 'end: 2001-06-30', 'end: 2001-03-30')],
    ['validate/date data/mini/periods/1q01.yaml:2:6 «2001-03-30» the period ends on 2001-03-30, before it starts on 2001-04-01'],
  ],
  [
    'formula end',
    [withEdit(files.concepts, 'result.net / shares.average', 'result.net /')],
    ['validate/formula data/mini/concepts.yaml:21:24 «» the formula ends where a concept, a number or ( is wanted'],
  ],
  [
    'formula sign',
    [withEdit(files.concepts, 'result.net / shares.average', 'result.net ÷ shares.average')],
    ['validate/formula data/mini/concepts.yaml:21:23 «÷» ÷ stands where +, -, *, / or the end is wanted | write /'],
  ],
  [
    'formula fn',
    [withEdit(files.concepts, 'previous(cash.closing)', 'before(cash.closing)')],
    [
      'validate/formula data/mini/concepts.yaml:31:65 «before» before stands where a function is wanted | the functions are previous(x), unsplit(x) and printed(statement, x)',
    ],
  ],
  [
    'formula quoted',
    [withEdit(files.concepts, 'formula: result.net / shares.average', "formula: 'result.net / (shares.average'")],
    ["validate/formula data/mini/concepts.yaml:21:41 «'» the formula ends where ) is wanted"],
  ],
  [
    'formula concept',
    [withEdit(files.concepts, 'result.net / shares.average', 'result.net / shares.avrage')],
    [
      'validate/unknown-concept data/mini/concepts.yaml:21:25 «shares.avrage» concept shares.avrage is not known | did you mean shares.average?',
    ],
  ],
  [
    'formula minus',
    [
      withEdit(
        files.issuer,
        'right: result.operating + costs.depreciation - ebitda.relocation',
        'right: result.operating-costs.depreciation',
      ),
    ],
    [
      'validate/unknown-concept data/mini/issuer.yaml:25:12 «result.operating-costs.depreci…» concept result.operating-costs.depreciation is not known | a minus stands between spaces: result.operating - costs.depreciation',
    ],
  ],
  [
    'formula statement',
    [withEdit(files.concepts, 'printed(operations, costs.goods)', 'printed(operation, costs.goods)')],
    ['validate/unknown-statement data/mini/concepts.yaml:28:27 «operation» statement operation is not known | did you mean operations?'],
  ],
  [
    'concept in facts',
    [withEdit(files.current, '  costs.staff: ', '  cost.staff: ')],
    [
      'validate/unknown-concept data/mini/periods/1q01.yaml:11:3 «cost.staff» concept cost.staff is not known | did you mean costs.staff? | every concept is declared in concepts.yaml',
    ],
  ],
  [
    'concept in rows',
    [withEdit(files.operations, '{concept: revenue.services}', '{concept: revenue.service}')],
    [
      'validate/unknown-concept data/mini/statements/operations.yaml:49:19 «revenue.service» concept revenue.service is not known | did you mean revenue.services? | every concept is declared in concepts.yaml',
    ],
  ],
  [
    'concept not row',
    [withEdit(files.operations, 'of: [result.operating, -tax.income]', 'of: [result.operating, -costs.depreciation]')],
    [
      'validate/unknown-concept data/mini/statements/operations.yaml:58:50 «-costs.depreciation» costs.depreciation is not a row of this statement | known here: revenue.goods, revenue.services, revenue.total, costs.goods, costs.staff, costs.total, result.operating, tax.income, result.net, result.per-share',
    ],
  ],
  [
    'concept rests on',
    [withEdit(files.current, 'rests-on: [revenue.services,', 'rests-on: [revenue.servces,')],
    [
      'validate/unknown-concept data/mini/periods/1q01.yaml:24:81 «revenue.servces» concept revenue.servces is not known | did you mean revenue.services? | every concept is declared in concepts.yaml',
    ],
  ],
  [
    'concept of',
    [withEdit(files.release, '    of: revenue.total', '    of: revenue.totals')],
    [
      'validate/unknown-concept data/mini/releases/1q01/release.yaml:17:9 «revenue.totals» concept revenue.totals is not known | did you mean revenue.total? | every concept is declared in concepts.yaml',
    ],
  ],
  [
    'period role',
    [
      withEdit(
        files.operations,
        '{id: change, period: current, measure: change, from: prior-quarter}',
        '{id: change, period: current, measure: change, from: prior-quater}',
      ),
    ],
    [
      'validate/unknown-period data/mini/statements/operations.yaml:17:58 «prior-quater» period prior-quater is not known | did you mean prior-quarter?',
    ],
  ],
  [
    'period file',
    [withEdit(files.release, 'prior-quarter: 4q00}', 'prior-quarter: 4q01}')],
    ['validate/unknown-period data/mini/releases/1q01/release.yaml:6:41 «4q01» period 4q01 has no file in periods/ | did you mean 1q01?'],
  ],
  [
    'period previous',
    [withEdit(files.current, 'previous: 4q00', 'previous: 3q00')],
    ['validate/unknown-period data/mini/periods/1q01.yaml:4:11 «3q00» period 3q00 is not known | did you mean 4q00?'],
  ],
  [
    'column',
    [withEdit(files.position, '{head: USD, column: usd}', '{head: USD, column: used}')],
    [
      'validate/unknown-column data/mini/statements/position.yaml:13:27 «used» column used is not one of this statement | did you mean usd?',
    ],
  ],
  [
    'statement',
    [withEdit(files.release, 'where: operations', 'where: operation')],
    [
      'validate/unknown-statement data/mini/releases/1q01/release.yaml:13:12 «operation» statement operation is not known | did you mean operations?',
    ],
  ],
  [
    'lang missing',
    [withEdit(files.concepts, 'labels: {ja: 法人税, en: Income tax}', 'labels: {ja: 法人税}')],
    ['validate/missing-label data/mini/concepts.yaml:14:14 «labels» the English of labels of tax.income is missing | add en: to it'],
  ],
  [
    'labels missing',
    [withEdit(files.concepts, '{labels: {ja: 法人税, en: Income tax}}', '{better: lower}')],
    ['validate/missing-label data/mini/concepts.yaml:14:1 «tax.income» tax.income has no labels | add labels: {ja: …, en: …}'],
  ],
  [
    'label empty',
    [withEdit(files.concepts, 'en: Income tax', 'en: ""')],
    ['validate/missing-label data/mini/concepts.yaml:14:36 «""» the English of labels of tax.income is empty | write the text'],
  ],
  [
    'head missing',
    [withEdit(files.operations, '    - {head: Change|%, column: change}\n', '')],
    [
      'validate/missing-label data/mini/statements/operations.yaml:32:3 «en» column change has no head in English | add a head for every column',
    ],
  ],
  [
    'head order',
    [
      withEdit(
        files.operations,
        '        - {head: USD, column: usd}\n        - {head: JPY, column: jpy}\n        - {head: "% of',
        '        - {head: JPY, column: jpy}\n        - {head: USD, column: usd}\n        - {head: "% of',
      ),
    ],
    [
      'validate/wrong-type data/mini/statements/operations.yaml:36:31 «jpy» the heads in English stand in another order than the columns | the order is usd, jpy, share, prior-jpy, prior-share, change',
    ],
  ],
  [
    'family',
    [withEdit(files.style, 'text: source-serif-4', 'text: source-serif-5')],
    [
      'validate/style templates/plain/style.yaml:7:14 «source-serif-5» family source-serif-5 is not in fonts.yaml | did you mean source-serif-4?',
    ],
  ],
  [
    'extends',
    [withEdit(files.style, 'notes: {extends: note}\n    caption: {size: 9,', 'notes: {extends: notte}\n    caption: {size: 9,')],
    ['validate/style templates/plain/style.yaml:15:22 «notte» block notte is not known | did you mean note?'],
  ],
  [
    'extends loop',
    [withEdit(files.style, 'note: {size: 8,', 'note: {extends: notes, size: 8,')],
    ['validate/style templates/plain/style.yaml:15:22 «note» block notes extends itself, by way of note'],
  ],
  [
    'no size',
    [withEdit(files.style, 'h1: {size: 14, leading: 20,', 'h1: {leading: 20,')],
    ['validate/missing-key templates/plain/style.yaml:12:5 «h1» h1 has no key size | add size: to it, or extend a block that has one'],
  ],
  [
    'page class',
    [withEdit(files.release, 'targets: {ja-text: 1}', 'targets: {ja-txt: 1}')],
    ['validate/style data/mini/releases/1q01/release.yaml:7:11 «ja-txt» page class ja-txt is not known | did you mean ja-text?'],
  ],
  [
    'ladder',
    [withEdit(files.style, 'ladder:\n  ja-text:', 'ladder:\n  jp-text:')],
    ['validate/style templates/plain/style.yaml:57:3 «jp-text» page class jp-text is not known | did you mean ja-text?'],
  ],
  [
    'part',
    [
      withEdit(
        files.style,
        'profile: typeset',
        `profile: typeset
correction:
  excerpt-limit: 12
  underline: {offset: 0.16, thickness: 0.5}
  marked: {ja: （訂正後）, en: Corrected}
  deleted: {ja: （削除）, en: "[deleted]"}
  parts: [{name: {ja: 本文, en: Text}, pages: [ja-text, ja-txt]}]`,
      ),
    ],
    ['validate/style templates/plain/style.yaml:61:55 «ja-txt» page class ja-txt is not known | did you mean ja-text?'],
  ],
  [
    'a logo that there is not',
    [withEdit(files.style, 'running-head:\n', 'running-head:\n  logo: {picture: logo.svg, height: 14, top: 38}\n')],
    [
      'validate/style templates/plain/style.yaml:50:19 «logo.svg» there is no picture logo.svg | put it into the folder pictures of the layout, of the issuer or of the release, and name the file alone',
    ],
  ],
  [
    'a line of the running head without a height',
    [withEdit(files.style, '  page: {ja:', "  lines: {ja: ['{issuer}'], en: ['{issuer}', '{title}', '{date}', '{n}']}\n  page: {ja:")],
    [
      "validate/style templates/plain/style.yaml:52:67 «'{n}'» a running head of 4 lines has 3 baselines: the others would not be printed | give running-head.baselines a height for each line, and the pages room for them",
    ],
  ],
  [
    'leader of terms',
    [withEdit(files.style, '    note: {size: 8,', '    dl: {extends: p, leader: dot}\n    note: {size: 8,')],
    [
      'validate/style templates/plain/style.yaml:14:30 «dot» "dot" cannot lead from a term to what is said of it | write dots or rule, which are drawn',
    ],
  ],
  [
    'a role of tints that no period has',
    [withEdit(files.style, '    sizes: [8.5, 8, 7.5, 7]', '    tints: {columns: {curent: "#eeeeee"}}\n    sizes: [8.5, 8, 7.5, 7]')],
    ['validate/style templates/plain/style.yaml:33:23 «curent» no period has the role curent | did you mean current?'],
  ],
  [
    'blocks of no element',
    [
      withEdit(
        files.style,
        '    note: {size: 8,',
        '    pp.lead: {extends: p}\n    caption.statment: {extends: caption}\n    note: {size: 8,',
      ),
    ],
    [
      'validate/style templates/plain/style.yaml:14:5 «pp.lead» pp.lead styles no element: there is no pp | did you mean p?',
      'validate/style templates/plain/style.yaml:15:5 «caption.statment» caption.statment styles no caption: there are no statment tables | did you mean statement?',
    ],
  ],
  [
    'a level that no heading and no list has',
    [withEdit(files.style, '    note: {size: 8,', '    li-4: {extends: li}\n    h5: {extends: li}\n    note: {size: 8,')],
    [
      'validate/style templates/plain/style.yaml:14:5 «li-4» li-4 styles nothing: headings have four levels, and lists inside items three | did you mean li-2?',
      'validate/style templates/plain/style.yaml:15:5 «h5» h5 styles nothing: headings have four levels, and lists inside items three | did you mean h1?',
    ],
  ],
  [
    'sizes',
    [withEdit(files.style, 'sizes: [8.5, 8, 7.5, 7]', 'sizes: [8.5, 9, 7.5, 7]')],
    ['validate/style templates/plain/style.yaml:33:18 «9» the sizes do not fall from the largest'],
  ],
  [
    'measure',
    [withEdit(files.style, 'measure: 420, top', 'measure: 520, top')],
    [
      'validate/style templates/plain/style.yaml:3:66 «520» left 87.64 and measure 520 exceed the width 595.28 | a line of 507.64 would reach the edge of the sheet',
    ],
  ],
  [
    'row both',
    [withEdit(files.operations, '{concept: revenue.services}', '{concept: revenue.services, head: {ja: 役, en: S}}')],
    [
      'validate/wrong-type data/mini/statements/operations.yaml:49:37 «head» a row with a concept has no head: it is a row or a group, not both | move the concept into the total of the group',
    ],
  ],
  [
    'row none',
    [withEdit(files.operations, '{concept: revenue.services}', '{italic: true}')],
    [
      'validate/missing-key data/mini/statements/operations.yaml:49:9 «{italic: true}» a row has neither concept nor head | add concept: or head:',
    ],
  ],
  [
    'percent-of without of',
    [
      withEdit(
        files.operations,
        '{id: share, period: current, measure: percent-of, of: revenue.total}',
        '{id: share, period: current, measure: percent-of}',
      ),
    ],
    [
      'validate/missing-key data/mini/statements/operations.yaml:14:5 «{id: share, period: current, m…» a column of percent-of has no key of | add of: to it',
    ],
  ],
  [
    'of without percent',
    [
      withEdit(
        files.operations,
        '{id: jpy, period: current, measure: amount}',
        '{id: jpy, period: current, measure: amount, of: revenue.total}',
      ),
    ],
    ['validate/unknown-key data/mini/statements/operations.yaml:13:49 «of» key of is for percent-of, not for amount'],
  ],
  [
    'section lost text',
    [withEdit(files.en, '## Summary {#summary}', 'Revenues rose.\n\n## Summary {#summary}')],
    [
      'validate/section data/mini/releases/1q01/narrative.en.md:1:1 «Revenues rose.» text stands before the first section and would not be printed | begin the narrative with a heading such as ## Summary {#summary}',
    ],
  ],
  [
    'section no id',
    [withEdit(files.en, '## Notes {#notes}', '## Notes')],
    [
      'validate/section data/mini/releases/1q01/narrative.en.md:7:1 «## Notes» a section heading has no id | add an id such as {#summary}, or use ### for a heading inside a section',
    ],
  ],
  [
    'section bad id',
    [withEdit(files.en, '## Notes {#notes}', '## Notes {#Notes!}')],
    [
      'validate/section data/mini/releases/1q01/narrative.en.md:7:12 «Notes!» "Notes!" is not an id of a section: lower-case letters, digits and hyphens, a letter first',
    ],
  ],
  [
    'section twice',
    [withEdit(files.en, '## Notes {#notes}', '## Notes {#summary}')],
    [
      'validate/duplicate data/mini/releases/1q01/narrative.en.md:7:12 «summary» section summary is given twice | give one of them another id | first given here data/mini/releases/1q01/narrative.en.md:1:1 «## Summary {#summary}»',
    ],
  ],
  [
    'two files',
    [
      withEdit(files.issuer, 'negative: par', 'negativ: par'),
      withEdit(files.current, '650,125', '65,0125'),
      withEdit(files.en, '## Notes {#notes}', '## Notes'),
    ],
    [
      'validate/unknown-key data/mini/issuer.yaml:11:1 «negativ» key negativ is not known here | did you mean negative?',
      'validate/section data/mini/releases/1q01/narrative.en.md:7:1 «## Notes» a section heading has no id | add an id such as {#summary}, or use ### for a heading inside a section',
      'validate/number data/mini/periods/1q01.yaml:11:16 «65,0125» "65,0125" is not grouped in threes | write 650,125 if that is the figure',
    ],
  ],
];

describe('validate', () => {
  it.each(cases)('%s', (_story, edits, findings) => {
    const outcome = loadFixture(...edits);
    expect(outcome.listed).toEqual(findings);
    expect(outcome.release).toBeUndefined();
  });
});
