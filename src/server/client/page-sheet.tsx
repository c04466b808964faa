// Turn one page into its picture with its figures as buttons upon it: to point at, to choose, to walk along by keys.
import { memo } from 'preact/compat';
import type { MappedFigure, PageMark } from '../../project/map-pages.ts';
import type { PageView } from '../protocol.ts';
import type { Box } from './find-text.ts';
import { filled, useWords } from './words.ts';

/** Sizes that the server draws, in pixels a point. */
const scales = [0.25, 0.5, 1, 1.25, 1.5, 2, 2.5, 3, 4, 5];

/** The picture of a page at a size or a little more. */
export function pictureOf(release: string, page: PageView, pixelsAPoint: number): string {
  const scale = scales.find((each) => each >= pixelsAPoint) ?? 5;
  return `/api/releases/${release}/page/${page.picture}?scale=${scale}`;
}

/** What is done with a figure, or with words. */
export interface SheetActions {
  readonly point: (figure: number | undefined) => void;
  readonly choose: (figure: number) => void;
  /** Words that are no figure were clicked. */
  readonly open: (mark: PageMark, page: number) => void;
  /** A key was pressed upon a figure: -1 the one before, 1 the next, 0 that of the other language. */
  readonly step: (figure: number, by: -1 | 0 | 1) => void;
  /** A key was pressed upon words: those before or after them on the page are wanted. */
  readonly walk: (from: HTMLElement, by: -1 | 1) => void;
}

interface SheetProps {
  readonly release: string;
  readonly page: PageView;
  readonly figures: readonly MappedFigure[];
  /** Pixels a point. */
  readonly zoom: number;
  /** The figure that the tab key stops at. */
  readonly stop: number | undefined;
  readonly actions: SheetActions;
}

/** Drawn again only where the page, its size or its stop is another. */
export const PageSheet = memo(function PageSheet({ release, page, figures, zoom, stop, actions }: SheetProps) {
  const words = useWords();
  const ratio = globalThis.devicePixelRatio || 1;
  const language = words.languageNames[page.lang] ?? page.lang;
  const marks = page.marks.map((mark, order) => ({ ...mark, order })).filter(({ figure, at }) => figure !== undefined || at);
  const first = Math.max(
    0,
    marks.findIndex(({ figure }) => figure !== undefined && figure === stop),
  );
  return (
    <div class="sheet" style={{ width: `${page.width * zoom}px`, height: `${page.height * zoom}px` }}>
      <img
        src={pictureOf(release, page, zoom * ratio)}
        alt={`${filled(words.page, { page: page.number })}, ${language}`}
        loading="lazy"
        width={page.width * zoom}
        height={page.height * zoom}
        draggable={false}
      />
      {marks.map((mark, index) => {
        const figure = mark.figure === undefined ? undefined : figures[mark.figure];
        return (
          <button
            type="button"
            class={figure ? 'figure' : 'words'}
            key={`${mark.element} ${mark.figure} ${mark.x} ${mark.y}`}
            data-figure={figure?.id}
            data-mark={mark.order}
            lang={page.lang}
            tabIndex={index === first ? 0 : -1}
            aria-label={figure ? `${figure.text} ${figure.label}` : mark.text}
            style={place(mark, zoom)}
            onPointerEnter={() => actions.point(figure?.id)}
            onPointerLeave={() => actions.point(undefined)}
            onFocus={() => actions.point(figure?.id)}
            onBlur={() => actions.point(undefined)}
            onClick={() => (figure ? actions.choose(figure.id) : actions.open(mark, page.index))}
            onKeyDown={(event) => {
              if (event.ctrlKey || event.metaKey || event.altKey) return;
              const step = figure && ({ ArrowLeft: -1, ArrowRight: 1, o: 0 } as const)[event.key];
              const walk = ({ ArrowUp: -1, ArrowDown: 1 } as const)[event.key];
              if (figure && step !== undefined) actions.step(figure.id, step);
              else if (walk !== undefined) actions.walk(event.currentTarget, walk);
              else if (event.key === 'e') actions.open(mark, page.index);
              else return;
              event.preventDefault();
              event.stopPropagation();
            }}
          />
        );
      })}
    </div>
  );
});

/** Of a rectangle in points. */
export function place({ x, y, width, height }: Box, zoom: number) {
  return { left: `${x * zoom}px`, top: `${y * zoom}px`, width: `${width * zoom}px`, height: `${height * zoom}px` };
}
