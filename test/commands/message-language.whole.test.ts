// Turn what a command line and the environment say of a language into messages: which of the two counts, and what never depends on it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { sayingsIn } from '../../src/model/say.ts';
import { openResult, packResult } from '../../src/queue/job-result.ts';
import { inProjectFolder } from '../support/mini-project.ts';
import { runCommand } from '../support/run-command.ts';

const { root, edit } = inProjectFolder();
const name = 'mini/1q01';
const mend = edit('data/mini/periods/1q01.yaml', (text) => text.replace('assets.other: 600,000', 'assets.other: 601,000'));
afterAll(mend);

const build = (...options: readonly string[]) => runCommand(['build', name, ...options], root);
const kanji = /\p{Script=Han}/u;

describe('the language of messages', () => {
  it('is English unless somebody says otherwise, the command line before the environment', async () => {
    const english = await build();
    expect(english.err).toMatch(/^error\[check\/balance\] balance sheet balances: for 1q01, total assets/);
    expect(english.err).not.toMatch(kanji);
    const japanese = await build('--lang', 'ja');
    expect(japanese.err).toMatch(/^エラー\[check\/balance\] balance sheet balances：1q01について、資産合計 1,001,000と/);
    expect((await runCommand(['build', name], root, 'ja')).err).toBe(japanese.err);
    expect((await runCommand(['build', name, '--lang', 'en'], root, 'ja')).err).toBe(english.err);
    expect([english.code, japanese.code]).toEqual([1, 1]);
  });

  it.each([
    ['check', name],
    ['build', name],
    ['snapshot', name],
    ['inspect', 'check', name],
    ['export', name, '--csv'],
  ])('is that of every command that tells findings: %s', async (...args) => {
    expect((await runCommand([...args, '--lang', 'ja'], root)).err).toMatch(/^エラー\[check\/balance\]/);
  });

  it('is one that there is', async () => {
    const wanted = { code: 2, out: '' };
    expect(await build('--lang', 'de')).toEqual({ ...wanted, err: 'kessan: --lang takes ja or en, and not "de"\n' });
    expect(await runCommand(['check', name], root, 'ja_JP.UTF-8')).toEqual({
      ...wanted,
      err: 'kessan: KESSAN_LANG takes ja or en, and not "ja_JP.UTF-8"\n',
    });
  });

  it('is that of wrong usage too', async () => {
    expect(await runCommand(['build', 'mini/none', '--lang', 'ja'], root)).toEqual({
      code: 2,
      out: '',
      err: expect.stringMatching(/^kessan: 決算 'mini\/none' がありません：/),
    });
  });

  it('changes nothing for programs, and nothing that is written', async () => {
    const [one, other] = [await build('--format', 'json'), await build('--format', 'json', '--lang', 'ja')];
    expect(other.out).toBe(one.out);
    expect(JSON.parse(other.out)).toEqual([expect.objectContaining({ release: name })]);
    mend();
    const files = ['release.pdf', 'release.html', 'figures.json', 'manifest.json'];
    const written = async (...options: readonly string[]) => {
      expect((await build(...options)).code).toBe(0);
      return files.map((file) => readFileSync(join(root, 'out', name, file)).toString('base64'));
    };
    expect(await written('--lang', 'ja')).toEqual(await written());
    edit('data/mini/periods/1q01.yaml', (text) => text.replace('assets.other: 600,000', 'assets.other: 601,000'));
  });
});

describe('a result that a worker hands back', () => {
  it('brings how its texts were made, and is read without it', async () => {
    const { out } = await build('--format', 'json', '--lang', 'ja');
    const [{ findings }] = JSON.parse(out) as [{ findings: [{ message: string }] }];
    const sayings = sayingsIn([findings[0].message]);
    expect(sayings.length).toBeGreaterThan(3);
    const end = { kind: 'stopped', why: findings[0].message } as const;
    const bytes = packResult({ end, files: [] });
    expect(Buffer.from(bytes).toString('utf8')).toContain('"sayings":[["balance sheet balances');
    expect(openResult(bytes)).toEqual({ end, files: [] });
  });
});
