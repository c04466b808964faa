// Turn a file's objects into findings: what a release may not hold, and fonts that do not say every glyph in characters.

import { say, sayWord } from '../model/say.ts';
import type { PageContent } from '../pdf/content/page-content.ts';
import { characterMap } from '../pdf/content/page-fonts.ts';
import type { PdfFile } from '../pdf/objects/pdf-file.ts';
import { isReference, isStream, type PdfDict, type PdfValue } from '../pdf/objects/pdf-value.ts';
import { checkPicture } from './check-pictures.ts';
import type { FindInFile } from './file-finding.ts';

/** Keys that make a viewer act, ask or run: none is ever written. */
const forbiddenKeys = [
  'OpenAction',
  'AA',
  'JS',
  'JavaScript',
  'AcroForm',
  'XFA',
  'OCProperties',
  'Threads',
  'Collection',
  'Perms',
  'RichMedia',
];
/** Where links may lead. */
const allowedAddress = /^(?:https?:|mailto:)/;

export function checkObjects(file: PdfFile, find: FindInFile): void {
  if (file.trailer.has('Encrypt')) find('objects', 'the file is encrypted');
  const catalog = file.dict(file.trailer.get('Root'));
  const attached = new Set(file.array(catalog.get('AF')).map((value) => (isReference(value) ? value.reference : -1)));
  for (const number of file.numbers) {
    const value = file.object(number);
    visit(isStream(value) ? value.dict : value, 0, (dict) => {
      for (const key of forbiddenKeys) if (dict.has(key)) find('objects', say`object ${number} has ${key}`);
      checkAction(file, dict, number, find);
      const type = file.name(dict.get('Type'));
      if (type === 'Filespec' && !attached.has(number))
        find('objects', say`object ${number} is a file that the document does not name as its data`);
      if (type === 'Filespec' && file.name(dict.get('AFRelationship')) !== 'Data')
        find('objects', say`the file ${file.text(dict.get('UF')) ?? ''} is not said to be data`);
      if (type === 'EmbeddedFile' && attached.size === 0) find('objects', say`object ${number} is a file inside the file`);
      const kind = file.name(dict.get('Subtype'));
      if (type === 'Annot' && kind !== 'Link') find('objects', say`object ${number} is an annotation of kind ${kind}`);
      checkPicture(file, dict, number, find);
    });
  }
}

function checkAction(file: PdfFile, dict: PdfDict, number: number, find: FindInFile): void {
  if (!dict.has('A') || file.name(dict.get('Subtype')) !== 'Link') return;
  const action = file.dict(dict.get('A'));
  const kind = file.name(action.get('S'));
  const address = file.text(action.get('URI')) ?? '';
  if (kind !== 'URI') find('objects', say`link ${number} does ${kind ?? sayWord('nothing')}, where links may only open addresses`);
  else if (!allowedAddress.test(address)) find('objects', say`link ${number} leads to ${address.slice(0, 60)}`);
}

/** Every dictionary inside a value; references are not followed, their objects have their own turn. */
function visit(value: PdfValue, depth: number, use: (dict: PdfDict) => void): void {
  if (depth > 60 || value === null || typeof value !== 'object') return;
  if (Array.isArray(value)) for (const item of value as readonly PdfValue[]) visit(item, depth + 1, use);
  else if (value instanceof Map) {
    use(value as PdfDict);
    for (const inner of (value as PdfDict).values()) visit(inner, depth + 1, use);
  }
}

export function checkFonts(file: PdfFile, pages: readonly PageContent[], find: FindInFile): void {
  for (const number of file.numbers) {
    const font = file.dict({ reference: number });
    if (file.name(font.get('Type')) !== 'Font' || file.name(font.get('Subtype')) === 'CIDFontType2') continue;
    const name = file.name(font.get('BaseFont')) ?? say`font ${number}`;
    if (file.name(font.get('Subtype')) !== 'Type0') {
      find('fonts', say`${name} is not a composite font`);
      continue;
    }
    const [descendant] = file.array(font.get('DescendantFonts'));
    const program = file.data(file.dict(file.dict(descendant).get('FontDescriptor')).get('FontFile2'));
    if (!program || program.length < 100) find('fonts', say`${name} is not embedded`);
    if (!/^[A-Z]{6}\+/.test(name)) find('fonts', say`${name} is not marked as a subset`);
    const map = characterMap(file, font);
    if (map.size === 0) find('fonts', say`${name} has no characters for its glyphs`);
    for (const [glyph, text] of map)
      if (/[\0\ufeff\ufffe\ufffd]/.test(text) || text === '')
        find('fonts', say`glyph ${glyph.toString(16).padStart(4, '0')} of ${name} has no character`);
  }
  pages.forEach(({ unmapped }, i) => {
    for (const [font, count] of unmapped) find('fonts', say`page ${i + 1}: ${count} glyphs of font ${font} have no character`);
  });
}
