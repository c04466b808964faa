// Turn sources into a typed release: every file checked against its schema, every name looked up, every figure made exact.
import { inLang, type Lang, type PerLang, perLang } from '../model/language.ts';
import { nameHints } from '../model/nearest-name.ts';
import type { Concept, Period, Release } from '../model/release.ts';
import { type NarrativeSection, plainTheme, type Sources, type YamlFile } from '../model/sources.ts';
import type { Located } from '../model/span.ts';
import type { StatementSpec } from '../model/statement-spec.ts';
import { placedStatements } from '../template/placed-statements.ts';
import { buildConcepts } from './build-concepts.ts';
import { buildIssuer, buildRelations } from './build-issuer.ts';
import { buildLiterals } from './build-literals.ts';
import { buildPeriod } from './build-period.ts';
import { buildPeriodTable } from './build-period-table.ts';
import { buildRelease, buildReleaseControls } from './build-release.ts';
import { buildStatement } from './build-statement.ts';
import { buildFamilies, buildStyle } from './build-style.ts';
import { checkSchema } from './check-schema.ts';
import type { Report } from './codes.ts';
import { cutNarrative } from './cut-narrative.ts';
import { failIn } from './fail-in.ts';
import { conceptsSchema, periodSchema } from './schema/facts.ts';
import { issuerSchema } from './schema/issuer.ts';
import { releaseSchema } from './schema/release.ts';
import { periodsAsRows, periodTableSchema, statementSchema } from './schema/statement.ts';
import { fontsSchema, styleSchema } from './schema/style.ts';
import { type Names, type Scope, scopeOf } from './scope.ts';

/** The release, or undefined when an error was reported. Faults of all files are reported together. */
export function validate(sources: Sources, report: Report): Release | undefined {
  let sound = true;
  const told = new Set<string>();
  const note: Report = (finding) => {
    sound &&= finding.severity !== 'error';
    // An alias gives one stretch of text two places in a file: its fault is told once.
    const key = JSON.stringify([finding.code, finding.at, finding.message]);
    if (told.has(key)) return;
    told.add(key);
    report(finding);
  };

  const { languages } = sources;
  const issuerData = checkSchema(issuerSchema(languages), sources.issuer, note);
  const conceptsData = checkSchema(conceptsSchema(languages), sources.concepts, note);
  const releaseData = checkSchema(releaseSchema(languages), sources.release, note);
  const fontsData = checkSchema(fontsSchema(), sources.fontManifest, note);
  // Without a layout there is no style file to check; the schema of the release has said so.
  const styleData = sources.templates.size > 0 ? checkSchema(styleSchema(languages), sources.style, note) : undefined;

  const concepts = new Map<string, Concept>();
  const names: Names = {
    languages,
    conceptIds: new Set(keysOf(sources.concepts.value)),
    concepts,
    periodIds: new Set(sources.periods.keys()),
    roles: rolesOf(sources.release.value),
    statementIds: new Set(sources.statements.keys()),
  };
  const scope = (file: YamlFile, told: Report = note): Scope => scopeOf(file, names, told);

  const issuer = issuerData && buildIssuer(issuerData, sources.issuerId, scope(sources.issuer));
  const relations = issuerData ? buildRelations(issuerData, scope(sources.issuer)) : [];
  if (conceptsData) {
    for (const [id, concept] of buildConcepts(conceptsData, issuer?.scale ?? 'one', scope(sources.concepts))) concepts.set(id, concept);
  }

  const narratives = perLang(languages, (lang): ReadonlyMap<string, NarrativeSection> => {
    const source = sources.narratives.get(lang);
    return source ? cutNarrative(source, lang, note) : new Map();
  });
  const release = releaseData && buildRelease(sources.releaseId, releaseData, issuer, scope(sources.release));
  const prints = printedStatements(sources, narratives, languages, release?.statements, note);
  const statements = new Map<string, StatementSpec>();
  const unprinted = new Map<string, StatementSpec>();
  for (const [id, file] of sources.statements) {
    // A statement of other releases may name periods that this one lacks.
    const told: Report = prints(id) ? note : (finding) => finding.code !== 'validate/unknown-period' && note(finding);
    const among = prints(id) ? statements : unprinted;
    if (orientationOf(file) === periodsAsRows) {
      const data = checkSchema(periodTableSchema(languages), file, note);
      if (data) among.set(id, buildPeriodTable(id, data, issuer, scope(file, told)));
    } else {
      const data = checkSchema(statementSchema(languages), file, note);
      if (data) among.set(id, buildStatement(id, data, issuer, scope(file, told)));
    }
  }

  const controls = releaseData ? buildReleaseControls(releaseData, scope(sources.release)) : [];
  const periods = new Map<string, Period>();
  for (const [id, file] of sources.periods) {
    const data = checkSchema(periodSchema(), file, note);
    if (data) periods.set(id, buildPeriod(id, data, controls, issuer?.fiscalNaming, scope(file)));
  }

  const families = fontsData && buildFamilies(fontsData, scope(sources.fontManifest));
  const style = styleData && buildStyle(styleData, families, scope(sources.style));
  for (const page of styleData ? (release?.targets.keys() ?? []) : []) {
    if (styleData && Object.hasOwn(styleData.pages, page)) continue;
    const hints = nameHints(page, Object.keys(styleData?.pages ?? {}));
    const path = ['targets', page];
    failIn(sources.release, note)({ code: 'validate/style', message: `page class ${page} is not known`, path, key: true, hints });
  }

  const literals = [
    ...(issuerData ? buildLiterals(issuerData.literals, 'issuer', scope(sources.issuer)) : []),
    ...(releaseData ? buildLiterals(releaseData.literals, 'release', scope(sources.release)) : []),
  ];

  if (!sound || !issuer || !release || !style) return undefined;
  // Numbers of pages are wanted of the theme that the release names; in another theme they mean nothing.
  const ownTheme = sources.theme === (releaseData?.style ?? plainTheme);
  const wanted = ownTheme ? release : { ...release, targets: new Map() };
  return {
    languages,
    issuer,
    concepts,
    statements,
    unprinted,
    periods,
    spec: wanted,
    relations,
    literals,
    narratives,
    templates: sources.templates,
    style,
  };
}

/** Which way the table of a statement's file is turned decides by what schema it is read. */
function orientationOf({ value }: YamlFile): unknown {
  return typeof value === 'object' && value !== null && 'orientation' in value ? value.orientation : undefined;
}

function keysOf(value: unknown): readonly string[] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
}

/** Roles as typed, also when another part of release.yaml is at fault; `current` always, so that its lack is told once. */
function rolesOf(release: unknown): ReadonlyMap<string, string> {
  const periods = typeof release === 'object' && release !== null && 'periods' in release ? release.periods : undefined;
  const roles = new Map([['current', '']]);
  for (const [role, id] of Object.entries(periods ?? {})) roles.set(role, typeof id === 'string' ? id : '');
  return roles;
}

/**
 * The layout's placing decides, so that a new table is one file and one `{{table}}`. A release that lists its statements declares what it
 * prints: a listed one that nothing places is a warning here, a placed one that is not listed an error where the layout is followed.
 */
function printedStatements(
  { templates, statements }: Sources,
  narratives: PerLang<ReadonlyMap<string, NarrativeSection>>,
  languages: readonly Lang[],
  listed: readonly Located<string>[] | undefined,
  report: Report,
): (id: string) => boolean {
  const placed = placedStatements({ templates, narratives: (lang) => inLang(narratives, lang), languages }, report);
  const isPlaced = (id: string): boolean => placed.any || placed.ids.has(id);
  // Without a layout nothing is known, and what the issuer does not have is told as such.
  for (const { value, at } of templates.size > 0 ? (listed ?? []) : []) {
    if (isPlaced(value) || !statements.has(value)) continue;
    const message = `no layout places statement ${value}, which is listed here: it is not printed`;
    const hints = [`put {{table "${value}"}} where it belongs, or take it out of the list`];
    report({ severity: 'warning', code: 'validate/statement-unplaced', message, at, hints });
  }
  const ids = listed && new Set(listed.map(({ value }) => value));
  return (id) => isPlaced(id) && (ids?.has(id) ?? true);
}
