// Turn signals at all kinds of moments into an end within a second: the right exit code, whole files, no process left behind.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { childrenOf, listening, runs, type Started, signalled, sleep, startBuilt, ticksOf } from '../support/built-program.ts';
import { editedSample } from '../support/edited-sample.ts';
import { buildSample } from '../support/sample.ts';

const soon = 1000;
const codes = { SIGINT: 130, SIGTERM: 143 } as const;
const signals = ['SIGINT', 'SIGTERM'] as const;
const narrative = 'data/iij/releases/2q02/narrative.en.md';
const outputs = ['release.pdf', 'release.html', 'figures.json', 'document.json', 'manifest.json'] as const;

/** Every word on a line of its own, so that a reader has much to do. */
function manyPages(pages: number, word: string): Buffer {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages}/Kids[${Array.from({ length: pages }, (_, i) => `${4 + 2 * i} 0 R`).join(' ')}]>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  for (let page = 0; page < pages; page++) {
    const lines = Array.from({ length: 300 }, (_, line) => `(${word}${page} ${(line * 7919 + page) % 1009} ${line}) Tj T*`).join('\n');
    const content = `BT /F 4 Tf 4 TL 20 820 Td\n${lines}\nET`;
    objects.push(`<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents ${5 + 2 * page} 0 R>>`);
    objects.push(`<</Length ${content.length}>>stream\n${content}\nendstream`);
  }
  let text = '%PDF-1.4\n';
  const at = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = at.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  text += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer<</Size ${size}/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

async function childrenAppear({ child }: Started): Promise<readonly number[]> {
  for (let tries = 0; tries < 400; tries++) {
    const found = childrenOf(child);
    if (found.length > 0) return found;
    await sleep(25);
  }
  throw new Error('no process was started');
}

describe('a signal is obeyed', () => {
  it.each(signals)('%s while load parses megabytes of YAML', async (signal) => {
    const { root } = editedSample([]);
    const much = 'a:\n'.concat('  - {b: [1, 2, 3], c: "d"}\n'.repeat(180_000));
    for (let i = 0; i < 6; i++) writeFileSync(join(root, `data/iij/statements/much-${i}.yaml`), much);
    const started = startBuilt(['build', 'iij/2q02'], root);
    await listening(started);
    await sleep(1000);
    const { code, ms, out, err } = await signalled(started, signal);
    expect({ code, out, err }).toEqual({ code: codes[signal], out: '', err: '' });
    expect(ms).toBeLessThan(soon);
  });

  it.each(signals)('%s while layout sets thousands of paragraphs', async (signal) => {
    const heading = '## Results Summary {#summary}\n\n';
    const paragraph = `${'IIJ is one of the leading companies of its kind, and says so at length. '.repeat(10)}\n\n`;
    const { root } = editedSample([{ file: narrative, from: heading, to: heading + paragraph.repeat(5000) }]);
    const started = startBuilt(['check', 'iij/2q02'], root);
    await listening(started);
    await sleep(2000);
    const { code, ms, out, err } = await signalled(started, signal);
    expect({ code, out, err }).toEqual({ code: codes[signal], out: '', err: '' });
    expect(ms).toBeLessThan(soon);
  });

  it('at every moment of a build: all files are old, or all are new, and no temporary file stays', async () => {
    const { root } = editedSample([]);
    const folder = join(root, 'out/iij/2q02');
    const first = startBuilt(['build', 'iij/2q02'], root);
    await listening(first);
    const begun = performance.now();
    expect((await first.ended).code).toBe(0);
    const whole = performance.now() - begun;
    const fresh = outputs.map((file) => readFileSync(join(folder, file)));
    const ends = new Map<number | null, number>();
    for (let moment = 0; moment < 16; moment++) {
      for (const file of outputs) writeFileSync(join(folder, file), `old ${file}`);
      const started = startBuilt(['build', 'iij/2q02'], root);
      const signal = moment % 2 === 0 ? 'SIGINT' : 'SIGTERM';
      await listening(started);
      await sleep((whole * moment) / 16);
      const { code, ms } = started.child.exitCode === null ? await signalled(started, signal) : { ...(await started.ended), ms: 0 };
      // The last of them may come too late.
      expect([codes[signal], 0]).toContain(code);
      expect(ms).toBeLessThan(soon);
      ends.set(code, (ends.get(code) ?? 0) + 1);
      expect(readdirSync(folder).sort()).toEqual([...outputs].sort());
      const news = outputs.map((file, index) => readFileSync(join(folder, file)).equals(fresh[index] as Buffer));
      const olds = outputs.map((file) => readFileSync(join(folder, file), 'utf8') === `old ${file}`);
      expect(news.every(Boolean) || olds.every(Boolean), `after ${moment}/16 of a build`).toBe(true);
    }
    expect(Math.min(ends.get(130) ?? 0, ends.get(143) ?? 0)).toBeGreaterThan(2);
  }, 180_000);

  it.each(signals)('%s while diff reads a PDF: the processes that read end with it', async (signal) => {
    const { root } = editedSample([]);
    writeFileSync(join(root, 'a.pdf'), manyPages(200, 'old'));
    writeFileSync(join(root, 'b.pdf'), manyPages(200, 'new'));
    const started = startBuilt(['diff', 'a.pdf', 'b.pdf'], root);
    const readers = await childrenAppear(started);
    await sleep(500);
    const { code, ms, err } = await signalled(started, signal);
    expect({ code, err }).toEqual({ code: codes[signal], err: '' });
    expect(ms).toBeLessThan(soon);
    await sleep(100);
    expect(readers.filter(runs)).toEqual([]);
  });

  it('while diff compares what it has read, and makes pictures of it', async () => {
    const { root } = editedSample([]);
    writeFileSync(join(root, 'a.pdf'), manyPages(50, 'old'));
    writeFileSync(join(root, 'b.pdf'), manyPages(50, 'new'));
    const started = startBuilt(['diff', 'a.pdf', 'b.pdf', '--report', 'report'], root);
    const readers = await childrenAppear(started);
    // Readers wait for another file when they have read theirs, and use no processor then.
    const used = () => readers.reduce((sum, pid) => sum + ticksOf(pid), 0);
    for (let before = -1; before < used() || used() < 10; await sleep(60)) before = used();
    const { code, ms } = await signalled(started, 'SIGTERM');
    expect(code).toBe(143);
    expect(ms).toBeLessThan(soon);
    expect(existsSync(join(root, 'report'))).toBe(false);
  });

  it.each([
    ['verify', 'earlier/release.pdf'],
    ['snapshot', 'iij/2q02'],
    ['correct', 'iij/2q02', '--against', 'earlier'],
    ['explain', 'iij/2q02', 'revenue.total'],
  ])('while %s runs', async (...args) => {
    const { root } = editedSample([]);
    // The bytes that `build --out earlier` would write: a test of its own holds the program to them.
    mkdirSync(join(root, 'earlier'));
    for (const [file, content] of (await buildSample()).outputs) writeFileSync(join(root, 'earlier', file), content);
    const started = startBuilt(args, root);
    await listening(started);
    await sleep(50);
    const { code, ms } = await signalled(started, 'SIGTERM');
    expect(code).toBe(143);
    expect(ms).toBeLessThan(soon);
  });

  it('while nobody reads what it has printed', async () => {
    const { root } = editedSample([]);
    // More than a pipe holds, and a reader that sleeps.
    const started = startBuilt(['inspect', 'validate', 'iij/2q02'], root, '"$@" > >(sleep 30) & wait -n; echo $?');
    await sleep(100);
    const [program] = await childrenAppear(started);
    await sleep(3000);
    expect(runs(program as number)).toBe(true);
    const sent = performance.now();
    process.kill(program as number, 'SIGTERM');
    while (runs(program as number) && performance.now() - sent < 5000) await sleep(10);
    expect(performance.now() - sent).toBeLessThan(soon);
    started.child.stdout?.destroy();
    for (const pid of childrenOf(started.child)) process.kill(pid);
  });
});
