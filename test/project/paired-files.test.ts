// Turn builds that divide a release into files alike, or otherwise, into the pairs that are compared, and the files to which none answers.
import { describe, expect, it } from 'vitest';
import { isAltered } from '../../src/compare/version.ts';
import type { FileRecord } from '../../src/model/release-files.ts';
import type { FoundVersion } from '../../src/project/compare-versions.ts';
import { pairedFiles } from '../../src/project/paired-files.ts';

const pdfOf = (file: string): Uint8Array => Buffer.from(file);

/** A build of these files; without any it is one that names none. */
function build(name: string, ...records: readonly FileRecord[]): FoundVersion {
  const files = records.map((record) => ({ record, pdf: pdfOf(record.file) }));
  return { name, pdf: files[0]?.pdf ?? pdfOf('release.pdf'), isBuild: true, ...(files.length > 0 && { files }), altered: [] };
}

const ja: FileRecord = { file: 'release.ja.pdf', languages: ['ja'], pages: [1, 2, 3] };
const en: FileRecord = { file: 'release.en.pdf', languages: ['en'], pages: [4, 5] };
const jaSummary: FileRecord = { file: 'ja.summary.pdf', languages: ['ja'], summary: true, pages: [1] };
const enSummary: FileRecord = { file: 'en.summary.pdf', languages: ['en'], summary: true, pages: [4] };
const both: FileRecord = { file: 'release.pdf', languages: ['ja', 'en'], pages: [1, 2, 3, 4, 5] };
const bothSummary: FileRecord = { file: 'release.summary.pdf', languages: ['ja', 'en'], summary: true, pages: [1, 4] };

/** Each pair as the names of its sides, what stands in them, and what is told of the files. */
const told = async (old: FoundVersion, now: FoundVersion) =>
  (await pairedFiles(old, now)).map(({ name, old: before, now: after }) => ({
    name,
    sides: [before, after].map((side) => side.name),
    pdfs: [before, after].map(({ pdf, more = [] }) => [pdf, ...more].map((each) => Buffer.from(each).toString())),
    pages: [before, after].map(({ only }) => only?.pages),
    division: [before.division, after.division],
    unpaired: [before.unpaired ?? [], after.unpaired ?? []],
  }));

describe('two builds', () => {
  it('of the same languages and kinds are compared file by file, in any order', async () => {
    const pairs = await told(build('old', ja, en, jaSummary, enSummary), build('now', en, ja, jaSummary, enSummary));
    expect(pairs.map(({ name, pdfs }) => [name, ...pdfs.flat()])).toEqual([
      ['release.en', 'release.en.pdf', 'release.en.pdf'],
      ['release.ja', 'release.ja.pdf', 'release.ja.pdf'],
      ['ja.summary', 'ja.summary.pdf', 'ja.summary.pdf'],
      ['en.summary', 'en.summary.pdf', 'en.summary.pdf'],
    ]);
    expect(pairs.flatMap(({ division, unpaired }) => [...division, ...unpaired.flat()])).toEqual(Array(8).fill(undefined));
  });

  it.each([
    ['that names its file', build('now', both, bothSummary)],
    ['that names no file', build('now')],
  ])('of which one has a file a language are compared page after page with one %s', async (_, together) => {
    const apart = build('old', ja, en, jaSummary, enSummary);
    const [whole, summary] = await told(apart, together);
    expect(whole).toMatchObject({
      name: 'release',
      pdfs: [['release.ja.pdf', 'release.en.pdf'], ['release.pdf']],
      division: [['release.ja.pdf', 'release.en.pdf'], ['release.pdf']],
    });
    expect(whole?.sides[0]).toBe('old (release.ja.pdf, release.en.pdf)');
    expect(whole?.pages[0]).toEqual([1, 2, 3, 4, 5]);
    if (together.files) {
      expect(summary?.pages).toEqual([
        [1, 4],
        [1, 4],
      ]);
      expect(whole?.unpaired).toEqual([[], []]);
    } else {
      expect(summary).toBeUndefined();
      expect(whole?.unpaired).toEqual([['ja.summary.pdf', 'en.summary.pdf'], []]);
    }
    // The other way round the same is told of the other side.
    const [back] = await told(together, apart);
    expect(back?.pdfs).toEqual([['release.pdf'], ['release.ja.pdf', 'release.en.pdf']]);
  });

  it('tell of a file that only one of them has', async () => {
    const [first, ...others] = await told(build('old', both), build('now', both, bothSummary));
    expect(others).toEqual([]);
    expect([first?.unpaired, first?.division]).toEqual([
      [[], ['release.summary.pdf']],
      [undefined, undefined],
    ]);
    const [more] = await told(build('old', ja), build('now', ja, en));
    expect([more?.name, more?.unpaired]).toEqual(['release.ja', [[], ['release.en.pdf']]]);
  });

  it('of which no file answers to another are refused: nothing compared is not the same', async () => {
    await expect(pairedFiles(build('old', jaSummary, enSummary), build('now', ja, en))).rejects.toThrow(
      'no file of old answers to one of now: compare two PDF files of them',
    );
  });
});

it('files compared as one are altered if one of them is', async () => {
  const [pair] = await pairedFiles({ ...build('old', ja, en), altered: ['release.en.pdf'] }, build('now', both));
  expect([pair?.old, pair?.now].map((side) => side && isAltered(side))).toEqual([true, false]);
});
