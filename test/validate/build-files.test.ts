// Turn what a release may say of its files into tests: the names that come out, and what is told of those that no file can have.
import { describe, expect, it } from 'vitest';
import { perLang } from '../../src/model/language.ts';
import { longestFileName } from '../../src/model/release-files.ts';
import { buildFiles, type FilesSource } from '../../src/validate/build-files.ts';

type Data = FilesSource['data'];

/** Names of the files, `*` for a summary, and what was told of which key of which file. */
function filesOf(release: Data, issuer?: Data, { languages = ['ja', 'en'], coded = true, summaries = true } = {}) {
  const told: string[] = [];
  const source = (file: string, data: Data): FilesSource => ({
    data,
    fail: ({ code: kind, message, path }) => {
      told.push(`${file} ${path.slice(1).join('.')}: ${kind} ${message.replaceAll('"', "'")}`);
      return undefined;
    },
  });
  const dates = perLang(languages, (lang) => (lang === 'ja' ? '2025-11-07' : '2025-11-06'));
  const terms = { languages, issuer: 'aoba', code: coded ? '0128' : undefined, release: '2026h1', period: 'h1', dates };
  const page = { width: 1, height: 1, left: 0, measure: 1, top: 0, firstTop: 0, bottom: 1, grid: 0, folio: true, runningHeadFrom: 0 };
  const pages = new Map([['first', summaries ? { ...page, summary: true as const } : page]]);
  const files = buildFiles({ release: source('release', release), issuer: source('issuer', issuer) }, terms, pages);
  return { told, names: files?.map(({ name, languages: own, summary }) => `${name} ${own.join('+')}${summary ? ' *' : ''}`) };
}

describe('files of a release', () => {
  it.each<readonly [string, Data, Data, readonly string[] | undefined]>([
    ['nothing said', undefined, undefined, undefined],
    ['an empty mapping is as nothing', {}, undefined, ['release ja+en']],
    ['each language apart', { languages: 'apart' }, undefined, ['release.ja ja', 'release.en en']],
    ['together, with a summary', { summary: true }, undefined, ['release ja+en', 'release.summary ja+en *']],
    [
      'apart, with summaries',
      { languages: 'apart', summary: true },
      undefined,
      ['release.ja ja', 'release.en en', 'release.ja.summary ja *', 'release.en.summary en *'],
    ],
    ['a pattern for one file', { name: '{issuer}_{release}_{period}' }, undefined, ['aoba_2026h1_h1 ja+en']],
    [
      'the day of each language',
      { languages: 'apart', name: '{code}-{date}-{language}' },
      undefined,
      ['0128-2025-11-07-ja ja', '0128-2025-11-06-en en'],
    ],
    ['days that differ tell languages apart', { languages: 'apart', name: '{date}' }, undefined, ['2025-11-07 ja', '2025-11-06 en']],
    ['a name for the summary', { summary: true, 'summary-name': '{code}s' }, undefined, ['release ja+en', '0128s ja+en *']],
    ['the issuer says it for all', undefined, { languages: 'apart' }, ['release.ja ja', 'release.en en']],
    [
      'the release goes before the issuer',
      { languages: 'together' },
      { languages: 'apart', summary: true },
      ['release ja+en', 'release.summary ja+en *'],
    ],
    ['key by key', { summary: false }, { languages: 'apart', summary: true }, ['release.ja ja', 'release.en en']],
    [
      'a name of the summary that an issuer has, and this release no summary',
      { summary: false },
      { summary: true, 'summary-name': 'x' },
      ['release ja+en'],
    ],
  ])('%s', (_, release, issuer, names) => {
    expect(filesOf(release, issuer)).toEqual({ told: [], names });
  });

  it('has one file of a release in one language, with its language in the name', () => {
    expect(filesOf({ languages: 'apart' }, undefined, { languages: ['en'] })).toEqual({ told: [], names: ['release.en en'] });
  });

  it.each<readonly [string, Data, string]>([
    ['a folder', { name: 'out/{release}' }, `release name: validate/file-name the file would be called 'out/2026h1', with '/' in it`],
    ['a folder of Windows', { name: 'out\\{release}' }, `'out\\\\2026h1'`],
    ['the folder above', { name: '../{release}' }, `with '/' in it`],
    ['a drive', { name: 'c:{release}' }, `with ':' in it`],
    ['a hidden file', { name: '.{release}' }, `the file would be called '.2026h1'`],
    ['an option', { name: '-{release}' }, `the file would be called '-2026h1'`],
    ['a space', { name: '{issuer} {release}' }, `with ' ' in it`],
    ['kanji', { name: '決算短信' }, `with '決' in it`],
    ['letters of full width', { name: 'ｒelease' }, `with 'ｒ' in it`],
    ['a line break', { name: 'a\nb' }, 'in it'],
    ['a device', { name: 'CON' }, `the file would be called 'CON', which Windows keeps for a device`],
    ['a device with an ending', { name: 'com1.x' }, `which Windows keeps for a device`],
    ['an ending', { name: '{release}.pdf' }, `the file would be called '2026h1.pdf'`],
    ['a full stop at the end', { name: '{release}.' }, `the file would be called '2026h1.'`],
    ['nothing', { name: '' }, `the file would be called ''`],
    ['an unknown name', { name: '{relaese}' }, '{relaese} stands for nothing in the name of a file'],
    ['a name of an object', { name: '{constructor}' }, '{constructor} stands for nothing'],
    ['an open brace', { name: '{release' }, `with '{' in it`],
    ['too long', { name: 'a'.repeat(longestFileName + 1) }, `the name of a file has ${longestFileName + 1} characters`],
    [
      'too long when it is filled in',
      { name: `${'a'.repeat(80)}{release}{release}{release}{release}` },
      'the name of a file has 104 characters',
    ],
    ['a language in a file of all', { name: '{language}' }, '{language} stands in the name of a file that holds all languages'],
    [
      'one name for two languages',
      { languages: 'apart', name: '{release}' },
      `release name: validate/file-name two files would be called '2026h1'`,
    ],
    [
      'the name of the release for its summary',
      { summary: true, 'summary-name': 'RELEASE' },
      `release summary-name: validate/file-name two files would be called 'RELEASE'`,
    ],
    ['a name of a summary that is not asked for', { 'summary-name': 'x' }, 'summary-name names a file that is not asked for'],
  ])('refuses %s', (_, release, message) => {
    const { told } = filesOf(release);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(message);
  });

  it('tells of the file where it is said', () => {
    expect(filesOf({ summary: true }, { name: 'a b' }).told).toEqual([
      `issuer name: validate/file-name the file would be called 'a b', with ' ' in it`,
    ]);
  });

  it('refuses a code that the contacts lack, and a summary that the style does not mark', () => {
    expect(filesOf({ name: '{code}' }, undefined, { coded: false }).told).toEqual([
      'release name: validate/file-name {code} stands in the name of a file, and the contacts of issuer.yaml have no code',
    ]);
    expect(filesOf({ summary: true }, undefined, { summaries: false }).told).toEqual([
      'release summary: validate/style a file of the summary is asked for, and the style marks no pages as the summary',
    ]);
  });
});
