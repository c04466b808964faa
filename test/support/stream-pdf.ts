// Turn objects into a PDF of the form that we write: its cross-references in a stream, and no table.

/** Objects by number; a stream's are its dictionary's entries and its data. */
export type WrittenObject = string | { readonly entries: string; readonly data: Uint8Array };

/** 1 is the catalog and 2 the information dictionary, which says that the file is ours unless `objects` has another. */
export function streamPdf(objects: Readonly<Record<number, WrittenObject>>): Uint8Array {
  const all: Readonly<Record<number, WrittenObject>> = { 2: '<< /Producer (kessan) /Creator (kessan) /Title (T) >>', ...objects };
  const parts: Uint8Array[] = [];
  let at = 0;
  const add = (part: string | Uint8Array) => {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : part;
    parts.push(bytes);
    at += bytes.length;
  };
  add('%PDF-1.7\n');
  const offsets = new Map<number, number>();
  for (const [number, object] of Object.entries(all)) {
    offsets.set(Number(number), at);
    add(`${number} 0 obj\n`);
    if (typeof object === 'string') add(object);
    else {
      add(`<< ${object.entries} /Length ${object.data.length} >>\nstream\n`);
      add(object.data);
      add('\nendstream');
    }
    add('\nendobj\n');
  }
  const start = at;
  const last = Math.max(...offsets.keys()) + 1;
  const rows = Buffer.alloc((last + 1) * 5);
  offsets.set(last, start);
  for (const [number, offset] of offsets) {
    rows[number * 5] = 1;
    rows.writeUInt32BE(offset, number * 5 + 1);
  }
  add(`${last} 0 obj\n<< /Type /XRef /W [1 4 0] /Size ${last + 1} /Root 1 0 R /Info 2 0 R /Length ${rows.length} >>\nstream\n`);
  add(rows);
  add(`\nendstream\nendobj\nstartxref\n${start}\n%%EOF\n`);
  return Buffer.concat(parts);
}
