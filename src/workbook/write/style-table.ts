// Turn the styles of cells into the one table of them that a workbook has, and each into its number there.
import type { CellStyle } from './sheet-to-write.ts';
import { escapeXml } from './sheet-xml.ts';

export interface StyleTable {
  /** The number of a style; the same for the same one. */
  readonly idOf: (style: CellStyle) => number;
  /** The part styles.xml with all that were asked for. */
  readonly xml: () => string;
}

/** Numbers below this are formats of the program's own. */
const firstFormat = 164;

export function styleTable(): StyleTable {
  const fonts = new Map<string, number>();
  const borders = new Map<string, number>();
  const formats = new Map<string, number>();
  const cells = new Map<string, number>();
  const numberOf = (map: Map<string, number>, xml: string): number => {
    const known = map.get(xml);
    if (known !== undefined) return known;
    map.set(xml, map.size);
    return map.size - 1;
  };
  numberOf(fonts, fontXml({}));
  numberOf(borders, borderXml({}));
  const idOf = (style: CellStyle): number => {
    const format = style.format === undefined ? 0 : firstFormat + numberOf(formats, style.format);
    const font = numberOf(fonts, fontXml(style));
    const border = numberOf(borders, borderXml(style));
    return numberOf(
      cells,
      `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1">${alignmentXml(style)}</xf>`,
    );
  };
  idOf({});
  const list = (name: string, map: ReadonlyMap<string, number>) => `<${name} count="${map.size}">${[...map.keys()].join('')}</${name}>`;
  const xml = () =>
    [
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
      formats.size > 0
        ? `<numFmts count="${formats.size}">${[...formats].map(([format, index]) => `<numFmt numFmtId="${firstFormat + index}" formatCode="${escapeXml(format)}"/>`).join('')}</numFmts>`
        : '',
      list('fonts', fonts),
      '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
      list('borders', borders),
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
      list('cellXfs', cells),
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
      '<dxfs count="1"><dxf><font><b/><color rgb="FF9C0006"/></font><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf></dxfs>',
      '</styleSheet>',
    ].join('');
  return { idOf, xml };
}

function fontXml({ bold, italic, typed, quiet }: CellStyle): string {
  const colour = typed ? '<color rgb="FF0000FF"/>' : quiet ? '<color rgb="FF666666"/>' : '';
  return `<font>${bold ? '<b/>' : ''}${italic ? '<i/>' : ''}<sz val="10"/>${colour}<name val="Yu Gothic"/><family val="2"/></font>`;
}

function borderXml({ above, below }: CellStyle): string {
  const side = (name: string, line: string | undefined) =>
    line === undefined ? `<${name}/>` : `<${name} style="${line}"><color auto="1"/></${name}>`;
  return `<border><left/><right/>${side('top', above)}${side('bottom', below)}<diagonal/></border>`;
}

function alignmentXml({ align, indent, wrap }: CellStyle): string {
  const horizontal = align ?? (indent === undefined ? undefined : 'left');
  return `<alignment${horizontal === undefined ? '' : ` horizontal="${horizontal}"`} vertical="center"${indent === undefined ? '' : ` indent="${indent}"`}${wrap ? ' wrapText="1"' : ''}/>`;
}
