// Turn the comparison of two releases into short lines, one for each thing that is told of it, so that a test can list them.
import { lineStates } from '../../src/compare/periods/line-states.ts';
import type { BlacklinePiece, ComparedWording, ReleaseComparison } from '../../src/model/release-comparison.ts';

/** `en changed …[-old-]{+new+}…`, `ja contracts row moved …`; nothing for what was carried over with its figures alone. */
export function toldLines({ languages }: ReleaseComparison): readonly string[] {
  return languages.flatMap(({ lang, blocks }) =>
    blocks.flatMap((block) => {
      if ('text' in block) return block.text.sentences.flatMap((sentence) => wordingLines(lang, sentence));
      const { statement, status, moved, captions, rows, columns } = block.table;
      const name = `${lang} ${statement}`;
      if (status !== 'kept') return [`${name} ${status}`];
      const lines = [...rows.map((line) => ({ line, kind: 'row' })), ...columns.map((line) => ({ line, kind: 'column' }))];
      return [
        ...(moved ? [`${name} moved`] : []),
        ...captions.flatMap((caption) => wordingLines(`${name} caption`, caption)),
        ...lines.flatMap(({ line, kind }) => lineStates(line).map((state) => `${name} ${kind} ${state} ${blackline(line.pieces)}`)),
      ];
    }),
  );
}

function wordingLines(name: string, { wording, moved, pieces, retyped, stayed, exchanged }: ComparedWording): readonly string[] {
  const isCarried = wording === 'same' || wording === 'figures';
  return [
    ...(isCarried ? [] : [`${name} ${wording} ${blackline(pieces)}`]),
    ...(moved ? [`${name} moved ${blackline(pieces)}`] : []),
    ...retyped.map(({ before, after }) => `${name} retyped ${before} ${after}`),
    ...exchanged.map(({ before, after }) => `${name} exchanged ${before} for ${after}`),
    ...stayed.map(({ text, was, is }) => `${name} stayed ${text}: ${was}, ${is}`),
  ];
}

/** What stayed is left out; a whole sentence by its beginning. */
function blackline(pieces: readonly BlacklinePiece[]): string {
  const shown = (text: string) => ([...text].length > 50 ? `${[...text].slice(0, 50).join('')}…` : text);
  if (pieces.every(({ kind }) => kind === pieces[0]?.kind)) return shown(pieces.map(({ text }) => text).join(''));
  return pieces
    .flatMap(({ kind, text }) => (kind === 'same' ? [] : kind === 'deleted' ? [`[-${text.trim()}-]`] : [`{+${text.trim()}+}`]))
    .join('');
}
