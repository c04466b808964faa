// The tie-out book as a reader and a parser see it, and marks that go when what they say is no longer so.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, type ParserError, parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import type { Figure } from '../../../src/model/document.ts';
import { Exact } from '../../../src/model/exact.ts';
import type { Cell, Financials } from '../../../src/model/financials.ts';
import type { Release } from '../../../src/model/release.ts';
import { findPartners, markFigures } from '../../../src/render/tie-out/mark-figures.ts';
import { renderTieOut } from '../../../src/render/tie-out/render-tie-out.ts';
import { editedSample } from '../../support/edited-sample.ts';
import { runCommand } from '../../support/run-command.ts';
import { composeSample, samplePlace } from '../../support/sample.ts';

type Element = DefaultTreeAdapterTypes.Element;

const { release, financials, document, layout, notes } = composeSample();
if (!release || !financials || !document || !layout) throw new Error('the sample has errors');
const html = renderTieOut(release, financials, document, layout, notes);
const errors: ParserError[] = [];
const page = parse(html, { onParseError: (error) => errors.push(error) });
const elements = within(page);

function within(node: DefaultTreeAdapterTypes.ParentNode): Element[] {
  return node.childNodes.flatMap((child) => (defaultTreeAdapter.isElementNode(child) ? [child, ...within(child)] : []));
}

const attribute = (element: Element, name: string) => element.attrs.find((each) => each.name === name)?.value;
const named = (name: string, among: readonly Element[] = elements) => among.filter((element) => element.tagName === name);
const classed = (word: string, among: readonly Element[] = elements) =>
  among.filter((element) => attribute(element, 'class')?.split(' ').includes(word));

function textOf(node: DefaultTreeAdapterTypes.ChildNode): string {
  if (defaultTreeAdapter.isTextNode(node)) return node.value;
  return defaultTreeAdapter.isElementNode(node) ? node.childNodes.map(textOf).join('') : '';
}

describe('the tie-out book of the sample', () => {
  const shown = elements.filter((element) => attribute(element, 'data-figure') !== undefined);

  it('is well formed, without script, frames or anything fetched', () => {
    expect(errors.map(({ code, startLine }) => `${code} ${startLine}`)).toEqual([]);
    for (const name of ['script', 'link', 'iframe', 'img', 'object']) expect(named(name)).toEqual([]);
    expect(
      elements.filter((element) => element.attrs.some(({ name, value }) => /^on/.test(name) || /^(?:https?:)?\/\//.test(value))),
    ).toEqual([]);
    expect(html).not.toMatch(/url\(|@import/);
  });

  it('shows every figure of the document exactly once, as printed, with at least one mark', () => {
    expect(shown.map((element) => Number(attribute(element, 'data-figure'))).sort((a, b) => a - b)).toEqual(
      document.figures.map(({ id }) => id),
    );
    for (const element of shown) {
      const figure = document.figures[Number(attribute(element, 'data-figure'))] as Figure;
      const [body] = element.childNodes;
      expect(body && textOf(body)).toBe(figure.text);
      expect(attribute(element, 'lang')).toBe(figure.lang);
      expect(classed('tick', within(element)).length, figure.text).toBeGreaterThan(0);
    }
    expect(classed('open')).toEqual([]);
  });

  it('has ids that are unique and links that lead to them', () => {
    const ids = elements.flatMap((element) => attribute(element, 'id') ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const known = new Set(ids);
    const links = named('a').map((element) => attribute(element, 'href') ?? '');
    expect(links.length).toBeGreaterThan(document.figures.length);
    expect(links.filter((href) => !href.startsWith('#') || !known.has(href.slice(1)))).toEqual([]);
  });

  it('is made of real tables: captions, heads, scopes', () => {
    const tables = named('table');
    expect(tables.length).toBeGreaterThan(20);
    for (const table of tables) {
      const inner = within(table);
      expect(named('caption', inner)).toHaveLength(1);
      expect(named('thead', inner)).toHaveLength(1);
      for (const th of named('th', inner)) expect(attribute(th, 'scope')).toMatch(/^(?:row|col)$/);
      const widths = named('tr', inner).map((tr) =>
        tr.childNodes.reduce(
          (sum, cell) => sum + (defaultTreeAdapter.isElementNode(cell) ? Number(attribute(cell, 'colspan') ?? 1) : 0),
          0,
        ),
      );
      expect(new Set(widths).size, textOf(table).slice(0, 60)).toBe(1);
    }
  });

  it('links each figure to one of the same fact and measure in the other language, or says that there is none', () => {
    const partners = findPartners(document);
    for (const figure of document.figures) {
      const partner = partners.get(figure.id);
      const others = document.figures.filter(
        (each) => each.fact === figure.fact && each.measure === figure.measure && each.against === figure.against,
      );
      if (!partner) expect(others.filter((each) => each.lang !== figure.lang)).toEqual([]);
      else {
        expect(partner.lang).not.toBe(figure.lang);
        expect([partner.fact, partner.measure, partner.against]).toEqual([figure.fact, figure.measure, figure.against]);
        if (figure.place.kind === 'cell') expect(partner.place).toEqual(figure.place);
      }
    }
    expect(classed('alone').map((element) => attribute(element, 'data-figure'))).toEqual(
      shown.map((element) => attribute(element, 'data-figure')).filter((id) => !partners.has(Number(id))),
    );
  });

  it('puts both languages into one cell of a statement and beside each other in prose', () => {
    const cells = named('td').filter((td) => within(td).some((element) => attribute(element, 'data-figure') !== undefined));
    const pairs = cells.map((td) =>
      classed('figure', within(td))
        .map((element) => attribute(element, 'lang'))
        .join(' '),
    );
    expect(pairs.filter((pair) => pair === 'ja en').length).toBeGreaterThan(600);
    const summary = elements.find((element) => attribute(element, 'id') === 'prose.summary');
    expect(summary && named('table', within(summary)).map((table) => textOf(named('caption', within(table))[0] as Element))).toEqual([
      'summary ja',
      'summary en',
    ]);
  });

  it('has a choice for every state, and a rule of the style sheet behind each', () => {
    const style = textOf(named('style')[0] as Element);
    const choices = named('input').map((input) => attribute(input, 'value'));
    const legend = classed('legend')[0] as Element;
    expect(choices).toHaveLength(named('tr', named('tbody', within(legend)).flatMap(within)).length + 1);
    const states = choices.filter((state) => state !== 'all');
    for (const state of states) expect(style).toContain(`body:has(#show-${state}:checked) .sheet .figure:not(.${state})`);
    for (const word of shown.flatMap((element) => attribute(element, 'class')?.split(' ') ?? []))
      expect(['figure', ...states]).toContain(word);
  });

  it('counts what it shows', () => {
    const rows = named('tr', within(classed('legend')[0] as Element)).slice(1);
    for (const [index, state] of named('input')
      .slice(1)
      .map((input) => attribute(input, 'value') ?? '')
      .entries()) {
      const figures = classed(state, shown);
      const counts = classed('count', within(rows[index] as Element)).map((cell) => Number(textOf(cell)));
      expect(counts).toEqual(['ja', 'en'].map((lang) => figures.filter((element) => attribute(element, 'lang') === lang).length));
    }
  });

  it('tells the reason of each override and leads to it', () => {
    const schedule = textOf(elements.find((element) => attribute(element, 'id') === 'adjustments') as Element);
    for (const override of release.spec.overrides) expect(schedule).toContain(override.why);
  });

  it('lists what the source shows otherwise than it is printed', () => {
    const rows = within(elements.find((element) => attribute(element, 'id') === 'errata') as Element);
    const cells = rows.filter(({ tagName }) => tagName === 'td' || tagName === 'th').map(textOf);
    expect(release.spec.errata.length).toBeGreaterThan(0);
    for (const { shown, printed, why } of release.spec.errata) {
      const at = cells.indexOf(shown);
      expect(cells.slice(at, at + 3)).toEqual([shown, printed, why]);
    }
  });
});

const marksOf = (of: { release?: Release; financials?: Financials; figures?: readonly Figure[] }, wanted: (figure: Figure) => boolean) => {
  const figures = of.figures ?? document.figures;
  const marked = markFigures(of.release ?? release, of.financials ?? financials, { ...document, figures });
  return figures.filter((figure) => figure.lang === 'en' && wanted(figure)).map((figure) => marked.get(figure.id)?.marks.join(' '));
};

const cell = (statement: string, column: string, fact: string) => (figure: Figure) =>
  figure.place.kind === 'cell' && figure.place.statement === statement && figure.place.column === column && figure.fact === fact;

describe('tickmarks', () => {
  it('say what was proved of a figure', () => {
    expect(marksOf({}, cell('operations', 'current-jpy', 'revenue.dialup@2q02'))).toEqual(['footed traced']);
    expect(marksOf({}, cell('operations', 'current-jpy', 'revenue.si@2q02'))).toEqual(['footed agrees traced']);
    expect(marksOf({}, cell('operations', 'current-jpy', 'result.operating@2q02'))).toEqual(['footed agrees recomputed']);
    expect(marksOf({}, cell('operations', 'year-share', 'costs.total-of-revenues@2q01'))).toEqual(['footed recomputed overridden']);
    expect(marksOf({}, cell('cash-flows', 'current-usd', 'cash-flow.receivable@2q02'))).toEqual(['footed translated overridden']);
    expect(marksOf({}, (figure) => figure.text === 'an increase of 23.6%')).toEqual(['recomputed stated overridden']);
  });

  it('hold the two printings of one loss against each other', () => {
    expect(marksOf({}, cell('operations', 'current-usd', 'result.equity-method@2q02'))[0]).toMatch(/differs/);
    expect(marksOf({}, cell('cash-flows', 'current-usd', 'result.equity-method@2q02'))[0]).toMatch(/differs/);
    const all = markFigures(release, financials, document);
    const differing = document.figures.filter(({ id }) => all.get(id)?.marks.includes('differs'));
    expect(new Set(differing.map(({ fact, measure }) => `${fact} ${measure}`))).toEqual(new Set(['result.equity-method@2q02 translated']));
  });

  it('lose footing where a printed part is one off', () => {
    const altered = alterCell(financials, 'operations', 'current-jpy', 'revenue.si', (each) => ({
      ...each,
      printed: each.printed.add(Exact.one),
    }));
    expect(marksOf({ financials: altered }, cell('operations', 'current-jpy', 'revenue.si@2q02'))).toEqual(['agrees traced']);
    expect(marksOf({ financials: altered }, cell('operations', 'current-jpy', 'revenue.dialup@2q02'))).toEqual(['footed traced']);
  });

  it('are open where the exact value follows from no fact', () => {
    const wrong = (figure: Figure) => figure.text === '$86.8 million';
    const figures = document.figures.map((figure) =>
      wrong(figure) ? { ...figure, exact: figure.exact.add(Exact.one), printed: figure.printed.add(Exact.of(5)) } : figure,
    );
    expect(marksOf({ figures }, wrong)).toEqual(['differs open']);
    const change = (figure: Figure) => figure.place.kind === 'prose' && figure.text === 'an increase of 184.9%';
    const changed = document.figures.map((figure) => (change(figure) ? { ...figure, exact: figure.exact.neg() } : figure));
    expect(marksOf({ figures: changed }, change)[0]).not.toMatch(/recomputed/);
  });

  it('name the facts of a waived relation', () => {
    const relation = release.relations.find(({ check }) => check === 'explained-difference');
    if (!relation) throw new Error('the sample has the relation');
    const waiver = {
      check: relation.check,
      relation: relation.name,
      period: '2q02',
      difference: Exact.zero,
      why: 'a test',
      at: relation.at,
    };
    const waived: Release = { ...release, spec: { ...release.spec, waivers: [waiver] } };
    expect(marksOf({ release: waived }, cell('other', 'current', 'ebitda.adjusted@2q02'))[0]).toMatch(/waived/);
    expect(marksOf({ release: waived }, cell('other', 'prior-year', 'ebitda.adjusted@2q01'))[0]).not.toMatch(/waived/);
    expect(renderTieOut(waived, financials, document, layout)).toMatch(/<b>Waivers<\/b> \(1\)/);
  });
});

describe('the book of an issuer whose columns are cut, not footed', () => {
  const other = composeSample({ ...samplePlace, issuer: 'aoba', release: '2026h1' });

  it('proves every figure, and calls no total footed that its parts miss as printed', () => {
    if (!other.release || !other.financials || !other.document || !other.layout) throw new Error('the second issuer has errors');
    const marked = markFigures(other.release, other.financials, other.document);
    expect(
      other.document.figures.filter(({ id }) => marked.get(id)?.marks.includes('open')).map(({ fact, text }) => `${fact} ${text}`),
    ).toEqual([]);
    const marks = [...marked.values()].flatMap(({ marks: each }) => each);
    expect(marks).toContain('footed');
    expect(marks).not.toContain('plugged');
    const totals = other.document.figures.filter(({ place }) => {
      const statement = place.kind === 'cell' ? other.financials?.statements.get(place.statement) : undefined;
      return place.kind === 'cell' && (statement?.rows[place.row]?.spec.of ?? []).length > 0;
    });
    expect(totals.filter(({ id }) => !marked.get(id)?.marks.includes('footed')).length).toBeGreaterThan(0);
  });
});

function alterCell(from: Financials, id: string, column: string, concept: string, alter: (cell: Cell) => Cell): Financials {
  const statement = from.statements.get(id);
  if (!statement) throw new Error(`no statement ${id}`);
  const rows = statement.rows.map((row) => ({
    ...row,
    cells: row.cells.map((each) => (each?.concept === concept && each.column.id === column ? alter(each) : each)),
  }));
  return { ...from, statements: new Map(from.statements).set(id, { ...statement, rows }) };
}

describe('kessan check --report', () => {
  const file = 'out/iij/2q02/tie-out.html';

  it('writes the book beside what is built, whole', async () => {
    const { root } = editedSample([]);
    const { code, out } = await runCommand(['check', 'iij/2q02', '--report'], root);
    expect(code).toBe(0);
    expect(out).toContain(file);
    expect(readFileSync(join(root, file), 'utf8')).toBe(html);
  });

  it('writes nothing for a release with errors, and nothing unasked', async () => {
    const { root } = editedSample([{ file: 'data/iij/periods/2q02.yaml', from: 'ebitda.adjusted: 662', to: 'ebitda.adjusted: 663' }]);
    const { code, err } = await runCommand(['check', 'iij/2q02', '--report'], root);
    expect(code).toBe(1);
    expect(err).toMatch(/no tie-out book written/);
    const whole = editedSample([]);
    await runCommand(['check', 'iij/2q02'], whole.root);
    expect([existsSync(join(root, 'out')), existsSync(join(whole.root, 'out'))]).toEqual([false, false]);
  });
});
