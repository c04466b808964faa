// Turn the pages of one language into a pane that scrolls, with what is lit upon them.
import type { Ref } from 'preact';
import { useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { MappedFigure } from '../../project/map-pages.ts';
import type { PageView } from '../protocol.ts';
import type { Box } from './find-text.ts';
import { PageSheet, place, type SheetActions } from './page-sheet.tsx';
import { filled, useWords } from './words.ts';

/** Points on the pages of a release that are lit, and as what. */
export interface Light extends Box {
  /** Index of the page. */
  readonly page: number;
  readonly as: 'chosen' | 'partner' | 'same' | 'match' | 'match-now' | 'line' | 'signed' | 'change' | 'change-now';
}

/** Pixels round the pages. */
const margin = 12;

/** What others may ask of a pane. */
export interface PaneHandle {
  /** Scrolls so that a point of a page (in points) stands where the eye is. */
  readonly show: (page: number, y: number, smooth?: boolean) => void;
  readonly step: (by: -1 | 1) => void;
  readonly element: () => HTMLElement | null;
  /** The page and the point on it that stand where the eye is. */
  readonly eye: () => { readonly page: number; readonly y: number } | undefined;
}

interface PaneProps {
  readonly release: string;
  readonly lang: string;
  readonly pages: readonly PageView[];
  readonly figures: readonly MappedFigure[];
  /** Undefined: as wide as the pane. */
  readonly zoom: number | undefined;
  readonly stop: number | undefined;
  readonly lights: readonly Light[];
  readonly actions: SheetActions;
  readonly scrolled: () => void;
  /** Its user begins to move this pane. */
  readonly lead: () => void;
  readonly handle: Ref<PaneHandle>;
}

/** Share of the pane's height at which the eye is thought to be. */
const eyeLevel = 0.35;

export function PagesPane({ release, lang, pages, figures, zoom: wanted, stop, lights, actions, scrolled, lead, handle }: PaneProps) {
  const words = useWords();
  const pane = useRef<HTMLElement>(null);
  const [width, setWidth] = useState(0);
  const widest = Math.max(1, ...pages.map((page) => page.width));
  const zoom = wanted ?? Math.max(0.2, (width - 2 * margin) / widest);
  const tops = topsOf(pages, zoom);

  useLayoutEffect(() => {
    const element = pane.current;
    if (!element) return;
    const measure = () => setWidth(element.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  // The same point stays where it is when the size changes.
  const last = useRef(zoom);
  useLayoutEffect(() => {
    const element = pane.current;
    if (element && last.current !== zoom && last.current > 0) element.scrollTop *= zoom / last.current;
    last.current = zoom;
  }, [zoom]);

  useEffect(() => {
    const element = pane.current;
    element?.addEventListener('scroll', scrolled, { passive: true });
    return () => element?.removeEventListener('scroll', scrolled);
  }, [scrolled]);

  useImperativeHandle(handle, () => {
    const eye = () => {
      const element = pane.current;
      if (!element) return undefined;
      const at = element.scrollTop + element.clientHeight * eyeLevel;
      const index = Math.max(
        0,
        tops.findLastIndex((top) => top <= at),
      );
      const page = pages[index];
      return page && { page: page.index, y: (at - (tops[index] ?? 0)) / zoom };
    };
    const scrollTo = (top: number, smooth: boolean) => pane.current?.scrollTo({ top, behavior: smooth ? 'smooth' : 'auto' });
    return {
      element: () => pane.current,
      eye,
      show: (page, y, smooth = false) => {
        const index = pages.findIndex((each) => each.index === page);
        if (index >= 0) scrollTo(Math.ceil((tops[index] ?? 0) + y * zoom - (pane.current?.clientHeight ?? 0) * eyeLevel), smooth);
      },
      step: (by) => {
        const now = pane.current?.scrollTop ?? 0;
        const index = by > 0 ? tops.findIndex((top) => top > now + margin + 1) : tops.findLastIndex((top) => top < now - 1);
        const top = tops[index];
        if (top !== undefined) scrollTo(Math.max(0, top - margin), false);
      },
    };
  }, [pages, zoom]);

  return (
    <section
      class="pane"
      ref={pane}
      onWheel={lead}
      onPointerDown={lead}
      onTouchStart={lead}
      onKeyDown={lead}
      aria-label={filled(words.pagesIn, { language: words.languageNames[lang] ?? lang })}
    >
      {width > 0 &&
        pages.map((page) => (
          <div class="slot" key={page.index} data-page={page.index}>
            <PageSheet release={release} page={page} figures={figures} zoom={zoom} stop={stop} actions={actions} />
            {lights
              .filter((light) => light.page === page.index)
              .map((light, index) => (
                <div class={`light ${light.as}`} key={index} style={place(light, zoom)} />
              ))}
          </div>
        ))}
    </section>
  );
}

/** Where the upper edge of each page stands in the pane. */
function topsOf(pages: readonly PageView[], zoom: number): readonly number[] {
  let top = margin;
  return pages.map((page) => {
    const own = top;
    top += page.height * zoom + margin;
    return own;
  });
}
