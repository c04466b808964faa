// Turn the bytes of a PDF into the days on which it says that it was made and changed.
import { fileLimits } from '../../model/limits.ts';
import { PdfFile } from './pdf-file.ts';
import { PdfFault } from './pdf-value.ts';

/** `2002-11-13 00:00:00 +09:00`; undefined where the file says nothing, or in a form that is not read. */
export interface FileDates {
  readonly created?: string;
  readonly modified?: string;
}

/** What its information dictionary says. It is looked for alone; only where it is packed, as our files may have it, the file is read for it. */
export function fileDates(bytes: Uint8Array): FileDates {
  const plain = plainDates(bytes);
  const { created, modified } = Object.keys(plain).length > 0 ? plain : (ownDates(bytes) ?? {});
  const [made, changed] = [created && dateOf(created), modified && dateOf(modified)];
  return { ...(made && { created: made }), ...(changed && { modified: changed }) };
}

/** Dates as the file writes them. */
function ownDates(bytes: Uint8Array): FileDates | undefined {
  if (bytes.length > fileLimits.bytes) return undefined;
  try {
    const file = new PdfFile(bytes);
    const info = file.dict(file.trailer.get('Info'));
    const [created, modified] = [file.text(info.get('CreationDate')), file.text(info.get('ModDate'))];
    return { ...(created !== undefined && { created }), ...(modified !== undefined && { modified }) };
  } catch (fault) {
    if (fault instanceof PdfFault) return undefined;
    throw fault;
  }
}

/** Bytes of an information dictionary that are looked through: titles and names take some hundred. */
const longest = 8192;

/** The dictionary that the last trailer names, where it is neither packed nor encrypted. */
function plainDates(bytes: Uint8Array): FileDates {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = file.lastIndexOf('/Info');
  const [, number, generation] = /^\/Info\s+(\d{1,10})\s+(\d{1,5})\s+R/.exec(at < 0 ? '' : file.toString('latin1', at, at + 40)) ?? [];
  if (number === undefined) return {};
  // An object that was written again stands last.
  const head = file.lastIndexOf(`\n${number} ${generation} obj`);
  const other = head < 0 ? file.lastIndexOf(`\r${number} ${generation} obj`) : head;
  if (other < 0) return {};
  const text = file.toString('latin1', other, other + longest);
  const dict = text.slice(0, Math.max(0, text.indexOf('endobj')) || longest);
  const written = (key: string) => new RegExp(`/${key}\\s*\\(([^()\\\\]{0,40})\\)`).exec(dict)?.[1];
  const [created, modified] = [written('CreationDate'), written('ModDate')];
  return { ...(created !== undefined && { created }), ...(modified !== undefined && { modified }) };
}

/** `D:20021113000000+09'00'`: all after the year may be left out. */
function dateOf(written: string): string | undefined {
  const [, year, month = '01', day = '01', hour = '00', minute = '00', second = '00', zone] =
    /^(?:D:)?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(Z|[+-]\d\d(?:'?\d\d)?)?/.exec(written) ?? [];
  if (year === undefined) return undefined;
  const [, sign, hours, minutes = '00'] = /^([+-])(\d\d)'?(\d\d)?/.exec(zone ?? '') ?? [];
  const offset = sign === undefined ? (zone === undefined ? '' : ' UTC') : ` ${sign}${hours}:${minutes}`;
  return `${year}-${month}-${day} ${hour}:${minute}:${second}${offset}`;
}
