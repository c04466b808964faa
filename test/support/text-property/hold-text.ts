// Turn placed strings into what became of each: found again in the PDF and on the web page, refused at its place, or a fault.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse } from 'parse5';
import { makeCorrection } from '../../../src/correct/make-correction.ts';
import { loadCorrection } from '../../../src/load/load.ts';
import type { Finding } from '../../../src/model/finding.ts';
import { readText } from '../../../src/pdf/engine/open-pdf.ts';
import { PdfFile } from '../../../src/pdf/objects/pdf-file.ts';
import { parseRecord, writtenRecord } from '../../../src/project/read-record.ts';
import { render } from '../../../src/render/render.ts';
import { validateCorrection } from '../../../src/validate/validate-correction.ts';
import { readBack } from '../../../src/verify/read-back.ts';
import { judgeFindings, shown } from '../fuzz/judge-findings.ts';
import { projectRoot } from '../sample.ts';
import { compose } from '../stages.ts';
import { has, popplerText } from '../tools.ts';
import { type Placed, smallProject, type TextProject, textProject } from './carriers.ts';
import { folded, foundBetween, inOrder } from './read-again.ts';

export interface Held {
  readonly placed: Placed;
  readonly end: 'found' | 'refused' | 'fault';
  /** The code of the refusal, or what is wrong. */
  readonly why?: string;
  readonly detail?: string;
}

const poppler = has('pdftotext');

/** The texts that one build gives a reader: by reader, all pages in order. */
type Readings = ReadonlyMap<string, string>;

interface Outcome {
  readonly findings: readonly Finding[];
  /** Undefined when anything was refused. */
  readonly readings?: Readings;
  readonly notice?: Readings;
  readonly titles?: Readings;
}

/** Holds each string to the property. Strings that stand in one build are told apart by their lines, or by building each alone. */
export async function holdText(strings: readonly Placed[]): Promise<readonly Held[]> {
  if (strings.length === 0) return [];
  const apart = async (): Promise<readonly Held[]> => {
    const middle = strings.length >> 1;
    return [...(await holdText(strings.slice(0, middle))), ...(await holdText(strings.slice(middle)))];
  };
  const [only] = strings;
  const alone = strings.length === 1 && only ? only : undefined;
  const project = textProject(strings);
  const root = mkdtempSync(join(tmpdir(), 'kessan-text-'));
  try {
    cpSync(smallProject, root, { recursive: true });
    cpSync(join(projectRoot, 'fonts'), join(root, 'fonts'), { recursive: true });
    for (const [file, text] of project.files) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), text);
    }
    let outcome: Outcome;
    try {
      outcome = await outcomeOf(
        root,
        strings.some(({ carrier }) => carrier === 'reason'),
      );
    } catch (error) {
      if (!alone) return await apart();
      const frame = /at .*?(src\/[\w/.-]+:\d+)/.exec(error instanceof Error ? (error.stack ?? '') : '')?.[1];
      return [{ placed: alone, end: 'fault', why: 'uncaught', detail: `${shown(String(error))} ${frame ?? ''}` }];
    }
    const { findings, readings } = outcome;
    if (!readings) {
      const { told, elsewhere } = refusals(findings, project);
      if (elsewhere && !alone) return await apart();
      // What follows from a refusal may be told elsewhere: an unclosed element takes what stands behind it.
      if (elsewhere && alone && told.length === 0) return [{ placed: alone, end: 'fault', ...elsewhere }];
      const gone = new Set(told.map(({ placed }) => placed));
      return [...told, ...(await holdText(strings.filter((placed) => !gone.has(placed))))];
    }
    const held = strings.map((placed) => heldIn(placed, outcome));
    // A file that is not read back is refused, as a fault of the program: that is told of the string that causes it.
    const doubted = findings.find(({ code }) => code.startsWith('verify/'));
    if (!doubted) return alone ? held : await eachFaultAlone(held);
    if (!alone) return await apart();
    const [{ why = 'found' } = { why: 'found' }] = held;
    return [
      {
        placed: alone,
        end: 'fault',
        why: `${why}, and ${/^the /.test(doubted.message) ? doubted.message : `${doubted.code} says that the program is at fault`}`,
        detail: shown(doubted.message),
      },
    ];
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** A string may be lost because its neighbour takes it along: each is built again by itself, and blamed for what it is there, or if no neighbour is to blame. */
async function eachFaultAlone(held: readonly Held[]): Promise<readonly Held[]> {
  const settled: Held[] = [];
  let guilty = 0;
  const sound: Held[] = [];
  for (const each of held) {
    if (each.end !== 'fault') settled.push(each);
    else {
      const [again] = await holdText([each.placed]);
      if (again && again.end !== 'found') settled.push(again);
      else sound.push(each);
      if (again?.end === 'fault') guilty++;
    }
  }
  // Sound by itself, and no neighbour is to blame.
  return [
    ...settled,
    ...sound.map(
      (each): Held => (guilty > 0 ? { placed: each.placed, end: 'found' } : { ...each, why: `${each.why}, beside others only` }),
    ),
  ];
}

/** The strings that errors are told at, one refusal each, and the first error that is told at none of them. */
function refusals(findings: readonly Finding[], { owners, callers }: TextProject) {
  const told = new Map<Placed, Held>();
  let elsewhere: Pick<Held, 'why' | 'detail'> | undefined;
  for (const { code, at, message, related = [] } of findings.filter(isError)) {
    const place = at ? `${at.file}:${at.line}` : 'nowhere';
    const detail = `${place} ${shown(message)}`;
    // Where two texts contradict each other, either is the place.
    const places = [place, ...related.map((other) => `${other.at.file}:${other.at.line}`)];
    const owner = places.map((each) => owners.get(each)).find((found) => found !== undefined);
    const caller = callers.get(place);
    if (owner) told.set(owner, told.get(owner) ?? { placed: owner, end: 'refused', why: code });
    else if (caller) told.set(caller, told.get(caller) ?? { placed: caller, end: 'fault', why: `refused at its call: ${code}`, detail });
    else elsewhere ??= { why: `refused elsewhere: ${code}`, detail };
  }
  return { told: [...told.values()], elsewhere };
}

/** A build, its files read again, and the notice of a correction. Throws what the program throws. */
async function outcomeOf(root: string, corrects: boolean): Promise<Outcome> {
  const composed = compose({ root, issuer: 'mini', release: '1q01' }, 'layout');
  const findings = [...composed.findings];
  const bad = judgeFindings(findings, root).find(({ kind }) => kind !== 'bad message');
  if (bad) throw new Error(bad.detail);
  const { sources, release, financials, document, layout } = composed;
  if (findings.some(isError)) return { findings };
  if (!sources || !release || !financials || !document || !layout) throw new Error('no error, and no layout');
  const outputs = (await render({ sources, release, financials, document, layout })).all();
  const pdf = outputs.get('release.pdf') as Uint8Array;
  await readBack(pdf, document, layout, (finding) => findings.push(finding));
  const html = String(outputs.get('release.html'));
  findings.push(...unsoundOutputs(pdf, html));
  const outcome = { findings, readings: await readingsOf(pdf, html), titles: titlesOf(pdf, html) };
  const style = release.style.correction;
  if (!corrects || !style) return outcome;
  const report = (finding: Finding) => findings.push(finding);
  const file = loadCorrection(root, 'mini', '1q01', report);
  const spec = file && validateCorrection(file, release.languages, report);
  const built = { sources, release, financials, document, layout, outputs, pdf };
  const record = parseRecord(
    writtenRecord((name) => outputs.get(name) as string, 'build'),
    'build',
  );
  // Something in every language, so that each has its notice.
  const changed = { figures: new Map(), removed: [], pictures: [], texts: release.languages.map((lang) => ({ lang })), earlier: new Map() };
  const changes = { ...changed, earlierRecord: record, partners: new Map() };
  const differences = { changes: [] };
  const correcting = { changes, differences, announced: { titles: {}, earlier: [] }, style, old: record, now: record };
  const papers = spec && (await makeCorrection(built, { ...correcting, spec }, report));
  if (!papers) return { findings };
  return { ...outcome, notice: await readingsOf(papers.files.get('notice.pdf') as Uint8Array, String(papers.files.get('notice.html'))) };
}

/** Findings of our own: characters that neither a web page nor a metadata packet may hold. */
function unsoundOutputs(pdf: Uint8Array, html: string): readonly Finding[] {
  const wrong: string[] = [];
  parse(html, { onParseError: ({ code }) => wrong.push(`the web page is no HTML: ${code}`) });
  if (forbiddenInXml.test(packetOf(pdf))) wrong.push('the metadata packet is no XML');
  const message = [...new Set(wrong)].join('; ');
  return message === '' ? [] : [{ severity: 'warning', code: 'verify/text-mismatch', message }];
}

/** What is no Char of XML 1.0 (production 2). */
const forbiddenInXml = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

function packetOf(pdf: Uint8Array): string {
  const file = new PdfFile(pdf);
  return Buffer.from(file.data(file.dict(file.trailer.get('Root')).get('Metadata')) ?? []).toString('utf8');
}

const isError = ({ severity }: Finding): boolean => severity === 'error';

async function readingsOf(pdf: Uint8Array, html: string): Promise<Readings> {
  const readings = new Map([
    ['PDFium', (await readText(pdf)).join('\n')],
    ['web page', htmlText(html)],
  ]);
  return poppler ? readings.set('poppler', popplerText(pdf, 'raw').join('\n')) : readings;
}

/** Titles are not printed: they are in the PDF's information and packet, and in the page's head. */
function titlesOf(pdf: Uint8Array, html: string): Readings {
  const file = new PdfFile(pdf);
  const packet = Buffer.from(file.data(file.dict(file.trailer.get('Root')).get('Metadata')) ?? []).toString('utf8');
  return new Map([
    [
      'packet',
      packet.replace(/&(amp|lt|gt|quot|apos|#39);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name] ?? "'"),
    ],
    ['title of the web page', htmlText(html, 'title')],
    ['information', file.text(file.dict(file.trailer.get('Info')).get('Title')) ?? ''],
  ]);
}

interface HtmlNode {
  readonly nodeName: string;
  readonly value?: string;
  readonly childNodes?: readonly HtmlNode[];
}

/** The words of a page as a browser has them: of its body, or of one element of its head. */
function htmlText(html: string, name = 'body'): string {
  const text = (node: HtmlNode): string => (node.nodeName === '#text' ? (node.value ?? '') : (node.childNodes ?? []).map(text).join(''));
  const find = (node: HtmlNode): HtmlNode | undefined =>
    node.nodeName === name ? node : node.childNodes?.map(find).find((found) => found !== undefined);
  const found = find(parse(html) as HtmlNode);
  return found ? text(found) : '';
}

function heldIn(placed: Placed, { readings, notice, titles }: Outcome): Held {
  const { carrier, lang } = placed;
  const all = carrier === 'title' ? titles : carrier === 'reason' ? notice : readings;
  if (!all) throw new Error(`nothing was read for ${carrier}`);
  for (const [reader, text] of all) {
    // The information dictionary has the title of the first language.
    if (reader === 'information' && lang !== 'ja') continue;
    const found = foundBetween(text, placed.number);
    const missed = (why: string, detail: string): Held => ({ placed, end: 'fault', why: `${why} in ${reader}`, detail });
    if (found.length === 0) return missed('lost whole', '');
    const wanted = folded(placed.text);
    for (const each of found) {
      if (placed.typed === undefined ? each === wanted : inOrder(placed.text, each)) continue;
      return missed(placed.typed === undefined ? 'altered' : 'letters lost', `${shown(wanted)} is ${shown(each)}`);
    }
  }
  return { placed, end: 'found' };
}
