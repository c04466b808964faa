// Turn a YAML value into nodes that may be taken out and put in one another's place while each still knows where it was typed.
import { isMapping } from '../model/mapping.ts';
import type { YamlFile, YamlPath } from '../model/sources.ts';

/** A value of a file, and the path at which it was typed there. */
export type YamlNode =
  | { readonly kind: 'single'; readonly path: YamlPath; readonly value: unknown }
  | { readonly kind: 'list'; readonly path: YamlPath; readonly items: readonly YamlNode[] }
  | { readonly kind: 'mapping'; readonly path: YamlPath; readonly entries: ReadonlyMap<string, YamlNode> };

export function nodeOf(value: unknown, path: YamlPath = []): YamlNode {
  if (Array.isArray(value)) return { kind: 'list', path, items: value.map((item, index) => nodeOf(item, [...path, index])) };
  if (!isMapping(value)) return { kind: 'single', path, value };
  return { kind: 'mapping', path, entries: new Map(Object.entries(value).map(([key, inner]) => [key, nodeOf(inner, [...path, key])])) };
}

/** Plain data; mappings have no prototype, as those that were read. */
export function plainValue(node: YamlNode): unknown {
  if (node.kind === 'single') return node.value;
  if (node.kind === 'list') return node.items.map(plainValue);
  const value: Record<string, unknown> = Object.create(null);
  for (const [key, inner] of node.entries) value[key] = plainValue(inner);
  return value;
}

/** The file with other content, whose places are those where it was typed. */
export function fileOf(file: YamlFile, root: YamlNode): YamlFile {
  return {
    ...file,
    value: plainValue(root),
    locate: (path, key) => file.locate(typedPath(root, path), key),
  };
}

/** Where what now stands at a path was typed: what stands nowhere is sought where its nearest parent was. */
export function typedPath(root: YamlNode, path: YamlPath): YamlPath {
  let node = root;
  for (const [index, step] of path.entries()) {
    const inner = node.kind === 'list' ? node.items[Number(step)] : node.kind === 'mapping' ? node.entries.get(String(step)) : undefined;
    if (!inner) return [...node.path, ...path.slice(index)];
    node = inner;
  }
  return node.path;
}
