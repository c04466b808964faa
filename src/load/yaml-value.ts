// Turn the nodes of a YAML document into plain values and the places where they stand.
import { type Document, isAlias, isMap, isScalar, isSeq, type Node } from 'yaml';
import type { KeyPlace, Place } from './place.ts';

/** A value, where it stands, and how many nodes it holds once its aliases are followed. */
export interface Placed {
  readonly value: unknown;
  readonly place: Place;
  readonly size: number;
}

/** A fault of the document that only shows when its values are read. */
export interface ValueFault {
  readonly message: string;
  readonly start: number;
  readonly end: number;
  /** Where the other half of the fault stands. */
  readonly related?: { readonly start: number; readonly end: number; readonly message: string };
}

/** The largest sample holds some 5,000 nodes; beyond this, aliases multiply (YAML bombs). */
const mostNodes = 200_000;

/** Our files nest 12 deep; the limit keeps hostile nesting from exhausting the stack. */
const deepest = 64;

const nothing: Placed = { value: null, place: { start: 0, end: 0 }, size: 1 };

/** Reads a document. Mappings become objects without a prototype, so that no key can reach one. */
export function yamlValue(document: Document, fault: (fault: ValueFault) => void): Placed {
  const anchors = new Map<string, Placed | 'open'>();
  let total = 0;

  const read = (node: Node | null, start: number, depth: number): Placed => {
    if (!node) return { value: null, place: { start, end: start }, size: 1 };
    const from = node.range?.[0] ?? start;
    const to = node.range?.[1] ?? start;
    if (isAlias(node)) return follow(node.source, from, to);
    const anchor = 'anchor' in node ? node.anchor : undefined;
    if (anchor) anchors.set(anchor, 'open');
    const placed = depth > deepest ? tooDeep(from, to) : readInside(node, from, to, depth);
    if (anchor) anchors.set(anchor, placed);
    return placed;
  };

  const tooDeep = (start: number, end: number): Placed => {
    fault({ message: `nested more than ${deepest} deep`, start, end });
    return nothing;
  };

  const follow = (name: string, start: number, end: number): Placed => {
    const target = anchors.get(name);
    if (target === undefined || target === 'open') {
      const why = target ? 'stands inside the value that it names' : 'names no anchor above it';
      fault({ message: `alias *${name} ${why}`, start, end });
      return { ...nothing, place: { start, end } };
    }
    total += target.size;
    if (total <= mostNodes) return { ...target, place: { ...target.place, start, end } };
    if (total - target.size <= mostNodes) fault({ message: `aliases expand to more than ${mostNodes} values`, start, end });
    return { ...nothing, place: { start, end } };
  };

  const readInside = (node: Node, start: number, end: number, depth: number): Placed => {
    total++;
    if (isMap(node)) {
      const value: Record<string, unknown> = Object.create(null);
      const keys = new Map<string, KeyPlace>();
      let size = 1;
      for (const pair of node.items) {
        const key = pair.key as Node | null;
        const keyStart = key?.range?.[0] ?? start;
        const keyEnd = key?.range?.[1] ?? keyStart;
        if (!isScalar(key) || key.value === null) {
          fault({ message: 'a key is a single word or a quoted text', start: keyStart, end: keyEnd });
          continue;
        }
        const name = String(key.value);
        const earlier = keys.get(name);
        if (earlier) {
          const related = { start: earlier.start, end: earlier.end, message: 'first given here' };
          fault({ message: `key ${name} is given twice`, start: keyStart, end: keyEnd, related });
          continue;
        }
        const inner = read(pair.value as Node | null, keyEnd, depth + 1);
        size += inner.size;
        value[name] = inner.value;
        keys.set(name, { start: keyStart, end: keyEnd, value: inner.place });
      }
      const last = [...keys.values()].at(-1)?.value.end;
      return { value, place: { start, end: blockEnd(node, last, end), keys }, size };
    }
    if (isSeq(node)) {
      const value: unknown[] = [];
      const items: Place[] = [];
      let size = 1;
      for (const item of node.items) {
        const inner = read(item as Node | null, start, depth + 1);
        size += inner.size;
        value.push(inner.value);
        items.push(inner.place);
      }
      return { value, place: { start, end: blockEnd(node, items.at(-1)?.end, end), items }, size };
    }
    return { value: isScalar(node) ? node.value : null, place: { start, end }, size: 1 };
  };

  return read(document.contents as Node | null, 0, 0);
}

/** Braces end at their last sign, a block with its last value: comments after that are not marked. */
function blockEnd(node: { readonly flow?: boolean }, last: number | undefined, end: number): number {
  return node.flow ? end : (last ?? end);
}
