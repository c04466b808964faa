// Turn release.yaml into that of the next release: what holds is carried over as it is written, what is new is left empty, what lapses is left out and listed.
import { isMapping } from '../model/mapping.ts';
import type { YamlFile } from '../model/sources.ts';

/** What the next release does not take over. */
export interface LeftOut {
  /** Key of release.yaml: overrides, waivers, errata, controls, stated. */
  readonly section: string;
  /** Each entry in a few words. */
  readonly entries: readonly string[];
}

/** Sections that are about the figures and the source of one release. */
const lapsing = ['stated', 'controls', 'overrides', 'waivers', 'errata'];

export interface NextRelease {
  readonly text: string;
  readonly left: readonly LeftOut[];
  /** Days that were there, by key: `announced.ja`, `dates.filing`. */
  readonly emptied: readonly string[];
}

/** `name` is that of the old release; `schema` is the line that links its schema; `roles` are the new ids of its periods. */
export function nextReleaseText(file: YamlFile, name: string, schema: string, roles: ReadonlyMap<string, string>): NextRelease {
  const value = isMapping(file.value) ? file.value : {};
  const sections = sectionsOf(file, Object.keys(value));
  const emptied: string[] = [];
  const left: LeftOut[] = [];
  const parts: string[] = [];
  for (const { key, lead, text } of sections) {
    const own = value[key];
    if (lapsing.includes(key)) {
      const entries = entriesOf(own);
      if (entries.length > 0) left.push({ section: key, entries });
    } else if (key === 'periods') {
      parts.push(`periods: {${[...roles].map(([role, id]) => `${role}: ${id}`).join(', ')}}\n`);
    } else if (key === 'announced' || key === 'dates') {
      const days = isMapping(own) ? Object.entries(own) : [];
      if (days.length === 0) continue;
      emptied.push(...days.map(([day]) => `${key}.${day}`));
      parts.push(`${key}:\n${days.map(([day, iso]) => `  ${day}:  # ${name}: ${said(iso)}\n`).join('')}`);
    } else if (key === 'rate') {
      emptied.push('rate', 'rate-date');
      parts.push(`rate:  # ${name}: ${said(own)}\nrate-date:  # ${name}: ${said(value['rate-date'] ?? 'the last day of the period')}\n`);
    } else if (key !== 'rate-date') parts.push(lead + text);
  }
  const note = left.flatMap(({ section, entries }) => [`# ${section}:`, ...entries.map((entry) => `#   ${entry}`)]);
  const end = note.length === 0 ? [] : ['', `# Left out, since it was about ${name} alone:`, ...note, ''];
  return { text: `${schema}\n# Rolled forward from ${name}.\n${parts.join('').replace(/\n*$/, '\n')}${end.join('\n')}`, left, emptied };
}

/** A key of the file with its lines, and the comments that lead to it. */
interface Section {
  readonly key: string;
  /** Comments and blank lines above it; none of the first, which are of the file. */
  readonly lead: string;
  readonly text: string;
}

function sectionsOf({ text, lineStarts, locate }: YamlFile, keys: readonly string[]): readonly Section[] {
  const lineOf = (key: string): number => locate([key], true).line;
  const ordered = keys.map((key) => ({ key, line: lineOf(key) })).sort((a, b) => a.line - b.line);
  const lineText = (line: number): string => text.slice(lineStarts[line - 1] ?? text.length, lineStarts[line] ?? text.length);
  /** The first line of the comments that stand right above a key. */
  const leadOf = (line: number, after: number): number => {
    let first = line;
    while (first - 1 > after && /^\s*(?:#.*)?$/.test(lineText(first - 1).trimEnd())) first--;
    return first;
  };
  return ordered.map(({ key, line }, index): Section => {
    const before = ordered[index - 1]?.line;
    const lead = before === undefined ? line : leadOf(line, before);
    const next = ordered[index + 1];
    const end = next ? leadOf(next.line, line) : lineStarts.length + 1;
    const slice = (from: number, to: number): string => text.slice(lineStarts[from - 1] ?? text.length, lineStarts[to - 1] ?? text.length);
    const own = slice(line, end);
    return { key, lead: slice(lead, line), text: own === '' || own.endsWith('\n') ? own : `${own}\n` };
  });
}

function entriesOf(section: unknown): readonly string[] {
  if (Array.isArray(section)) return section.map(briefly);
  return isMapping(section) ? Object.entries(section).map(([key, entry]) => `${key}: ${briefly(entry)}`) : [];
}

/** The texts of an entry, its places first: `operations costs.total prior-year percent-of 85.9`. */
function briefly(entry: unknown): string {
  if (!isMapping(entry)) return said(entry);
  const texts = Object.values(entry).flatMap((each) => (typeof each === 'string' ? [each] : []));
  return said(texts.join(', '));
}

const said = (value: unknown): string => String(value).replace(/\s+/g, ' ').trim();
