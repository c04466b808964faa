// Turn a release into the themes that it could be set in, without reading more of it than that takes.
import { fileReader } from './file-reader.ts';
import { idPattern } from './id-pattern.ts';
import { namedLayout, namedTheme } from './named-layout.ts';
import { folderOf } from './package-files.ts';
import { parseYaml } from './parse-yaml.ts';
import { themesAmong } from './theme-files.ts';

/** The themes that a release may be set in. */
export interface Themes {
  /** Name of its layout. */
  readonly layout: string;
  /** The one that it names; the plain one when it names none. */
  readonly own: string;
  /** All of its layout, the plain one first. */
  readonly all: readonly string[];
}

/** Undefined when the release has a fault that keeps its layout from being found: loading it tells that. */
export function listThemes(root: string, issuerId: string, releaseId: string): Themes | undefined {
  const read = fileReader(root, () => {});
  const source = read.text(`data/${issuerId}/releases/${releaseId}/release.yaml`);
  const release = source && parseYaml(source, () => {});
  const layout = release && namedLayout(release);
  if (!release || layout === undefined || !idPattern.test(layout)) return undefined;
  const files = read.names(folderOf(root, `templates/${layout}`));
  return files && { layout, own: namedTheme(release), all: themesAmong(files) };
}
