// Turn the usual names of accounts into the accounts that a name may mean.

/** Accounts that a language names in usual words; what two names say is compared by these. */
export type Account =
  | 'revenue'
  | 'cost-of-sales'
  | 'gross-profit'
  | 'selling-and-administrative'
  | 'operating-profit'
  | 'ordinary-profit'
  | 'profit-before-tax'
  | 'profit'
  | 'profit-of-owners'
  | 'profit-of-minority'
  | 'comprehensive-income'
  | 'non-operating-income'
  | 'non-operating-expenses'
  | 'extraordinary-income'
  | 'extraordinary-losses'
  | 'interest-income'
  | 'interest-expenses'
  | 'basic-per-share'
  | 'diluted-per-share'
  | 'assets'
  | 'current-assets'
  | 'non-current-assets'
  | 'liabilities'
  | 'current-liabilities'
  | 'non-current-liabilities'
  | 'net-assets'
  | 'equity-ratio'
  | 'capital'
  | 'capital-surplus'
  | 'retained-earnings'
  | 'operating-cash-flow'
  | 'investing-cash-flow'
  | 'financing-cash-flow'
  | 'closing-cash'
  | 'issued-shares'
  | 'treasury-shares'
  | 'average-shares';

/** `usual` names of each account, and what of a name tells it from others. */
export function accountsByName(
  usual: Readonly<Record<Account, readonly string[]>>,
  namesIn: (label: string) => readonly string[],
): ReadonlyMap<string, readonly Account[]> {
  const found = new Map<string, readonly Account[]>();
  for (const [account, names] of Object.entries(usual) as [Account, readonly string[]][]) {
    for (const name of new Set(names.flatMap(namesIn))) found.set(name, [...(found.get(name) ?? []), account]);
  }
  return found;
}
