// Turn a compared row or column into what is said of it: new, gone, renamed, moved, printing other figures; nothing where it was carried over.
import type { LineState } from '../../language/blackline.ts';
import type { ComparedLine } from '../../model/release-comparison.ts';

export function lineStates({ wording, moved, otherFigures }: ComparedLine): readonly LineState[] {
  const told: readonly (readonly [boolean, LineState])[] = [
    [wording === 'new', 'new'],
    [wording === 'gone', 'gone'],
    [wording === 'changed', 'renamed'],
    [moved, 'moved'],
    [otherFigures, 'other-figures'],
  ];
  return told.flatMap(([holds, state]) => (holds ? [state] : []));
}
