// Turn what release.yaml and issuer.yaml say of files into the PDFs of a release, each with a name that every file system takes.
import type * as z from 'zod/mini';
import { inLang, type Lang, type PerLang } from '../model/language.ts';
import { nameHints } from '../model/nearest-name.ts';
import { quoted } from '../model/printable.ts';
import { longestFileName, plainFiles, type ReleaseFile } from '../model/release-files.ts';
import { say } from '../model/say.ts';
import type { Style } from '../model/style.ts';
import type { Fail } from './fail-in.ts';
import type { filesSchema } from './schema/issuer.ts';

type FilesData = z.infer<ReturnType<typeof filesSchema>>;

/** What names are made of, in the order of the languages of the release. */
export interface FileTerms {
  readonly languages: readonly Lang[];
  readonly issuer: string;
  /** Securities code, where the contacts have one. */
  readonly code: string | undefined;
  readonly release: string;
  /** Id of the period that the release reports. */
  readonly period: string | undefined;
  /** Days of announcement, ISO. */
  readonly dates: PerLang<string>;
}

/** A file that says something of files, and the way to tell what is wrong with it. */
export interface FilesSource {
  readonly data: FilesData;
  readonly fail: Fail;
}

/** `release` is followed before `issuer`, key by key. Undefined where neither says anything. */
export function buildFiles(
  { release, issuer }: { readonly release: FilesSource; readonly issuer: FilesSource },
  terms: FileTerms,
  pages: Style['pages'] | undefined,
): readonly ReleaseFile[] | undefined {
  if (!release.data && !issuer.data) return undefined;
  const given = <K extends keyof NonNullable<FilesData>>(key: K) => {
    const source = release.data?.[key] === undefined ? issuer : release;
    return { value: source.data?.[key], fail: source.fail };
  };
  const [name, summaryName, summary] = [given('name'), given('summary-name'), given('summary')];
  const { languages } = terms;
  const apart = given('languages').value === 'apart';
  const groups = apart ? languages.map((lang) => [lang]) : [languages];
  const named = ({ value, fail }: typeof name, key: string, own: readonly Lang[]): string =>
    value === undefined ? '' : expand(value, { fail, key, own, apart }, terms);
  const plain = apart ? languages.map((lang) => `release.${lang}`) : plainFiles(languages).map((file) => file.name);
  const whole = groups.map((own, index) => (name.value === undefined ? (plain[index] ?? '') : named(name, 'name', own)));
  const files = groups.map((own, index): ReleaseFile => ({ name: whole[index] ?? '', languages: own }));
  if (summary.value) {
    if (pages && ![...pages.values()].some((page) => page.summary))
      summary.fail({
        code: 'validate/style',
        message: 'a file of the summary is asked for, and the style marks no pages as the summary',
        path: ['files', 'summary'],
        hints: ['write summary: true at the page classes of the summary in the style', 'or take summary out'],
      });
    groups.forEach((own, index) => {
      const other = summaryName.value === undefined ? `${whole[index] ?? ''}.summary` : named(summaryName, 'summary-name', own);
      files.push({ name: other, languages: own, summary: true });
    });
  } else if (summaryName.value !== undefined && summaryName.fail === release.fail)
    summaryName.fail({
      code: 'validate/unknown-key',
      message: 'summary-name names a file that is not asked for',
      path: ['files', 'summary-name'],
      key: true,
      hints: ['write summary: true beside it, or take it out'],
    });
  // A name at fault was told already.
  const seen = new Map<string, ReleaseFile>();
  for (const file of files.filter((each) => each.name !== '')) {
    const earlier = seen.get(file.name.toLowerCase());
    seen.set(file.name.toLowerCase(), file);
    if (!earlier) continue;
    const source = file.summary ? summaryName : name;
    const key = file.summary ? 'summary-name' : 'name';
    const hints = earlier.languages[0] === file.languages[0] ? ['give the summary a name of its own'] : ['put {language} into the name'];
    source.fail({ code: 'validate/file-name', message: say`two files would be called ${quoted(file.name)}`, path: ['files', key], hints });
    break;
  }
  return files;
}

/** Where a pattern is typed, and whom the file is for. */
interface Pattern {
  readonly fail: Fail;
  readonly key: string;
  readonly own: readonly Lang[];
  readonly apart: boolean;
}

/** Device names that Windows gives to no file, with any ending. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** The name, or an empty text where an error was told. */
function expand(pattern: string, { fail, key, own, apart }: Pattern, terms: FileTerms): string {
  const path = ['files', key];
  const lang = own[0] ?? '';
  const values: Readonly<Record<string, string | undefined>> = {
    issuer: terms.issuer,
    code: terms.code,
    release: terms.release,
    period: terms.period,
    language: apart ? lang : undefined,
    date: inLang(terms.dates, lang),
  };
  const wrong = (message: string, hints: readonly string[]): string => {
    fail({ code: 'validate/file-name', message, path, hints });
    return '';
  };
  for (const [typed, word = ''] of pattern.matchAll(/\{([^{}]*)\}/g)) {
    if (!Object.hasOwn(values, word))
      return wrong(say`${typed} stands for nothing in the name of a file`, nameHints(word, Object.keys(values)));
    if (values[word] !== undefined) continue;
    return word === 'language'
      ? wrong('{language} stands in the name of a file that holds all languages', ['write languages: apart, or take {language} out'])
      : word === 'code'
        ? wrong('{code} stands in the name of a file, and the contacts of issuer.yaml have no code', [
            'add code to contacts, or take {code} out',
          ])
        : '';
  }
  const name = pattern.replace(/\{([^{}]*)\}/g, (_, word: string) => values[word] ?? '');
  if (name.length > longestFileName)
    return wrong(say`the name of a file has ${name.length} characters`, [say`keep it to ${longestFileName}`]);
  const told = say`the file would be called ${quoted(name)}`;
  const stray = /[^A-Za-z0-9._-]/u.exec(name)?.[0];
  if (stray !== undefined)
    return wrong(say`${told}, with ${quoted(stray)} in it`, [
      'names of files are made of the letters A to Z, digits, full stops, hyphens and low lines',
    ]);
  if (name === '' || !/^[A-Za-z0-9]/.test(name)) return wrong(told, ['begin the name with a letter or a digit']);
  if (/[.]$/.test(name)) return wrong(told, ['end the name with a letter or a digit: .pdf, .html and .txt are added']);
  if (/\.(?:pdf|html|txt|json)$/i.test(name)) return wrong(told, ['leave the ending out: .pdf, .html and .txt are added']);
  if (devices.test(name)) return wrong(say`${told}, which Windows keeps for a device`, ['choose another name']);
  return name;
}
