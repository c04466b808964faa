// Turn a narrative into its named sections, cut at lines of the form `## Title {#id}`.

import type { Lang } from '../model/language.ts';
import { dataLimits } from '../model/limits.ts';
import { forgetful, type Kind, type Memory } from '../model/memory.ts';
import { quoted } from '../model/printable.ts';
import { say } from '../model/say.ts';
import type { NarrativeSection, SourceFile } from '../model/sources.ts';
import type { Span } from '../model/span.ts';
import type { Report } from './codes.ts';

/** Lines that begin an item, a heading or an element. */
const beginsBlock = /^\s*(?:[-*+<]|#|\d{1,3}[.)])/;
const sectionId = /^[a-z][a-z0-9-]*$/;

/** Its text is a part of the file's. */
const sectionKind: Kind<NarrativeSection> = { name: 'validate/section', bytes: () => 300 };

/**
 * Cuts a narrative. Text before the first heading, headings without an id and ids given twice are errors. A section that says what it said
 * at the place where it stood is the same object.
 */
export function cutNarrative(
  source: SourceFile,
  lang: Lang,
  report: Report,
  memory: Memory = forgetful,
): ReadonlyMap<string, NarrativeSection> {
  const sections = new Map<string, NarrativeSection>();
  const lines = source.text.split('\n');
  const spanOfLine = (line: number): Span => ({ file: source.file, line, column: 1, length: Math.max(1, (lines[line - 1] ?? '').length) });
  let open: { readonly id: string; readonly line: number } | undefined;
  let lost = false;

  const close = (lastLine: number) => {
    if (!open) return;
    const start = source.lineStarts[open.line] ?? source.text.length;
    const end = source.lineStarts[lastLine] ?? source.text.length;
    const { file } = source;
    const section = { id: open.id, lang, text: source.text.slice(start, end), line: open.line + 1, file, at: spanOfLine(open.line) };
    const key = (): string => JSON.stringify([file, lang, section.id, section.line, section.at.length]) + section.text;
    sections.set(
      open.id,
      memory.recall(sectionKind, key, () => section),
    );
    open = undefined;
  };

  for (const [index, content] of lines.entries()) {
    const line = index + 1;
    const found = headingOf(content);
    if (!found) {
      if (!open && !lost && sections.size === 0 && content.trim() !== '') {
        lost = true;
        const message = 'text stands before the first section and would not be printed';
        const hints = ['begin the narrative with a heading such as ## Summary {#summary}'];
        report({ severity: 'error', code: 'validate/section', message, at: spanOfLine(line), hints });
      }
      continue;
    }
    close(index);
    // What follows a faulty heading belongs to it, not to nobody: one finding is enough.
    lost = true;
    const { id } = found;
    if (id === undefined) {
      const hints = ['add an id such as {#summary}, or use ### for a heading inside a section'];
      report({ severity: 'error', code: 'validate/section', message: 'a section heading has no id', at: spanOfLine(line), hints });
      continue;
    }
    const column = content.lastIndexOf(`{#${id}}`) + 3;
    const at: Span = { file: source.file, line, column, length: Math.max(1, id.length) };
    const earlier = sections.get(id);
    if (!sectionId.test(id)) {
      const message = say`${quoted(id)} is not an id of a section: lower-case letters, digits and hyphens, a letter first`;
      report({ severity: 'error', code: 'validate/section', message, at });
    } else if (earlier) {
      const related = [{ at: earlier.at, message: 'first given here' }];
      const hints = ['give one of them another id'];
      report({ severity: 'error', code: 'validate/duplicate', message: say`section ${id} is given twice`, at, related, hints });
    } else {
      open = { id, line };
    }
  }
  close(lines.length);
  refuseLength(sections, lines, spanOfLine, report);
  return sections;
}

/** A line `## Title {#id}`, its id if it has one; undefined for any other line. */
function headingOf(content: string): { readonly id?: string } | undefined {
  const line = content.trimEnd();
  if (!/^##(?:$|\s|\{#)/.test(line)) return undefined;
  // The id is the last thing on the line, and holds no other brace that closes.
  const start = line.endsWith('}') ? line.indexOf('{#', line.lastIndexOf('}', line.length - 2) + 1) : -1;
  if (start >= 0) return { id: line.slice(start + 2, -1) };
  return line.startsWith('##{') ? undefined : {};
}

/** Paragraphs and narratives beyond all use: what reads and sets them would take its time. */
function refuseLength(
  sections: ReadonlyMap<string, NarrativeSection>,
  lines: readonly string[],
  spanOfLine: (line: number) => Span,
  report: Report,
): void {
  const refuse = (message: string, at: Span, hint: string): void =>
    report({ severity: 'error', code: 'validate/section', message, at, hints: [hint] });
  let first = 1;
  let length = 0;
  for (let line = 1; line <= lines.length + 1; line++) {
    const content = lines[line - 1] ?? '';
    if (content.trim() === '' || beginsBlock.test(content)) {
      if (length > dataLimits.textCharacters) {
        const message = say`a paragraph of ${length} characters, more than the ${dataLimits.textCharacters} that it may have`;
        refuse(message, spanOfLine(first), 'divide it by empty lines');
      }
      first = content.trim() === '' ? line + 1 : line;
      length = 0;
    }
    length += content.length;
  }
  const beyond = [...sections.values()][dataLimits.sections];
  if (beyond) {
    const message = say`${sections.size} sections, more than the ${dataLimits.sections} that a narrative may have`;
    refuse(message, beyond.at, 'join sections, or use ### for headings inside one');
  }
}
