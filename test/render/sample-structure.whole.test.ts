// Turn what voices need into tests on the finished sample: languages, long forms, heads, notes, summaries, artifacts, one colour.
import { beforeAll, describe, expect, it } from 'vitest';
import { type PdfDict, type PdfObjects, type PdfValue, readObjects } from '../support/pdf-objects.ts';
import { buildSample, pdfOf, type WholeRelease } from '../support/sample.ts';
import { has, needing } from '../support/tools.ts';

/** An element of the tree, by its own words. */
interface Element {
  readonly type: string;
  readonly dict: PdfDict;
  readonly attributes: PdfDict;
  readonly kids: readonly Element[];
}

describe.skipIf(!has('qpdf'))(needing('qpdf', 'the structure of the sample'), () => {
  let release: WholeRelease;
  let objects: PdfObjects;
  let root: Element;
  beforeAll(async () => {
    release = await buildSample();
    objects = readObjects(pdfOf(release));
    root = elements(objects.dict(objects.catalog['/StructTreeRoot'])['/K'])[0]!;
  });

  const elements = (kids: PdfValue | undefined): readonly Element[] =>
    ([kids ?? []].flat() as PdfValue[]).flatMap((kid): readonly Element[] => {
      const dict = objects.follow(kid) as PdfDict | null;
      if (dict === null || typeof dict !== 'object' || dict['/S'] === undefined) return [];
      const attributes = dict['/A'] === undefined ? {} : objects.dict(dict['/A']);
      return [{ type: String(dict['/S']).slice(1), dict, attributes, kids: elements(dict['/K']) }];
    });
  const inside = (element: Element): readonly Element[] => [element, ...element.kids.flatMap(inside)];
  const ofType = (...types: readonly string[]) => inside(root).filter(({ type }) => types.includes(type));
  const text = (value: PdfValue | undefined) => objects.text(value);

  it('is a Document of one Part a language, each with its title', () => {
    expect([root.type, text(root.dict['/Lang'])]).toEqual(['Document', 'ja-JP']);
    expect(root.kids.map(({ type, dict }) => [type, text(dict['/Lang']), text(dict['/T'])])).toEqual([
      ['Part', 'ja-JP', release.document.parts[0]!.title],
      ['Part', 'en-US', release.document.parts[1]!.title],
    ]);
  });

  it('has one H1 in each part, no level skipped, no heading empty', () => {
    for (const part of root.kids) {
      const headings = inside(part).filter(({ type }) => /^H\d$/.test(type));
      const levels = headings.map(({ type }) => Number(type.slice(1)));
      expect(levels.filter((level) => level === 1)).toHaveLength(1);
      expect(levels[0]).toBe(1);
      levels.slice(1).forEach((level, i) => {
        expect(level).toBeLessThanOrEqual(levels[i]! + 1);
      });
      for (const heading of headings) expect(heading.dict['/K']).toBeDefined();
    }
  });

  it('names every head of a table and says what it heads', () => {
    const heads = ofType('TH');
    expect(heads.length).toBeGreaterThan(300);
    for (const { dict, attributes } of heads) {
      expect(dict['/ID']).toBeDefined();
      expect(['/Row', '/Column']).toContain(attributes['/Scope']);
    }
  });

  it('has regular grids: every row as wide as its table, spans and blank cells counted', () => {
    for (const table of ofType('Table')) {
      const rows = inside(table).filter(({ type }) => type === 'TR');
      const covered = new Map<number, number>();
      const widths = rows.map((row, r) => {
        const own = row.kids.reduce((sum, { attributes }) => {
          const span = Number(attributes['/ColSpan'] ?? 1);
          for (let down = 1; down < Number(attributes['/RowSpan'] ?? 1); down++) covered.set(r + down, (covered.get(r + down) ?? 0) + span);
          return sum + span;
        }, 0);
        return own + (covered.get(r) ?? 0);
      });
      expect(new Set(widths).size, text(table.attributes['/Summary'])).toBe(1);
    }
  });

  it('sums each table up, and says how negatives are shown wherever one is', () => {
    const tables = release.document.parts.flatMap(({ sections }) =>
      sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table')),
    );
    const elementsOfTables = ofType('Table');
    expect(elementsOfTables).toHaveLength(tables.length);
    let negatives = 0;
    tables.forEach((table, i) => {
      const summary = text(elementsOfTables[i]!.attributes['/Summary']);
      expect(summary).toBe(table.summary);
      const negative = table.rows.some(({ cells }) => cells.some((cell) => cell?.prefix.includes('(')));
      if (!negative) return;
      negatives++;
      expect(summary).toMatch(/括弧内|parentheses/);
    });
    expect(negatives).toBe(6);
  });

  it('speaks foreign phrases in their own language', () => {
    const words = markedWords();
    const foreign = ofType('Span').filter(({ dict }) => dict['/Lang'] !== undefined);
    expect(foreign.map(({ dict }) => `${text(dict['/Lang'])} ${words(dict)}`)).toEqual([
      'en-US Private Securities Litigation Reform Act of 1995',
      'en-US forward-looking statements',
      'en-US Securities Exchange Act of 1934',
    ]);
  });

  it('gives abbreviations their long form once a part, and labels of periods in every head', () => {
    const words = markedWords();
    const [ja, en] = root.kids.map((part) =>
      inside(part)
        .filter(({ type, dict }) => type === 'Span' && dict['/E'] !== undefined)
        .map(({ dict }) => `${words(dict)}: ${text(dict['/E'])}`),
    );
    const once = (spans: readonly string[] | undefined) => spans?.filter((span) => !/^\dQ/.test(span));
    expect(once(ja)).toEqual([...new Set(once(ja))]);
    expect(once(en)).toEqual([...new Set(once(en))]);
    expect(once(ja)).toContain('CDN: コンテンツ配信網');
    expect(once(en)).toContain('EBITDA: earnings before interest, taxes, depreciation and amortization');
    const heads = (spans: readonly string[] | undefined) => spans?.filter((span) => span.startsWith('2Q02'));
    expect(new Set(heads(ja))).toEqual(new Set(['2Q02: 2002年度第2四半期']));
    expect(new Set(heads(en))).toEqual(new Set(['2Q02: the 2nd quarter of fiscal 2002']));
    expect(heads(ja)!.length).toBe(6);
  });

  it('begins every note with its label, and leads every mark to one', () => {
    const notes = ofType('Note');
    expect(new Set(notes.map(({ dict }) => text(dict['/ID']))).size).toBe(notes.length);
    for (const { kids } of notes) expect(kids.map(({ type }) => type)).toEqual(expect.arrayContaining(['Lbl', 'P']));
    for (const { kids } of notes) expect(kids[0]!.type).toBe('Lbl');
    const references = ofType('Reference');
    expect(references.length).toBeGreaterThan(20);
    for (const { kids } of references) expect(kids.map(({ type }) => type)).toEqual(['Link']);
  });

  it('holds words only: no alternatives to text, and replacements nowhere', () => {
    for (const { dict } of inside(root)) expect([dict['/Alt'], dict['/ActualText']]).toEqual([undefined, undefined]);
  });

  it('is drawn in one black, which the output intent describes', () => {
    const pages = objects.dict(objects.catalog['/Pages'])['/Kids'] as readonly PdfValue[];
    for (const page of pages) {
      const content = objects.stream(objects.dict(page)['/Contents']).toString('latin1');
      expect(content).not.toMatch(/(^|\s)(g|G|rg|RG|k|K|cs|CS|sc|SC|scn|SCN|sh|gs|Do)(\s|$)/);
    }
    const [intent] = (objects.follow(objects.catalog['/OutputIntents']) as readonly PdfValue[]).map(objects.dict);
    expect(intent!['/S']).toBe('/GTS_PDFA1');
    expect(objects.trailer['/Encrypt']).toBeUndefined();
  });

  it('labels its pages by part, and names its titles and languages in the packet', () => {
    const second = release.layout.pages.find(({ part }) => part === release.document.parts[1]!.id)!.index;
    expect(objects.dict(objects.catalog['/PageLabels'])['/Nums']).toEqual([0, { '/S': '/D' }, second, { '/S': '/D', '/P': 'u:E-' }]);
    expect(objects.dict(objects.catalog['/ViewerPreferences'])).toEqual({ '/DisplayDocTitle': true, '/PrintScaling': '/None' });
    const packet = objects.stream(objects.catalog['/Metadata']).toString('utf8');
    const { ja, en } = release.document.titles;
    expect([...packet.matchAll(/<rdf:li xml:lang="([^"]+)">([^<]*)</g)].map(([, lang, title]) => [lang, title])).toEqual([
      ['x-default', ja],
      ['ja-JP', ja],
      ['en-US', en],
    ]);
    expect(packet).toContain('<dc:language><rdf:Bag><rdf:li>ja-JP</rdf:li><rdf:li>en-US</rdf:li></rdf:Bag></dc:language>');
  });

  /** What an element's marked content says; each of those asked for has one piece. */
  function markedWords(): (element: PdfDict) => string {
    const lines = objects.words();
    return (element) => {
      const [kid] = [element['/K'] ?? []].flat() as PdfValue[];
      const id = typeof kid === 'number' ? kid : objects.dict(kid)['/MCID'];
      return lines.get(`${element['/Pg']} ${id}`) ?? '';
    };
  }
});
