// Turn a corrected figure into the papers that are filed for it, and hold each to what changed: nothing more, nothing less.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareBuilds } from '../../src/compare/compare-builds.ts';
import { changesOf } from '../../src/correct/changes-of.ts';
import { makeCorrection, type Papers } from '../../src/correct/make-correction.ts';
import { loadCorrection } from '../../src/load/load.ts';
import type { Changes } from '../../src/model/correction.ts';
import type { Block, Document, Table } from '../../src/model/document.ts';
import { documentTexts } from '../../src/model/document-texts.ts';
import type { Page, Rule } from '../../src/model/page.ts';
import type { ReleasePlace } from '../../src/model/sources.ts';
import { readText } from '../../src/pdf/engine/open-pdf.ts';
import { type Build, buildRelease } from '../../src/project/build-release.ts';
import { parseRecord, writtenRecord } from '../../src/project/read-record.ts';
import { recordedVersion } from '../../src/project/read-versions.ts';
import { Session } from '../../src/session.ts';
import { validateCorrection } from '../../src/validate/validate-correction.ts';
import { editedSample } from '../support/edited-sample.ts';
import { entries, equipment } from '../support/equipment-correction.ts';
import { inProjectFolder } from '../support/mini-project.ts';
import { runCommand } from '../support/run-command.ts';
import { samplePlace } from '../support/sample.ts';
import { needing } from '../support/tools.ts';
import { hasVeraPdf, judge } from '../support/verapdf.ts';

const name = 'iij/2q02';
const reason = {
  ja: '機器販売の集計に際し、当四半期に納入した機器の一部が計上から漏れておりましたので、訂正いたします。',
  en: 'A part of the equipment delivered in the quarter was left out when equipment sales were compiled.',
};
const correctionYaml = `date: {ja: 2002-11-20, en: 2002-11-19}
reason:
  ja: ${reason.ja}
  en: ${reason.en}
addressees: {ja: [各位], en: []}
`;
/** One row of the statement of operations, as its file has it. */
const rowTaken = '  - {concept: shares.average, scale: one, blank: [translated, percent-of, change]}\n';
const kept = 'data/iij/releases/2q02/correction.yaml';

let earlier = '';
let place: ReleasePlace;
let old: Build;
let now: Build;
beforeAll(async () => {
  earlier = mkdtempSync(join(tmpdir(), 'kessan-earlier-'));
  old = await wholeBuild(samplePlace);
  for (const [file, content] of old.outputs) writeFileSync(join(earlier, file), content);
  place = editedSample([equipment, ...entries]);
  writeFileSync(join(place.root, kept), correctionYaml);
  now = await wholeBuild(place);
}, 60_000);
afterAll(() => rmSync(earlier, { recursive: true, force: true }));

async function wholeBuild(from: ReleasePlace): Promise<Build> {
  const { value: built, findings } = await buildRelease(new Session({ place: from }));
  if (!built) throw new Error(findings.map(({ code, message }) => `${code} ${message}`).join('\n'));
  return built;
}

describe('kessan correct', () => {
  it('writes notice, marked and clean release, the clean one byte for byte as a plain build', async () => {
    const { code, out, err } = await runCommand(['correct', name, '--against', earlier], place.root);
    // The sample asks for stated figures that rest on revenue to be confirmed; nothing else is told.
    expect([...new Set(err.match(/^\w+\[[\w/-]+\]/gm))]).toEqual(['warning[check/stated-stale]']);
    expect(code).toBe(0);
    expect(out).toContain('7 ordered, ');
    expect(out).toContain('revenue.equipment@2q02: 1,774,953 becomes 1,784,953');
    const folder = join(place.root, 'out/iij/2q02/correction');
    expect(readdirSync(folder).sort()).toEqual(['clean', 'correction.json', 'marked.html', 'marked.pdf', 'notice.html', 'notice.pdf']);
    expect(readdirSync(join(folder, 'clean')).sort()).toEqual([...now.outputs.keys()].sort());
    for (const [file, content] of now.outputs)
      expect(readFileSync(join(folder, 'clean', file)).equals(Buffer.from(content)), `clean/${file}`).toBe(true);
  }, 60_000);

  it('tells ordered and consequential changes apart in the working copy, each consequence with its chain', async () => {
    const { out } = await runCommand(['correct', name, '--against', earlier, '--format', 'json'], place.root);
    const told = JSON.parse(out);
    expect(told.ordered.map(({ subject }: { subject: string }) => subject)).toEqual(
      expect.arrayContaining([
        'revenue.equipment@2q02',
        'assets.receivable@2q02',
        'equity.accumulated-deficit@2q02',
        'cash-flow.receivable@2q02',
        'ebitda.adjusted@2q02',
      ]),
    );
    expect(told.ordered).toHaveLength(7);
    expect(told.unexplained).toEqual([]);
    expect(told.consequential.length).toBeGreaterThan(100);
    for (const change of told.consequential) expect(change.chain, change.summary).not.toEqual([]);
  }, 60_000);

  it('stops at a difference that no edit explains, and writes nothing', async () => {
    const altered = mkdtempSync(join(tmpdir(), 'kessan-altered-'));
    for (const [file, content] of old.outputs) writeFileSync(join(altered, file), content);
    // The record of the earlier build says another figure than its facts give.
    const figures = readFileSync(join(altered, 'figures.json'), 'utf8');
    const painted = figures.replace('"text":"22,480"', '"text":"22,481"');
    expect(painted).not.toBe(figures);
    writeFileSync(join(altered, 'figures.json'), painted);
    const out = join(place.root, 'nowhere');
    const stopped = await runCommand(['correct', name, '--against', altered, '--out', out], place.root);
    rmSync(altered, { recursive: true });
    expect(stopped.code).toBe(1);
    expect(stopped.err).toMatch(/^unexplained: /m);
    expect(stopped.err).toContain('nothing written');
    expect(existsSync(out)).toBe(false);
  }, 60_000);

  it('refuses a release without correction.yaml, with an example, and one that prints what was printed', async () => {
    const bare = editedSample([equipment, ...entries]);
    const missing = await runCommand(['correct', name, '--against', earlier], bare.root);
    expect(missing.code).toBe(1);
    expect(missing.err).toContain(`error[load/missing-file] ${kept} is missing`);
    expect(missing.err).toContain('date: {ja: 2024-11-20, en: 2024-11-19}');
    expect(existsSync(join(bare.root, 'out'))).toBe(false);

    const same = editedSample([]);
    writeFileSync(join(same.root, kept), correctionYaml);
    const nothing = await runCommand(['correct', name, '--against', earlier], same.root);
    expect(nothing).toMatchObject({ code: 1, err: expect.stringContaining('there is nothing to correct') });
    expect(existsSync(join(same.root, 'out'))).toBe(false);
  }, 60_000);

  it('refuses a folder that is no build, and a build of another release', async () => {
    expect(await runCommand(['correct', name, '--against', place.root], place.root)).toMatchObject({
      code: 2,
      err: expect.stringContaining('is no build'),
    });
    const other = mkdtempSync(join(tmpdir(), 'kessan-other-'));
    writeFileSync(join(other, 'manifest.json'), readFileSync(join(earlier, 'manifest.json'), 'utf8').replace('"2q02"', '"1q02"'));
    const refused = await runCommand(['correct', name, '--against', other], place.root);
    rmSync(other, { recursive: true });
    expect(refused).toMatchObject({ code: 2, err: expect.stringContaining('is a build of iij/1q02') });
  });

  it('marks each fault of correction.yaml at its place', () => {
    const faults = [
      ['en: 2002-11-19', 'en: 2002-11-31', 'validate/date'],
      ['addressees: {ja', 'adressees: {ja', 'validate/unknown-key'],
      [`  en: ${reason.en}\n`, '', 'validate/missing-label'],
      ['date: {', 'numerical-data: {corrected: maybe, why: because}\ndate: {', 'validate/wrong-type'],
      ['date: {', 'earlier: [{ja: 2002-11-31}]\ndate: {', 'validate/date'],
    ] as const;
    for (const [from, to, code] of faults) {
      writeFileSync(join(place.root, kept), correctionYaml.replace(from, to));
      const found: { code: string; line: number | undefined }[] = [];
      const file = loadCorrection(place.root, 'iij', '2q02', ({ code, at }) => found.push({ code, line: at?.line }));
      const spec = file && validateCorrection(file, ['ja', 'en'], ({ code, at }) => found.push({ code, line: at?.line }));
      expect(spec).toBeUndefined();
      expect(found).toEqual([{ code, line: code === 'validate/unknown-key' ? 5 : code === 'validate/missing-label' ? 2 : 1 }]);
    }
    writeFileSync(join(place.root, kept), correctionYaml);
  });

  it('holds the day of the notice to that of the announcement, language by language', () => {
    const dated = (ja: string, en: string): readonly string[] => {
      writeFileSync(join(place.root, kept), correctionYaml.replace('2002-11-20', ja).replace('2002-11-19', en));
      const found: string[] = [];
      const report = ({ message }: { readonly message: string }) => found.push(message);
      const file = loadCorrection(place.root, 'iij', '2q02', report);
      if (file) validateCorrection(file, ['ja', 'en'], report, now.release.spec.announced);
      writeFileSync(join(place.root, kept), correctionYaml);
      return found;
    };
    const listed = (days: string): readonly string[] => {
      const found: string[] = [];
      const report = ({ message, at }: { readonly message: string; readonly at?: { readonly line: number } }) =>
        found.push(`${at?.line} ${message}`);
      writeFileSync(join(place.root, kept), `${correctionYaml}earlier: [${days}]\n`);
      const file = loadCorrection(place.root, 'iij', '2q02', report);
      if (file) validateCorrection(file, ['ja', 'en'], report, now.release.spec.announced);
      writeFileSync(join(place.root, kept), correctionYaml);
      return found;
    };
    expect(listed('{ja: 2002-11-13}, {ja: 2002-11-20, en: 2002-11-19}')).toEqual([]);
    expect(listed('{ja: 2002-11-12}')).toEqual([
      '6 an earlier correction is of 2002-11-12, and the release that it corrects is announced on 2002-11-13',
    ]);
    expect(listed('{en: 2002-11-18}, {en: 2002-11-17}')).toEqual([
      '6 an earlier correction is of 2002-11-17, and an earlier correction went out on 2002-11-18',
    ]);
    expect(listed('{en: 2002-11-20}')).toEqual(['1 the notice is of 2002-11-19, and an earlier correction went out on 2002-11-20']);
    // Announced in Japanese on the 13th, in English on the 12th.
    expect(dated('2002-11-13', '2002-11-12')).toEqual([]);
    expect(dated('2002-11-12', '2002-11-12')).toEqual([
      'the notice is of 2002-11-12, and the release that it corrects is announced on 2002-11-13',
    ]);
    expect(dated('2002-11-20', '2001-11-19')).toEqual([
      'the notice is of 2001-11-19, and the release that it corrects is announced on 2002-11-12',
    ]);
  });
});

describe('the papers', () => {
  let papers: Papers;
  let changes: Changes;
  beforeAll(async () => {
    ({ papers, changes } = await papersOf(now, place));
  }, 60_000);

  it.each(['ja', 'en'] as const)('list exactly the changed cells in %s, with what they were', (lang) => {
    const shown = tablesOf(papers.notice.document, lang).flatMap((table) => cellsOf(table).filter((cell) => cell.changed));
    const figures = shown.map(({ figure }) => papers.notice.document.figures[figure ?? -1]);
    const listed = figures.map((figure) => `${JSON.stringify(figure?.place)} ${figure?.text}`);
    const expected = [...old.document.figures].flatMap((before, id) => {
      const after = now.document.figures[id];
      if (before.lang !== lang || before.place.kind !== 'cell' || !after || after.text === before.text) return [];
      return [`${JSON.stringify(before.place)} ${before.text}`, `${JSON.stringify(after.place)} ${after.text}`];
    });
    expect(expected.length).toBeGreaterThan(80);
    expect([...listed].sort()).toEqual(expected.sort());
  });

  it('show the sentences that changed, as they were and as they are, and no others', () => {
    const texts = documentTexts(papers.notice.document).map(({ inlines }) => inlines.map(({ text }) => text).join(''));
    expect(texts).toEqual(
      expect.arrayContaining([
        '2002年度第2四半期の売上高は106億円（前年同期比10.9%増、前期比7.3%増）。',
        '2002年度第2四半期の売上高は106億円（前年同期比11.0%増、前期比7.4%増）。',
        '営業損失は194百万円となり、前期比58.3%の改善となった。',
        '営業損失は184百万円となり、前期比60.4%の改善となった。',
        reason.ja,
        reason.en,
      ]),
    );
    const all = texts.join('\n');
    expect(all).toContain('Net loss was JPY2,326 million');
    expect(all).toContain('Net loss was JPY2,316 million');
    // Sentences beside them stay out.
    expect(all).not.toContain('景気の低迷が続く中');
    expect(all).not.toContain('despite the sluggish Japanese economy');
    expect(all).toContain('訂正箇所には下線を付して表示しております。');
    expect(all).toContain('数値データにも訂正がありますので');
    expect(all).toContain('Corrected places are underlined.');
    expect(papers.notice.document.titles.ja).toBe(
      '（訂正・数値データ訂正）「2002年度第2四半期（7-9月）の決算発表（抄訳）」の一部訂正について',
    );
  });

  it('show few changed rows in an excerpt with the heads above them, and many in the whole table', () => {
    const [operations, position] = ['operations', 'balance-sheet'].map((statement) => ({
      shown: tablesOf(papers.notice.document, 'ja').filter((table) => table.statement === statement),
      whole: tablesOf(now.document, 'ja').find((table) => table.statement === statement),
    }));
    expect(operations?.shown.map((table) => table.rows.length)).toEqual([operations?.whole?.rows.length, operations?.whole?.rows.length]);
    expect(position?.shown).toHaveLength(2);
    for (const table of position?.shown ?? []) {
      expect(table.rows.length).toBeLessThan(position?.whole?.rows.length ?? 0);
      const ids = new Set(table.rows.map(({ id }) => id));
      for (const row of table.rows) expect([row.id, ...row.heads].every((id) => ids.has(id))).toBe(true);
      for (const row of table.rows.filter(({ kind }) => kind !== 'head')) expect(row.cells.some((cell) => cell?.changed)).toBe(true);
    }
  });

  it('keep each version of a table on one page, so that the two can be laid side by side', () => {
    for (const { id } of [...tablesOf(papers.notice.document, 'ja'), ...tablesOf(papers.notice.document, 'en')])
      expect(papers.notice.layout.pages.filter(({ frames }) => frames.some(({ element }) => element === id))).toHaveLength(1);
  });

  it('rule every changed figure of the marked release and nothing else', () => {
    const { layout, document } = papers.marked;
    const changed = new Set(changes.figures.keys());
    expect(changed.size).toBeGreaterThan(100);
    const ruled = new Set<number>();
    for (const page of layout.pages) {
      const rules = correctionRules(page);
      for (const item of page.items) {
        if (item.kind !== 'glyphs' || 'artifact' in item.owner) continue;
        const under = rules.some((rule) => rule.y > item.y && rule.y < item.y + 0.3 * item.size && overlap(rule, item.x, item.width) > 0.5);
        if (under && item.figure !== undefined) ruled.add(item.figure);
        expect(under, `page ${page.index + 1}: ${item.glyphs.map(({ text }) => text).join('')}`).toBe(item.changed === true);
      }
    }
    expect([...ruled].sort((a, b) => a - b)).toEqual([...changed].sort((a, b) => a - b));
    expect(
      documentTexts(document)
        .filter(({ id }) => id.endsWith('.corrected'))
        .map(({ inlines }) => inlines[0]?.text),
    ).toEqual(['（訂正版）', 'Corrected']);
  });

  it('leave the words of the marked release where a reader expects them: the same text on as many pages', async () => {
    const marked = papers.files.get('marked.pdf');
    if (!(marked instanceof Uint8Array)) throw new Error('no marked.pdf');
    const squeezed = async (pdf: Uint8Array) => (await readText(pdf)).join('').replace(/\s+/g, '');
    expect(papers.pages.marked).toBe(papers.pages.clean);
    expect((await squeezed(marked)).replace('（訂正版）', '').replace('Corrected', '').length).toBe((await squeezed(now.pdf)).length);
  });

  it.skipIf(!hasVeraPdf).each(['notice.pdf', 'marked.pdf'])(needing('veraPDF', 'hold to PDF/UA-1 and PDF/A-2a: %s'), (file) => {
    expect(judge(papers.files.get(file) as Uint8Array, ['ua1', '2a'])).toEqual({ ua1: [], '2a': [] });
  });

  it('read back from the notice, figure by figure', async () => {
    const notice = papers.files.get('notice.pdf');
    if (!(notice instanceof Uint8Array)) throw new Error('no notice.pdf');
    const text = (await readText(notice)).join('').replace(/\s+/g, '').normalize('NFKC');
    for (const figure of papers.notice.document.figures) expect(text).toContain(figure.text.replace(/\s+/g, '').normalize('NFKC'));
    for (const shown of ['10,568,342', '10,578,342', '(51.74)', '(51.52)']) expect(text).toContain(shown);
  });
});

describe('a correction of words alone', () => {
  let papers: Papers;
  beforeAll(async () => {
    const words = editedSample([
      { file: 'data/iij/concepts.yaml', from: 'ja: 販売費', to: 'ja: 営業販売費' },
      {
        file: 'data/iij/releases/2q02/narrative.en.md',
        from: 'The growth trend for broadband Internet remains strong.',
        to: 'The growth trend for broadband Internet remains steady.',
      },
    ]);
    writeFileSync(join(words.root, kept), correctionYaml);
    ({ papers } = await papersOf(await wholeBuild(words), words));
  }, 60_000);

  it('says that no figure changed', () => {
    const texts = documentTexts(papers.notice.document).map(({ inlines }) => inlines.map(({ text }) => text).join(''));
    expect(papers.notice.document.titles.ja).toMatch(/^（訂正）「/);
    expect(texts).toEqual(expect.arrayContaining(['無', 'None']));
    expect(texts.join('\n')).not.toContain('数値データにも訂正');
  });

  it('marks the word and the label in both versions', () => {
    const inlines = documentTexts(papers.notice.document).flatMap((text) =>
      text.inlines.filter(({ changed }) => changed).map(({ text }) => text),
    );
    expect(inlines).toEqual(['strong', 'steady']);
    const labels = tablesOf(papers.notice.document, 'ja').map((table) =>
      table.rows.flatMap((row) => row.label.filter(({ changed }) => changed).map(({ text }) => text)).join(''),
    );
    expect(labels).toHaveLength(2);
    expect(labels[1]).toContain('営業');
    expect(tablesOf(papers.notice.document, 'en')).toEqual([]);
  });

  it('rules the word and the label in the marked release, and nothing else', () => {
    const ruled = papers.marked.layout.pages.flatMap((page) =>
      correctionRules(page).length === 0
        ? []
        : page.items.flatMap((item) => (item.kind === 'glyphs' && item.changed ? [item.glyphs.map(({ text }) => text).join('')] : [])),
    );
    expect(ruled.at(-1)).toBe('steady');
    expect(papers.marked.layout.pages.flatMap(correctionRules)).toHaveLength(2);
  });
});

describe('another layout', () => {
  it('has its own notice: the exchange’s form shows two reclassified lines and what they were', async () => {
    const period = 'data/aoba/periods/2026h1.yaml';
    const edited = editedSample([
      { file: period, from: 'assets.products: 2,118,749', to: 'assets.products: 2,128,749' },
      { file: period, from: 'assets.materials: 1,204,975', to: 'assets.materials: 1,194,975' },
    ]);
    const build = mkdtempSync(join(tmpdir(), 'kessan-aoba-'));
    const before = await wholeBuild({ ...samplePlace, issuer: 'aoba', release: '2026h1' });
    for (const [file, content] of before.outputs) writeFileSync(join(build, file), content);
    writeFileSync(join(edited.root, 'data/aoba/releases/2026h1/correction.yaml'), correctionYaml.replaceAll('2002-11', '2025-11'));
    const { code, err } = await runCommand(['correct', 'aoba/2026h1', '--against', build], edited.root);
    rmSync(build, { recursive: true });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const text = await readText(readFileSync(join(edited.root, 'out/aoba/2026h1/correction/notice.pdf')));
    const squeezed = text.join('').replace(/\s+/g, '');
    expect(squeezed).toContain('一部訂正について');
    for (const figure of ['2,118', '2,128', '1,204', '1,194']) expect(squeezed.split(figure)).toHaveLength(3);
  }, 60_000);

  it('without a word on corrections issues none', async () => {
    const { root, edit } = inProjectFolder();
    expect((await runCommand(['build', 'mini/1q01'], root)).code).toBe(0);
    edit('data/mini/releases/1q01/narrative.en.md', (text) => text.replace(/\.\n/, ', as expected.\n'));
    const refused = await runCommand(['correct', 'mini/1q01', '--against', join(root, 'out/mini/1q01')], root);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('error[validate/missing-key] the style has no key correction');
    expect(refused.err).toContain('templates/plain/style.yaml');
    expect(existsSync(join(root, 'out/mini/1q01/correction'))).toBe(false);
  });
});

describe('a row that was taken out', () => {
  it('stands in the table as it was printed, and not in the corrected one', async () => {
    const edited = editedSample([{ file: 'data/iij/statements/operations.yaml', from: rowTaken, to: '' }]);
    writeFileSync(join(edited.root, kept), correctionYaml);
    const { notice } = (await papersOf(await wholeBuild(edited), edited)).papers;
    const [before, after] = tablesOf(notice.document, 'en').map((table) =>
      table.rows.map((row) => `${row.label.map(({ text }) => text).join('')}: ${row.cells.map((cell) => cell?.core ?? '').join(' ')}`),
    );
    expect(before?.join('\n')).toContain('22,480');
    expect(after?.join('\n') ?? '').not.toContain('22,480');
  }, 60_000);
});

async function papersOf(built: Build, from: ReleasePlace): Promise<{ readonly papers: Papers; readonly changes: Changes }> {
  const record = (build: Build) =>
    parseRecord(
      writtenRecord((file) => build.outputs.get(file) as string, 'build'),
      'build',
    );
  const [then, today] = [record(old), record(built)];
  const differences = compareBuilds(
    await recordedVersion('old', [old.pdf], then, []),
    await recordedVersion('new', [built.pdf], today, []),
  );
  expect(differences.changes.filter((change) => change.class === 'unexplained')).toEqual([]);
  const file = loadCorrection(from.root, 'iij', '2q02', unexpected);
  const spec = file && validateCorrection(file, built.release.languages, unexpected);
  const style = built.release.style.correction;
  const announced = { titles: {}, earlier: [] };
  const changes = changesOf(differences, then, today);
  const papers =
    spec && style && (await makeCorrection(built, { spec, changes, differences, announced, style, old: then, now: today }, unexpected));
  if (!papers) throw new Error('no papers');
  return { papers, changes };
}

function unexpected({ code, message }: { readonly code: string; readonly message: string }): never {
  throw new Error(`${code} ${message}`);
}

function tablesOf(document: Document, lang: string): readonly Table[] {
  const flatten = (block: Block): readonly Block[] => (block.kind === 'group' ? block.blocks.flatMap(flatten) : [block]);
  return document.parts
    .filter((part) => part.lang === lang)
    .flatMap((part) => part.sections.flatMap((section) => section.blocks.flatMap(flatten)))
    .filter((block) => block.kind === 'table');
}

const cellsOf = (table: Table) => table.rows.flatMap((row) => row.cells.filter((cell) => cell !== undefined));

const correctionRules = ({ items }: Page): readonly Rule[] =>
  items.filter((item): item is Rule => item.kind === 'rule' && item.role === 'correction');

/** Share of a run's width that stands above the rule. */
function overlap(rule: Rule, x: number, width: number): number {
  return (Math.min(rule.x + rule.width, x + width) - Math.max(rule.x, x)) / width;
}
