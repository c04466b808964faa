// Turn all pages into small pictures that lead to them; on paper they are the list of pages.
import type { PageView } from '../protocol.ts';
import { pictureOf } from './page-sheet.tsx';
import { useWays } from './source-link.tsx';
import { filled, useWords } from './words.ts';

interface ThumbnailsProps {
  readonly release: string;
  readonly pages: readonly PageView[];
  /** Index of the pages that the panes show. */
  readonly shown: ReadonlySet<number>;
  /** Pages with findings. */
  readonly marked: ReadonlySet<number>;
}

/** Pixels. */
const width = 84;

export function Thumbnails({ release, pages, shown, marked }: ThumbnailsProps) {
  const words = useWords();
  const { showPage } = useWays();
  return (
    <nav class="thumbnails" aria-label={words.pages}>
      <ol>
        {pages.map((page) => {
          const name = `${filled(words.page, { page: page.number })}, ${words.languageNames[page.lang] ?? page.lang}`;
          return (
            <li key={page.index}>
              <button
                type="button"
                class={marked.has(page.index) ? 'marked' : ''}
                aria-current={shown.has(page.index) ? 'page' : undefined}
                aria-label={name}
                onClick={() => showPage(page.index, 0)}
              >
                <img src={pictureOf(release, page, 0.5)} alt="" width={width} height={(width * page.height) / page.width} loading="lazy" />
                <span class="number">{page.number}</span>
                <span class="printed-name">{name}</span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
