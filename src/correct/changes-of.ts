// Turn the differences of a corrected release into what a notice tells: figures and texts that read differently, each with what it was.
import type { BuildRecord, FigureRecord, TextRecord } from '../model/build-record.ts';
import type { ChangedText, Changes } from '../model/correction.ts';
import type { Differences, PictureChange } from '../model/difference.ts';
import { pairTexts } from './pair-texts.ts';

/** Titles are no text of a page, and summaries of tables are only heard. */
export const unprinted: ReadonlySet<TextRecord['kind']> = new Set(['title', 'summary']);

/** `old` and `now` are the records that the differences were found in. */
export function changesOf({ changes }: Differences, old: BuildRecord, now: BuildRecord): Changes {
  const figures = new Map<number, FigureRecord | undefined>();
  const removed: FigureRecord[] = [];
  const partners = pairTexts(changes, old, now);
  const partnersNow = new Map([...partners].map(([id, partner]) => [partner, id]));
  const [textsThen, textsNow] = [old, now].map(textsById) as [Texts, Texts];
  const [figureThen, figureNow] = [old, now].map(textsByFigure) as [TextsOfFigures, TextsOfFigures];
  const texts = new Map<string, ChangedText>();
  const pictures: PictureChange[] = [];
  const add = (before: TextRecord | undefined, after: TextRecord | undefined, moved = false) => {
    const either = after ?? before;
    if (!either || unprinted.has(either.kind)) return;
    const name = after?.id ?? `gone ${before?.id}`;
    texts.set(name, {
      ...(after ? { id: after.id } : {}),
      lang: either.lang,
      ...(before ? { before } : {}),
      ...(moved || texts.get(name)?.moved ? { moved: true } : {}),
    });
  };
  const addNow = (after: TextRecord | undefined) => after && add(textsThen.get(partners.get(after.id) ?? ''), after);
  const addThen = (before: TextRecord | undefined) => before && add(before, textsNow.get(partnersNow.get(before.id) ?? ''));
  for (const change of changes) {
    switch (change.kind) {
      case 'figure':
        figures.set(change.after.id, change.before);
        addNow(figureNow.get(change.after.id));
        addThen(figureThen.get(change.before.id));
        break;
      case 'figure-added':
        figures.set(change.figure.id, undefined);
        addNow(figureNow.get(change.figure.id));
        break;
      case 'figure-removed':
        removed.push(change.figure);
        addThen(figureThen.get(change.figure.id));
        break;
      case 'words':
        add(change.before, change.after);
        break;
      case 'text':
        add(change.before, change.after, change.moved);
        break;
      case 'picture':
        if (isToldOf(change)) pictures.push(change);
        break;
      default:
        break;
    }
  }
  const earlier = new Map(old.figures.figures.map((figure) => [figure.id, figure]));
  return { figures, removed, texts: [...texts.values()], pictures, earlier, earlierRecord: old, partners };
}

/** Decorations say nothing, before and after. */
export const isToldOf = ({ before, after }: PictureChange): boolean =>
  [before, after].some((record) => record?.alt !== undefined || record?.artifact !== undefined);

type Texts = ReadonlyMap<string, TextRecord>;
type TextsOfFigures = ReadonlyMap<number, TextRecord>;

const textsById = ({ document }: BuildRecord): Texts => new Map(document.texts.map((text) => [text.id, text]));

/** The text that each figure stands in; those of table cells stand in none. */
function textsByFigure({ document }: BuildRecord): TextsOfFigures {
  return new Map(
    document.texts.flatMap((text) => text.spans.flatMap(({ figure }) => (figure === undefined ? [] : [[figure, text] as const]))),
  );
}
