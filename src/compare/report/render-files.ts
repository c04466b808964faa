// Turn both versions into a table that tells their files apart, and into what was not compared of them.
import { isLanguage, language } from '../../language/languages.ts';
import { escapeHtml } from '../../render/html/safe-markup.ts';
import type { DiffReport, ReportedVersion } from './diff-report.ts';
import type { Speaker } from './spoken.ts';

/** Name, hash, size, pages, dates and origin of both files, side by side. */
export function renderFiles(report: DiffReport, { say, phrase }: Speaker): string {
  const told = (value: string | undefined) => (value === undefined ? phrase('notTold') : escapeHtml(value));
  const rows: readonly (readonly [head: Parameters<typeof phrase>[0], cell: (version: ReportedVersion) => string])[] = [
    ['name', ({ name }) => `<b>${escapeHtml(name)}</b>`],
    ['sha256', ({ file }) => `<code>${file.sha256}</code>`],
    ['size', ({ file }) => phrase('bytes', { n: file.bytes })],
    ['pageCount', ({ pages }) => String(pages)],
    ['announced', (version) => told(announced(version))],
    ['created', ({ file }) => told(file.created)],
    ['modified', ({ file }) => told(file.modified)],
    ['madeBy', ({ file: { program, style } }) => madeBy(program, style, { say, phrase })],
    ['state', (version) => stateOf(version, phrase)],
  ];
  const body = rows.map(
    ([head, cell]) => `<tr><th scope="row">${phrase(head)}</th><td>${cell(report.old)}</td><td>${cell(report.new)}</td></tr>`,
  );
  return `<table class="versions"><caption>${phrase('files')}</caption>
<thead><tr><td></td><th scope="col">${phrase('old')}</th><th scope="col">${phrase('new')}</th></tr></thead>
<tbody>${body.join('\n')}</tbody></table>
${sameness(report, phrase)}`;
}

function madeBy(program: string | undefined, style: string | undefined, { phrase }: Pick<Speaker, 'say' | 'phrase'>): string {
  if (program === undefined) return phrase('notTold');
  return style === undefined ? escapeHtml(program) : phrase('inStyle', { program, style });
}

/** Date of announcement of each language. */
function announced({ record }: ReportedVersion): string | undefined {
  const dates = (record?.figures.givens ?? []).flatMap(({ given, value }) => {
    const [, lang] = /^announced\.(.+)$/.exec(given) ?? [];
    return lang === undefined ? [] : [{ name: isLanguage(lang) ? language(lang).report.autonym : lang, value }];
  });
  const days = new Set(dates.map(({ value }) => value));
  if (days.size === 0) return undefined;
  return days.size === 1 ? dates[0]?.value : dates.map(({ name, value }) => `${value} (${name})`).join(', ');
}

function stateOf({ record, altered }: ReportedVersion, phrase: Speaker['phrase']): string {
  if (!record) return phrase('foreignFile');
  return altered.length === 0 ? phrase('asBuilt') : phrase('alteredFile', { files: altered.join(', ') });
}

function sameness({ sameBytes }: DiffReport, phrase: Speaker['phrase']): string {
  return sameBytes ? `<p>${phrase('sameBytes')}</p>` : '';
}

/** A list that opens: how closely pages were compared, what was left out, and what nobody compared. */
export function renderUncompared(report: DiffReport, phrase: Speaker['phrase']): string {
  const { differences, dpi, ignore, alikePages } = report;
  const sides = [report.old, report.new];
  const foreign = sides.filter(({ record }) => !record);
  const others = [...new Set(sides.flatMap(({ file }) => file.others))];
  const told = [
    ...foreign.map(({ name }) => phrase('notBuild', { name })),
    ...(foreign.length > 0 ? [phrase('noData')] : []),
    ...(report.sameBytes ? [] : [phrase('comparedAt', { dpi })]),
    ...(alikePages > 0 && !report.sameBytes ? [phrase('alike', { n: alikePages, all: differences.pages.length })] : []),
    ...ignore.map((region) => {
      if ('name' in region) return phrase(region.name === 'header' ? 'headerIgnored' : 'folioIgnored');
      const { page, x, y, width, height } = region;
      return phrase('regionIgnored', { page, x: String(x), y: String(y), width: String(width), height: String(height) });
    }),
    ...(differences.remarks ?? []).map((remark) => `<span lang="en">${escapeHtml(remark)}</span>`),
    ...(others.length > 0 ? [phrase('otherFiles', { files: others.join(', ') })] : []),
  ];
  if (told.length === 0) return '';
  return `<details class="uncompared"><summary>${phrase('uncompared')}</summary><ul>${told.map((line) => `<li>${line}</li>`).join('')}</ul></details>`;
}
