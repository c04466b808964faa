// Turn the structure tree of a file into nodes with their words, whatever shape its objects have.
import { fileLimits } from '../../model/limits.ts';
import type { PdfFile } from '../objects/pdf-file.ts';
import { isReference, type PdfDict, PdfFault, type PdfValue } from '../objects/pdf-value.ts';
import type { PageContent } from './page-content.ts';

/** An element of the structure tree as a file has it. */
export interface TagNode {
  /** Structure type, `TD`. */
  readonly type: string;
  /** The element itself. */
  readonly dict: PdfDict;
  /** Its attributes, those of all owners together. */
  readonly attributes: PdfDict;
  readonly id: string | undefined;
  /** Language tag, where the element has its own. */
  readonly lang: string | undefined;
  /** Elements below it, in order. */
  readonly kids: readonly TagNode[];
  /** Words of the node and all below it, in order. */
  readonly text: string;
  /** Annotations hung directly on it. */
  readonly annotations: readonly PdfDict[];
}

/** The roots of the tree. */
export function readTags(file: PdfFile, pages: readonly PageContent[]): readonly TagNode[] {
  const root = file.dict(file.dict(file.trailer.get('Root')).get('StructTreeRoot'));
  const words = new Map(pages.map((page) => [page.number, page.marked]));
  const seen = new Set<number>();
  let said = 0;
  const visit = (value: PdfValue | undefined, depth: number): TagNode | undefined => {
    if (isReference(value)) {
      if (seen.has(value.reference)) return undefined;
      seen.add(value.reference);
    }
    const dict = file.dict(value);
    const type = file.name(dict.get('S'));
    if (type === undefined || depth > 60) return undefined;
    const kids: TagNode[] = [];
    const annotations: PdfDict[] = [];
    let text = '';
    const say = (words: string): void => {
      said += words.length;
      if (said > fileLimits.tagCharacters) throw new PdfFault(`its tags say more than ${fileLimits.tagCharacters} characters`);
      text += words;
    };
    for (const kid of kidsOf(file, dict)) {
      const found = file.follow(kid);
      const own = file.dict(kid);
      if (typeof found === 'number') say(says(dict.get('Pg'), found));
      else if (file.name(own.get('Type')) === 'MCR') say(says(own.get('Pg') ?? dict.get('Pg'), Number(own.get('MCID'))));
      else if (file.name(own.get('Type')) === 'OBJR') annotations.push(file.dict(own.get('Obj')));
      else {
        const node = visit(kid, depth + 1);
        if (node) {
          kids.push(node);
          say(node.text);
        }
      }
    }
    const lists = dict.has('A') ? [file.follow(dict.get('A'))].flat() : [];
    const attributes = new Map<string, PdfValue>();
    for (const list of lists) {
      for (const [key, own] of file.dict(list)) {
        file.step();
        attributes.set(key, own);
      }
    }
    return { type, dict, attributes, id: file.text(dict.get('ID')), lang: file.text(dict.get('Lang')), kids, text, annotations };
  };
  const says = (page: PdfValue | undefined, id: number): string => (isReference(page) ? (words.get(page.reference)?.get(id) ?? '') : '');
  return kidsOf(file, root).flatMap((kid) => visit(kid, 0) ?? []);
}

function kidsOf(file: PdfFile, dict: PdfDict): readonly PdfValue[] {
  const kids = dict.get('K');
  if (kids === undefined) return [];
  const found = file.follow(kids);
  return Array.isArray(found) ? (found as readonly PdfValue[]) : [kids];
}

/** A node and all below it, in order. */
export function withInner(node: TagNode): readonly TagNode[] {
  return [node, ...node.kids.flatMap(withInner)];
}
