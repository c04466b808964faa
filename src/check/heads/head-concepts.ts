// Turn heads and labels that name another concept than they stand over or beside into findings.
import { conceptOf } from '../../figures/fact-key.ts';
import { language } from '../../language/languages.ts';
import type { FindingDetails } from '../../model/finding.ts';
import { inLang, type Lang } from '../../model/language.ts';
import { quoted } from '../../model/printable.ts';
import type { Release } from '../../model/release.ts';
import { say } from '../../model/say.ts';
import type { Span } from '../../model/span.ts';
import type { DocumentCheck, Printed } from '../check-shapes.ts';
import { isFreeLabel } from './free-labels.ts';
import { gridColumns } from './grid-columns.ts';
import { memberHeads } from './member-heads.ts';
import { type AccountNames, accountNames } from './named-accounts.ts';
import { headsOver, headText, labelText, type PrintedTable, printedTables } from './printed-tables.ts';
import { type WordHead, wordTableHeads } from './word-table-heads.ts';

/** Ordinary profit under the head of operating profit; 営業利益 labelled Ordinary profit in English. */
export const headsNameConcepts: DocumentCheck = {
  code: 'check/head-concept',
  severity: 'error',
  run: (printed) => {
    const names = accountNames(printed.release);
    const tables = printedTables(printed).map((each) => ({ ...each, places: placesOf(each, names) }));
    const misnaming = [
      ...tables.flatMap(({ table, spec, places }) => misnamed(places, table.lang, spec.id, names, printed.release)),
      ...wordTableHeads(printed).flatMap((heads) =>
        misnamed(placesOfWords(heads), heads[0]?.lang ?? '', 'a table of words', names, printed.release),
      ),
    ];
    const told = new Set(misnaming.map(({ at }) => at));
    const statementsTold = new Set(tables.flatMap(({ table, spec }) => (table.heads.some(({ at }) => told.has(at)) ? [spec.id] : [])));
    const unlike = unlikeHeads(tables, names, printed);
    return [
      ...misnaming,
      ...tables.flatMap((each) => (statementsTold.has(each.spec.id) ? [] : gridColumns(each, printed.release))),
      ...tables.flatMap((each) => memberHeads(each, printed.release)),
      ...unlikeLabels(printed, names),
      ...unlike.filter(({ at, related }) => !told.has(at) && !told.has(related?.[0]?.at)),
    ];
  },
};

/** Words and the concept that they name. */
interface Place {
  /** The same place of the table in every language. */
  readonly id: string;
  /** As printed. */
  readonly text: string;
  /** Whose figures stand there. */
  readonly concept: string;
  /** What it heads, in the words of a finding. */
  readonly heads: string;
  /** The words are those of the concept itself. */
  readonly own: boolean;
  /** Where the words are typed. */
  readonly at: Span;
}

function placesOf({ table, spec }: PrintedTable, names: AccountNames): readonly Place[] {
  const { lang } = table;
  if (!spec.grid) {
    return table.rows.flatMap(({ label, at }, index): readonly Place[] => {
      const row = spec.rows[index];
      if (row?.concept === undefined) return [];
      const place = { concept: row.concept, heads: 'row', own: row.labels === undefined, at: label[0]?.at ?? at };
      return [{ ...place, id: say`row ${index}`, text: labelText(label) }];
    });
  }
  const { columns } = spec.grid;
  const ofTable = new Set(columns.flatMap(({ concept }) => [...names.namesOf(concept, lang)]));
  const namesOne = (text: string): boolean =>
    names.accountsIn(text, lang).length > 0 || names.namesIn(text, lang).some((name) => ofTable.has(name));
  const namesAnother = (text: string): boolean => names.conceptsNamed(text, lang).length > 0;
  const seen = new Set<string>();
  return columns.flatMap(({ concept, id, measure }, index): readonly Place[] => {
    // A share may be headed by what it is a share of.
    if (measure === 'percent-of') return [];
    // Units and groups name no concept: the innermost head that names one speaks for the column.
    const heads = headsOver(table, index + 1).toSorted((a, b) => b.row - a.row);
    const head = heads.find((each) => namesOne(headText(each, lang))) ?? heads.find((each) => namesAnother(headText(each, lang)));
    const key = `${head?.id} ${concept}`;
    if (!head || seen.has(key)) return [];
    seen.add(key);
    return [{ id: say`column ${id}`, text: headText(head, lang), concept, heads: say`column ${id}`, own: false, at: head.at }];
  });
}

/** Words over or beside figures of one concept. */
function placesOfWords(heads: readonly WordHead[]): readonly Place[] {
  return heads.flatMap(({ text, figures, heads: kind, at }, index): readonly Place[] => {
    const [concept, another] = new Set(figures.map(({ fact }) => conceptOf(fact)));
    if (concept === undefined || another !== undefined) return [];
    return [{ id: `${kind} ${index}`, text, concept, heads: kind === 'row' ? 'row' : 'a column', own: false, at }];
  });
}

/** Words that are the name of another concept which the table prints elsewhere under other words, or of another account. */
function misnamed(
  places: readonly Place[],
  lang: Lang,
  statement: string,
  names: AccountNames,
  release: Release,
): readonly FindingDetails[] {
  const byName = new Map<string, Set<string>>();
  for (const { concept } of places) {
    for (const name of names.namesOf(concept, lang)) byName.set(name, (byName.get(name) ?? new Set()).add(concept));
  }
  const rightly = new Set(places.filter(({ text, concept }) => isNamed(text, concept, lang, names)).map(({ concept }) => concept));
  // The name of a concept that no column prints, of a family that the table is of: words such as Total name many another. Accounts have
  // names that mean several concepts, and are told apart below.
  const kindOf = (concept: string): string => `${concept.split('.', 1)[0]} ${release.concepts.get(concept)?.unit}`;
  const kinds = new Set(places.map(({ concept }) => kindOf(concept)));
  const elsewhere = (text: string): readonly string[] =>
    names.accountsIn(text, lang).length > 0 ? [] : names.conceptsNamed(text, lang).filter((other) => kinds.has(kindOf(other)));
  return places.flatMap((place) => {
    const { text, concept, own, at, heads } = place;
    const ofStatement = heads.startsWith('column ');
    if (own || isNamed(text, concept, lang, names)) return [];
    const named = names.namesIn(text, lang).flatMap((name) => [...(byName.get(name) ?? [])]);
    const displaced = [...named, ...(ofStatement ? elsewhere(text) : [])].find((other) => other !== concept && !rightly.has(other));
    const accounts = names.accountsIn(text, lang);
    const ownAccounts = names.accountsOf(concept);
    const isOther = accounts.length > 0 && ownAccounts.size > 0 && !accounts.some((account) => ownAccounts.has(account));
    if ((displaced === undefined && !isOther) || isFreeLabel(text, release)) return [];
    const label = release.concepts.get(concept)?.labels[lang]?.value ?? concept;
    const what = displaced === undefined ? '' : say`, the name of ${displaced},`;
    return [
      {
        message: say`${quoted(text)}${what} heads ${heads === 'row' ? say`a row of ${statement}` : say`${heads} of ${statement}`}, which prints ${concept} (${label})`,
        at,
        hints: [
          say`name ${concept}, as ${quoted(label)} does, or print ${displaced ?? 'the concept that the words name'} there`,
          heads === 'row'
            ? 'a row without labels: of its own has the label of its concept'
            : 'a head with column: alone has the label of its concept in every language',
        ],
      },
    ];
  });
}

function isNamed(text: string, concept: string, lang: Lang, names: AccountNames): boolean {
  const own = names.namesOf(concept, lang);
  return names.namesIn(text, lang).some((name) => own.has(name));
}

/** The label of a concept in one language is that of another account in the other. */
function unlikeLabels({ release, financials }: Printed, names: AccountNames): readonly FindingDetails[] {
  const { languages, concepts } = release;
  const printed = new Set(
    [...financials.statements.values()].flatMap(({ spec }) => spec.rows.flatMap(({ concept }) => (concept === undefined ? [] : [concept]))),
  );
  const [first, ...others] = languages;
  if (first === undefined) return [];
  return [...printed].flatMap((id) => {
    const labels = concepts.get(id)?.labels;
    if (!labels) return [];
    const label = inLang(labels, first);
    return others.flatMap((lang) => {
      const other = inLang(labels, lang);
      return unlike(label.value, first, other.value, lang, names) &&
        !isFreeLabel(label.value, release) &&
        !isFreeLabel(other.value, release)
        ? [
            unlikeNames(
              say`the labels of ${id}`,
              { text: label.value, lang: first, at: label.at },
              { text: other.value, lang, at: other.at },
            ),
          ]
        : [];
    });
  });
}

/** The words over one column, or beside one row, are of two accounts in two languages. */
function unlikeHeads(
  tables: readonly (PrintedTable & { readonly places: readonly Place[] })[],
  names: AccountNames,
  { release }: Printed,
): readonly FindingDetails[] {
  const first = new Map<string, Place & { readonly lang: Lang }>();
  const found: FindingDetails[] = [];
  for (const { table, spec, places } of tables) {
    for (const place of places) {
      if (place.own) continue;
      const key = `${spec.id} ${place.id}`;
      const other = first.get(key);
      if (!other) first.set(key, { ...place, lang: table.lang });
      else if (
        unlike(other.text, other.lang, place.text, table.lang, names) &&
        !isFreeLabel(place.text, release) &&
        !isFreeLabel(other.text, release)
      ) {
        found.push(unlikeNames(say`the heads of ${place.heads} of ${spec.id}`, other, { ...place, lang: table.lang }));
      }
    }
  }
  return found;
}

function unlike(a: string, langA: Lang, b: string, langB: Lang, names: AccountNames): boolean {
  const [left, right] = [names.accountsIn(a, langA), names.accountsIn(b, langB)];
  return left.length > 0 && right.length > 0 && !left.some((account) => right.includes(account));
}

interface Wording {
  readonly text: string;
  readonly lang: Lang;
  readonly at: Span;
}

function unlikeNames(what: string, one: Wording, other: Wording): FindingDetails {
  const [named, otherNamed] = [one, other].map(({ text, lang }) => say`${quoted(text)} in ${language(lang).name}`);
  return {
    message: say`${what} name two things: ${named}, and ${otherNamed}`,
    at: other.at,
    related: [{ at: one.at, message: say`the ${language(one.lang).name} words` }],
    hints: ['name the same account in both languages'],
  };
}
