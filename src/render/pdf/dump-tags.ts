// Turn a document and its pages into its tags as text: the structure tree that the PDF gets, with the words that each element holds.
import type { Document } from '../../model/document.ts';
import type { FontMetrics } from '../../model/font.ts';
import type { Layout } from '../../model/page.ts';
import type { FontFile } from '../../model/sources.ts';
import type { WrittenValue } from '../../pdf/writing/pdf-writer.ts';
import { writeRelease } from './render-pdf.ts';
import { type RecordedElement, TagRecorder } from './tag-recorder.ts';

/** One element a line, indented by its depth: type, attributes, then its words in quotes and its links after `@`. */
export function dumpTags(
  document: Document,
  layout: Layout,
  metrics: ReadonlyMap<string, FontMetrics>,
  fonts: ReadonlyMap<string, FontFile>,
): string {
  const recorder = new TagRecorder();
  writeRelease(recorder, document, layout, metrics, fonts);
  const lines: string[] = [];
  if (recorder.root) dumpElement(recorder.root, 0, lines);
  return `${lines.join('\n')}\n`;
}

function dumpElement({ type, id, voice, attributes, kids }: RecordedElement, depth: number, lines: string[]): void {
  const own = Object.entries(attributes).filter(([key]) => key !== 'O');
  const said = Object.entries({ ID: id, Lang: voice.lang, T: voice.title, E: voice.expanded, Alt: voice.alt });
  const all: readonly (readonly [string, WrittenValue | undefined])[] = [...said, ...own.sort(([a], [b]) => (a < b ? -1 : 1))];
  const written = all.flatMap(([key, value]) => (value === undefined ? [] : [` ${key}=${plain(value)}`]));
  lines.push(`${'  '.repeat(depth)}${type}${written.join('')}`);
  for (const kid of kids) {
    if ('element' in kid) dumpElement(kid.element, depth + 1, lines);
    else lines.push(`${'  '.repeat(depth + 1)}${'words' in kid ? `"${kid.words}"` : `@ ${kid.link}`}`);
  }
}

function plain(value: WrittenValue): string {
  if (Array.isArray(value)) return `[${(value as readonly WrittenValue[]).map(plain).join(' ')}]`;
  return typeof value === 'object' && value !== null && 'name' in value ? String(value.name) : String(value);
}
