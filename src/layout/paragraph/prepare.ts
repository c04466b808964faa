// Turn inlines into what both lines and paragraphs are set from, once for every size: clusters, and what may happen between them.
import { language } from '../../language/languages.ts';
import { inLang } from '../../model/language.ts';
import type { Kind, Memory } from '../../model/memory.ts';
import type { Report } from '../codes.ts';
import { breakOpportunities, leaningClusters } from './break-opportunities.ts';
import type { ClusteredText } from './cluster.ts';
import { type Gap, gapsBetween } from './glue.ts';
import { hyphenWidths } from './hyphens.ts';
import { itemize, shape } from './itemize.ts';
import type { CompositionInputs, FaceSpec, OwnedInline } from './line.ts';
import { type Breakable, sumUp } from './line-cost.ts';

/** Text that can be set on one line, and broken into lines. Lengths in em. It holds no places. */
export interface Prepared extends ClusteredText {
  /** The gap after each cluster. */
  readonly gaps: readonly Gap[];
  /** What line breaking needs besides, where lines are ragged or justified: found when it is first asked for, since most text of tables is never broken. */
  readonly breakable: (isRagged: boolean) => Breakable;
}

/** What composition reads, and what it has prepared. */
export interface Composition extends CompositionInputs {
  /** Keeps prepared text, by all that it follows from. */
  readonly memory: Memory;
  /** The memory outlives the layout: text may come again in other lists. */
  readonly lasting: boolean;
  /** Stands in keys for the style and the fonts. */
  readonly type: string;
  /** Silent text prepared in this layout, by the list of its inlines: the same list is measured, tried and set. */
  readonly asked: Map<readonly OwnedInline[], Asked>;
}

/** Text that was asked for in one face; a list is hardly ever set in two. */
interface Asked {
  readonly spec: FaceSpec;
  readonly prepared: Prepared;
}

const prepared: Kind<Prepared> = {
  name: 'layout/prepared',
  // References, gaps, sums and penalties of each cluster.
  bytes: ({ clusters }) => 500 + 100 * clusters.length,
};

/** Prepares text, or recalls it; what is found is reported each time. */
export function prepare(inlines: readonly OwnedInline[], spec: FaceSpec, composition: Composition): Prepared {
  const { asked, memory, report } = composition;
  const before = asked.get(inlines);
  if (before && sameFace(before.spec, spec)) return before.prepared;
  let silent = true;
  const tell: Report = (finding) => {
    silent = false;
    report(finding);
  };
  const key = () => `${composition.type}|${spec.lang}|${spec.role}|${spec.weight}|${spec.italic}${textKey(inlines)}`;
  const make = (own: Report): Prepared => prepareAnew(inlines, spec, composition, own);
  const found = composition.lasting ? memory.recallSilent(prepared, key, tell, make) : make(tell);
  if (silent) asked.set(inlines, { spec, prepared: found });
  return found;
}

const sameFace = (a: FaceSpec, b: FaceSpec): boolean =>
  a.weight === b.weight && a.role === b.role && a.italic === b.italic && a.lang === b.lang;

function prepareAnew(inlines: readonly OwnedInline[], spec: FaceSpec, composition: Composition, report: Report): Prepared {
  const { style, fonts } = composition;
  const set = shape(itemize(inlines, spec, { style, fonts, report }));
  const justification = inLang(style.justification, spec.lang);
  const { tradition, typesetting } = language(spec.lang);
  const gaps = gapsBetween(set, tradition, justification);
  const known: { justified?: Breakable; ragged?: Breakable } = {};
  const breakable = (isRagged: boolean): Breakable => {
    const before = isRagged ? known.ragged : known.justified;
    if (before) return before;
    const { clusters, sources } = set;
    const penalties = breakOpportunities(set, typesetting.ties, isRagged);
    const hyphens = justification.hyphenate ? hyphenWidths(set, typesetting) : undefined;
    const found = {
      clusters,
      sources,
      gaps,
      penalties,
      leaning: leaningClusters(set, typesetting.ties),
      sums: sumUp(clusters, gaps, tradition === 'latin' ? justification.widening : 0),
      ...(hyphens && { hyphens }),
    };
    known[isRagged ? 'ragged' : 'justified'] = found;
    return found;
  };
  const { text, clusters, sources, offsets } = set;
  return { text, clusters, sources, offsets, gaps, breakable };
}

/** Words, owners and all else that glyphs have from an inline; text, which may hold any character, says its length first. */
function textKey(inlines: readonly OwnedInline[]): string {
  let key = '';
  for (const { inline, owner, index, gapBefore, face } of inlines) {
    const { text, bold, italic, sup, changed, lang, figure, href, noteRef, expansion, revision, picture } = inline;
    key += `|${owner.length}:${owner}|${index ?? ''}|${(bold ? 1 : 0) + (italic ? 2 : 0) + (sup ? 4 : 0) + (changed ? 8 : 0)}|${figure ?? ''}`;
    if (gapBefore !== undefined) key += `|gap ${gapBefore}`;
    if (face) key += `|face ${face.role} ${face.weight} ${face.italic}`;
    if (revision !== undefined) key += `|${revision}`;
    if (lang !== undefined) key += `|lang ${lang}`;
    if (noteRef !== undefined) key += `|note ${noteRef.length}:${noteRef}`;
    if (href !== undefined) key += `|href ${href.length}:${href}`;
    if (expansion !== undefined) key += `|expansion ${expansion.length}:${expansion}`;
    if (picture) key += `|picture ${picture.picture.sha256} ${picture.height ?? ''} ${picture.alt.length}:${picture.alt}`;
    key += `|${text.length}:${text}`;
  }
  return key;
}
