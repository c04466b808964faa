// Turn the record of a build that wrote several PDFs into that of one of them: what stands on its pages, counted from 1.
import type { BuildRecord, FigureRecord, PageRecord, TextRecord } from '../model/build-record.ts';
import type { FileRecord } from '../model/release-files.ts';

/** Facts, givens and overrides are those of the release. Figures are numbered anew, in order. */
export function recordOfFile({ figures, document }: BuildRecord, file: FileRecord): BuildRecord {
  const pageOf = new Map(file.pages.map((page, index) => [page, index + 1]));
  const own = figures.figures.filter(({ lang, places }) =>
    // One that stands nowhere is missed in the file of its language.
    places.length > 0 ? places.some(({ page }) => pageOf.has(page)) : !file.summary && file.languages.includes(lang),
  );
  const ids = new Map(own.map(({ id }, index) => [id, index]));
  const renumbered = <T extends { readonly figure?: number }>({ figure, ...rest }: T): T => {
    const id = figure === undefined ? undefined : ids.get(figure);
    return { ...rest, ...(id !== undefined && { figure: id }) } as T;
  };
  const pages = file.pages.flatMap((number): PageRecord[] => {
    const page = document.pages[number - 1];
    return page ? [{ ...page, page: pageOf.get(number) ?? number, runs: page.runs.map(renumbered) }] : [];
  });
  const shown = new Set(pages.flatMap(({ runs }) => runs.flatMap(({ owner }) => owner ?? [])));
  const blocks = new Set(document.texts.filter(({ id }) => shown.has(id) || shown.has(`${id}.label`)).map(({ block }) => block));
  const isOwn = ({ id, block, lang, kind }: TextRecord): boolean =>
    // Titles and what tables say of themselves stand on no page.
    file.languages.includes(lang) && (!file.summary || kind === 'title' || shown.has(id) || blocks.has(block));
  return {
    figures: {
      ...figures,
      figures: own.map(
        (figure, id): FigureRecord => ({
          ...figure,
          id,
          places: figure.places.flatMap((place) => {
            const page = pageOf.get(place.page);
            return page === undefined ? [] : [{ ...place, page }];
          }),
        }),
      ),
    },
    document: {
      ...document,
      pages,
      texts: document.texts.filter(isOwn).map((text) => ({ ...text, spans: text.spans.map(renumbered) })),
    },
  };
}
