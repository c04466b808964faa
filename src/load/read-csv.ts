// Turn comma-separated text into rows of fields with their lines: quotation marks keep commas and line ends, two of them stand for one.

/** One row. */
export interface CsvRow {
  /** Line on which it begins, from 1. */
  readonly line: number;
  /** Quotation marks taken off; white space kept. */
  readonly fields: readonly string[];
}

/** What keeps a text from being read. */
export interface CsvFault {
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

/** Blank lines, and lines that begin with `#`, are no rows. */
export function readCsv(text: string): { readonly rows: readonly CsvRow[]; readonly fault?: CsvFault } {
  const rows: CsvRow[] = [];
  let [at, line] = [0, 1];
  while (at < text.length) {
    const end = lineEnd(text, at);
    const whole = text.slice(at, end).trim();
    if (whole === '' || whole.startsWith('#')) {
      at = end + 1;
      line++;
      continue;
    }
    const row = readRow(text, at, line);
    if ('message' in row) return { rows, fault: row };
    rows.push({ line, fields: row.fields });
    at = row.end + 1;
    line = row.line + 1;
  }
  return { rows };
}

/** From `start` to the line end that no quotation marks hold; `line` is where that is. */
function readRow(text: string, start: number, first: number): CsvFault | { fields: readonly string[]; end: number; line: number } {
  const fields: string[] = [];
  let [at, line] = [start, first];
  for (;;) {
    const opening = after(text, at, ' ');
    if (text[opening] === '"') {
      at = opening;
      let field = '';
      let from = at + 1;
      let close = text.indexOf('"', from);
      for (; close >= 0 && text[close + 1] === '"'; close = text.indexOf('"', from)) {
        field += text.slice(from, close + 1);
        from = close + 2;
      }
      if (close < 0) return { line: first, message: 'this quotation has no end' };
      field += text.slice(from, close);
      line += field.split('\n').length - 1;
      fields.push(field);
      at = after(text, close + 1, ' ');
      if (at < text.length && text[at] !== ',' && text[at] !== '\n') return { line, message: 'more follows a closing quotation mark' };
    } else {
      let stop = at;
      while (stop < text.length && text[stop] !== ',' && text[stop] !== '\n') stop++;
      fields.push(text.slice(at, stop));
      at = stop;
    }
    if (text[at] !== ',') return { fields, end: at, line };
    at++;
  }
}

/** The first place that `character` does not stand at. */
function after(text: string, from: number, character: string): number {
  let at = from;
  while (text[at] === character) at++;
  return at;
}

function lineEnd(text: string, from: number): number {
  const found = text.indexOf('\n', from);
  return found < 0 ? text.length : found;
}
