// Turn parts of two files that have names, properties, fields, attachments, settings, into changes of what they say.
import type { Box, FileChange, FormChange } from '../../model/difference.ts';
import type { DocumentParts, NamedPart } from '../../pdf/parts/document-parts.ts';
import type { Draft } from '../draft.ts';
import type { PagesOfBoth } from './pages-of-both.ts';
import { quotedPair, quotedValue } from './said-value.ts';

type Change = Draft<FileChange | FormChange>;

/** Properties that every program which writes a file sets: where it is another program, they are told as one change. */
const ofWriting: readonly string[] = ['producer', 'creator', 'creation date', 'modification date'].flatMap((name) => [
  `${name} in the metadata`,
  `${name} in the XMP metadata`,
]);
/** Kinds of which what is gone, and what has come, is told together. */
const together: ReadonlySet<string> = new Set(['metadata', 'setting']);

export function compareNamed(old: DocumentParts, now: DocumentParts, pages: PagesOfBoth): readonly Change[] {
  const [before, after] = [byName(old.named), byName(now.named)];
  const names = [...new Set([...before.keys(), ...after.keys()])];
  const unlike = names.filter((name) => before.get(name)?.value !== after.get(name)?.value);
  const writing = isWrittenAnew(before, after) ? unlike.filter((name) => ofWriting.includes(name)) : [];
  const rest = unlike.filter((name) => !writing.includes(name));
  const gone = rest.flatMap((name) => (after.has(name) ? [] : (before.get(name) ?? []))).filter((part) => !isOnLonePage(part, pages));
  const come = rest.flatMap((name) => (before.has(name) ? [] : (after.get(name) ?? []))).filter((part) => !isOnNewPage(part, pages));
  return [
    ...(writing.length > 0 ? [writtenAnew(writing, before, after)] : []),
    ...rest.flatMap((name): readonly Change[] => {
      const [one, two] = [before.get(name), after.get(name)];
      return one && two ? [changed(one, two)] : [];
    }),
    ...present(gone, 'gone'),
    ...present(come, 'new'),
  ];
}

const byName = (parts: readonly NamedPart[]): ReadonlyMap<string, NamedPart> => new Map(parts.map((part) => [part.name, part]));

function isWrittenAnew(before: ReadonlyMap<string, NamedPart>, after: ReadonlyMap<string, NamedPart>): boolean {
  const producer = 'producer in the metadata';
  return before.get(producer)?.value !== after.get(producer)?.value;
}

/** A field goes with its page, which is told. */
const isOnLonePage = ({ place }: NamedPart, pages: PagesOfBoth): boolean => place !== undefined && pages.partner(place.page) === undefined;
const isOnNewPage = ({ place }: NamedPart, pages: PagesOfBoth): boolean => place !== undefined && !pages.hasPartner(place.page);

function writtenAnew(names: readonly string[], before: ReadonlyMap<string, NamedPart>, after: ReadonlyMap<string, NamedPart>): Change {
  const told = names.map((name) => {
    const [one, two] = [before.get(name)?.value, after.get(name)?.value];
    return `${name.replace(' in the metadata', '')} ${one === undefined ? 'none' : quotedValue(one)} becomes ${two === undefined ? 'none' : quotedValue(two)}`;
  });
  return { class: 'file', kind: 'metadata', summary: `another program wrote the file: ${told.join(', ')}`, old: [], new: [] };
}

function changed(one: NamedPart, two: NamedPart): Change {
  const [was, is] = quotedPair(one.value, two.value);
  return change(two, `${onPage(two)}${two.name}: ${was} becomes ${is}`, boxes(one), boxes(two));
}

function present(parts: readonly NamedPart[], word: 'gone' | 'new'): readonly Change[] {
  const [isOld, isNew] = [word === 'gone', word === 'new'];
  const single = parts.filter(({ kind }) => !together.has(kind));
  const groups = [...together].flatMap((kind): readonly Change[] => {
    const own = parts.filter((part) => part.kind === kind);
    const [first] = own;
    if (!first) return [];
    const told = own.map(({ name, value }) => `${name}${word === 'gone' ? ' was ' : ' '}${quotedValue(value)}`);
    return [change(first, `${word}: ${told.join(', ')}`, [], [])];
  });
  return [
    ...groups,
    ...single.map((part) =>
      change(
        part,
        `${onPage(part)}${part.name} is ${word}: ${quotedValue(part.value)}`,
        isOld ? boxes(part) : [],
        isNew ? boxes(part) : [],
      ),
    ),
  ];
}

/** What a field is filled in with is read as text is; its rules are not. */
function change({ kind, name }: NamedPart, summary: string, old: readonly Box[], now: readonly Box[]): Change {
  if (kind === 'form' && name.startsWith('form field')) return { class: 'text', kind: 'form', summary, old, new: now };
  return { class: 'file', kind, summary, old, new: now };
}

const boxes = ({ place }: NamedPart): readonly Box[] => (place ? [place] : []);
const onPage = ({ place }: NamedPart): string => (place ? `page ${place.page}: ` : '');
