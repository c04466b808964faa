// Turn the structure tree of any file into its elements with words of their own, in order, each with the types that it stands in.
import { say } from '../../model/say.ts';
import type { PdfObjects } from '../objects/pdf-objects.ts';
import { isReference, type PdfDict, PdfFault, type PdfValue } from '../objects/pdf-value.ts';
import type { TagPart } from './document-parts.ts';
import { textOrName, textString } from './text-string.ts';

/** Elements that are read, elements in elements, and attributes that say something to whoever listens. */
const most = { elements: 400_000, depth: 100 } as const;
const attributes: readonly string[] = ['Scope', 'ColSpan', 'RowSpan', 'ListNumbering', 'Summary'];

/** What passes from an element to those inside it. */
interface Above {
  readonly path: string;
  readonly lang: string;
  readonly page: number | undefined;
}

/** `pages`: numbers of pages from 1 by their objects. Undefined for a file without tags. Throws `PdfFault` beyond the limits. */
export function readTagParts(file: PdfObjects, catalog: PdfDict, pages: ReadonlyMap<number, number>): readonly TagPart[] | undefined {
  const root = file.dict(catalog.get('StructTreeRoot'));
  if (!root.has('K')) return undefined;
  const roles = file.dict(root.get('RoleMap'));
  const parts: TagPart[] = [];
  const seen = new Set<number>();
  const standard = (type: string): string => {
    let found = type;
    for (let steps = 0; steps < 8; steps++) {
      const next = file.name(roles.get(found));
      if (next === undefined || next === found) break;
      found = next;
    }
    return found;
  };
  const pageOf = (value: PdfValue | undefined, above: number | undefined): number | undefined =>
    isReference(value) ? (pages.get(value.reference) ?? above) : above;

  const visit = (value: PdfValue, above: Above, depth: number): void => {
    if (isReference(value)) {
      if (seen.has(value.reference)) return;
      seen.add(value.reference);
      if (seen.size > most.elements) throw new PdfFault(say`it has more than ${most.elements} tags`);
    }
    if (depth > most.depth) throw new PdfFault(say`its tags are nested deeper than ${most.depth}`);
    const dict = file.dict(value);
    const type = file.name(dict.get('S'));
    if (type === undefined) return;
    const own: Above = {
      path: above.path === '' ? standard(type) : `${above.path} > ${standard(type)}`,
      lang: textOrName(file.follow(dict.get('Lang'))) ?? above.lang,
      page: pageOf(dict.get('Pg'), above.page),
    };
    const pieces: (readonly [number, number])[] = [];
    const inner: PdfValue[] = [];
    // An annotation that hangs on the element stands for words, too: a link without text.
    let hangs = 0;
    for (const kid of kidsOf(file, dict)) {
      const found = file.follow(kid);
      if (typeof found === 'number') {
        if (own.page !== undefined) pieces.push([own.page, found]);
        continue;
      }
      const kind = file.name(file.dict(kid).get('Type'));
      if (kind === 'MCR') {
        const page = pageOf(file.dict(kid).get('Pg'), own.page);
        const id = file.follow(file.dict(kid).get('MCID'));
        if (page !== undefined && typeof id === 'number') pieces.push([page, id]);
      } else if (kind === 'OBJR') hangs++;
      else inner.push(kid);
    }
    const alternative = textString(file.follow(dict.get('Alt'))) ?? textString(file.follow(dict.get('ActualText')));
    const said = saidOf(file, dict, own.lang);
    if (pieces.length > 0 || hangs > 0 || alternative !== undefined || inner.length === 0) {
      const page = pieces[0]?.[0] ?? own.page;
      parts.push({
        path: own.path,
        said,
        ...(alternative === undefined ? {} : { alternative }),
        ...(page === undefined ? {} : { page }),
        pieces,
      });
    }
    for (const kid of inner) visit(kid, own, depth + 1);
  };
  for (const kid of kidsOf(file, root)) visit(kid, { path: '', lang: '', page: undefined }, 0);
  return parts;
}

function kidsOf(file: PdfObjects, dict: PdfDict): readonly PdfValue[] {
  const kids = dict.get('K');
  if (kids === undefined) return [];
  const found = file.follow(kids);
  return Array.isArray(found) ? (found as readonly PdfValue[]) : [kids];
}

function saidOf(file: PdfObjects, dict: PdfDict, lang: string): string {
  const told: string[] = lang === '' ? [] : [`language ${lang}`];
  const expansion = textString(file.follow(dict.get('E')));
  if (expansion !== undefined) told.push(`expansion '${expansion}'`);
  const held = file.follow(dict.get('A'));
  for (const each of Array.isArray(held) ? (held as readonly PdfValue[]) : [held]) {
    const own = file.dict(each);
    for (const key of attributes) {
      const value = file.follow(own.get(key));
      const text = typeof value === 'number' ? (value === 1 ? undefined : String(value)) : textOrName(value);
      if (text !== undefined && text !== 'None') told.push(`${key} ${text}`);
    }
    const heads = file.array(own.get('Headers')).length;
    if (heads > 0) told.push(`${heads} header cell${heads === 1 ? '' : 's'}`);
  }
  return told.join(', ');
}
