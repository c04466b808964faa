// Turn what was approved of an issuer's other releases into their figures, which later releases are held to.
import { lastDigit, typedDecimals } from '../figures/scale.ts';
import type { FactRecord, FiguresRecord } from '../model/build-record.ts';
import { figuresSchema } from '../model/build-record-schema.ts';
import { Exact } from '../model/exact.ts';
import type { FactKey } from '../model/financials.ts';
import { figuresFormat, formatFault } from '../model/formats.ts';
import { buildLimits } from '../model/limits.ts';
import type { Memory } from '../model/memory.ts';
import type { PublishedFact, PublishedRelease } from '../model/published.ts';
import { recallTold, toldKind } from '../model/recall-told.ts';
import { say } from '../model/say.ts';
import type { LoadCode, Report } from './codes.ts';
import type { FileReader } from './file-reader.ts';
import { idPattern } from './package-files.ts';

const publishedKind = toldKind<PublishedRelease | undefined, LoadCode>({
  name: 'load/published',
  bytes: (release) => 300 * (release?.facts.size ?? 0),
});

/** In order of name; none where nothing was approved. `releaseId` is the release that is read. */
export function loadPublished(
  issuerId: string,
  releaseId: string,
  read: FileReader,
  report: Report,
  memory: Memory,
): readonly PublishedRelease[] {
  const folder = `data/${issuerId}/releases`;
  const others = (read.names(folder) ?? []).filter((id) => id !== releaseId && idPattern.test(id));
  return others.flatMap((id) => {
    const file = `${folder}/${id}/approved/build/figures.json`;
    const found = read.has(file) ? read.bytes(file, buildLimits.recordBytes) : undefined;
    if (!found) return [];
    const key = (): string => `${found.sha256} ${file}`;
    const name = `${issuerId}/${id}`;
    return recallTold(memory, publishedKind, key, report, (told) => publishedOf(found.data.toString('utf8'), name, file, told)) ?? [];
  });
}

/** Undefined, and reported, for what is no such record, or one that another program wrote. */
function publishedOf(text: string, name: string, file: string, report: Report): PublishedRelease | undefined {
  const tell = (severity: 'error' | 'warning', says: string, hint: string): undefined => {
    const at = { file, line: 1, column: 1, length: 1 };
    report({ severity, code: 'load/approved', message: say`${file} ${says}`, at, hints: [hint] });
  };
  const remedy = 'restore the folder as kessan snapshot wrote it, or take it away: then nothing is held to it';
  const record = parsed(text);
  if (record === undefined) return tell('error', 'is no record of a build', remedy);
  const other = formatFault(record.format, figuresFormat);
  if (other !== undefined) return tell('warning', other, 'until then no figure is held to what this release printed');
  const fault = figuresSchema.fault(record);
  if (fault) return tell('error', say`is no record of a build: ${fault.path.join('.').slice(0, 120)}: ${fault.message}`, remedy);
  const figures = record as FiguresRecord;
  const current = figures.givens.find(({ given }) => given === 'periods.current')?.value ?? '';
  return { name, file, current, facts: factsOf(figures) };
}

function parsed(text: string): { readonly format?: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function factsOf({ facts, figures }: FiguresRecord): ReadonlyMap<FactKey, PublishedFact> {
  const lastPlaces = new Map<FactKey, Exact>();
  const values = new Map(facts.map(({ fact, value }) => [fact, Exact.read(value)]));
  for (const { fact, measure, exact, printed } of figures) {
    const value = measure === 'amount' ? values.get(fact) : undefined;
    const place = value && lastPlaceOf(value, exact, printed);
    const known = lastPlaces.get(fact);
    if (place && (!known || place.compare(known) < 0)) lastPlaces.set(fact, place);
  }
  return new Map(
    facts.flatMap((record): (readonly [FactKey, PublishedFact])[] => {
      const value = values.get(record.fact);
      return value && !record.undecided && record.upper === undefined
        ? [[record.fact, publishedFact(record, value, lastPlaces.get(record.fact))]]
        : [];
    }),
  );
}

function publishedFact({ typed, released }: FactRecord, value: Exact, lastPlace: Exact | undefined): PublishedFact {
  return { value, ...(lastPlace && { lastPlace }), ...(typed !== undefined && { typed }), ...(released && { because: released.because }) };
}

/** Of 1,234.5 thousand, a hundred. A zero was printed in units that nothing tells: any other value is another. */
function lastPlaceOf(value: Exact, exact: string, printed: string): Exact | undefined {
  const inUnits = Exact.read(exact);
  if (!inUnits) return undefined;
  if (inUnits.isZero) return Exact.zero;
  return value
    .div(inUnits)
    .abs()
    .mul(lastDigit(typedDecimals(printed)));
}
