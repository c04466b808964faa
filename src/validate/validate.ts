// Turn sources into a typed release: every file checked against its schema, every name looked up, every figure made exact.
import type { ChartSpec } from '../model/chart.ts';
import type { Finding } from '../model/finding.ts';
import { inLang, type PerLang, perLang } from '../model/language.ts';
import { forgetful, type Memory } from '../model/memory.ts';
import { nameHints } from '../model/nearest-name.ts';
import { overlayYaml } from '../model/overlay-yaml.ts';
import type { Concept, Control, Form, Period, Release, ReleaseSpec } from '../model/release.ts';
import { draftFiles, plainFiles } from '../model/release-files.ts';
import { sameList, sameMap } from '../model/same-objects.ts';
import { say } from '../model/say.ts';
import { type NarrativeSection, plainTheme, type Sources, type YamlFile } from '../model/sources.ts';
import type { StatementSpec } from '../model/statement-spec.ts';
import { placedStatements } from '../template/placed-statements.ts';
import { accountIndex, wordingFile } from './account-index.ts';
import { accountLiterals } from './account-literals.ts';
import { checkRevenueName, nameFiller, revenueName } from './account-names.ts';
import { accountedConcepts } from './accounted-concepts.ts';
import { buildChart } from './build-chart.ts';
import { buildConcepts } from './build-concepts.ts';
import { buildFiles } from './build-files.ts';
import { buildIssuer, buildRelations } from './build-issuer.ts';
import { buildLiterals } from './build-literals.ts';
import { buildMatrix } from './build-matrix.ts';
import { buildMembers, type Member, withMembers } from './build-members.ts';
import { buildPeriod, withControls } from './build-period.ts';
import { buildPeriodTable } from './build-period-table.ts';
import { buildRelease, buildReleaseControls } from './build-release.ts';
import { checkSplits } from './build-splits.ts';
import { buildStatement } from './build-statement.ts';
import { buildFamilies, buildStyle } from './build-style.ts';
import { buildTaxonomy } from './build-taxonomy.ts';
import { carriedIn } from './carried-in.ts';
import { checkFollowedSigns } from './check-followed-signs.ts';
import { checkSchema } from './check-schema.ts';
import { type Circumstances, circumstancesOf } from './circumstances.ts';
import type { Report, ValidateCode } from './codes.ts';
import { resolveConditions } from './conditions.ts';
import { cutNarrative } from './cut-narrative.ts';
import { failIn } from './fail-in.ts';
import { reportIdleKeys, rolesNamed } from './idle-style-keys.ts';
import { matrixBody } from './matrix-body.ts';
import { mentionedAccounts } from './mentioned-accounts.ts';
import { declaredNames, factNames, type IssuerTerms, languageNames, type Names, termsOf } from './names.ts';
import { keyOf, type PartKind, part, type Read } from './part.ts';
import { partKinds, silentKinds } from './part-kinds.ts';
import { printedStatements } from './printed-statements.ts';
import { chartSchema } from './schema/chart.ts';
import { wordingSchema } from './schema/dictionary.ts';
import { conceptsSchema, membersSchema, periodSchema } from './schema/facts.ts';
import { issuerSchema } from './schema/issuer.ts';
import { releaseSchema } from './schema/release.ts';
import { matrixOrientation, matrixSchema, periodsAsRows, periodTableSchema, statementSchema } from './schema/statement.ts';
import { fontsSchema, styleSchema } from './schema/style.ts';
import { taxonomySchema } from './schema/taxonomy.ts';
import { type Scope, scopeOf } from './scope.ts';
import { statementFiles } from './statement-files.ts';
import { unsetFacts } from './unset-facts.ts';
import { unsetWords } from './unset-words.ts';

/** Of an issuer without members.yaml. */
const noMembers: ReadonlyMap<string, Member> = new Map();

/**
 * The release, or undefined when an error was reported. Faults of all files are reported together. The same object for the same sources;
 * otherwise each part is the same object for which all that it reads is the same.
 */
export function validate(sources: Sources, report: Report, memory: Memory = forgetful): Release | undefined {
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

  const { languages, issuerId, releaseId } = sources;
  const about = circumstancesOf(sources, memory);
  // Told after what is wrong with the files that come first.
  const ofWords: Finding<ValidateCode>[] = [];
  const narratives = cutNarratives(sources, (finding) => ofWords.push(finding), memory);
  const placed = placedStatements(
    { ...sources, narratives: (lang) => inLang(narratives, lang) },
    (finding) => ofWords.push(finding),
    memory,
  );
  const taken = statementFiles(sources, (id) => placed.any || placed.ids.has(id), about, note, memory);
  const conceptsYaml = conceptsFile(sources, taken.files, about, note, memory);

  const issuerData = checkSchema(issuerSchema(languages), sources.issuer, note, memory);
  const conceptsData = checkSchema(conceptsSchema(languages), conceptsYaml, note, memory);
  const membersFile = sources.members;
  const membersData = membersFile && checkSchema(membersSchema(languages), membersFile, note, memory);
  const releaseData = checkSchema(releaseSchema(languages), sources.release, note, memory);
  const fontsData = checkSchema(fontsSchema(), sources.fontManifest, note, memory);
  // Without a layout there is no style file to check; the schema of the release has said so.
  const styleData = sources.templates.size > 0 ? checkSchema(styleSchema(languages), sources.style, note, memory) : undefined;

  /** A part made of a file, of the names that it may refer to, and of what else it reads. */
  const partOf = <N extends Names, T>(
    kind: PartKind<T>,
    file: YamlFile,
    names: N,
    also: readonly Read[],
    make: (scope: Scope<N>, report: Report) => T,
    tell: Report = note,
  ): T => part(memory, kind, [file, names, ...also], tell, (report) => make(scopeOf(file, names, report), report));

  const alone = languageNames(languages, memory);
  const accounts = accountIndex(sources.dictionary, () => {}, memory);
  const declared = declaredNames({ ...sources, concepts: conceptsYaml }, taken.files, accounts, memory);
  const issuer =
    issuerData && partOf(partKinds.issuer, sources.issuer, alone, [issuerId], (scope) => buildIssuer(issuerData, issuerId, scope));
  const terms = issuer && termsOf(issuer, memory);
  const relations = issuerData
    ? partOf(partKinds.relations, sources.issuer, declared, [], (scope) => buildRelations(issuerData, scope))
    : [];
  const moneyScale = terms?.scale ?? 'one';
  const conceptsWhere = (kind: PartKind<ReadonlyMap<string, Concept>>, isKept: (id: string) => boolean): ReadonlyMap<string, Concept> =>
    conceptsData
      ? partOf(kind, conceptsYaml, declared, [moneyScale], (scope) => buildConcepts(conceptsData, moneyScale, isKept, scope))
      : new Map();
  const plainConcepts = conceptsWhere(partKinds.concepts, (id) => !declared.headingIds.has(id));
  const headings = conceptsWhere(partKinds.headings, (id) => declared.headingIds.has(id));
  const members: ReadonlyMap<string, Member> =
    membersFile && membersData
      ? partOf(partKinds.members, membersFile, declared, [plainConcepts], (scope) => buildMembers(membersData, plainConcepts, scope))
      : noMembers;
  const concepts: ReadonlyMap<string, Concept> = conceptsData
    ? partOf(partKinds.memberConcepts, conceptsYaml, declared, [plainConcepts, members, membersFile], (scope) =>
        withMembers(conceptsData, plainConcepts, members, membersFile?.value, scope),
      )
    : plainConcepts;
  const names = factNames(declared, concepts, memory);

  for (const finding of ofWords) note(finding);

  const release =
    releaseData &&
    partOf(partKinds.spec, sources.release, names, [releaseId, terms], (scope) => buildRelease(releaseId, releaseData, terms, scope));
  const prints = printedStatements(placed, sources.templates.size > 0 ? release?.statements : undefined, taken.files, note);
  const statements = new Map<string, StatementSpec>();
  const unprinted = new Map<string, StatementSpec>();
  for (const [id, file] of taken.files) {
    // A statement of other releases may name periods that this one lacks.
    const tell: Report = prints(id) ? note : (finding) => finding.code !== 'validate/unknown-period' && note(finding);
    const like = matrixLike(file, taken.files);
    const make = (scope: Scope, within: Report) => statementOf(id, { file, like, terms, members }, scope, within);
    const reads = isMatrix(file) ? [id, terms, like, members] : [id, terms];
    const spec = partOf(partKinds.statement, file, declared, reads, make, tell);
    if (spec) (prints(id) ? statements : unprinted).set(id, spec);
  }

  const controls = releaseData
    ? partOf(partKinds.controls, sources.release, declared, [], (scope) => buildReleaseControls(releaseData, scope))
    : [];
  const periods = new Map<string, Period>();
  const naming = terms?.fiscalNaming;
  for (const [id, file] of sources.periods) {
    const period = partOf(partKinds.period, file, names, [id, naming], (scope, within) => {
      const data = checkSchema(periodSchema(), file, within);
      return data && buildPeriod(id, data, naming, scope);
    });
    if (period) periods.set(id, controlled(period, controls, memory));
  }

  for (const { concept, at } of unsetFacts(sources.release, periods))
    note({ severity: 'error', code: 'validate/unset', ...unsetWords(concept, 'figure'), at });

  const families = fontsData && partOf(partKinds.families, sources.fontManifest, alone, [], (scope) => buildFamilies(fontsData, scope));
  const charts = new Map<string, ChartSpec>();
  for (const [id, file] of sources.charts) {
    const chart = partOf(partKinds.chart, file, declared, [id, names], (scope, within) => {
      const data = checkSchema(chartSchema(languages), file, within);
      return data && buildChart(id, data, names.concepts, scope);
    });
    if (chart) charts.set(id, chart);
  }

  // A style has no places: it is that of any file that says the same.
  const logo = styleData && sources.pictures.get(styleData['running-head'].logo?.picture ?? '');
  const styleKey = (): string => JSON.stringify([languages, families && [...families], logo?.file, logo?.sha256, sources.style.value]);
  const style =
    styleData &&
    memory.recallSilent(silentKinds.style, styleKey, note, (within) =>
      buildStyle(styleData, families, sources.pictures, scopeOf(sources.style, alone, within)),
    );
  if (styleData) {
    const statementFiles = [...sources.statements.values(), ...sources.layoutStatements.values()];
    const roles = new Set([...(release?.periods.keys() ?? []), ...rolesNamed(statementFiles)]);
    reportIdleKeys(sources.style, styleData, roles, note);
  }
  for (const page of styleData ? (release?.targets.keys() ?? []) : []) {
    if (styleData && Object.hasOwn(styleData.pages, page)) continue;
    const hints = nameHints(page, Object.keys(styleData?.pages ?? {}));
    const path = ['targets', page];
    failIn(sources.release, note)({ code: 'validate/style', message: say`page class ${page} is not known`, path, key: true, hints });
  }

  const typedLiterals = [
    ...(issuerData
      ? partOf(partKinds.literals, sources.issuer, declared, ['issuer'], (scope) => buildLiterals(issuerData.literals, 'issuer', scope))
      : []),
    ...(releaseData
      ? partOf(partKinds.literals, sources.release, declared, ['release'], (scope) => buildLiterals(releaseData.literals, 'release', scope))
      : []),
  ];

  const wording = sources.dictionary.get(wordingFile);
  const wordingData = wording && checkSchema(wordingSchema(), wording, note, memory);
  const literals = [
    ...typedLiterals,
    ...(wording && wordingData
      ? partOf(partKinds.literals, wording, declared, [concepts, sources.dictionary, sameList(memory, typedLiterals)], (scope) =>
          accountLiterals(wordingData, concepts, typedLiterals, new Set([...sources.dictionary.values()].map(({ file }) => file)), scope),
        )
      : []),
  ];

  const taxonomyYaml = taxonomyFile(sources, about, note, memory);
  const taxonomyData = taxonomyYaml && checkSchema(taxonomySchema(), taxonomyYaml, note, memory);
  const taxonomy =
    taxonomyYaml &&
    taxonomyData &&
    partOf(partKinds.taxonomy, taxonomyYaml, declared, [concepts, accounts], (scope) =>
      buildTaxonomy(taxonomyData, concepts, accounts, scope),
    );

  for (const spec of conceptsData ? [...statements.values(), ...unprinted.values()] : []) checkFollowedSigns(spec, concepts, note);

  const files =
    issuer &&
    release &&
    buildFiles(
      {
        release: { data: releaseData?.files, fail: failIn(sources.release, note) },
        issuer: { data: issuerData?.files, fail: failIn(sources.issuer, note) },
      },
      {
        languages,
        issuer: issuerId,
        code: issuer.contacts.get('code')?.value,
        release: releaseId,
        period: release.periods.get('current')?.value,
        dates: perLang(languages, (lang) => inLang(release.announced, lang).value),
      },
      style?.pages,
    );
  if (conceptsData && issuer?.splits) checkSplits(issuer.splits, concepts, note);

  const carried = carriedIn(sources, note, memory);

  if (!sound || !issuer || !release || !style) return undefined;
  // Numbers of pages are wanted of the theme that the release names; in another theme they mean nothing.
  const ownTheme = sources.theme === (releaseData?.style ?? plainTheme);
  return memory.recall(
    silentKinds.release,
    () => keyOf(memory, [sources]),
    () => ({
      form: formOf(about, memory),
      languages: alone.languages,
      issuer,
      concepts,
      headings: sameMap(memory, headings),
      statements: sameMap(memory, statements),
      unprinted: sameMap(memory, unprinted),
      leftOut: taken.leftOut,
      decidingFlags: taken.flags,
      ...(taxonomy && { taxonomy }),
      charts: sameMap(memory, charts),
      pictures: sources.pictures,
      periods: sameMap(memory, periods),
      spec: ownTheme ? release : untargeted(release, memory),
      relations,
      literals: sameList(memory, literals),
      narratives,
      templates: sources.templates,
      style,
      ...(sources.draft ? { files: draftFiles(files ?? plainFiles(languages)), draft: true as const } : files && { files }),
      ...(sources.published && { published: sources.published }),
      ...(carried && { carried }),
    }),
  );
}

function cutNarratives({ languages, narratives }: Sources, report: Report, memory: Memory): PerLang<ReadonlyMap<string, NarrativeSection>> {
  const cut = perLang(languages, (lang): ReadonlyMap<string, NarrativeSection> => {
    const source = narratives.get(lang);
    if (!source) return new Map();
    return part(memory, partKinds.narrative, [source, lang], report, (within) => cutNarrative(source, lang, within, memory));
  });
  return memory.recall(
    silentKinds.narratives,
    () => keyOf(memory, [...Object.keys(cut), ...Object.values(cut)]),
    () => cut,
  );
}

/** What a statement is made of. */
interface StatementMeans {
  readonly file: YamlFile;
  /** The matrix whose rows and columns it has. */
  readonly like: YamlFile | undefined;
  readonly terms: IssuerTerms | undefined;
  readonly members: ReadonlyMap<string, Member>;
}

function statementOf(id: string, { file, like, terms, members }: StatementMeans, scope: Scope, report: Report): StatementSpec | undefined {
  const { languages } = scope.names;
  if (isMatrix(file)) {
    const data = checkSchema(matrixSchema(languages), file, report);
    const body = data && matrixBody(data, like, scope, report);
    return data && buildMatrix(id, data, { issuer: terms, members, body }, scope);
  }
  if (orientationOf(file) === periodsAsRows) {
    const data = checkSchema(periodTableSchema(languages), file, report);
    return data && buildPeriodTable(id, data, terms, scope);
  }
  const data = checkSchema(statementSchema(languages), file, report);
  return data && buildStatement(id, data, terms, scope);
}

const isMatrix = (file: YamlFile): boolean => orientationOf(file) === matrixOrientation;

/** The matrix that another one is like, where its file names one. */
function matrixLike({ value }: YamlFile, statements: ReadonlyMap<string, YamlFile>): YamlFile | undefined {
  const like = typeof value === 'object' && value !== null && 'like' in value ? value.like : undefined;
  return typeof like === 'string' ? statements.get(like) : undefined;
}

/** concepts.yaml over the accounts of the dictionary that the issuer has: the same object for the same files. */
function conceptsFile(
  sources: Sources,
  statements: ReadonlyMap<string, YamlFile>,
  about: Circumstances,
  report: Report,
  memory: Memory,
): YamlFile {
  const { concepts, dictionary, issuer, release, periods, charts, languages } = sources;
  const accounts = accountIndex(dictionary, report, memory);
  const naming = [concepts, issuer, release, ...periods.values(), ...statements.values(), ...charts.values()];
  const ids = mentionedAccounts(naming, accounts, memory);
  checkRevenueName(sources, report);
  const revenue = JSON.stringify(revenueName(issuer));
  return part(memory, partKinds.accounts, [concepts, dictionary, revenue, accounts, about, [...languages, ...ids].join()], report, (told) =>
    accountedConcepts(concepts, ids, { accounts, about, languages, fill: nameFiller(sources, about) }, told),
  );
}

/** What the issuer gives, laid over what its layout gives, each as the form of the release has it. */
function taxonomyFile({ taxonomies }: Sources, about: Circumstances, report: Report, memory: Memory): YamlFile | undefined {
  const resolved = taxonomies.flatMap((file) => resolveConditions(file, about, report, memory).file ?? []);
  const [under, over] = resolved;
  if (!under || !over) return under;
  return memory.recall(
    silentKinds.taxonomy,
    () => keyOf(memory, resolved),
    () => overlayYaml(over, under),
  );
}

/** A release whose current period is at fault has no form: it is not made. */
function formOf({ form }: Circumstances, memory: Memory): Form {
  const key = (): string => JSON.stringify(form);
  return memory.recall(silentKinds.form, key, () => ({ ...form, term: form.term ?? 'year' }));
}

/** A period with the controls that a release has for it. */
function controlled(period: Period, controls: readonly Control[], memory: Memory): Period {
  const own = controls.filter((control) => control.period === period.id);
  if (own.length === 0) return period;
  return memory.recall(
    silentKinds.period,
    () => keyOf(memory, [period, ...own]),
    () => withControls(period, own),
  );
}

function untargeted(spec: ReleaseSpec, memory: Memory): ReleaseSpec {
  return memory.recall(
    silentKinds.untargeted,
    () => keyOf(memory, [spec]),
    () => ({ ...spec, targets: new Map() }),
  );
}

/** Which way the table of a statement's file is turned decides by what schema it is read. */
function orientationOf({ value }: YamlFile): unknown {
  return typeof value === 'object' && value !== null && 'orientation' in value ? value.orientation : undefined;
}
