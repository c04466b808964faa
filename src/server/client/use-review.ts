// Turn the review of a release into what the page knows and does of it: its units, a name, what is chosen, ticks.
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ReleaseView, ReviewView, UnitView } from '../protocol.ts';
import { ask } from './ask-server.ts';
import { isOpen } from './review-panel.tsx';

/** What of a page is chosen to be checked. */
export interface Choice {
  readonly figure?: number | undefined;
  /** An element of the document, and the page on which it was clicked. */
  readonly element?: string;
  readonly page?: number;
}

/** Kept in this browser, for whoever sits at it. */
const nameKey = 'kessan-reviewer';

/** Asked only while the review is looked at; again with every version of the release and every change of its file. */
export function useReview(view: ReleaseView | undefined, active: boolean, changedFiles: readonly string[], choice: Choice) {
  const [review, setReview] = useState<ReviewView>();
  const [fault, setFault] = useState('');
  // What was ticked and is not answered yet: a version that comes in between must not take the tick from under the finger.
  const [asked, setAsked] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [name, setName] = useState(() => localStorage.getItem(nameKey) ?? '');
  const release = view?.release;
  const fail = (cause: Error) => setFault(cause.message);
  const took = (next: ReviewView) => {
    setReview(next);
    setFault('');
  };
  const touched = changedFiles.some((path) => path.endsWith(`releases/${release?.split('/')[1]}/review.yaml`)) ? changedFiles : undefined;
  useEffect(() => {
    if (!active || release === undefined) return;
    let current = true;
    ask<ReviewView>(`releases/${release}/review`).then(
      (next) => current && took(next),
      (cause: Error) => current && fail(cause),
    );
    return () => {
      current = false;
    };
  }, [release, view?.version, active, touched]);
  const send = async (body: object) => {
    if (release === undefined || name.trim() === '') return;
    await ask<ReviewView>(`releases/${release}/review`, { method: 'POST', body: { by: name.trim(), ...body } }).then(took, fail);
  };
  const tick = async ({ id }: UnitView, on: boolean) => {
    setAsked((before) => new Map(before).set(id, on));
    await send(on ? { add: [id] } : { remove: [id] });
    setAsked((before) => new Map([...before].filter(([each]) => each !== id)));
  };
  const chosen = useMemo(() => unitsOf(review, choice), [review, choice.figure, choice.element, choice.page]);
  return {
    review,
    fault,
    name,
    setName: (next: string) => {
      localStorage.setItem(nameKey, next);
      setName(next);
    },
    chosen,
    isTicked: ({ id, by }: UnitView): boolean => asked.get(id) ?? by.includes(name.trim()),
    tick: (unit: UnitView, on: boolean) => void tick(unit, on),
    drop: (line: number) => void send({ drop: [line] }),
    /** The first that is open, after what is chosen. */
    nextOpen: (): UnitView | undefined => {
      const units = review?.units ?? [];
      const at = units.findIndex(({ id }) => id === chosen[0]?.id);
      return [...units.slice(at + 1), ...units.slice(0, at + 1)].find(isOpen);
    },
  };
}

/** The nearest first: the figure, the sentences of its element, the table, the page. */
function unitsOf(review: ReviewView | undefined, { figure, element, page }: Choice): readonly UnitView[] {
  const units = review?.units ?? [];
  const order = { figure: 0, sentence: 1, table: 2, page: 3 } as const;
  const own = units.filter(
    ({ kind, figures, elements }) =>
      kind !== 'page' &&
      ((figure !== undefined && figures.includes(figure)) ||
        (element !== undefined && (elements.includes(element) || elements.includes(element.replace(/\.label$/, ''))))),
  );
  const on = page ?? own[0]?.pages[0];
  const pages = units.filter(({ kind, pages: each }) => kind === 'page' && on !== undefined && own.length > 0 && each.includes(on));
  return [...own, ...pages].sort((a, b) => order[a.kind] - order[b.kind]);
}
