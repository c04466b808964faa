// Differences between two versions of the sample, told apart by why: a correction, four single edits, and files that were altered.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Differences, FigureChange } from '../../src/model/difference.ts';
import { alteredPdf } from '../support/altered-pdf.ts';
import { compareSides, ofClass } from '../support/compare-versions.ts';
import { type Edit, editedSample } from '../support/edited-sample.ts';
import { entries, equipment } from '../support/equipment-correction.ts';
import { runCommand } from '../support/run-command.ts';
import { buildSample, pdfOf, type WholeRelease } from '../support/sample.ts';
import { has, needing } from '../support/tools.ts';

const folder = mkdtempSync(join(tmpdir(), 'kessan-diff-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let sample: WholeRelease;
beforeAll(async () => {
  sample = await buildSample();
});

const edited = (...edits: Edit[]) => buildSample(editedSample(edits), ['check/stated-stale']);

/** A folder as `build` leaves it. */
function written(name: string, { outputs }: WholeRelease): string {
  const path = join(folder, name);
  mkdirSync(path, { recursive: true });
  for (const [file, content] of outputs) writeFileSync(join(path, file), content);
  return path;
}

describe('equipment sales corrected by ten million yen', () => {
  let corrected: WholeRelease;
  let differences: Differences;
  beforeAll(async () => {
    corrected = await edited(equipment, ...entries);
    differences = await compareSides({ built: sample }, { built: corrected });
  });

  it('tells the five facts and the two overrides as ordered, with old and new as typed and their lines', () => {
    const told = ofClass(differences, 'ordered').map(({ kind, subject, before, after, at }) => [kind, subject, before, after, at.file]);
    const period = 'data/iij/periods/2q02.yaml';
    const release = 'data/iij/releases/2q02/release.yaml';
    expect(told.sort()).toEqual(
      [
        ['fact', 'revenue.equipment@2q02', '1,774,953', '1,784,953', period],
        ['fact', 'assets.receivable@2q02', '7,844,256', '7,854,256', period],
        ['fact', 'equity.accumulated-deficit@2q02', '(23,129,652)', '(23,119,652)', period],
        ['fact', 'cash-flow.receivable@2q02', '(972,056)', '(982,056)', period],
        ['fact', 'ebitda.adjusted@2q02', '662', '672', period],
        [
          'override',
          'balance-sheet liabilities.current@2q02 percent-of assets.total@2q02',
          '36.7 for 36.755198',
          '36.7 for 36.745785',
          release,
        ],
        ['override', 'cash-flows cash-flow.receivable@2q02 translated', '-7984 for -7984.6886', undefined, release],
      ].sort(),
    );
  });

  it('tells every figure that prints something else, in both languages, and no other', () => {
    const changed = ofClass(differences, 'consequential').map((change) => (change.kind === 'figure' ? change.after.id : -1));
    const expected = corrected.document.figures.filter(({ id, text }) => sample.document.figures[id]?.text !== text).map(({ id }) => id);
    expect(corrected.document.figures.length).toBe(sample.document.figures.length);
    expect([...changed].sort((a, b) => a - b)).toEqual(expected);
    expect(changed.length).toBeGreaterThan(100);
    const langs = figures(differences).map((change) => change.lang);
    expect(new Set(langs)).toEqual(new Set(['ja', 'en']));
  });

  it('gives each of them a chain of inputs that begins with an ordered change', () => {
    const ids = new Set(ofClass(differences, 'ordered').map(({ id }) => id));
    for (const change of figures(differences)) {
      const [first, ...steps] = change.chain;
      expect(first?.by === 'ordered' && ids.has(first.change), change.summary).toBe(true);
      expect(change.causes.length).toBeGreaterThan(0);
      // Each fact of the chain names the one before it in its formula.
      let before = first?.by === 'ordered' ? first.subject : '';
      for (const step of steps) {
        if (step.by !== 'fact') continue;
        expect(corrected.financials.facts.get(step.fact)?.inputs, change.summary).toContain(before);
        before = step.fact;
      }
    }
  });

  it('says footing where a unit moved with its column only', () => {
    const plug = figures(differences).find(
      ({ fact, measure, lang }) => fact === 'result.equity-method@2q02' && measure === 'translated' && lang === 'en',
    );
    expect(plug).toMatchObject({ before: { text: '12,160' }, after: { text: '12,161' } });
    expect(plug?.before.exact).toBe(plug?.after.exact);
    expect(plug?.chain.at(-1)).toMatchObject({ by: 'footing', statement: 'cash-flows' });
  });

  it('leaves nothing unexplained, and no word or place changed', () => {
    expect(differences.counts).toMatchObject({ text: 0, layout: 0, unexplained: 0 });
  });

  it('exits 1, and 0 where the run fails on other classes only', async () => {
    const [old, now] = [written('before', sample), written('corrected', corrected)];
    expect((await runCommand(['diff', old, now])).code).toBe(1);
    expect((await runCommand(['diff', old, now, '--fail-on', 'unexplained', '--fail-on', 'text'])).code).toBe(0);
    expect((await runCommand(['diff', old, now, '--fail-on', 'ordered'])).code).toBe(1);
    const { out } = await runCommand(['diff', old, now, '--format', 'json']);
    expect((JSON.parse(out) as Differences).counts).toEqual(differences.counts);
  });
});

const figures = (differences: Differences): readonly FigureChange[] =>
  differences.changes.filter((change): change is FigureChange => change.kind === 'figure');

describe('single edits', () => {
  it('tells one English word as text, with its place', async () => {
    const now = await edited({ file: 'data/iij/releases/2q02/narrative.en.md', from: 'grew as expected to', to: 'grew as planned to' });
    const differences = await compareSides({ built: sample }, { built: now });
    expect(differences.counts).toMatchObject({ ordered: 0, consequential: 0, text: 1, unexplained: 0 });
    const [change] = ofClass(differences, 'text');
    expect(change).toMatchObject({ kind: 'text', lang: 'en', edits: [{ before: 'expected', after: 'planned' }] });
    expect(change?.new.length).toBeGreaterThan(0);
  });

  it('tells one Japanese label as text in every table that prints it', async () => {
    const now = await edited({
      file: 'data/iij/concepts.yaml',
      from: 'revenue.dedicated: {better: higher, labels: {ja: 専用線接続サービス,',
      to: 'revenue.dedicated: {better: higher, labels: {ja: 専用線接続役務,',
    });
    const differences = await compareSides({ built: sample }, { built: now });
    expect(differences.counts).toMatchObject({ ordered: 0, consequential: 0, unexplained: 0 });
    const changes = ofClass(differences, 'text');
    expect(changes.length).toBeGreaterThan(0);
    for (const change of changes)
      expect(change).toMatchObject({ kind: 'text', lang: 'ja', edits: [{ before: 'サービス', after: '役務' }] });
  });

  it('tells a tenth of a point in the size of the body as layout alone', async () => {
    const now = await edited({
      file: 'templates/us-filer/style.yaml',
      from: '{size: 10.6, leading: 13, measure: 468}',
      to: '{size: 10.5, leading: 13, measure: 468}',
    });
    const differences = await compareSides({ built: sample }, { built: now });
    expect(differences.counts).toMatchObject({ ordered: 0, consequential: 0, text: 0, unexplained: 0 });
    expect(differences.counts.layout).toBeGreaterThan(20);
    expect(ofClass(differences, 'layout').filter(({ summary }) => /size 10\.6 becomes 10\.5/.test(summary)).length).toBeGreaterThan(20);
  });

  it('finds nothing between a build and the same release', async () => {
    const old = written('same', sample);
    const { code, out } = await runCommand(['diff', old, 'iij/2q02']);
    expect(out).toMatch(/^same$/m);
    expect(code).toBe(0);
  });
});

describe.skipIf(!has('qpdf'))(needing('qpdf', 'a file that was altered after its build'), () => {
  /** A digit of total revenues on the Japanese statement of operations. */
  const target = () => {
    const figure = sample.document.figures.find(
      ({ fact, measure, lang, place }) => fact === 'revenue.total@2q02' && measure === 'amount' && lang === 'ja' && place.kind === 'cell',
    );
    for (const page of sample.layout.pages) {
      const run = page.items.find((item) => item.kind === 'glyphs' && item.figure === figure?.id);
      if (run?.kind === 'glyphs') return { page: page.index + 1, run };
    }
    throw new Error('total revenues are on no page');
  };

  it('finds one digit painted over as unexplained, at its place', async () => {
    const { page, run } = target();
    const x = run.x + (run.offsets.at(-1) ?? 0);
    const { pdf, found } = paintedOver(pdfOf(sample), page, [x, run.y - run.size * 0.75, run.size * 0.5, run.size * 0.8]);
    const differences = await compareSides({ built: sample }, { built: sample, pdf });
    expect(found).toBe(true);
    expect(differences.counts).toEqual({ ordered: 0, consequential: 0, text: 0, layout: 0, file: 0, unexplained: 1 });
    const [change] = ofClass(differences, 'unexplained');
    const [box] = change?.new ?? [];
    expect(change).toMatchObject({ kind: 'image' });
    expect(box?.page).toBe(page);
    expect(box && box.x <= x && box.x + box.width >= x && box.y <= run.y && box.y + box.height >= run.y - 3).toBe(true);
  });

  it('finds a digit put on top as text that the build never recorded, and the file by its manifest', async () => {
    const old = written('untouched', sample);
    const now = written('touched', sample);
    const { page } = target();
    // The first glyph of a run on the page is shown twice.
    const contents = new RegExp(`(%% Contents for page ${page}\\n[\\s\\S]*?<)([0-9a-f]{4})([0-9a-f]{4})`);
    writeFileSync(join(now, 'release.pdf'), alteredPdf(pdfOf(sample), { from: contents, to: '$1$2$2$3' }));
    const { code, out } = await runCommand(['diff', old, now, '--format', 'json']);
    const kinds = ofClass(JSON.parse(out) as Differences, 'unexplained').map(({ kind }) => kind);
    expect(code).toBe(1);
    expect(kinds).toContain('file');
    expect(kinds).toContain('reading');
  });

  it('finds the same digit in two files of others, as an image', async () => {
    const { page, run } = target();
    const { pdf } = paintedOver(pdfOf(sample), page, [run.x, run.y - run.size * 0.75, run.size * 0.5, run.size * 0.8]);
    const [old, now] = [join(folder, 'one.pdf'), join(folder, 'two.pdf')];
    writeFileSync(old, pdfOf(sample));
    writeFileSync(now, pdf);
    const { code, out } = await runCommand(['diff', old, now]);
    expect(code).toBe(1);
    expect(out).toMatch(/0 ordered, 0 consequential, 0 text, 0 layout, 0 file, 1 unexplained/);
    const { out: ignored, code: none } = await runCommand(['diff', old, now, '--ignore', `${page}:0,0,600,900`]);
    expect(ignored).toMatch(/^same$/m);
    expect(none).toBe(0);
  });
});

/** A white rectangle over a place given from the top left corner, in points. */
function paintedOver(
  pdf: Uint8Array,
  page: number,
  [x, y, width, height]: readonly [number, number, number, number],
): { readonly pdf: Uint8Array; readonly found: boolean } {
  const box = [x, 841.89 - y - height, width, height].map((length) => length.toFixed(2)).join(' ');
  const altered = alteredPdf(
    pdf,
    { from: new RegExp(`(%% Contents for page ${page}\\n[\\s\\S]*?\\nstream\\n)`), to: '$1q\n' },
    {
      from: new RegExp(`(%% Contents for page ${page}\\n[\\s\\S]*?)(\\nendstream)`),
      to: `$1\nQ\n/Artifact BMC q 1 1 1 rg ${box} re f Q EMC$2`,
    },
  );
  return { pdf: altered, found: !Buffer.from(altered).equals(pdf) };
}

describe('what cannot be compared', () => {
  const refused = async (name: string, bytes: Uint8Array | string): Promise<string> => {
    const file = join(folder, name);
    writeFileSync(file, bytes);
    const { code, err, out } = await runCommand(['diff', file, file]);
    expect(code).toBe(2);
    expect(out).toBe('');
    return err;
  };

  it('is refused with its reason and exit 2', async () => {
    expect(await refused('words.pdf', 'no PDF at all')).toMatch(/words\.pdf cannot be read: it is no PDF/);
    expect(await refused('torn.pdf', '%PDF-1.7\n%%EOF')).toMatch(/cannot be read: it is/);
    expect(await refused('huge.pdf', new Uint8Array(65 * 1024 * 1024))).toMatch(
      /huge\.pdf cannot be read: it has 68157440 bytes, and 67108864 are read/,
    );
    expect((await runCommand(['diff', join(folder, 'nowhere.pdf'), folder])).code).toBe(2);
  });

  it('is told for an unknown class, region or number', async () => {
    const file = join(folder, 'words.pdf');
    expect((await runCommand(['diff', file, file, '--fail-on', 'typos'])).err).toMatch(/--fail-on knows ordered/);
    expect((await runCommand(['diff', file, file, '--ignore', '3:1,2'])).err).toMatch(
      /--ignore takes header, folio or page:x,y,width,height/,
    );
    expect((await runCommand(['diff', file, file, '--dpi', '5000'])).err).toMatch(/--dpi takes a number from 24 to 600/);
  });

  it('is a build of another format', async () => {
    const old = written('format', sample);
    const figures = readFileSync(join(old, 'figures.json'), 'utf8');
    writeFileSync(join(old, 'figures.json'), figures.replace('{"format":2', '{"format":9'));
    const { code, err } = await runCommand(['diff', old, old]);
    expect(code).toBe(2);
    expect(err).toMatch(/figures\.json has format 9/);
  });
});
