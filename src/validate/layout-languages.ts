// Turn a statement of a layout, which serves more languages than a release may have, into one in the languages of the release.
import { languageCodes } from '../language/languages.ts';
import type { Lang } from '../model/language.ts';
import type { Memory } from '../model/memory.ts';
import type { YamlFile } from '../model/sources.ts';
import type { Report } from './codes.ts';
import { part, partKind } from './part.ts';
import { fileOf, nodeOf, type YamlNode } from './yaml-nodes.ts';

const spoken = partKind<YamlFile>('spoken', ({ text }) => 8 * text.length);

const isLanguage = (key: string): boolean => languageCodes.some((code) => code === key);

/** The same file where the release has every language. */
export function inLanguages(file: YamlFile, languages: readonly Lang[], report: Report, memory: Memory): YamlFile {
  if (languageCodes.every((code) => languages.includes(code))) return file;
  return part(memory, spoken, [file, languages.join()], report, () => fileOf(file, spokenNode(nodeOf(file.value), languages)));
}

/** Words of other languages are taken out, where those of one of these stand beside them, or nothing but languages. */
function spokenNode(node: YamlNode, languages: readonly Lang[]): YamlNode {
  if (node.kind === 'single') return node;
  if (node.kind === 'list') return { ...node, items: node.items.map((item) => spokenNode(item, languages)) };
  const keys = [...node.entries.keys()];
  const speaks = keys.some((key) => languages.includes(key)) || keys.every(isLanguage);
  const entries = [...node.entries].filter(([key]) => !speaks || !isLanguage(key) || languages.includes(key));
  return { ...node, entries: new Map(entries.map(([key, value]) => [key, spokenNode(value, languages)])) };
}
