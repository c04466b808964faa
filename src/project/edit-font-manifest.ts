// Turn the text of a project's fonts.yaml and a face into the text with that face in it; all else stays as it was typed.
import { programFaces } from '../load/font-manifest.ts';
import { parseYaml } from '../load/parse-yaml.ts';
import { UsageError } from '../model/finding.ts';
import { lineStartsOf } from '../model/line-starts.ts';
import { isMapping } from '../model/mapping.ts';
import { say } from '../model/say.ts';
import { schemaLine } from '../model/schema-link.ts';

/** A face as an entry of fonts.yaml says it. */
interface ListedFace {
  readonly id: string;
  readonly family: string;
  readonly weight: string;
  readonly italic: boolean;
  readonly file: string;
  readonly licence: string;
}

/** A face to be listed. */
interface NewFace extends Omit<ListedFace, 'weight'> {
  readonly weight: number;
  readonly sha256: string;
  readonly postScriptName: string;
}

const manifestFile = 'fonts/fonts.yaml';
const begun = `${schemaLine(manifestFile)}
# Faces of this project, beside those of kessan. \`kessan fonts fonts/<file>\` adds one, and records a file that changed.
extends: ${programFaces}
fonts:
`;

/** Faces whose files stand in fonts/. Throws a `UsageError` where the file is no YAML. */
export function listedFaces(text: string | undefined): readonly ListedFace[] {
  if (text === undefined) return [];
  const { value } = parsed(text);
  const fonts = isMapping(value) && Array.isArray(value.fonts) ? value.fonts : [];
  return fonts.flatMap((each: unknown) => {
    if (!isMapping(each) || each.package !== undefined) return [];
    const [id, family, weight, file, licence] = ['id', 'family', 'weight', 'file', 'licence'].map((key) => each[key]);
    const whole = [id, family, weight, file, licence].every((part) => typeof part === 'string');
    return whole ? [{ id, family, weight, file, licence, italic: each.italic === true || each.italic === 'true' } as ListedFace] : [];
  });
}

/** The entry of the same id is replaced, another is added at the end. */
export function editFontManifest(text: string | undefined, face: NewFace): string {
  const entry = [
    `  - id: ${face.id}`,
    `    family: ${face.family}`,
    `    weight: ${face.weight}`,
    `    italic: ${face.italic}`,
    `    file: ${JSON.stringify(face.file)}`,
    `    sha256: ${face.sha256}`,
    `    licence: ${JSON.stringify(face.licence)}`,
    `    postscript-name: ${face.postScriptName}`,
  ].join('\n');
  const before = text === undefined || text.trim() === '' ? begun : text.endsWith('\n') ? text : `${text}\n`;
  const lines = before.split('\n');
  const start = lines.findIndex((line) => new RegExp(`^\\s*- id: *["']?${face.id}["']?\\s*(?:#.*)?$`).test(line));
  if (start < 0) return checked(`${before}${entry}\n`, face);
  const next = lines.findIndex((line, at) => at > start && /^(?:\s*- |\S)/.test(line));
  const rest = lines.slice(next < 0 ? lines.length - 1 : next);
  return checked([...lines.slice(0, start), entry, ...rest].join('\n'), face);
}

/** Lists of another form than a line an entry are a person's to edit. */
function checked(text: string, face: NewFace): string {
  const same = listedFaces(text).filter(({ id }) => id === face.id);
  if (same.length === 1 && same[0]?.file === face.file) return text;
  throw new UsageError(
    say`${manifestFile} is not written as a list that an entry can be added to: let it end with fonts: and a line for each key of each face`,
  );
}

function parsed(text: string) {
  let fault: string | undefined;
  const file = parseYaml({ file: manifestFile, text, lineStarts: lineStartsOf(text) }, ({ message, at }) => {
    fault ??= `${manifestFile}${at ? `:${at.line}:${at.column}` : ''}: ${message}`;
  });
  if (!file) throw new UsageError(fault ?? say`${manifestFile} cannot be read`);
  return file;
}
