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
  readonly open: (mark: PageMark) => void;
  /** A key was pressed upon a figure: -1 the one before, 1 the next, 0 that of the other language. */
  readonly step: (figure: number, by: -1 | 0 | 1) => void;
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
  const marks = page.marks.filter(({ figure }) => figure !== undefined);
  const first = marks.find(({ figure }) => figure === stop)?.figure ?? marks[0]?.figure;
  return (
    <div
      class="sheet"
      style={{ width: `${page.width * zoom}px`, height: `${page.height * zoom}px` }}
      onClick={(event) => {
        const box = event.currentTarget.getBoundingClientRect();
        const [x, y] = [(event.clientX - box.left) / zoom, (event.clientY - box.top) / zoom];
        const mark = markAt(page, x, y);
        if (mark && mark.figure === undefined) actions.open(mark);
      }}
    >
      <img
        src={pictureOf(release, page, zoom * ratio)}
        alt={`${filled(words.page, { page: page.index + 1 })}, ${language}`}
        loading="lazy"
        width={page.width * zoom}
        height={page.height * zoom}
        draggable={false}
      />
      {marks.map((mark) => {
        const figure = figures[mark.figure as number];
        if (!figure) return null;
        return (
          <button
            type="button"
            class="figure"
            key={`${figure.id} ${mark.x} ${mark.y}`}
            data-figure={figure.id}
            lang={figure.lang}
            tabIndex={figure.id === first ? 0 : -1}
            aria-label={`${figure.text} ${figure.label}`}
            style={place(mark, zoom)}
            onPointerEnter={() => actions.point(figure.id)}
            onPointerLeave={() => actions.point(undefined)}
            onFocus={() => actions.point(figure.id)}
            onBlur={() => actions.point(undefined)}
            onClick={() => actions.choose(figure.id)}
            onKeyDown={(event) => {
              const by = ({ ArrowLeft: -1, ArrowRight: 1, o: 0 } as const)[event.key];
              if (by === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
              event.preventDefault();
              event.stopPropagation();
              actions.step(figure.id, by);
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

function markAt({ marks }: PageView, x: number, y: number): PageMark | undefined {
  const inside = (mark: Box, slack: number) =>
    x >= mark.x - slack && x <= mark.x + mark.width + slack && y >= mark.y - slack && y <= mark.y + mark.height + slack;
  return marks.find((mark) => inside(mark, 0)) ?? marks.find((mark) => inside(mark, 3));
}
