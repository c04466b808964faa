// Turn sheets into the bytes of an .xlsx file, the same bytes for the same sheets on any machine.
import { strToU8, zipSync } from 'fflate';
import { columnLetters } from '../workbook.ts';
import type { SheetToWrite, WorkbookProperties } from './sheet-to-write.ts';
import { escapeXml, sheetXml } from './sheet-xml.ts';
import { styleTable } from './style-table.ts';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export function writeXlsx(sheets: readonly SheetToWrite[], properties: WorkbookProperties): Uint8Array {
  const styles = styleTable();
  const bodies = sheets.map((sheet, index) => sheetXml(sheet, index === 0, styles.idOf));
  const parts: readonly (readonly [string, string])[] = [
    ['[Content_Types].xml', contentTypes(sheets.length)],
    ['_rels/.rels', packageRelations],
    ['docProps/core.xml', coreProperties(properties)],
    ['xl/workbook.xml', workbookXml(sheets)],
    ['xl/_rels/workbook.xml.rels', workbookRelations(sheets.length)],
    ['xl/styles.xml', head + styles.xml()],
    ...bodies.map((body, index) => [`xl/worksheets/sheet${index + 1}.xml`, head + body] as const),
  ];
  // By its parts, since an archive keeps the time of a clock on the wall: the same wherever the wall is.
  const mtime = new Date(1980, 0, 1, 0, 0, 0);
  return zipSync(Object.fromEntries(parts.map(([name, text]) => [name, strToU8(text)])), { level: 6, mtime });
}

function contentTypes(count: number): string {
  const sheets = Array.from(
    { length: count },
    (_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${type}.worksheet+xml"/>`,
  );
  return `${head}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>${sheets.join('')}</Types>`;
}

const packageRelations = `${head}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${packaged}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`;

function coreProperties({ title, author, date }: WorkbookProperties): string {
  const moment = `${date}T00:00:00Z`;
  return `${head}<cp:coreProperties xmlns:cp="${packaged}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(title)}</dc:title><dc:creator>${escapeXml(author)}</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">${moment}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${moment}</dcterms:modified></cp:coreProperties>`;
}

/** Excel computes every formula anew when it opens the file. */
function workbookXml(sheets: readonly SheetToWrite[]): string {
  const listed = sheets.map(({ name }, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`);
  const titles = sheets.flatMap(({ name, frozen }, index) => {
    const quoted = `'${name.replaceAll("'", "''")}'`;
    const areas = [
      ...(frozen.columns > 0 ? [`${quoted}!$A:$${columnLetters(frozen.columns - 1)}`] : []),
      ...(frozen.rows > 0 ? [`${quoted}!$1:$${frozen.rows}`] : []),
    ];
    return areas.length === 0
      ? []
      : [`<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${escapeXml(areas.join(','))}</definedName>`];
  });
  return `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><bookViews><workbookView/></bookViews><sheets>${listed.join('')}</sheets>${titles.length > 0 ? `<definedNames>${titles.join('')}</definedNames>` : ''}<calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>`;
}

function workbookRelations(count: number): string {
  const sheets = Array.from(
    { length: count },
    (_, index) => `<Relationship Id="rId${index + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  return `${head}<Relationships xmlns="${packaged}/relationships">${sheets.join('')}<Relationship Id="rId${count + 1}" Type="${relations}/styles" Target="styles.xml"/></Relationships>`;
}
