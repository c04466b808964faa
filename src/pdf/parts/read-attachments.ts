// Turn the files that a PDF carries, by its names, its associated files and its notes, into named parts: name, size, content, what it is for.
import type { PdfObjects } from '../objects/pdf-objects.ts';
import { isReference, type PdfDict, type PdfValue } from '../objects/pdf-value.ts';
import type { NamedPart } from './document-parts.ts';
import { nameTree } from './read-destinations.ts';
import { textString } from './text-string.ts';
import { digest } from './value-words.ts';

/** Files that are read. */
const mostFiles = 1_000;

/** `notes`: file specifications that annotations hold. */
export function readAttachments(file: PdfObjects, catalog: PdfDict, notes: readonly PdfValue[]): readonly NamedPart[] {
  const named = nameTree(file, file.dict(catalog.get('Names')).get('EmbeddedFiles')).map(([, value]) => value);
  const seen = new Set<number>();
  const times = new Map<string, number>();
  return [...named, ...file.array(catalog.get('AF')), ...notes].slice(0, mostFiles).flatMap((value): readonly NamedPart[] => {
    if (isReference(value) && seen.has(value.reference)) return [];
    if (isReference(value)) seen.add(value.reference);
    const dict = file.dict(value);
    const name = textString(file.follow(dict.get('UF'))) ?? textString(file.follow(dict.get('F'))) ?? '';
    const streams = file.dict(dict.get('EF'));
    const data = file.data(streams.get('UF') ?? streams.get('F'));
    if (name === '' && !data) return [];
    const count = (times.get(name) ?? 0) + 1;
    times.set(name, count);
    const label = `attachment '${name}'${count > 1 ? ` (${count})` : ''}`;
    const parts: NamedPart[] = [
      { kind: 'attachment', name: label, value: data ? `${data.length} bytes (sha256 ${digest(data)})` : 'no content' },
    ];
    const told = purpose(file, dict, streams);
    if (told !== '') parts.push({ kind: 'attachment', name: `description of ${label}`, value: told });
    return parts;
  });
}

function purpose(file: PdfObjects, dict: PdfDict, streams: PdfDict): string {
  const kind = file.name(file.dict(streams.get('UF') ?? streams.get('F')).get('Subtype'));
  return [textString(file.follow(dict.get('Desc'))), file.name(dict.get('AFRelationship')), kind].filter(Boolean).join(', ');
}
