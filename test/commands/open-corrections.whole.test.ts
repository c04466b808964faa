// Turn figures that were undecided, or ranges, into decided ones, and files of a language each into one: what diff and correct tell of it.
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runBuilt } from '../support/built-program.ts';
import { projectRoot } from '../support/sample.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const correction = `date: {ja: 2026-02-20, en: 2026-02-20}
reason: {ja: 予想の記載に誤りがありました。, en: The forecast was stated wrongly.}
`;

/** The issuer in a project of its own, built; `edit` changes a file of it. */
async function issued(issuer: string, release: string) {
  const root = temporaryFolder('open');
  cpSync(join(projectRoot, 'data', issuer), join(root, 'data', issuer), { recursive: true });
  writeFileSync(join(root, 'data', issuer, 'releases', release, 'correction.yaml'), correction);
  const edit = (file: string, from: string, to: string): void => {
    const path = join(root, 'data', issuer, file);
    const text = readFileSync(path, 'utf8');
    expect(text.split(from)).toHaveLength(2);
    writeFileSync(path, text.replace(from, to));
  };
  const name = `${issuer}/${release}`;
  expect((await runBuilt(['build', name], root)).code).toBe(0);
  cpSync(join(root, 'out', name), join(root, 'old'), { recursive: true });
  return { root, name, edit };
}

describe('figures that were open', { timeout: 180_000 }, () => {
  it('are told from what they were to what they are, in the words of each language', async () => {
    const { root, name, edit } = await issued('shinonome', '2025fy');
    edit('periods/2026fy.yaml', 'dividend.ordinary: undecided', 'dividend.ordinary: 22.00');
    edit('periods/2026fy.yaml', 'sales.total: 88,000..92,000', 'sales.total: 88,000..93,000');
    expect((await runBuilt(['build', name], root)).code).toBe(0);
    const { out, code } = await runBuilt(['diff', 'old', join('out', name)], root);
    expect(code).toBe(1);
    for (const said of [
      'dividend.ordinary@2026fy: undecided becomes 22.00',
      'ja dividends total, dividend.total@2026fy: 未定 becomes 42.00',
      'ja forecast sales-change, sales.total@2026fy change from sales.total@2025fy: 3.6～8.3 becomes 3.6～9.5',
      'en outlook, sales.total@2026fy: JPY88,000 to 92,000 million becomes JPY88,000 to 93,000 million',
      'en distribution, dividend.year-end@2026fy: undecided becomes JPY22.00',
    ])
      expect(out).toContain(said);
    expect(out).not.toContain('1 unexplained');
    const corrected = await runBuilt(['correct', name, '--against', 'old'], root);
    expect(corrected.code, corrected.err).toBe(0);
    const notice = readFileSync(join(root, 'out', name, 'correction/notice.ja.html'), 'utf8');
    expect(notice).toContain('未定');
    expect(notice).toContain('42.00');
  });

  it('are corrected by years of eras, also where the languages have come into one file', async () => {
    const { root, name, edit } = await issued('asanagi', '2026q3');
    edit('releases/2026q3/release.yaml', 'files: {languages: apart, summary: true}', 'files: {languages: together}');
    edit('periods/2026fy.yaml', 'dividend.year-end: 35.00', 'dividend.year-end: undecided');
    edit('periods/2026fy.yaml', 'dividend.total: 65.00', 'dividend.total: undecided');
    expect((await runBuilt(['build', name], root)).code).toBe(0);
    const corrected = await runBuilt(['correct', name, '--against', 'old'], root);
    expect(corrected.code, corrected.err).toBe(0);
    expect(corrected.out + corrected.err).toContain('fact dividend.year-end@2026fy: 35.00 becomes undecided');
    const notice = readFileSync(join(root, 'out', name, 'correction/notice.html'), 'utf8').replace(/<[^>]*>/g, '');
    expect(notice).toContain('令和8年2月20日');
    expect(notice).toContain('8年3月期（予想）');
    // The pages of both languages are compared with those of the one file; the summaries, which were files of their own, are gone.
    const { code, out, err } = await runBuilt(['diff', 'old', join('out', name), '--lines', '0'], root);
    expect(code, err).toBe(1);
    expect(out).toContain('fact dividend.year-end@2026fy: 35.00 becomes undecided');
    expect(out).toContain('ja dividends total, dividend.total@2026fy: 65.00 becomes 未定');
    expect(out).toContain('en dividends total, dividend.total@2026fy: 65.00 becomes undecided');
    for (const said of ['pages of release.ja.pdf, release.en.pdf stand in release.pdf', 'release.en.summary.pdf is gone', '0 unexplained'])
      expect(out).toContain(said);
  });
});
