// Turn inlines into what both lines and paragraphs are set from, once for every size: clusters, and what may happen between them.
import { language } from '../../language/languages.ts';
import { inLang } from '../../model/language.ts';
import type { LayoutFinding } from '../codes.ts';
import { breakOpportunities, forbidden } from './break-opportunities.ts';
import type { Cluster } from './cluster.ts';
import { closeTied, type Gap, gapsBetween } from './glue.ts';
import { hyphenWidths } from './hyphens.ts';
import { itemize, shape } from './itemize.ts';
import type { CompositionInputs, FaceSpec, Line, OwnedInline } from './line.ts';
import { type Breakable, sumUp } from './line-cost.ts';

/** Text that can be set on one line, and broken into lines. Lengths in em. */
export interface Prepared {
  readonly clusters: readonly Cluster[];
  /** The gap after each cluster. */
  readonly gaps: readonly Gap[];
  /** What line breaking needs besides: found when it is first asked for, since most text of tables is never broken. */
  readonly breakable: () => Breakable;
  /** Lines of each measure that it was broken into, with what was found in them. */
  readonly lines: Map<string, { readonly lines: readonly Line[]; readonly findings: readonly LayoutFinding[] }>;
  /** What was found on the way. */
  readonly findings: readonly LayoutFinding[];
}

/** What composition reads, and what it has prepared. */
export interface Composition extends CompositionInputs {
  /** Text prepared so far, by its words, owners and face: within one document an owner's text has one set of attributes. */
  readonly prepared: Map<string, Prepared>;
}

/** Prepares text, or recalls it; its findings are reported each time. */
export function prepare(inlines: readonly OwnedInline[], spec: FaceSpec, composition: Composition): Prepared {
  const key = `${faceKey(spec)}|${textKey(inlines)}`;
  let prepared = composition.prepared.get(key);
  if (!prepared) {
    prepared = prepareAnew(inlines, spec, composition);
    composition.prepared.set(key, prepared);
  }
  for (const finding of prepared.findings) composition.report(finding);
  return prepared;
}

function prepareAnew(inlines: readonly OwnedInline[], spec: FaceSpec, composition: Composition): Prepared {
  const findings: LayoutFinding[] = [];
  const { text, clusters: characters } = itemize(inlines, spec, { ...composition, report: (finding) => findings.push(finding) });
  const clusters = shape(characters);
  const justification = inLang(composition.style.justification, spec.lang);
  const { tradition, typesetting } = language(spec.lang);
  const gaps = gapsBetween(clusters, tradition, justification);
  let found: Breakable | undefined;
  const breakable = (): Breakable => {
    if (found) return found;
    const penalties = breakOpportunities(clusters, text, typesetting.ties);
    const closed = closeTied(gaps, (i) => penalties[i] === forbidden);
    const hyphens = justification.hyphenate ? hyphenWidths(clusters, text, typesetting) : undefined;
    found = { clusters, gaps: closed, penalties, sums: sumUp(clusters, closed), ...(hyphens && { hyphens }) };
    return found;
  };
  return { clusters, gaps, breakable, lines: new Map(), findings };
}

/** Faces are told apart by these. */
const faceKey = (spec: FaceSpec): string => `${spec.lang}|${spec.role}|${spec.weight}|${spec.italic}`;

/** Words, owners and what changes their setting. */
const textKey = (inlines: readonly OwnedInline[]): string => {
  let key = '';
  for (const { inline, owner, index, gapBefore } of inlines) {
    key += `${owner}\u0001${index ?? ''}\u0001${gapBefore ?? 0}\u0001${inline.sup ?? ''}${inline.lineBreak ?? ''}${inline.changed ? 'changed' : ''}\u0001${inline.text}\u0002`;
  }
  return key;
};
