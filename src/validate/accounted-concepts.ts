// Turn concepts.yaml and the dictionary of accounts into one file of concepts: what the issuer words itself, laid over what the dictionary has.
import type { Lang } from '../model/language.ts';
import { isMapping } from '../model/mapping.ts';
import { nameHints } from '../model/nearest-name.ts';
import { overlayYaml } from '../model/overlay-yaml.ts';
import { say } from '../model/say.ts';
import type { YamlFile, YamlPath } from '../model/sources.ts';
import type { Account, AccountIndex } from './account-index.ts';
import type { NameFiller } from './account-names.ts';
import type { Circumstances } from './circumstances.ts';
import type { Report } from './codes.ts';
import { keptNode } from './conditions.ts';
import { failIn } from './fail-in.ts';
import { nodeOf, plainValue, typedPath, type YamlNode } from './yaml-nodes.ts';

type Entries = ReadonlyMap<string, YamlNode>;

/** What accounts are chosen by. */
interface Choosing {
  readonly accounts: AccountIndex;
  readonly about: Circumstances;
  readonly languages: readonly Lang[];
  readonly fill: NameFiller;
}

/** The same with the concepts that the issuer has. */
interface ChoosingAmong extends Choosing {
  readonly known: ReadonlySet<string>;
}

/** Keys of an account that say something of the dictionary, and nothing of a concept. */
const notes = ['like', 'consolidated', 'unverified', 'shares-label'];

/** `ids` are the accounts that the issuer has. Entries of concepts.yaml come first, in their order. */
export function accountedConcepts(concepts: YamlFile, ids: readonly string[], choosing: Choosing, report: Report): YamlFile {
  const own: Readonly<Record<string, unknown>> = isMapping(concepts.value) ? concepts.value : {};
  const chosen = new Map<string, { readonly file: YamlFile; readonly node: YamlNode }>();
  const under: Record<string, unknown> = Object.create(null);
  const among = { ...choosing, known: new Set([...ids, ...Object.keys(own)]) };
  for (const id of ids) {
    const account = choosing.accounts.get(id);
    const node = account && conceptNode(account, own[id], among, report);
    if (!account || !node) continue;
    chosen.set(id, { file: account.file, node });
    under[id] = plainValue(node);
  }
  if (chosen.size === 0) return concepts;
  // Nothing said of an account is all that the dictionary says.
  const over: Record<string, unknown> = Object.create(null);
  for (const [id, entry] of Object.entries(own)) over[id] = entry === null && chosen.has(id) ? Object.create(null) : entry;
  const laid = overlayYaml(
    { ...concepts, value: over },
    {
      ...concepts,
      value: under,
      locate: (path, key) => {
        const [id, ...rest] = path;
        const found = chosen.get(String(id));
        return found ? found.file.locate(typedPath(found.node, rest), key) : concepts.locate(path, key);
      },
    },
  );
  return { ...laid, value: inOrder(laid.value as Readonly<Record<string, unknown>>, Object.keys(over)) };
}

function inOrder(value: Readonly<Record<string, unknown>>, first: readonly string[]): Readonly<Record<string, unknown>> {
  const ordered: Record<string, unknown> = Object.create(null);
  for (const id of [...first, ...Object.keys(value)]) ordered[id] = value[id];
  return ordered;
}

/** As concepts.yaml would say it; `own` is what it says. */
function conceptNode(account: Account, own: unknown, choosing: ChoosingAmong, report: Report): YamlNode | undefined {
  const { about } = choosing;
  const { like, consolidated } = account.entry;
  const source = like === undefined ? account : choosing.accounts.get(String(like));
  if (!source || (source !== account && source.entry.like !== undefined)) {
    const hints = source ? ['name the account that it is like itself'] : nameHints(String(like), choosing.accounts.keys());
    const message = say`account ${String(like)} ${source ? 'is like another itself' : 'is not known'}`;
    return failIn(account.file, report)({ code: 'validate/unknown-concept', message, path: [...account.path, 'like'], hints });
  }
  const seen = consolidated === 'no' ? { ...about, form: { ...about.form, consolidated: 'no' as const } } : about;
  const kept = keptNode(nodeOf(source.entry, source.path), seen, failIn(source.file, report));
  if (kept?.kind !== 'mapping') return undefined;
  const entries = new Map([...kept.entries].filter(([key]) => !notes.includes(key) && key !== formulaKey));
  const ownEntry = source === account ? kept : keptNode(nodeOf(account.entry, account.path), seen, failIn(account.file, report));
  const formula = ownEntry?.kind === 'mapping' ? ownEntry.entries.get(formulaKey) : undefined;
  if (formula && isComputable(formula, choosing.known)) entries.set(formulaKey, formula);
  const { periodType } = source;
  if (periodType !== undefined && !entries.has('period-type'))
    entries.set('period-type', { kind: 'single', path: [...source.path], value: periodType });
  return { ...kept, entries: named(entries, source.path, own, choosing) };
}

/** How figures of an account are computed as a rule; accounts that are like it have their own. */
const formulaKey = 'usually';

/** Whether the issuer has every concept that a formula names: an issuer that types a ratio alone needs no amounts behind it. */
function isComputable(formula: YamlNode, known: ReadonlySet<string>): boolean {
  const text = formula.kind === 'single' ? String(formula.value) : '';
  const names = text.match(/[a-z][a-z0-9]*(?:[.-][a-z0-9]+)*/g) ?? [];
  return names.every((name) => name === 'previous' || known.has(name));
}

const nameKeys = ['labels', 'heads', 'outcomes'] as const;

/** With its names in the release's languages and in the words of its term; where these differ, with those of a whole year beside. */
function named(entries: Entries, path: YamlPath, own: unknown, choosing: Choosing): Entries {
  const { term } = choosing.about.form;
  const ownLabels = isMapping(own) && isMapping(own.labels) ? own.labels : {};
  const inTerm = (of: Choosing['about']['form']['term']): Map<string, YamlNode> => {
    const names = new Map<string, YamlNode>();
    for (const key of nameKeys) {
      const node = entries.get(key);
      // What the issuer words itself is not headed in other words.
      const dropped = key === 'heads' ? Object.keys(ownLabels) : [];
      const filled = node && inLanguages(node, choosing, of, dropped);
      if (filled) names.set(key, filled);
    }
    return names;
  };
  const all = new Map([...entries, ...inTerm(term)]);
  for (const key of nameKeys) if (entries.has(key) && !inTerm(term).has(key)) all.delete(key);
  if (Object.keys(ownLabels).length > 0) all.delete('follow-sign');
  const annual = term === 'year' ? undefined : inTerm('year');
  const differs =
    annual &&
    JSON.stringify([...annual].map(([, node]) => plainValue(node))) !==
      JSON.stringify([...inTerm(term)].map(([, node]) => plainValue(node)));
  if (annual && differs) {
    const labels = annual.get('labels');
    if (labels?.kind === 'mapping')
      annual.set('labels', { ...labels, entries: new Map([...labels.entries].filter(([lang]) => !Object.hasOwn(ownLabels, lang))) });
    all.set('annual', { kind: 'mapping', path, entries: annual });
  }
  return all;
}

/** Texts by language, or a mapping of such; undefined for what is left empty. */
function inLanguages(
  node: YamlNode,
  choosing: Choosing,
  term: Choosing['about']['form']['term'],
  dropped: readonly string[],
): YamlNode | undefined {
  if (node.kind !== 'mapping') return node;
  const entries = [...node.entries].flatMap(([key, inner]): [string, YamlNode][] => {
    if (inner.kind === 'mapping') {
      const filled = inLanguages(inner, choosing, term, dropped);
      return filled ? [[key, filled]] : [];
    }
    const lang = choosing.languages.find((each) => each === key);
    if (lang === undefined || dropped.includes(lang) || inner.kind !== 'single') return [];
    const value = typeof inner.value === 'string' ? choosing.fill(inner.value, lang, term) : inner.value;
    return value === undefined ? [] : [[key, { ...inner, value }]];
  });
  return entries.length > 0 ? { ...node, entries: new Map(entries) } : undefined;
}
