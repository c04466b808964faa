// Turn the differences of a corrected release into what a notice tells: figures and texts that read differently, each with what it was.
import type { BuildRecord, FigureRecord, TextRecord } from '../model/build-record.ts';
import type { ChangedText, Changes } from '../model/correction.ts';
import type { Differences } from '../model/difference.ts';

/** Titles are no text of a page, and summaries of tables are only heard. */
const unprinted: ReadonlySet<TextRecord['kind']> = new Set(['title', 'summary']);

/** `old` and `now` are the records that the differences were found in. */
export function changesOf({ changes }: Differences, old: BuildRecord, now: BuildRecord): Changes {
  const figures = new Map<number, FigureRecord | undefined>();
  const removed: FigureRecord[] = [];
  const texts = new Map<string, ChangedText>();
  const [textThen, textNow] = [old, now].map(textsByFigure) as [ReadonlyMap<number, TextRecord>, ReadonlyMap<number, TextRecord>];
  const add = (before: TextRecord | undefined, after: TextRecord | undefined) => {
    const either = after ?? before;
    if (!either || unprinted.has(either.kind)) return;
    const id = after?.id;
    const known = texts.get(id ?? `gone ${before?.id}`);
    texts.set(id ?? `gone ${before?.id}`, {
      ...(id === undefined ? {} : { id }),
      lang: either.lang,
      ...(before ? { before } : known?.before ? { before: known.before } : {}),
    });
  };
  for (const change of changes) {
    if (!('kind' in change)) continue;
    switch (change.kind) {
      case 'figure':
        figures.set(change.after.id, change.before);
        add(textThen.get(change.before.id), textNow.get(change.after.id));
        break;
      case 'figure-added':
        figures.set(change.figure.id, undefined);
        break;
      case 'figure-removed':
        removed.push(change.figure);
        break;
      case 'words':
      case 'text':
        add(change.before, change.after);
        break;
      default:
        break;
    }
  }
  return { figures, removed, texts: [...texts.values()], earlier: new Map(old.figures.figures.map((figure) => [figure.id, figure])) };
}

/** The text that each figure stands in; those of table cells stand in none. */
function textsByFigure({ document }: BuildRecord): ReadonlyMap<number, TextRecord> {
  return new Map(
    document.texts.flatMap((text) => text.spans.flatMap(({ figure }) => (figure === undefined ? [] : [[figure, text] as const]))),
  );
}
