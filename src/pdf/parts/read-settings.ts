// Turn the catalog of a file into named parts: its language, what opens it, labels of pages, layers, scripts, and whatever else it holds.
import type { PdfObjects } from '../objects/pdf-objects.ts';
import { isReference, type PdfDict, type PdfValue } from '../objects/pdf-value.ts';
import type { NamedPart } from './document-parts.ts';
import { type Destinations, nameTree, numberTree } from './read-destinations.ts';
import { textOrName, textString } from './text-string.ts';
import { digest, type ValueWords } from './value-words.ts';

/** Read by others, or said of the file as a whole. */
const elsewhere: ReadonlySet<string> = new Set([
  'Type',
  'Pages',
  'Metadata',
  'StructTreeRoot',
  'AcroForm',
  'Outlines',
  'Dests',
  'Names',
  'AF',
  'Lang',
  'MarkInfo',
  'PageLabels',
  'OpenAction',
  'AA',
  'ViewerPreferences',
  'OCProperties',
  'OutputIntents',
  'PageMode',
  'PageLayout',
  'Version',
  'Extensions',
  'Collection',
]);

export function readSettings(file: PdfObjects, catalog: PdfDict, destinations: Destinations, words: ValueWords): readonly NamedPart[] {
  const parts: NamedPart[] = [];
  const add = (kind: NamedPart['kind'], name: string, value: string | undefined) => {
    if (value !== undefined && value !== '') parts.push({ kind, name, value });
  };
  add('language', 'language of the document', textOrName(file.follow(catalog.get('Lang'))));
  const mode = file.name(catalog.get('PageMode'));
  if (mode !== 'UseNone') add('setting', 'panel that is shown when it is opened', mode);
  const layout = file.name(catalog.get('PageLayout'));
  if (layout !== 'SinglePage') add('setting', 'arrangement of pages', layout);
  for (const [key, value] of file.dict(catalog.get('ViewerPreferences'))) {
    const said = words.of(value);
    if (said !== 'false') add('setting', `setting ${key} for viewers`, said);
  }
  add('setting', 'what is done when it is opened', opening(file, catalog, destinations));
  for (const [key, action] of file.dict(catalog.get('AA'))) add('setting', `what is done at ${key}`, destinations.action(action).value);
  add('setting', 'labels of the pages', pageLabels(file, catalog));
  const scripts = nameTree(file, file.dict(catalog.get('Names')).get('JavaScript'));
  for (const [name, action] of scripts) add('setting', `script ${textString({ string: name })}`, destinations.action(action).value);
  add('setting', 'layers', layers(file, catalog));
  file.array(catalog.get('OutputIntents')).forEach((intent, index) => {
    const dict = file.dict(intent);
    const profile = file.data(dict.get('DestOutputProfile'));
    const named = textString(file.follow(dict.get('OutputConditionIdentifier'))) ?? '';
    add(
      'setting',
      `output intent ${index + 1}`,
      `${file.name(dict.get('S')) ?? ''} ${named}${profile ? ` (profile ${digest(profile)})` : ''}`,
    );
  });
  for (const [key, value] of catalog) if (!elsewhere.has(key)) add('setting', `entry ${key} of the catalog`, words.of(value));
  return parts;
}

function opening(file: PdfObjects, catalog: PdfDict, destinations: Destinations): string | undefined {
  const value = catalog.get('OpenAction');
  if (value === undefined) return undefined;
  const found = file.follow(value);
  const { value: said, page } = Array.isArray(found) ? destinations.destination(value) : destinations.action(value);
  return page === 1 && said === '' ? undefined : [said, page === undefined ? '' : `page ${page}`].filter(Boolean).join(', ');
}

/** `1: J-1, 6: E-1`: the label with which each run of pages begins. */
function pageLabels(file: PdfObjects, catalog: PdfDict): string {
  return numberTree(file, catalog.get('PageLabels'))
    .map(([index, value]) => {
      const dict = file.dict(value);
      const [prefix, style, start] = [
        textString(file.follow(dict.get('P'))) ?? '',
        file.name(dict.get('S')) ?? '',
        file.follow(dict.get('St')),
      ];
      return `from page ${index + 1}: ${prefix}${style === '' ? '' : `${style}${typeof start === 'number' ? start : 1}`}`;
    })
    .join(', ');
}

/** Each layer with its name, and whether it is shown at first. */
function layers(file: PdfObjects, catalog: PdfDict): string {
  const properties = file.dict(catalog.get('OCProperties'));
  const base = file.dict(properties.get('D'));
  const listed = (key: string) => new Set(file.array(base.get(key)).map(objectOf));
  const [on, off] = [listed('ON'), listed('OFF')];
  const shown = file.name(base.get('BaseState')) !== 'OFF';
  return file
    .array(properties.get('OCGs'))
    .map((layer) => {
      const [name, object] = [textString(file.follow(file.dict(layer).get('Name'))) ?? '', objectOf(layer)];
      return `${name} ${(shown && !off.has(object)) || on.has(object) ? 'shown' : 'hidden'}`;
    })
    .join(', ');
}

const objectOf = (value: PdfValue): number => (isReference(value) ? value.reference : -1);
