// Turn facts, plugs, overrides, waivers, restatements and errata into the schedules at the end of the book.
import { factKey } from '../../figures/fact-key.ts';
import { cellOf, reasonOf } from '../../figures/figure-reason.ts';
import type { Fact } from '../../model/financials.ts';
import type { Finding } from '../../model/finding.ts';
import { escapeHtml } from '../html/safe-markup.ts';
import { type Book, factId } from './book.ts';

/** Every figure that is not plain rounding, once, with its reason; what is waived; what the source shows otherwise than it is printed. Nothing where there is none. */
export function renderAdjustments(book: Book): string {
  const { document, financials, release } = book;
  const places = new Map(document.figures.map((figure) => [cellOf(figure, financials), figure] as const));
  const cells = financials.adjustments.map((cell) => {
    const figure = places.get(cell);
    const name = `${escapeHtml(cell.fact)} ${escapeHtml(cell.column.id)}`;
    const link = figure ? `<a href="#f${figure.id}">${name}</a>` : name;
    const kind = cell.treatment === 'plain' ? 'plug' : cell.treatment;
    const values = [cell.exact.toFixed(6), cell.plain.toFixed(cell.decimals), cell.printed.toFixed(cell.decimals)];
    return row([kind, ...values, escapeHtml(cell.override?.why ?? (cell.told ? reasonOf(cell.told) : 'its column must foot'))], link);
  });
  const prose = financials.proseOverrides.map(({ concept, period, measure, exact, exactDecimals, plain, print, decimals, why }) => {
    const values = [exact.toFixed(exactDecimals), plain.toFixed(decimals), print.toFixed(decimals)];
    return row(['override', ...values, escapeHtml(why)], escapeHtml(`${factKey(concept, period)} ${measure}, in prose`));
  });
  const waivers = release.spec.waivers.map(({ relation, period, difference, why }) =>
    row([escapeHtml(period), difference.toString(), escapeHtml(why)], escapeHtml(relation)),
  );
  const restated = listRestated(book);
  const errata = release.spec.errata.map(({ shown, printed, why }) => row([escapeHtml(printed), escapeHtml(why)], escapeHtml(shown)));
  return [
    schedule('adjustments', 'Plugs and overrides', ['figure', 'kind', 'exact', 'plain rounding', 'printed', 'why'], [...cells, ...prose]),
    schedule('waivers', 'Waivers', ['relation', 'period', 'difference', 'why'], waivers),
    schedule('restated', 'Restated since they were released', ['figure', 'released', 'presented', 'why'], restated),
    schedule('errata', 'Errata of the source', ['as shown', 'as printed', 'why'], errata),
  ].join('\n');
}

/** Figures of earlier periods that are presented otherwise than the release of their period printed them, in base units. */
function listRestated({ release, financials }: Book): readonly string[] {
  return [...release.periods.values()].flatMap(({ id, asReleased = [] }) =>
    asReleased.flatMap(({ concept, value, because }) => {
      const fact = financials.facts.get(factKey(concept, id));
      if (!fact || because === undefined) return [];
      const link = `<a href="#${factId(fact.key)}">${escapeHtml(fact.key)}</a>`;
      return [row([valueText({ value }), valueText(fact), escapeHtml(because)], link)];
    }),
  );
}

/** What one language alone prints, with its place. */
export function renderNotes(notes: readonly Finding[]): string {
  const rows = notes.map(({ message, at }) => row([at ? escapeHtml(`${at.file}:${at.line}`) : ''], escapeHtml(message)));
  return schedule('notes', 'In one language only', ['what', 'place'], rows);
}

/** Every fact that a figure prints or is made against, once, with where it comes from. */
export function renderFacts({ document, financials, release }: Book): string {
  const used = new Set(document.figures.flatMap(({ fact, against }) => [fact, ...(against === undefined ? [] : [against])]));
  const facts = [...financials.facts.values()];
  const wanted = withInputs(used, financials.facts);
  const rows = facts
    .filter((fact) => wanted.has(fact.key))
    .map((fact) => {
      const stated = (release.periods.get(fact.period)?.facts ?? release.spec.stated).get(fact.concept);
      const origin =
        fact.origin === 'computed' ? `= ${formulaText(fact, wanted)}` : `${fact.origin}, typed ${escapeHtml(stated?.text ?? '')}`;
      const source = stated?.source === undefined || fact.origin === 'computed' ? '' : `; ${escapeHtml(stated.source)}`;
      return row(
        [valueText(fact), fact.unit, `${origin}${source}`, escapeHtml(`${fact.at.file}:${fact.at.line}`)],
        escapeHtml(fact.key),
        factId(fact.key),
      );
    });
  return schedule('facts', 'Facts, in base units', ['fact', 'value', 'unit', 'origin', 'place'], rows);
}

/** In base units, both ends of a range; a fraction to twelve decimals. */
function valueText({ value, upper, undecided }: Pick<Fact, 'value' | 'upper' | 'undecided'>): string {
  const ends = [value, ...(upper ? [upper] : [])].map((end) => (end.toString().includes('/') ? end.toFixed(12) : end.toString()));
  return undecided ? 'undecided' : ends.join('..');
}

/** A formula, then its inputs as links. */
function formulaText({ formula, inputs }: Fact, wanted: ReadonlySet<string>): string {
  const links = inputs.filter((key) => wanted.has(key)).map((key) => `<a href="#${factId(key)}">${escapeHtml(key)}</a>`);
  return `${escapeHtml(formula)} <span class="line">${links.join(' ')}</span>`;
}

function withInputs(keys: ReadonlySet<string>, facts: ReadonlyMap<string, Fact>): ReadonlySet<string> {
  // What is added while the set is gone through is gone through too.
  const found = new Set(keys);
  for (const key of found) for (const input of facts.get(key)?.inputs ?? []) found.add(input);
  return found;
}

/** `head` and `cells` are markup. */
function row(cells: readonly string[], head: string, id?: string): string {
  return `<tr${id === undefined ? '' : ` id="${id}"`}><th scope="row">${head}</th>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}

function schedule(id: string, title: string, columns: readonly string[], rows: readonly string[]): string {
  if (rows.length === 0) return '';
  const heads = columns.map((column) => `<th scope="col">${column}</th>`).join('');
  return `<section class="schedule" id="${id}">
<table>
<caption><b>${title}</b> (${rows.length})</caption>
<thead><tr>${heads}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</section>`;
}
