// Turn what differs from the earlier build into whether numerical data are corrected, in each language: what statements and the summary print.
import type { BuildRecord, FigureRecord } from '../model/build-record.ts';
import type { Differences, FigureChange, FigurePresence } from '../model/difference.ts';
import type { Lang, PerLang } from '../model/language.ts';
import { perLang } from '../model/language.ts';
import type { CorrectionStyle } from '../model/style.ts';

/** The two versions that the differences were found in. */
export interface Records {
  readonly old: BuildRecord;
  readonly now: BuildRecord;
}

/**
 * Data that are filed beside a document (XBRL) hold what its statements and its summary print: a figure that leaves a sentence of the
 * explanation, or comes into one, is none of them. Where a fact has another value, that is so in every language; where one language
 * only prints it otherwise, in that language.
 */
export function numericalData(
  { changes }: Pick<Differences, 'changes'>,
  { old, now }: Records,
  languages: readonly Lang[],
  { parts }: Pick<CorrectionStyle, 'parts'>,
): PerLang<boolean> {
  const dataPages = new Set(parts.filter(({ data }) => data).flatMap(({ pages }) => pages));
  const [then, today] = [dataIn(old, dataPages), dataIn(now, dataPages)];
  const corrected = new Set<Lang>();
  let everywhere = false;
  for (const change of changes) {
    if (!isOfFigure(change)) continue;
    const { before, after } = sidesOf(change);
    const gone = before !== undefined && then.has(before) && !today.holds(before);
    const come = after !== undefined && today.has(after) && !then.holds(after);
    if (!gone && !come) continue;
    corrected.add(change.lang);
    everywhere ||= before !== undefined && after !== undefined && before.exact !== after.exact;
  }
  return perLang(languages, (lang) => everywhere || corrected.has(lang));
}

type OfFigure = FigureChange | FigurePresence;

function isOfFigure(change: Differences['changes'][number]): change is OfFigure {
  return 'kind' in change && (change.kind === 'figure' || change.kind === 'figure-added' || change.kind === 'figure-removed');
}

function sidesOf(change: OfFigure): { readonly before?: FigureRecord; readonly after?: FigureRecord } {
  if (change.kind === 'figure') return change;
  return change.kind === 'figure-added' ? { after: change.figure } : { before: change.figure };
}

/** The figures of one version that are data. */
interface Data {
  readonly has: (figure: FigureRecord) => boolean;
  /** Whether the same is printed of the same fact, wherever it stands. */
  readonly holds: (figure: FigureRecord) => boolean;
}

function dataIn({ figures, document }: BuildRecord, dataPages: ReadonlySet<string>): Data {
  const classes = new Map(document.pages.map((page) => [page.page, page.class]));
  const has = ({ place, places }: FigureRecord) =>
    place.kind === 'cell' || places.some(({ page }) => dataPages.has(classes.get(page) ?? ''));
  const held = new Set(figures.figures.filter(has).map(nameOf));
  return { has, holds: (figure) => held.has(nameOf(figure)) };
}

const nameOf = ({ fact, measure, against, printed, lang }: FigureRecord): string => [fact, measure, against ?? '', printed, lang].join(' ');
