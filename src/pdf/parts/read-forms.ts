// Turn the fields of a file's form into named parts: what each is filled in with, and where it stands.
import type { PdfObjects } from '../objects/pdf-objects.ts';
import { isReference, type PdfDict, type PdfValue } from '../objects/pdf-value.ts';
import type { NamedPart, PartPlace } from './document-parts.ts';
import { textOrName, textString } from './text-string.ts';
import type { ValueWords } from './value-words.ts';

/** Fields that are read, and fields in fields. */
const most = { fields: 20_000, depth: 32 } as const;
/** Bits of Ff that change what a reader may do: read only, required, password. */
const flags: readonly (readonly [bit: number, words: string])[] = [
  [1, 'read only'],
  [2, 'required'],
  [1 << 13, 'password'],
];

/** `places`: where the widgets stand, by their objects. */
export function readForms(
  file: PdfObjects,
  catalog: PdfDict,
  places: ReadonlyMap<number, PartPlace>,
  words: ValueWords,
): readonly NamedPart[] {
  const form = file.dict(catalog.get('AcroForm'));
  const parts: NamedPart[] = [];
  const names = new Map<string, number>();
  const seen = new Set<number>();
  const visit = (value: PdfValue, above: PdfDict, path: string, depth: number): void => {
    if (depth > most.depth || parts.length >= most.fields || (isReference(value) && seen.has(value.reference))) return;
    if (isReference(value)) seen.add(value.reference);
    const dict = file.dict(value);
    const own = textString(file.follow(dict.get('T')));
    const name = own === undefined ? path : path === '' ? own : `${path}.${own}`;
    const passed = new Map([
      ...above,
      ...['FT', 'V', 'Ff', 'DV', 'Opt'].flatMap((key) => (dict.has(key) ? [[key, dict.get(key) as PdfValue] as const] : [])),
    ]);
    const kids = file.array(dict.get('Kids'));
    const fields = kids.filter((kid) => file.dict(kid).has('T'));
    for (const kid of fields) visit(kid, passed, name, depth + 1);
    if (fields.length > 0) return;
    const widgets = kids.length > 0 ? kids : [value];
    const place = widgets
      .map((widget) => (isReference(widget) ? places.get(widget.reference) : undefined))
      .find((found) => found !== undefined);
    const times = (names.get(name) ?? 0) + 1;
    names.set(name, times);
    const label = `form field '${name}'${times > 1 ? ` (${times})` : ''}`;
    parts.push({ kind: 'form', name: label, value: fieldValue(file, passed, widgets, words), ...(place ? { place } : {}) });
    const told = fieldRules(file, passed);
    if (told !== '') parts.push({ kind: 'form', name: `rules of ${label}`, value: told, ...(place ? { place } : {}) });
  };
  for (const field of file.array(form.get('Fields'))) visit(field, new Map(), '', 0);
  return parts;
}

function fieldValue(file: PdfObjects, field: PdfDict, widgets: readonly PdfValue[], words: ValueWords): string {
  const value = file.follow(field.get('V'));
  if (file.name(field.get('FT')) === 'Sig') return value === null ? 'not signed' : signed(file, value as PdfDict);
  if (Array.isArray(value)) return (value as readonly PdfValue[]).map((each) => textOrName(file.follow(each)) ?? '').join(', ');
  const text = textOrName(value);
  if (text !== undefined) return text;
  if (value !== null) return Buffer.from(file.data(field.get('V')) ?? []).toString('latin1') || words.of(value);
  const states = widgets.flatMap((widget) => file.name(file.dict(widget).get('AS')) ?? []).filter((state) => state !== 'Off');
  return states.join(', ');
}

function signed(file: PdfObjects, value: PdfDict): string {
  const text = (key: string) => textOrName(file.follow(value.get(key)));
  return ['signed', text('Name'), text('M'), text('Reason')].filter(Boolean).join(', ');
}

function fieldRules(file: PdfObjects, field: PdfDict): string {
  const bits = file.follow(field.get('Ff'));
  const told = flags.filter(([bit]) => typeof bits === 'number' && (bits & bit) !== 0).map(([, words]) => words);
  const options = file.array(field.get('Opt')).map((option) => {
    const found = file.follow(option);
    return Array.isArray(found)
      ? (found as readonly PdfValue[]).map((each) => textString(file.follow(each)) ?? '').join('=')
      : (textString(found) ?? '');
  });
  return [...told, ...(options.length > 0 ? [`choices ${options.join(', ')}`] : [])].join(', ');
}
