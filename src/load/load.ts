// Turn a project folder into sources: every file that one release is made of, read once, hashed and placed; correction.yaml and review.yaml for who asks.
import { existsSync } from 'node:fs';
import type { Lang } from '../model/language.ts';
import { forgetful, type Memory } from '../model/memory.ts';
import { sameList, sameMap } from '../model/same-objects.ts';
import { say, sayAll, sayWord } from '../model/say.ts';
import { plainTheme, type SourceFile, type Sources, type YamlFile } from '../model/sources.ts';
import type { Report } from './codes.ts';
import { type FileReader, fileReader } from './file-reader.ts';
import { familiesOf, openFontManifest } from './font-manifest.ts';
import { hashFontsAhead, loadFonts } from './load-fonts.ts';
import { listedLanguages, loadNarratives } from './load-narratives.ts';
import { loadPublished } from './load-published.ts';
import { starterFolder } from './load-starter.ts';
import { loadStyle } from './load-style.ts';
import { openYaml } from './open-yaml.ts';
import { dictionaryFolder, folderOf, idPattern, listLayouts, pathOf } from './package-files.ts';
import { emptyYaml, parseYaml } from './parse-yaml.ts';
import { loadPictures, picturesFolder } from './pictures/load-pictures.ts';
import { readsFormat } from './reads-format.ts';
import { sameSources } from './same-sources.ts';
import { namedLayout, namedTheme, themeOfFile } from './themes.ts';

/**
 * Reads a release. `root` is the folder that holds data/; a layout or the fonts that it has no folder of are those of this program's
 * package. `theme` is taken instead of the one that the release names; `draft` is passed on. Undefined when a file is missing or not sound. Every file is read
 * each time; where all say what they said, the answer is the same object, and otherwise has the same objects for those that do.
 */
export function load(
  root: string,
  issuerId: string,
  releaseId: string,
  report: Report,
  theme?: string,
  memory: Memory = forgetful,
  draft = false,
): Sources | undefined {
  let sound = true;
  const faulty = new Set<string | undefined>();
  const note: Report = (finding) => {
    sound &&= finding.severity !== 'error';
    faulty.add(finding.at?.file);
    report(finding);
  };
  for (const [what, id] of Object.entries({ issuer: issuerId, release: releaseId })) {
    if (idPattern.test(id)) continue;
    const message = say`${sayWord(what)} ${JSON.stringify(id)} is not an id: lower-case letters, digits and hyphens, no hyphen first`;
    note({ severity: 'error', code: 'load/bad-id', message, hints: ['name a folder of data/, or one of its releases/'] });
  }
  if (!sound) return undefined;

  const read = fileReader(root, note, memory);
  const yaml = (file: string, ...hints: string[]) => {
    const source = read.text(file, hints);
    return source && openYaml(source, note, memory);
  };
  const data = `data/${issuerId}`;
  const folder = `${data}/releases/${releaseId}`;
  const fontManifest = openFontManifest(root, yaml, memory);
  const issuer = yaml(`${data}/issuer.yaml`);
  // Of data in another format nothing that is told would be right.
  if (issuer && !readsFormat(issuer, note)) return undefined;
  const release = yaml(`${folder}/release.yaml`);
  const layout = release && layoutOf(release, root, note);
  const layoutFolder = folderOf(root, `templates/${layout}`);
  const chosen = theme ?? (release ? namedTheme(release) : plainTheme);
  const style =
    !release || layout === undefined
      ? emptyYaml('templates')
      : loadStyle(chosen, { layout, folder: layoutFolder, release, read, open: yaml }, note, memory);
  // Before all others: the fonts that it names are large, and another thread may hash them meanwhile.
  const families = style && familiesOf(style);
  const hashedAhead = fontManifest && families && hashFontsAhead(root, fontManifest, memory, families);
  const carried = read.has(`${folder}/carried.yaml`) ? yaml(`${folder}/carried.yaml`) : undefined;
  const concepts = yaml(`${data}/concepts.yaml`);
  const members = read.has(`${data}/members.yaml`) ? yaml(`${data}/members.yaml`) : undefined;
  const shipped = `${layoutFolder}/${statementsFolder}`;
  const layoutStatements =
    layout !== undefined && read.has(shipped) ? filesOf(shipped, '.yaml', read, note, yaml) : new Map<string, YamlFile>();
  // A layout may bring all that a release prints; then an issuer needs no folder of its own.
  const own = `${data}/statements`;
  const statements = read.has(own) || layoutStatements.size === 0 ? filesOf(own, '.yaml', read, note, yaml) : new Map<string, YamlFile>();
  const accounts = folderOf(root, `templates/${dictionaryFolder}`);
  const dictionary = read.has(accounts) ? filesOf(accounts, '.yaml', read, note, yaml) : new Map<string, YamlFile>();
  const taxonomies = [layoutFolder, data].flatMap((place) => {
    const name = `${place}/${taxonomyName}`;
    return (layout !== undefined || place === data) && read.has(name) ? (yaml(name) ?? []) : [];
  });
  const periods = filesOf(`${data}/periods`, '.yaml', read, note, yaml);
  const charts = read.has(`${data}/charts`) ? filesOf(`${data}/charts`, '.yaml', read, note, yaml) : new Map<string, YamlFile>();
  const published = loadPublished(issuerId, releaseId, read, note, memory);
  const narratives = issuer && release ? loadNarratives(folder, issuer, read, note) : new Map<Lang, SourceFile>();
  // A release that names no layout is told so by validation, with the other faults of that file.
  const templates = layout === undefined ? new Map<string, SourceFile>() : filesOf(layoutFolder, '.hbs', read, note, read.text);
  const entry = `${layoutFolder}/release.hbs`;
  if (layout !== undefined && !templates.has('release') && !faulty.has(entry)) read.text(entry, ['release.hbs is where a layout begins']);
  const fonts = fontManifest && loadFonts(root, fontManifest, read, note, memory, hashedAhead, families);
  // Drawings may hold words, which the faces of the release set.
  const pictures = loadPictures([folder, data, ...(layout === undefined ? [] : [layoutFolder])], read, note, memory, fonts);

  if (!sound || !issuer || !concepts || !release || !style || !fontManifest || !fonts) return undefined;
  return sameSources(memory, {
    root,
    issuerId,
    releaseId,
    issuer,
    concepts,
    ...(members && { members }),
    dictionary: sameMap(memory, dictionary),
    statements: sameMap(memory, statements),
    layoutStatements: sameMap(memory, layoutStatements),
    taxonomies: sameList(memory, taxonomies),
    periods: sameMap(memory, periods),
    charts: sameMap(memory, charts),
    pictures: sameMap(memory, pictures),
    release,
    ...(published.length > 0 && { published: sameList(memory, published) }),
    ...(carried && { carried }),
    ...(draft && { draft: true as const }),
    languages: listedLanguages(issuer),
    narratives: sameMap(memory, narratives),
    templates: sameMap(memory, templates),
    theme: chosen,
    style,
    fontManifest,
    fontMetrics: fonts.metrics,
    fonts: fonts.files,
    hashes: read.hashes,
  });
}

/** Every file of a folder that ends in `suffix`, by its name without it. A name that would be passed over in silence is a finding. */
function filesOf<T>(
  folder: string,
  suffix: string,
  read: FileReader,
  report: Report,
  open: (file: string) => T | undefined,
): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  for (const name of read.names(folder) ?? []) {
    if (name.startsWith('.') || name.endsWith('~') || (suffix === '.hbs' && besideParts(name))) continue;
    const file = `${folder}/${name}`;
    const id = name.endsWith(suffix) ? name.slice(0, -suffix.length) : '';
    if (!idPattern.test(id)) {
      const message = say`${name} is not read: names here are lower-case letters, digits and hyphens, and end in ${suffix}`;
      report({
        severity: 'error',
        code: 'load/bad-id',
        message,
        at: { file, line: 1, column: 1, length: 1 },
        hints: ['rename or remove the file'],
      });
      continue;
    }
    const opened = open(file);
    if (opened !== undefined) found.set(id, opened);
  }
  return found;
}

/** The file of elements and contexts, of a layout and of an issuer. */
const taxonomyName = 'taxonomy.yaml';

/** The folder of a layout's statements. */
const statementsFolder = 'statements';

/** What stands in a layout's folder besides its parts: its styles, its statements, its pictures, and the project that begins with it. */
const besideParts = (name: string): boolean =>
  themeOfFile(name) !== undefined || [statementsFolder, taxonomyName, starterFolder, picturesFolder].includes(name);

/** The layout that a release names, when the project or the package has a folder of that name. */
function layoutOf(release: YamlFile, root: string, report: Report): string | undefined {
  const layout = namedLayout(release);
  if (layout === undefined) return undefined;
  const known = listLayouts(root);
  if (idPattern.test(layout) && known.includes(layout)) return layout;
  const at = release.locate(['layout']);
  const message = say`layout ${JSON.stringify(layout)} has no folder in templates/`;
  report({ severity: 'error', code: 'load/missing-file', message, at, hints: [say`layouts here: ${sayAll(known, ', ')}`] });
  return undefined;
}

/** What a first correction.yaml may be copied from. */
const example = [
  'write it beside release.yaml with a value in each language of the issuer, for example:',
  'date: {ja: 2024-11-20, en: 2024-11-19}',
  'reason: {ja: 集計に誤りがありましたので…訂正いたします。, en: An error was found in …}',
] as const;

/** Undefined, and reported, when the file is missing or not sound. */
export function loadCorrection(root: string, issuerId: string, releaseId: string, report: Report): YamlFile | undefined {
  let sound = true;
  const note: Report = (finding) => {
    sound &&= finding.severity !== 'error';
    report(finding);
  };
  const source = fileReader(root, note).text(`data/${issuerId}/releases/${releaseId}/correction.yaml`, example);
  const file = source && parseYaml(source, note);
  return sound ? file : undefined;
}

/** What was checked of a release; undefined, with nothing reported, where nothing was yet, and after a finding where it is not sound. */
export function loadReview(root: string, issuerId: string, releaseId: string, report: Report): YamlFile | undefined {
  const name = reviewFile(issuerId, releaseId);
  if (!existsSync(pathOf(root, name))) return undefined;
  let sound = true;
  const note: Report = (finding) => {
    sound &&= finding.severity !== 'error';
    report(finding);
  };
  const source = fileReader(root, note).text(name);
  const file = source && parseYaml(source, note);
  return sound ? file : undefined;
}

/** Path of the file that keeps what was checked of a release. */
export const reviewFile = (issuerId: string, releaseId: string): string => `data/${issuerId}/releases/${releaseId}/review.yaml`;
