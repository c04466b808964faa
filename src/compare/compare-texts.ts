// Turn pairs of texts into changes of words: typed ones, and those that a helper wrote and that follow from the data.
import { conceptOf } from '../figures/fact-key.ts';
import type { TextRecord, TextSpan } from '../model/build-record.ts';
import type { Box, TextChange, WordChange, WordEdit } from '../model/difference.ts';
import type { Effort } from './align-sequences.ts';
import type { Draft } from './draft.ts';
import { maskedWords, type TextMatch } from './match-texts.ts';
import { type Cause, joinCauses, type Tracer } from './trace-causes.ts';
import { type RecordIndex, stretchBoxes, textBoxes } from './version.ts';
import { editWords } from './words.ts';

export function compareTexts(
  matches: readonly TextMatch[],
  old: RecordIndex,
  now: RecordIndex,
  tracer: Tracer,
  effort: Effort,
): readonly Draft<TextChange | WordChange>[] {
  const tables = keptTables(matches);
  return matches.flatMap((match): readonly Draft<TextChange | WordChange>[] => {
    const { old: before, new: after, moved } = match;
    // What is said of a picture is told with the picture.
    if (after?.kind === 'summary' && after.statement === undefined) return [];
    if (!before || !after) return (before || after) && !withItsTable(match, tables) ? [presence(match, old, now)] : [];
    // What heads a column or a row moves with it, and a table's summary with the table.
    const own = moved && before.kind !== 'summary' ? [movedText(before, after, old, now)] : [];
    if (before.text === after.text) return own;
    const edits = editWords(before.text, maskedWords(old, before), after.text, maskedWords(now, after), effort);
    const typed = edits.length > 0 ? [textChange(before, after, edits, old, now)] : [];
    return [...own, ...typed, ...boundChanges(before, after, old, now, tracer, effort)];
  });
}

/** Tables by the block and the kind of their texts that both versions have. */
const keptTables = (matches: readonly TextMatch[]): ReadonlySet<string> =>
  new Set(matches.flatMap(({ old, new: now }) => (old?.statement !== undefined && now && old.kind !== 'summary' ? [tableOf(old)] : [])));

const tableOf = ({ lang, statement }: TextRecord): string => `${lang} ${statement}`;

/** A summary is heard with its table: it comes and goes with it, and is no text of its own then. */
function withItsTable({ old: before, new: after }: TextMatch, kept: ReadonlySet<string>): boolean {
  const text = after ?? before;
  return text?.kind === 'summary' && !kept.has(tableOf(text));
}

/** It stood among other texts: both places show all of it. */
function movedText(before: TextRecord, after: TextRecord, old: RecordIndex, now: RecordIndex): Draft<TextChange> {
  return {
    class: 'text',
    kind: 'text',
    lang: after.lang,
    before,
    after,
    moved: true,
    edits: [{ before: before.text, after: after.text, oldStart: 0, newStart: 0 }],
    summary: `${describeText(after)} has moved: ${shortened(after.text)}`,
    old: textBoxes(old, before.id),
    new: textBoxes(now, after.id),
  };
}

function textChange(
  before: TextRecord,
  after: TextRecord,
  edits: readonly WordEdit[],
  old: RecordIndex,
  now: RecordIndex,
): Draft<TextChange> {
  return {
    class: 'text',
    kind: 'text',
    lang: after.lang,
    before,
    after,
    edits,
    summary: `${describeText(after)}: ${describeEdits(edits)}`,
    ...editBoxes(before, after, edits, old, now),
  };
}

function editBoxes(
  before: TextRecord,
  after: TextRecord,
  edits: readonly WordEdit[],
  old: RecordIndex,
  now: RecordIndex,
): { readonly old: readonly Box[]; readonly new: readonly Box[] } {
  return {
    old: edits.flatMap((edit) => stretchBoxes(old, before, edit.oldStart, edit.oldStart + edit.before.length)),
    new: edits.flatMap((edit) => stretchBoxes(now, after, edit.newStart, edit.newStart + edit.after.length)),
  };
}

/** Words that follow from a date, a sign or a name: one change a text. Without an ordered change they are words like others. */
function boundChanges(
  before: TextRecord,
  after: TextRecord,
  old: RecordIndex,
  now: RecordIndex,
  tracer: Tracer,
  effort: Effort,
): readonly Draft<TextChange | WordChange>[] {
  const pairs = boundPairs(before, after);
  const edits = pairs.map(
    ([a, b]): WordEdit => ({
      before: before.text.slice(a.start, a.end),
      after: after.text.slice(b.start, b.end),
      oldStart: a.start,
      newStart: b.start,
    }),
  );
  const traced = effort.take(pairs.length * (1 + tracer.ordered.length));
  const told = edits.map((edit, index) => ({ edit, cause: traced ? boundCause(pairs[index]?.[1], edit, now, tracer) : undefined }));
  const following = told.filter(({ edit, cause }) => edit.before !== edit.after && cause !== undefined);
  const loose = told.filter(({ edit, cause }) => edit.before !== edit.after && cause === undefined).map(({ edit }) => edit);
  const changes: Draft<TextChange | WordChange>[] = [];
  const cause = joinCauses(following.map((each) => each.cause));
  if (cause) {
    const own = following.map(({ edit }) => edit);
    changes.push({
      class: 'consequential',
      kind: 'words',
      lang: after.lang,
      before,
      after,
      edits: own,
      chain: cause.chain,
      causes: cause.causes,
      summary: `${describeText(after)}: ${describeEdits(own)}`,
      ...editBoxes(before, after, own, old, now),
    });
  }
  if (loose.length > 0) changes.push(textChange(before, after, loose, old, now));
  return changes;
}

/** Bound stretches of the same kind, one after the other. A text whose bound words are not as many is told by its typed words. */
function boundPairs(before: TextRecord, after: TextRecord): readonly (readonly [TextSpan, TextSpan])[] {
  const kinds = (text: TextRecord) => text.spans.filter(({ bound }) => bound !== undefined);
  const [a, b] = [kinds(before), kinds(after)];
  if (a.length !== b.length || a.some(({ bound }, index) => bound?.by !== b[index]?.bound?.by)) return [];
  return a.flatMap((span, index) => (b[index] ? [[span, b[index]] as const] : []));
}

function boundCause(span: TextSpan | undefined, edit: WordEdit, now: RecordIndex, tracer: Tracer): Cause | undefined {
  const bound = span?.bound;
  switch (bound?.by) {
    case 'direction':
      return joinCauses([tracer.fact(bound.fact), tracer.fact(bound.against)]);
    case 'conjunction': {
      // It joins comparisons of one fact: any period of it may have turned it.
      return joinCauses((now.concepts.get(conceptOf(bound.fact)) ?? []).map(tracer.fact));
    }
    case 'outcome':
      return tracer.fact(bound.fact);
    case 'date':
      return joinCauses(
        tracer.ordered
          .filter(({ kind, after }) => kind === 'given' && after !== undefined && (after === bound.iso || after.includes(bound.iso)))
          .map(({ subject }) => tracer.given(subject)),
      );
    case 'rate':
      return tracer.given('rate');
    case 'flag':
      return tracer.given(`flags.${bound.flag}`);
    case 'period':
      return joinCauses(
        tracer.ordered
          .filter(
            ({ subject, after }) =>
              subject === `period.${bound.period}` ||
              (subject.startsWith('periods.') && after === bound.period) ||
              subject === 'rules.fiscal-naming',
          )
          .map(({ subject }) => tracer.given(subject)),
      );
    case 'issuer':
      return joinCauses(
        tracer.ordered.filter(({ kind, after }) => kind === 'given' && after === edit.after).map(({ subject }) => tracer.given(subject)),
      );
    default:
      return undefined;
  }
}

function presence({ old: before, new: after }: TextMatch, old: RecordIndex, now: RecordIndex): Draft<TextChange> {
  const text = after ?? before;
  if (!text) throw new Error('compare-texts: a match has a text');
  return {
    class: 'text',
    kind: 'text',
    lang: text.lang,
    ...(before ? { before } : {}),
    ...(after ? { after } : {}),
    edits: [{ before: before?.text ?? '', after: after?.text ?? '', oldStart: 0, newStart: 0 }],
    summary: `${describeText(text)} ${after ? 'is new' : 'is gone'}: ${shortened(text.text)}`,
    old: before ? textBoxes(old, before.id) : [],
    new: after ? textBoxes(now, after.id) : [],
  };
}

/** `en paragraph en.12`, `ja label of operations`. */
function describeText({ lang, kind, id, statement }: TextRecord): string {
  return statement === undefined ? `${lang} ${kind} ${id}` : `${lang} ${kind} of ${statement}`;
}

/** Edits beyond this are counted, not told: the whole change tells them all. */
const mostTold = 3;

export function describeEdits(edits: readonly WordEdit[]): string {
  const told = edits.slice(0, mostTold).map(({ before, after }) => {
    if (before === '') return `'${shortened(after)}' is new`;
    return after === '' ? `'${shortened(before)}' is gone` : `'${shortened(before)}' becomes '${shortened(after)}'`;
  });
  return [...told, ...(edits.length > mostTold ? [`${edits.length - mostTold} more`] : [])].join(', ');
}

/** Characters that one line can carry of a text. */
const longest = 60;

export function shortened(text: string): string {
  const characters = [...text];
  return characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : text;
}
