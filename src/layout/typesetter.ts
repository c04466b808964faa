// Turn the composer into a memory of what it has set, so that trying sizes and settling page references compose nothing twice.
import type { Diagnostic, Report } from '../model/diagnostic.ts';
import type { Composition, Line, OwnedInline, ParagraphSpec, TextSpec } from './paragraph/line.ts';
import { faceKey, textKey } from './paragraph/prepare.ts';

/** Sets text: all that tables and pagination know of composition. */
export interface Typesetter {
  /** Breaks text into lines of the spec's measure. */
  paragraph(inlines: readonly OwnedInline[], spec: ParagraphSpec): readonly Line[];
  /** Sets one line at its natural width. */
  line(inlines: readonly OwnedInline[], spec: TextSpec): Line;
}

/** The two functions of paragraph composition. */
export interface Composer {
  readonly paragraph: (inlines: readonly OwnedInline[], spec: ParagraphSpec, composition: Composition) => readonly Line[];
  readonly line: (inlines: readonly OwnedInline[], spec: TextSpec, composition: Composition) => Line;
}

/** Gives typesetters that share one memory; each tells its own report what it finds, also about remembered text. */
export type Typesetters = (report: Report) => Typesetter;

/** Remembers set text by its words, owners and spec: within one document an owner's text has one set of attributes. */
export function rememberTypesetting(composer: Composer, fixed: Pick<Composition, 'style' | 'fonts'>): Typesetters {
  const base = { ...fixed, prepared: new Map() };
  const paragraphs = new Map<string, Remembered<readonly Line[]>>();
  const lines = new Map<string, Remembered<Line>>();
  return (report) => ({
    paragraph: (inlines, spec) =>
      recall(
        paragraphs,
        `${specKey(spec)}|${spec.measure}|${spec.align}|${spec.indent}|${spec.hang}|${textKey(inlines)}`,
        report,
        (collect) => composer.paragraph(inlines, spec, { ...base, report: collect }),
      ),
    line: (inlines, spec) =>
      recall(lines, `${specKey(spec)}|${textKey(inlines)}`, report, (collect) =>
        composer.line(inlines, spec, { ...base, report: collect }),
      ),
  });
}

interface Remembered<T> {
  readonly value: T;
  readonly findings: readonly Diagnostic[];
}

function recall<T>(memory: Map<string, Remembered<T>>, key: string, report: Report, set: (collect: Report) => T): T {
  let known = memory.get(key);
  if (!known) {
    const findings: Diagnostic[] = [];
    known = { value: set((finding) => findings.push(finding)), findings };
    memory.set(key, known);
  }
  for (const finding of known.findings) report(finding);
  return known.value;
}

const specKey = (spec: TextSpec): string => `${faceKey(spec)}|${spec.size}`;
