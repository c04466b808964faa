// Turn the small issuer with segments and a statement of changes in equity into every output: figures, prose, tags, markup, notes on what changed.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { matrixProject } from '../support/matrix-project.ts';
import { inProjectFolder } from '../support/mini-project.ts';
import { runCommand } from '../support/run-command.ts';
import { needing } from '../support/tools.ts';
import { hasVeraPdf, judge } from '../support/verapdf.ts';

const { root, edit } = inProjectFolder();
const narrative = (lang: string) => `data/mini/releases/1q01/narrative.${lang}.md`;
const output = (name: string) => readFileSync(join(root, 'out/mini/1q01', name), 'utf8');
let tags = '';

beforeAll(async () => {
  for (const each of matrixProject) {
    if ('from' in each) edit(each.file, (text) => text.replace(each.from, () => each.to));
    else if ('content' in each) {
      mkdirSync(dirname(join(root, each.file)), { recursive: true });
      writeFileSync(join(root, each.file), each.content);
    }
  }
  const add = (lang: string, sentence: string) =>
    edit(narrative(lang), (text) => text.replace(/^(## .*\{#summary\}\n\n)/m, `$1${sentence}\n\n`));
  add(
    'en',
    'Segment profit of Works was {{amount "profit.segment[works]" in="thousand" as="gain"}}; both segments made a loss of {{amount "profit.segment[both]" in="thousand" as="loss"}}.',
  );
  add(
    'ja',
    '工事の事業利益は{{amount "profit.segment[works]" in="thousand" as="gain"}}、二事業の合計は{{amount "profit.segment[both]" in="thousand" as="loss"}}の損失となりました。',
  );
  const { code, err } = await runCommand(['build', 'mini/1q01', '--text'], root);
  if (code !== 0) throw new Error(err);
  tags = (await runCommand(['inspect', 'tags', 'mini/1q01'], root)).out.replaceAll(/ +/g, ' ');
});

describe('matrices of a release', () => {
  it('are read and asked for like any other table and figure', async () => {
    expect(output('release.txt')).toMatch(/Segment profit of Works was .*10,625/);
    expect(output('release.txt')).toMatch(/事業損益 +10,625 +\(70,000\) +\(59,375\) +10,000 +\(49,375\)/);
    expect(output('figures.json')).toContain('"profit.segment[works]@1q01"');
    const { out } = await runCommand(['explain', 'mini/1q01', 'move.all[equity.total]'], root);
    expect(out).toContain('Total equity');
    expect(out).toContain('move.result[equity.deficit]@1q01 -50,400 thousand JPY  = result.net');
  });

  it('announce every figure with the heads of its column and the label of its row', () => {
    const html = output('release.html');
    expect(html).toContain('scope="colgroup" colspan="3">Segments</th>');
    expect(html).toMatch(/scope="row">Segment profit or loss<\/th><td headers="\S+\.h0\.1 \S+\.h1\.1 \S+\.label"><data value="\d+">10,625/);
    // A total is announced with the head of the rows that it sums.
    expect(html).toMatch(/>All sales<\/th><td headers="\S+\.h0\.1 \S+\.h1\.1 \S+\.r0\.label \S+\.r3\.label">/);
    // What no member has is an empty cell, what is nil a dash.
    expect(html).toMatch(/scope="row" class="d1">Shares issued<\/th><td [^>]*><data [^>]*>–<\/data><\/td><td[^>]*><\/td>/);
    expect(tags.match(/Scope=Column/g)?.length).toBeGreaterThan(20);
    expect(tags).toContain('Headers=');
  });

  it('break no rule of pages, and are printed as they were recorded', async () => {
    const verified = await runCommand(['verify', 'out/mini/1q01/release.pdf'], root);
    expect(verified).toMatchObject({ code: 0 });
    const { err } = await runCommand(['check', '--pages', 'mini/1q01'], root);
    expect(err.split('\n').filter((line) => /^(?:error|warning)\[/.test(line) && /segments|changes/.test(line))).toEqual([]);
  });

  it.skipIf(!hasVeraPdf)(needing('veraPDF', 'are PDF/UA-1 and PDF/A-2a'), () => {
    expect(judge(readFileSync(join(root, 'out/mini/1q01/release.pdf')), ['ua1', '2a'])).toEqual({ ua1: [], '2a': [] });
  });
});
