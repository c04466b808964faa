// Builds that earlier versions of the program made are kept whole: this version reads them, and says that no figure and nothing unexplained changed since.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../support/run-command.ts';

const versions = readdirSync('test/earlier').flatMap((version) =>
  readdirSync(join('test/earlier', version)).map((build) => ({ version, build })),
);

describe.each(versions)('$build as $version built it', ({ version, build }) => {
  const folder = join('test/earlier', version, build);
  const release = build.replace('-', '/');

  it('is still a good file', async () => {
    const { code, err } = await runCommand(['verify', join(folder, 'release.pdf')]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });

  it('can be compared with what this version builds: no figure has changed', async () => {
    const { code, out, err } = await runCommand(['diff', folder, release, '--format', 'json']);
    expect(err).toBe('');
    // Pages are set otherwise since, and contacts have other keys; aoba takes its words from the form.
    expect(code, out.slice(0, 2000)).toBe(1);
    const { counts, changes } = JSON.parse(out);
    expect(counts).toMatchObject({ consequential: 0, unexplained: 0, ...(build.startsWith('iij') && { text: 0 }) });
    const ordered = changes.filter((change: { class: string }) => change.class === 'ordered');
    expect(ordered.filter(({ summary }: { summary: string }) => !summary.startsWith('given contacts.'))).toEqual([]);
  });
});
