// Turn a place in a file into a link that opens it in the editor.
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Span } from '../../model/span.ts';

/** A line of a file. */
export type SourceLine = Pick<Span, 'file' | 'line'> & Partial<Pick<Span, 'column' | 'length'>>;

/** What links of the page do. */
export interface Ways {
  readonly openSource: (at: SourceLine) => void;
  /** A page by its index, and the point on it; a figure where it is one. */
  readonly showPage: (page: number, y?: number) => void;
  readonly showFigure: (figure: number) => void;
  /** `Page 3` of a page by its index: its number in its file. */
  readonly nameOfPage: (page: number) => string;
  /** What tables call the concept of a fact, in the language of the page where they are in it; nothing where no table has it. */
  readonly nameOfFact: (fact: string) => string;
  /** That the page speaks. */
  readonly language: string;
}

export const WaysContext = createContext<Ways>({
  openSource: () => {},
  showPage: () => {},
  showFigure: () => {},
  nameOfPage: String,
  nameOfFact: () => '',
  language: '',
});

export const useWays = (): Ways => useContext(WaysContext);

/** `data/…/2q02.yaml:23`, by its last two folders where it is long. */
export function SourceLink({ at }: { readonly at: SourceLine }) {
  const { openSource } = useWays();
  const parts = at.file.split('/');
  const short = parts.length > 3 ? `…/${parts.slice(-2).join('/')}` : at.file;
  return (
    <button type="button" class="link source" title={`${at.file}:${at.line}`} onClick={() => openSource(at)}>
      {short}:{at.line}
    </button>
  );
}

/** What a fact is called, and its key: `concept@period`. */
export function FactName({ fact }: { readonly fact: string }) {
  const { nameOfFact } = useWays();
  const name = nameOfFact(fact);
  return (
    <>
      {name !== '' && <span class="fact-name">{name} </span>}
      <code>{fact}</code>
    </>
  );
}
