// Turn a comparison into the page that shows it, with pictures of the pages that differ and what is told of both files.
import { createHash } from 'node:crypto';
import { encodePng } from '../compare/page-image.ts';
import type { FileFacts, Picture, ReportedVersion } from '../compare/report/diff-report.ts';
import { renderDiffReport } from '../compare/report/render-diff-report.ts';
import type { Version } from '../compare/version.ts';
import { comparingLimits } from '../model/limits.ts';
import { fileDates } from '../pdf/objects/file-dates.ts';
import type { Closeness, Comparison, FoundVersion } from './compare-versions.ts';
import { picturesOf } from './read-versions.ts';

/** The page, whole: it asks for no other file. */
export async function reportDifferences(
  { differences, before, after, sameBytes }: Comparison,
  [old, now]: readonly [FoundVersion, FoundVersion],
  { dpi, ignore }: Required<Closeness>,
): Promise<string> {
  const shown = differences.pages.filter(({ changes }) => changes.length > 0);
  const on = (side: 'old' | 'new') => shown.flatMap((pair) => (pair[side] === undefined ? [] : [pair[side] - 1])).sort((a, b) => a - b);
  const drawn = { old: await picturesOf(old, before, on('old'), dpi), new: await picturesOf(now, after, on('new'), dpi) };
  const images = { old: new Map<number, Picture>(), new: new Map<number, Picture>() };
  let { reportPixels: pixels, reportBytes: bytes }: { reportPixels: number; reportBytes: number } = comparingLimits;
  // In the order of the pages, so that the same two versions give the same report.
  for (const pair of shown) {
    for (const side of ['old', 'new'] as const) {
      const number = pair[side];
      const page = number === undefined ? undefined : drawn[side].get(number - 1);
      const bitmap = pixels > 0 && bytes > 0 ? page?.bitmap : undefined;
      if (number === undefined || !page || !bitmap) continue;
      pixels -= bitmap.width * bitmap.height;
      const png = encodePng(bitmap);
      bytes -= png.length;
      if (pixels >= 0 && bytes >= 0) images[side].set(number, { width: page.width, height: page.height, png });
    }
  }
  const [one, two] = [before.digests, after.digests];
  const alike = differences.pages.filter((pair) => {
    const digest = pair.old === undefined ? undefined : one?.[pair.old - 1];
    return digest !== undefined && pair.new !== undefined && digest === two?.[pair.new - 1];
  });
  return renderDiffReport({
    differences,
    old: reported(old, before, images.old),
    new: reported(now, after, images.new),
    sameBytes,
    dpi,
    ignore,
    alikePages: alike.length,
  });
}

function reported(
  found: FoundVersion,
  { name, pages, record, altered, parts }: Version,
  pictures: ReadonlyMap<number, Picture>,
): ReportedVersion {
  return {
    name,
    file: factsOf(found, parts),
    pages: pages.length,
    pictures,
    ...(record && { record }),
    inKana: !record && pages.some((page) => page?.words.some(({ text }) => /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text))),
    altered,
  };
}

/** Files of a build that a comparison reads. */
const records: readonly string[] = ['figures.json', 'document.json'];

function factsOf(
  { pdf, more = [], file = 'release.pdf', division = [file], of: manifest }: FoundVersion,
  parts: Version['parts'],
): FileFacts {
  const dated = (property: string) =>
    parts?.named
      .find(({ name }) => name === `${property} in the metadata`)
      ?.value.replace('T', ' ')
      .replace(/Z$/, ' UTC')
      .replace(/(?<=:\d\d)(?=[+-])/, ' ');
  const pdfs = [pdf, ...more];
  const [created, modified] = [dated('creation date'), dated('modification date')];
  return {
    sha256: pdfs.map((each) => createHash('sha256').update(each).digest('hex')).join(' '),
    bytes: pdfs.reduce((sum, { length }) => sum + length, 0),
    // Of two files with the same bytes nothing besides their pages was read.
    ...(parts ? { ...(created !== undefined && { created }), ...(modified !== undefined && { modified }) } : fileDates(pdf)),
    ...(manifest && { program: manifest.program }),
    ...(manifest?.style !== undefined && { style: manifest.style }),
    others: Object.keys(manifest?.outputs ?? {}).filter((other) => !division.includes(other) && !records.includes(other)),
  };
}
