// Turn two versions that were compared into what is to be known besides their differences: whether one file is the other, and what was not compared.
import type { Differences } from '../../model/difference.ts';
import { partKinds } from '../../pdf/parts/document-parts.ts';
import { isAltered, type Version } from '../version.ts';
import { isRedrawn } from './is-redrawn.ts';

/** What is known of the two files as a whole. */
export interface FilesCompared {
  readonly sameBytes: boolean;
  /** Asked where nothing differs and the bytes do: whether both hold the same objects; undefined where that cannot be told. */
  readonly sameObjects: () => boolean | undefined;
  /** How each file is written, in words. */
  readonly forms: () => readonly [old: readonly string[], now: readonly string[]];
}

export function comparisonNotes(old: Version, now: Version, { changes, depth }: Differences, files: FilesCompared): readonly string[] {
  return [
    ...(files.sameBytes ? sameFile(old, now) : changes.length === 0 ? writtenAnew(files) : []),
    ...[old, now].flatMap(({ name, parts }) =>
      (parts?.unread ?? []).map(
        ({ kinds, why }) => `${name}: ${kinds.length === partKinds.length ? 'only its pages are compared' : 'not compared'}: ${why}`,
      ),
    ),
    ...(old.division
      ? ['the release is divided into files otherwise: pages are counted through them, and what they hold besides is not compared']
      : []),
    ...(depth === 'pages' && !files.sameBytes && isRedrawn(old, now)
      ? ['two programs wrote the files: edges of the same letters and lines, up to two pixels, are not compared']
      : []),
    ...[old, now].flatMap(reduced),
  ];
}

/** A build whose bytes its manifest vouches for, and a file of its own. */
function sameFile(old: Version, now: Version): readonly string[] {
  const [build, file] = old.record ? [old, now] : [now, old];
  if (old.record && now.record) return [];
  if (!build.record) return ['the files are the same, byte by byte'];
  const vouched = !isAltered(build);
  return [
    `${file.name} is ${build.file ?? 'release.pdf'} of ${build.name}, byte by byte${vouched ? '' : ', which is not the file that the build wrote'}`,
  ];
}

function writtenAnew({ sameObjects, forms }: FilesCompared): readonly string[] {
  const [old, now] = forms();
  const [gone, come] = [old.filter((each) => !now.includes(each)), now.filter((each) => !old.includes(each))];
  const form = gone.length + come.length > 0 ? `: ${gone.join(', ') || 'nothing else'} became ${come.join(', ') || 'nothing else'}` : '';
  if (sameObjects()) return [`the same document, in a file written anew${form}`];
  return [`nothing differs that is compared, but the files hold other objects, such as fonts or how text is cut into pieces${form}`];
}

/** Pages that were too large to be drawn as asked, so that small marks may be missed. */
function reduced({ name, pages }: Version): readonly string[] {
  return pages.flatMap((page, index) =>
    page?.reducedTo === undefined
      ? []
      : [`${name}: page ${index + 1} is so large that it was compared at ${Math.floor(page.reducedTo)} dots an inch`],
  );
}
