// Turn English account names into what they say: of a sign, of what they are about, of which account they are.
import { type Account, accountsByName } from '../accounts.ts';
import type { LabelReading } from '../labels.ts';

/** Case, plural, dashes, brackets and `total` make no other name. */
function namesIn(label: string): readonly string[] {
  const plain = label
    .toLowerCase()
    .replace(/\([^()]*\)/g, ' ')
    .replace(/[^a-z0-9&%]+/g, ' ')
    .trim()
    .replace(/^(?:total|consolidated) /, '')
    .replace(/\b([a-z]{2,}[a-rt-z])s\b/g, '$1');
  return plain === '' ? [] : [plain];
}

const usual: Readonly<Record<Account, readonly string[]>> = {
  revenue: ['Net sales', 'Sales', 'Revenue', 'Net revenue', 'Operating revenue', 'Sales revenue'],
  'cost-of-sales': ['Cost of sales', 'Cost of revenue', 'Cost of goods sold'],
  'gross-profit': ['Gross profit', 'Gross loss'],
  'selling-and-administrative': ['Selling, general and administrative expenses', 'SG&A expenses'],
  'operating-profit': ['Operating profit', 'Operating income', 'Operating loss', 'Profit from operations', 'Income from operations'],
  'ordinary-profit': ['Ordinary profit', 'Ordinary income', 'Ordinary loss', 'Recurring profit', 'Recurring income'],
  'profit-before-tax': [
    'Profit before income taxes',
    'Profit before tax',
    'Income before income taxes',
    'Income before income tax expense',
    'Loss before income taxes',
    'Loss before income tax expense',
    'Loss before tax',
  ],
  profit: ['Profit', 'Loss', 'Net income', 'Net profit', 'Net loss', 'Profit for the period', 'Profit for the year'],
  'profit-of-owners': [
    'Net income',
    'Net profit',
    'Net loss',
    'Profit',
    'Loss',
    'Profit attributable to owners of parent',
    'Profit attributable to owners of the parent',
    'Loss attributable to owners of parent',
    'Net income attributable to owners of parent',
    'Net loss attributable to owners of parent',
  ],
  'profit-of-minority': [
    'Profit attributable to non-controlling interests',
    'Loss attributable to non-controlling interests',
    'Net income attributable to non-controlling interests',
  ],
  'comprehensive-income': ['Comprehensive income'],
  'non-operating-income': ['Non-operating income'],
  'non-operating-expenses': ['Non-operating expenses'],
  'extraordinary-income': ['Extraordinary income', 'Extraordinary gains'],
  'extraordinary-losses': ['Extraordinary losses'],
  'interest-income': ['Interest income'],
  'interest-expenses': ['Interest expenses'],
  'basic-per-share': [
    'Basic earnings per share',
    'Earnings per share',
    'Basic net loss per share',
    'Basic net income per share',
    'Basic loss per share',
  ],
  'diluted-per-share': [
    'Diluted earnings per share',
    'Diluted net loss per share',
    'Diluted net income per share',
    'Diluted loss per share',
  ],
  assets: ['Assets'],
  'current-assets': ['Current assets'],
  'non-current-assets': ['Non-current assets', 'Fixed assets'],
  liabilities: ['Liabilities'],
  'current-liabilities': ['Current liabilities'],
  'non-current-liabilities': ['Non-current liabilities', 'Long-term liabilities'],
  'net-assets': ['Net assets'],
  'equity-ratio': ['Equity-to-asset ratio', 'Equity ratio', 'Shareholders’ equity ratio'],
  capital: ['Share capital', 'Capital stock', 'Common stock'],
  'capital-surplus': ['Capital surplus'],
  'retained-earnings': ['Retained earnings'],
  'operating-cash-flow': [
    'Cash flows from operating activities',
    'Net cash provided by operating activities',
    'Net cash used in operating activities',
  ],
  'investing-cash-flow': [
    'Cash flows from investing activities',
    'Net cash provided by investing activities',
    'Net cash used in investing activities',
  ],
  'financing-cash-flow': [
    'Cash flows from financing activities',
    'Net cash provided by financing activities',
    'Net cash used in financing activities',
  ],
  'closing-cash': ['Cash and cash equivalents at end of period'],
  'issued-shares': ['Issued shares', 'Number of issued shares'],
  'treasury-shares': ['Treasury shares', 'Number of treasury shares'],
  'average-shares': ['Average number of shares', 'Weighted average number of shares'],
};

export const labels: LabelReading = {
  free: /\bincome tax(?:es)?(?: expenses?)?|\btax(?:es|able)? (?:income|expenses?|loss(?:es)?)|\b(?:other )?comprehensive (?:income|loss)|\b(?:provision|allowance|reserve)s? for [a-z -]{0,60}loss(?:es)?|\bloss carryforwards?|\bprofit[ -]sharing|\b(?:prepaid|accrued|deferred|unearned) (?:expenses?|income)|\baccumulated impairment loss(?:es)?|\bgoing concern|\bcapital increases?/g,
  neutral:
    /\bor\b|\bchanges? in\b|\bprofits? and loss(?:es)?\b|\bincome and expenses?\b|\bgains? and loss(?:es)?\b|\bincome\b.{0,40}\bcosts?\b|\bearnings \(loss(?:es)?\)/,
  words: {
    gain: /\b(?:profits?|income|gains?)\b/,
    loss: /\b(?:loss(?:es)?|deficits?|expenses?)\b/,
    increase: /\bincreases?\b/,
    decrease: /\bdecreases?\b/,
    receipt: /\b(?:proceeds from|receipts? (?:of|from)|provided by)\b/,
    payment: /\b(?:payments? (?:of|for|into)|purchases? of|repayments? of|redemptions? of|used in)\b|\bpaid$/,
  },
  result:
    /\b(?:operating|ordinary|recurring|net|gross|segment|business|core operating)\b[^,]{0,60}\b(?:profits?|loss(?:es)?|income|earnings)\b|\b(?:profits?|loss(?:es)?|income|earnings)\b[^,]{0,60}\b(?:before|attributable|per share|per ads|per american|for the (?:period|year|quarter|half)|from operations)\b|^(?:profits?|loss(?:es)?)$/,
  part: /\bnon-?operating\b|\bother\b|\b(?:equity|share|interests?) (?:in|of)\b|\bequity[- ]method\b|\bloss(?:es)? on\b|\bgains? on\b|\bnet interest\b|\bnet of\b/,
  minority: /\bnon-?controlling interests?\b|\bminority\b/,
  accumulated: /^(?:accumulated (?:deficit|loss(?:es)?|profits?)|deficit|retained deficit)$/,
  assets:
    /\btreasury (?:shares|stock)\b|\breceivables?\b|\binventor(?:y|ies)\b|\bassets?\b|\bprepaid\b|\bloans receivable\b|\badvance payments\b|\bsecurities\b|\bdeposits paid\b|\btime deposits\b|\brestricted cash\b|\bproperty\b/,
  liabilities:
    /\bpayables?\b|\bborrowings?\b|\bliabilit(?:y|ies)\b|\bprovisions?\b|\ballowances?\b|\breserves?\b|\baccrued\b|\badvances received\b|\bdeposits received\b|\bbonds\b|\bobligations?\b|\bdeferred (?:income|revenue)\b/,
  cash: /\bcash\b/,
  cashFlows: /\b(?:operating|investing|financing) activities\b|\bcash flows?\b/,
  neutralNames: { result: 'Profit (loss)', change: 'Increase (decrease)' },
  unspecific: /^(?:others?|others? net|sub ?total|net|balance|share|current|non current)$/,
  namesIn,
  accounts: accountsByName(usual, namesIn),
};
