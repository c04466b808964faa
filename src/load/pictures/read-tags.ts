// Turn the text of an SVG file into tags with their attributes, one after another, in linear time; what is not plain markup is refused.
import { say } from '../../model/say.ts';
import { PictureFault } from './picture-fault.ts';

export interface Tag {
  readonly name: string;
  readonly kind: 'open' | 'close' | 'empty';
  readonly attributes: ReadonlyMap<string, string>;
  /** From the 1st. */
  readonly line: number;
}

const broken = 'export it again as plain SVG from the program that drew it';

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Characters that are written by name or number. */
export const resolved = (text: string): string =>
  text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, (whole, hex?: string, decimal?: string, word?: string) => {
    if (word !== undefined) return entities[word] ?? whole;
    const code = Number.parseInt(hex ?? decimal ?? '', hex === undefined ? 10 : 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

/** Calls `take` with each tag, and `words` with the text between them. */
export function readTags(text: string, take: (tag: Tag) => void, words: (text: string, line: number) => void): void {
  let line = 1;
  let counted = 0;
  const lineAt = (at: number): number => {
    for (; counted < at; counted++) if (text.charCodeAt(counted) === 10) line++;
    return line;
  };
  const past = (end: string, from: number): number => {
    const at = text.indexOf(end, from);
    if (at < 0) throw new PictureFault('ends in the middle', broken);
    return at + end.length;
  };
  for (let at = 0; at < text.length; ) {
    const open = text.indexOf('<', at);
    const between = text.slice(at, open < 0 ? text.length : open);
    if (between !== '' && between.trim() !== '\ufeff') words(between, lineAt(at));
    if (open < 0) return;
    if (text.startsWith('<!--', open)) at = past('-->', open);
    else if (text.startsWith('<?', open)) at = past('?>', open);
    else if (text.startsWith('<!', open)) {
      at = past('>', open);
      const declared = text.slice(open, at);
      if (!declared.startsWith('<!DOCTYPE') || declared.includes('['))
        throw new PictureFault(say`declares entities (line ${lineAt(open)})`, broken);
    } else {
      const tag = tagAt(text, open, lineAt(open));
      take(tag.tag);
      at = tag.end;
    }
  }
}

const nameAt = /[A-Za-z_:][\w:.-]*/y;
const attributeAt = /\s*([A-Za-z_:][\w:.-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const endAt = /\s*(\/?)>/y;

function tagAt(text: string, open: number, line: number): { readonly tag: Tag; readonly end: number } {
  const closes = text[open + 1] === '/';
  nameAt.lastIndex = open + (closes ? 2 : 1);
  const name = nameAt.exec(text)?.[0];
  if (name === undefined) throw new PictureFault(say`has a tag that cannot be read (line ${line})`, broken);
  const attributes = new Map<string, string>();
  let at = nameAt.lastIndex;
  for (;;) {
    attributeAt.lastIndex = at;
    const found = attributeAt.exec(text);
    if (!found) break;
    attributes.set(
      found[1]!,
      (found[2] ?? found[3] ?? '').replace(/&(\w{2,4});/g, (whole, word: string) => entities[word] ?? whole),
    );
    at = attributeAt.lastIndex;
  }
  endAt.lastIndex = at;
  const end = endAt.exec(text);
  if (!end) throw new PictureFault(say`has a tag <${name}> that cannot be read (line ${line})`, broken);
  return { tag: { name, kind: closes ? 'close' : end[1] === '/' ? 'empty' : 'open', attributes, line }, end: endAt.lastIndex };
}
