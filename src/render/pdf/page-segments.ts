// Turn a page's items into segments: stretches that become one piece of marked content.
import { language } from '../../language/languages.ts';
import type { Lang } from '../../model/language.ts';
import type { Drawing, GlyphRun, Owner, Page, PageItem, PlacedImage, Rule } from '../../model/page.ts';
import { runText } from '../../model/run-text.ts';
import type { StructureType } from '../../pdf/writing/pdf-writer.ts';
import { ownerKey } from './typeset-page.ts';

/** What a page needs to know of an element that owns runs. */
export interface OwnerTag {
  readonly type: StructureType;
  readonly lang: Lang;
}

/** Where a link leads: `#anchor` or an address, or a note by its id. */
export type Lead = { readonly href: string } | { readonly note: string };

/** Runs of one element with one link target, one language and one long form. */
export interface ContentSegment {
  readonly kind: 'content';
  readonly owner: string;
  /** Of its owner. */
  readonly tag: OwnerTag;
  readonly runs: readonly GlyphRun[];
  /** Absent for plain text. */
  readonly link?: Lead;
  /** Language where it differs from the element's. */
  readonly lang?: Lang;
  /** The long form of what the runs print. */
  readonly expansion?: string;
  /** They stand in one of two releases alone. */
  readonly revision?: GlyphRun['revision'];
}

/** Furniture, repeated heads and rules of one kind. */
export interface ArtifactSegment {
  readonly kind: 'artifact';
  readonly artifact: Extract<Owner, { artifact: unknown }>['artifact'];
  readonly items: readonly (GlyphRun | Rule)[];
}

/** A drawing: one piece of its element. */
export interface DrawingSegment {
  readonly kind: 'drawing';
  readonly owner: string;
  readonly drawing: Drawing;
}

/** A picture: one piece of its element, one inside the text of its element, or an artifact where it has none. */
export interface PictureSegment {
  readonly kind: 'picture';
  readonly owner?: string;
  /** Of a picture in a line of text: what is seen. */
  readonly alt?: string;
  readonly link?: Lead;
  readonly artifact: 'picture' | 'header';
  readonly image: PlacedImage;
}

export type Segment = ContentSegment | ArtifactSegment | DrawingSegment | PictureSegment;

/** Cuts a page. A run whose owner is not in the document throws: nothing may be printed that is neither tagged nor an artifact. */
export function pageSegments(page: Page, owners: ReadonlyMap<string, OwnerTag>): readonly Segment[] {
  const stretches: PageItem[][] = [];
  let last: string | undefined;
  for (const item of page.items) {
    if (item.kind === 'glyphs' && item.glyphs.length === 0) continue;
    const key =
      item.kind === 'rule'
        ? 'rule'
        : item.kind === 'drawing'
          ? `drawing ${item.owner.element}`
          : item.kind === 'picture'
            ? 'picture'
            : `${ownerKey(item)}\n${item.href ?? ''}\n${item.noteRef ?? ''}`;
    if (key === last) stretches.at(-1)!.push(item);
    else stretches.push([item]);
    last = key;
  }
  return stretches.flatMap((items) => segmentsOf(items, owners, page.index));
}

function segmentsOf(items: readonly PageItem[], owners: ReadonlyMap<string, OwnerTag>, page: number): readonly Segment[] {
  const first = items[0]!;
  if (first.kind === 'drawing') {
    return items.flatMap((drawing) => (drawing.kind === 'drawing' ? [{ kind: 'drawing', owner: drawing.owner.element, drawing }] : []));
  }
  if (first.kind === 'picture') {
    return items.flatMap((image) => (image.kind === 'picture' ? [pictureSegment(image)] : []));
  }
  if (first.kind === 'rule') return [{ kind: 'artifact', artifact: 'rule', items: items.filter((item) => item.kind === 'rule') }];
  if ('artifact' in first.owner) {
    return [{ kind: 'artifact', artifact: first.owner.artifact, items: items.filter((item) => item.kind === 'glyphs') }];
  }
  const owner = first.owner.element;
  const tag = owners.get(owner);
  if (!tag) throw new Error(`page ${page + 1} prints ${JSON.stringify(textOf([first]))} for ${owner}, which is not in the document`);
  const { href, noteRef } = first;
  const link = noteRef !== undefined ? { link: { note: noteRef } } : href !== undefined ? { link: { href } } : {};
  const own = items.filter((item) => item.kind === 'glyphs');
  // Most are one stretch as they stand.
  if (own.every(({ lang, expansion, revision }) => lang === tag.lang && expansion === undefined && revision === undefined))
    return [{ kind: 'content', owner, tag, runs: own, ...link }];
  const segments: ContentSegment[] = [];
  for (const { lang, runs } of byLanguage(own, tag.lang)) {
    const voice = lang === tag.lang ? {} : { lang };
    for (const piece of byVoice(runs)) segments.push({ kind: 'content', owner, tag, ...piece, ...link, ...voice });
  }
  return segments;
}

const pictureSegment = (image: PlacedImage): PictureSegment => {
  const { owner, alt, href } = image;
  if ('artifact' in owner) return { kind: 'picture', artifact: owner.artifact, image };
  const inText = { ...(alt !== undefined && { alt }), ...(href !== undefined && { link: { href } }) };
  return { kind: 'picture', owner: owner.element, ...inText, artifact: 'picture', image };
};

/** Stretches by language; a single latin word inside a text of the cjk tradition stays in that text's voice. */
function byLanguage(runs: readonly GlyphRun[], around: Lang): readonly { readonly lang: Lang; readonly runs: readonly GlyphRun[] }[] {
  const stretches: { lang: Lang; runs: GlyphRun[] }[] = [];
  for (const run of runs) {
    const last = stretches.at(-1);
    if (last?.lang === run.lang) last.runs.push(run);
    else stretches.push({ lang: run.lang, runs: [run] });
  }
  const isCjk = language(around).tradition === 'cjk';
  const joined: typeof stretches = [];
  for (const stretch of stretches) {
    const single = isCjk && language(stretch.lang).tradition === 'latin' && !/\S\s+\S/.test(textOf(stretch.runs));
    const lang = single ? around : stretch.lang;
    const last = joined.at(-1);
    if (last?.lang === lang) last.runs.push(...stretch.runs);
    else joined.push({ lang, runs: [...stretch.runs] });
  }
  return joined;
}

/** Stretches with one long form, or with none, that stand in both of two releases or in one of them. */
function byVoice(runs: readonly GlyphRun[]): readonly Pick<ContentSegment, 'runs' | 'expansion' | 'revision'>[] {
  const stretches: GlyphRun[][] = [];
  for (const run of runs) {
    const last = stretches.at(-1);
    const [first] = last ?? [];
    if (last && first?.expansion === run.expansion && first?.revision === run.revision) last.push(run);
    else stretches.push([run]);
  }
  return stretches.map((own) => {
    const { expansion, revision } = own[0]!;
    return { runs: own, ...(expansion === undefined ? {} : { expansion }), ...(revision === undefined ? {} : { revision }) };
  });
}

/** What runs say. */
export const textOf = (runs: readonly GlyphRun[]): string => runs.map(runText).join('');
