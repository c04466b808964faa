// Turn the sample into a release with everything that can fill a line: hyphens, letters, hanging stops. It passes what a release must.
import { beforeAll, describe, expect, it } from 'vitest';
import type { Page } from '../../src/model/page.ts';
import { editedSample } from '../support/edited-sample.ts';
import { readers } from '../support/readers.ts';
import { runCommand } from '../support/run-command.ts';
import { buildSample, pdfOf, type WholeRelease } from '../support/sample.ts';
import { has, needing } from '../support/tools.ts';

const style = 'templates/us-filer/style.yaml';
const soft = '\u00ad';

/** Lines of running text of a page in order, spaces at their ends cut. */
function linesOf(page: Page): readonly string[] {
  const lines: { y: number; text: string }[] = [];
  for (const item of page.items) {
    if (item.kind !== 'glyphs' || !('element' in item.owner) || item.sup) continue;
    const text = item.glyphs.map((glyph) => glyph.text).join('');
    const last = lines.at(-1);
    if (last && Math.abs(last.y - item.y) < 0.1) last.text += text;
    else lines.push({ y: item.y, text });
  }
  return lines.map(({ text }) => text.trimEnd());
}

describe('a release with hyphens and hanging stops', () => {
  let built: WholeRelease;
  let place: ReturnType<typeof editedSample>;
  beforeAll(async () => {
    place = editedSample([
      { file: style, from: 'ja: {hang: false}', to: 'ja: {hang: true}' },
      { file: style, from: 'en: {letters: {shrink: 0.01, stretch: 0.02}, widening: 0.02, hyphenate: false}', to: 'en: {hyphenate: true}' },
      // At the size that the style has without all that gives, one line would have to part a name.
      { file: style, from: '- {size: 10.6, leading: 13, measure: 468}', to: '- {size: 10.5, leading: 13, measure: 468}' },
    ]);
    built = await buildSample(place);
  }, 60_000);

  const parted = () =>
    built.layout.pages.flatMap((page) => {
      const lines = linesOf(page);
      return lines.flatMap((line, i) => (line.endsWith(soft) ? [{ page: page.index, line, next: lines[i + 1] }] : []));
    });

  it('parts words in its text, none at the foot of a page, and keeps every other word', () => {
    expect(parted().length).toBeGreaterThan(20);
    for (const { line, next } of parted()) expect(`${line.slice(0, -1)}|${next}`).toMatch(/[a-z]{3}\|[a-z]{3}/);
    expect(built.layout.pages.some((page) => linesOf(page).at(-1)?.endsWith(soft))).toBe(false);
  });

  it('hangs stops over the margin of its Japanese', () => {
    const right = 88.64 + 418;
    const hung = built.layout.pages
      .slice(0, 2)
      .flatMap((page) =>
        page.items.filter(
          (item) => item.kind === 'glyphs' && item.x + item.width > right + 1 && /[、。]$/.test(item.glyphs.at(-1)?.text ?? ''),
        ),
      );
    expect(hung.length).toBeGreaterThan(0);
  });

  it('breaks no rule for pages', async () => {
    const { code, err } = await runCommand(['check', '--pages', 'iij/2q02'], place.root);
    expect({ code, errors: err.split('\n').filter((line) => line.startsWith('error[')) }).toEqual({ code: 0, errors: [] });
  });

  for (const reader of readers) {
    const { name, program } = reader;
    it.skipIf(program !== undefined && !has(program))(
      `${program === undefined ? name : needing(program, name)} gives every parted word, and nothing but a hyphen in it`,
      async () => {
        const texts = await reader.read(pdfOf(built));
        for (const { page, line, next } of parted()) {
          const [left = ''] = /[a-z]+$/.exec(line.slice(0, -1)) ?? [];
          const [right = ''] = /^[a-z]+/.exec(next ?? '') ?? [];
          expect(texts[page]).toMatch(new RegExp(`${left}[\u00ad-]?\\s*${right}`));
        }
      },
    );
  }
});
