// Turn a layout's folder and a theme into a style: the theme's file, laid over the one that it extends, each value at the place where it is written.
import type { RelatedPlace } from '../model/finding.ts';
import type { Kind, Memory } from '../model/memory.ts';
import { overlayYaml } from '../model/overlay-yaml.ts';
import { say, sayAll, sayWord } from '../model/say.ts';
import { plainTheme, type YamlFile } from '../model/sources.ts';
import type { Report } from './codes.ts';
import type { FileReader } from './file-reader.ts';
import { styleFile, themeOfFile, themesAmong } from './themes.ts';

/** Where the styles of a layout are found, and how one of them is opened by its path (undefined after a finding). */
interface StylePlace {
  /** Name of the layout. */
  readonly layout: string;
  /** The layout's folder, by its name: `templates/tanshin`, or `kessan:templates/tanshin` in the package. */
  readonly folder: string;
  /** release.yaml, where a theme is asked for. */
  readonly release: YamlFile;
  /** Lists the folder of the layout. */
  readonly read: FileReader;
  /** Reads a YAML file. */
  readonly open: (file: string) => YamlFile | undefined;
}

/** A theme laid over another takes up the mappings of both. */
const overlays: Kind<YamlFile> = { name: 'load/overlay', bytes: ({ text }) => 1000 + 10 * text.length };

/** Undefined after a finding. What a theme extends may itself extend another. The same object for the same files. */
export function loadStyle(
  theme: string,
  { layout, folder, release, read, open }: StylePlace,
  report: Report,
  memory: Memory,
): YamlFile | undefined {
  const names = (read.names(folder) ?? []).filter((name) => themeOfFile(name) !== undefined);
  const themes = themesAmong(names);
  if (theme !== plainTheme && !themes.includes(theme)) {
    const message = say`layout ${layout} has no style ${JSON.stringify(theme)}`;
    report({
      severity: 'error',
      code: 'load/unknown-theme',
      message,
      at: release.locate(['style']),
      hints: [say`styles here: ${sayAll(themes, ', ')}`],
    });
    return undefined;
  }

  /** `above` are the files whose `extends` lead to this one, the theme first. */
  const laidOver = (name: string, above: readonly YamlFile[]): YamlFile | undefined => {
    const file = open(`${folder}/${name}`);
    if (!file || !extendsOther(file.value)) return file;
    const { extends: base, ...own } = file.value;
    const fail = (message: string, hint: string, related: readonly RelatedPlace[] = []): undefined => {
      report({ severity: 'error', code: 'load/extends', message, at: file.locate(['extends']), related, hints: [hint] });
    };
    if (typeof base !== 'string' || !names.includes(base)) {
      const others = names.filter((other) => other !== name);
      const message = say`${typeof base === 'string' ? base : sayWord('this')} is no style of layout ${layout}`;
      return fail(message, say`a theme extends a file beside it: ${sayAll(others, ', ')}`);
    }
    const way = [...above, file];
    const start = way.findIndex((each) => each.file === `${folder}/${base}`);
    if (start < 0) {
      const under = laidOver(base, way);
      if (!under) return undefined;
      const key = (): string => `${memory.numberOf(file)} ${memory.numberOf(under)}`;
      return memory.recall(overlays, key, () => overlayYaml({ ...file, value: own }, under));
    }
    const circle = way.slice(start);
    const between = circle.slice(1).map((each) => each.file.slice(folder.length + 1));
    return fail(
      say`${base} extends itself${between.length > 0 ? say`, by way of ${sayAll(between, ', ')}` : ''}`,
      'one of them must say everything, and extend nothing',
      circle.slice(0, -1).map((each) => ({ at: each.locate(['extends']), message: 'goes on here' })),
    );
  };
  return laidOver(styleFile(theme), []);
}

function extendsOther(value: unknown): value is Readonly<Record<string, unknown>> & { readonly extends: unknown } {
  return typeof value === 'object' && value !== null && 'extends' in value;
}
