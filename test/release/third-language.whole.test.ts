// Turn a language that the program does not have into a test: its folder and its line in the list make a release in three languages.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { rewriteYaml, writeInLanguages } from '../support/in-languages.ts';
import { inProjectFolder } from '../support/mini-project.ts';
import { programWithGerman } from '../support/program-with-german.ts';

const narrative = `## Zusammenfassung {#summary}

Der Umsatz betrug {{amount "revenue.total" in="million"}} ({{usd "revenue.total" in="million"}}), {{change "revenue.total" from="prior-quarter"}} gegenüber {{period "prior-quarter"}}. Die Bruttomarge lag bei {{percent "margin.gross"}}.

Das bereinigte EBITDA betrug {{amount "ebitda.adjusted" in="million"}}, {{change "ebitda.adjusted" from="prior-quarter"}}. Erwartet wird ein Umsatz von {{amount "guidance.revenue" in="million"}}. {{outcome "result.operating"}}: {{amount "result.operating" in="million" sign="magnitude"}}.

## Anmerkungen {#notes}

<dfn><sup>(1)</sup></dfn> Waren schließen Ausfuhren ein.
`;

const words = `{{#words "part"}}Deutsch{{/words}}
{{#words "title"}}{{issuer "name"}}: {{period "current" style="quarter"}}{{/words}}
`;

const { root } = inProjectFolder();
const inFolder = (file: string) => join(root, file);
let program: string;
let touched: readonly string[];
beforeAll(async () => {
  ({ program, touched } = await programWithGerman());
});

function kessan(...args: readonly string[]): { readonly code: number | null; readonly out: string; readonly err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { cwd: root, encoding: 'utf8' });
  return { code: status, out: stdout, err: stderr };
}

/** Codes and messages of a check, without places and hints. */
const faults = (): readonly string[] => kessan('check', 'mini/1q01').err.match(/^(?:error|warning)\[.*$/gm) ?? [];

describe('a language that is added', () => {
  it('is a folder, and a line in one list', () => {
    expect(touched.filter((file) => !file.startsWith('language/de/'))).toEqual(['language/languages.ts']);
  });

  it('is asked for, file by file, until nothing is missing', () => {
    const issuer = readFileSync(inFolder('data/mini/issuer.yaml'), 'utf8');
    writeFileSync(inFolder('data/mini/issuer.yaml'), issuer.replace('languages: [ja, en]', 'languages: [ja, en, de]'));
    expect(faults()).toEqual(['error[load/missing-file] data/mini/releases/1q01/narrative.de.md is missing']);

    writeFileSync(inFolder('data/mini/releases/1q01/narrative.de.md'), narrative);
    const missing = faults();
    for (const what of ['names', 'labels of revenue.goods', 'announced', 'captions', 'fonts', 'blocks', 'continued'])
      expect(missing).toContain(`error[validate/missing-label] the German of ${what} is missing`);
    expect(missing.filter((line) => !line.startsWith('error[validate/missing-label] the German of '))).toEqual([]);

    writeInLanguages(root, ['ja', 'en', 'de']);
    rewriteYaml(inFolder('templates/plain/style.yaml'), withGerman);
    const noWords = faults();
    expect(noWords).toContain('error[merge/words-missing] the layout has no de.hbs, which words part would stand in');
    expect(noWords.every((line) => line.startsWith('error[merge/words-missing]'))).toBe(true);
    writeFileSync(inFolder('templates/plain/de.hbs'), words);
    expect(faults()).toEqual([]);
  });

  it('is built, checked and read back beside the others', () => {
    const built = kessan('build', 'mini/1q01', '--text', '--attach');
    expect([built.code, built.err]).toEqual([0, '']);
    const out = (file: string) => readFileSync(inFolder(`out/mini/1q01/${file}`), 'utf8');
    const html = out('release.html');
    expect([...html.matchAll(/<section class="(\w+)-text"/g)].map(([, lang]) => lang)).toEqual(['ja', 'en', 'de']);
    expect(html).toContain('Der Umsatz betrug');
    expect(html).toMatch(/ein (?:Anstieg|Rückgang) um/);
    expect(out('release.txt')).toContain('Geschäftsjahres 2001');
    const figures: { readonly lang: string }[] = JSON.parse(out('figures.json')).figures;
    expect(new Set(figures.map(({ lang }) => lang))).toEqual(new Set(['ja', 'en', 'de']));
    expect(kessan('verify', 'out/mini/1q01/release.pdf')).toMatchObject({ code: 0, err: '' });
    // Warnings of loose lines aside, which are the small page's.
    expect(kessan('check', 'mini/1q01', '--pages')).toMatchObject({ code: 0, err: expect.stringMatching(/^0 errors, /m) });
    expect(kessan('explain', 'mini/1q01', 'revenue.total@1q01').out).toMatch(/^ +de p\.3 /m);
    expect(kessan('inspect', 'tags', 'mini/1q01').out).toContain('de-DE');
  });

  it('is held to the others', () => {
    const file = inFolder('data/mini/releases/1q01/narrative.de.md');
    writeFileSync(file, narrative.replace('{{change "revenue.total" from="prior-quarter"}} gegenüber', 'ein Rückgang um 99.9% gegenüber'));
    expect(faults().join('\n')).toContain('99.9');
    // An override that holds for one decimal, which the English prints, and not for the round figure of the German.
    rewriteYaml(inFolder('data/mini/releases/1q01/release.yaml'), withOverride);
    writeFileSync(file, `${narrative}\nEs gibt {{number "market.users" in="million" decimals=0}} Nutzer.\n`);
    expect(faults()).toEqual([
      'error[check/languages] market.users@1q01 (amount) prints 4.9 million in English and 4 Millionen in German, which no rounding explains',
    ]);
  });
});

function withOverride(value: unknown): unknown {
  const release = value as { readonly overrides: readonly object[] };
  const override = {
    where: 'prose',
    concept: 'market.users',
    period: 'current',
    measure: 'amount',
    exact: '4.2',
    print: '4.9',
    why: 'a test',
  };
  return { ...release, overrides: [...release.overrides, override] };
}

/** Wherever the style has English it gets German of the same look. */
function withGerman(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withGerman);
  if (typeof value !== 'object' || value === null) return value;
  const own = Object.fromEntries(Object.entries(value).map(([key, inner]): [string, unknown] => [key, withGerman(inner)]));
  if (Object.hasOwn(own, 'en-text')) return { ...own, 'de-text': own['en-text'] };
  return Object.hasOwn(own, 'ja') && Object.hasOwn(own, 'en') ? { ...own, de: own.en } : own;
}
