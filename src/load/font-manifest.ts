// Turn a project's fonts/fonts.yaml into the list of faces that its styles may name: its own, beside those of this program where it extends them.
import { isMapping } from '../model/mapping.ts';
import type { Kind, Memory } from '../model/memory.ts';
import type { YamlFile } from '../model/sources.ts';
import { folderOf, packagePrefix } from './package-files.ts';

/** What `extends` of a project's manifest says to have the faces of this program too. */
export const programFaces = 'kessan';

const joined: Kind<YamlFile> = { name: 'load/font-manifest', bytes: ({ text }) => 1000 + 4 * text.length };

/** Undefined after a finding. A face's place tells the manifest that lists it. The same object for the same files. */
export function openFontManifest(
  root: string,
  open: (file: string, ...hints: string[]) => YamlFile | undefined,
  memory: Memory,
): YamlFile | undefined {
  const own = open(
    `${folderOf(root, 'fonts')}/fonts.yaml`,
    'it lists the faces of a project that has a folder fonts; without one those of kessan are taken',
  );
  if (!own || isBrought(own.file) || !isMapping(own.value) || own.value.extends !== programFaces) return own;
  const brought = open(`${packagePrefix}fonts/fonts.yaml`);
  if (!brought || !Array.isArray(own.value.fonts)) return own;
  return memory.recall(
    joined,
    () => `${memory.numberOf(own)} ${memory.numberOf(brought)}`,
    () => join(own, brought),
  );
}

/** Whether a manifest is that of this program, by its name. */
export const isBrought = (file: string): boolean => file.startsWith(packagePrefix);

/** The program's faces stand first, so that one given twice is told at the project's. */
function join(own: YamlFile, brought: YamlFile): YamlFile {
  const [below, above] = [facesOf(brought), facesOf(own)];
  return {
    ...own,
    value: { ...(isMapping(own.value) ? own.value : {}), fonts: [...below, ...above] },
    locate: (path, key) => {
      const [list, index, ...rest] = path;
      if (list !== 'fonts' || typeof index !== 'number') return own.locate(path, key);
      return index < below.length ? brought.locate(path, key) : own.locate([list, index - below.length, ...rest], key);
    },
  };
}

/** The entries of a manifest, whatever they are. */
export function facesOf({ value }: YamlFile): readonly unknown[] {
  const list = isMapping(value) ? value.fonts : undefined;
  return Array.isArray(list) ? list : [];
}

/** Families that a style names, in any language: the fonts of the others are not read. */
export function familiesOf(style: YamlFile): ReadonlySet<string> {
  const fonts = isMapping(style.value) ? style.value.fonts : undefined;
  const roles = isMapping(fonts) ? Object.values(fonts).filter(isMapping) : [];
  return new Set(roles.flatMap((each) => Object.values(each)).filter((family) => typeof family === 'string'));
}
