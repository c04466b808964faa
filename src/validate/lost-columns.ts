// Turn a statement whose columns were taken out into one whose heads and blanks no longer name them.
import type { YamlNode } from './yaml-nodes.ts';

type MappingNode = Extract<YamlNode, { kind: 'mapping' }>;

/** `typed` is the whole file, `kept` what is left of it. Heads over nothing but lost columns go with them. */
export function withoutLostColumns(typed: YamlNode, kept: YamlNode): YamlNode {
  if (typed.kind !== 'mapping' || kept.kind !== 'mapping') return kept;
  const left = new Set(columnIds(kept));
  const lost = new Set(columnIds(typed).filter((id) => !left.has(id)));
  if (lost.size === 0) return kept;
  const entries = new Map(kept.entries);
  const heads = entries.get('heads');
  if (heads?.kind === 'mapping') {
    const perLang = [...heads.entries].map(([lang, list]): [string, YamlNode] => [lang, withoutHeads(list, lost)]);
    entries.set('heads', { ...heads, entries: new Map(perLang) });
  }
  const rows = entries.get('rows');
  if (rows?.kind === 'list') entries.set('rows', { ...rows, items: rows.items.map((row) => withoutBlanks(row, lost)) });
  return { ...kept, entries };
}

function columnIds(root: MappingNode): readonly string[] {
  const columns = root.entries.get('columns');
  return columns ? idsIn(columns) : [];
}

/** A column that is one of several stands deeper. */
function idsIn(node: YamlNode): readonly string[] {
  if (node.kind === 'list') return node.items.flatMap(idsIn);
  if (node.kind === 'single') return [];
  return [...(textAt(node, 'id') === undefined ? [] : [textAt(node, 'id') ?? '']), ...[...node.entries.values()].flatMap(idsIn)];
}

function textAt(node: YamlNode, key: string): string | undefined {
  const inner = node.kind === 'mapping' ? node.entries.get(key) : undefined;
  return inner?.kind === 'single' && typeof inner.value === 'string' ? inner.value : undefined;
}

function withoutHeads(list: YamlNode, lost: ReadonlySet<string>): YamlNode {
  if (list.kind !== 'list') return list;
  const items = list.items.flatMap((head): readonly YamlNode[] => {
    if (head.kind !== 'mapping') return [head];
    if (lost.has(textAt(head, 'column') ?? '')) return [];
    const over = head.entries.get('over');
    if (over?.kind !== 'list') return [head];
    const inner = withoutHeads(over, lost);
    if (inner.kind === 'list' && inner.items.length === 0 && over.items.length > 0) return [];
    return [{ ...head, entries: new Map(head.entries).set('over', inner) }];
  });
  return { ...list, items };
}

function withoutBlanks(row: YamlNode, lost: ReadonlySet<string>): YamlNode {
  const blank = row.kind === 'mapping' ? row.entries.get('blank') : undefined;
  if (row.kind !== 'mapping' || blank?.kind !== 'list') return row;
  const items = blank.items.filter((item) => !(item.kind === 'single' && lost.has(String(item.value))));
  return { ...row, entries: new Map(row.entries).set('blank', { ...blank, items }) };
}
