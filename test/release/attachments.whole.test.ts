// Turn `build --attach` into tests: the files in the PDF are found by other programs, hold the figures, and change the conformance.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { render } from '../../src/render/render.ts';
import { type PdfObjects, type PdfValue, readObjects } from '../support/pdf-objects.ts';
import { buildSample, pdfOf, type WholeRelease } from '../support/sample.ts';
import { has, needing, withFile } from '../support/tools.ts';
import { hasVeraPdf, judge } from '../support/verapdf.ts';

let release: WholeRelease;
let pdf: Uint8Array;
beforeAll(async () => {
  release = await buildSample();
  pdf = pdfOf({ ...release, outputs: (await render({ ...release, attach: true })).all() });
});

/** Rows of fields, read by a parser of our own so that quoting is tested and not assumed. */
function parseCsv(text: string): readonly (readonly string[])[] {
  expect(text.startsWith('\ufeff')).toBe(true);
  const rows: string[][] = [];
  for (const line of text.slice(1).split('\r\n').slice(0, -1)) {
    const fields = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)];
    rows.push(fields.map(([, inside, bare]) => inside?.replaceAll('""', '"') ?? bare ?? ''));
  }
  return rows;
}

describe.skipIf(!has('qpdf'))(needing('qpdf', 'a PDF with its data'), () => {
  let objects: PdfObjects;
  const files = (): ReadonlyMap<string, { readonly data: Buffer; readonly spec: { readonly [key: string]: PdfValue } }> => {
    const names = objects.dict(objects.dict(objects.catalog['/Names'])['/EmbeddedFiles'])['/Names'] as readonly PdfValue[];
    return new Map(
      names.flatMap((name, i) => {
        if (i % 2 === 1) return [];
        const spec = objects.dict(names[i + 1]);
        return [[objects.text(name), { spec, data: objects.stream(objects.dict(spec['/EF'])['/F']) }] as const];
      }),
    );
  };
  beforeAll(() => {
    objects = readObjects(pdf);
  });

  it('holds each statement and the facts, sorted by bytes, as its data', () => {
    const names = [...files().keys()];
    expect(names).toEqual([...[...release.financials.statements.keys()].map((id) => `${id}.csv`), 'facts.json'].sort());
    const associated = (objects.catalog['/AF'] as readonly PdfValue[]).map((value) => objects.text(objects.dict(value)['/F']));
    expect(associated).toEqual(names);
    for (const { spec, data } of files().values()) {
      expect(spec['/AFRelationship']).toBe('/Data');
      const stream = objects.dict(objects.dict(spec['/EF'])['/F']);
      const parameters = objects.dict(stream['/Params']);
      expect(parameters['/Size']).toBe(data.length);
      expect(parameters['/CheckSum']).toBe(`b:${createHash('md5').update(data).digest('hex')}`);
      expect(objects.text(parameters['/ModDate'])).toBe('D:20021113000000Z');
    }
  });

  it('prints in each table what the page prints, beside the number and the exact value', () => {
    for (const [id, statement] of release.financials.statements) {
      if (statement.spec.grid) continue;
      const [head, , , ...rows] = parseCsv(files().get(`${id}.csv`)!.data.toString('utf8'));
      expect(rows).toHaveLength(statement.rows.length);
      rows.forEach((fields, r) => {
        expect(fields).toHaveLength(head!.length);
        statement.rows[r]!.cells.forEach((cell, c) => {
          const [printed, value, exact] = fields.slice(5 + 3 * c, 8 + 3 * c);
          if (!cell) expect([printed, value, exact]).toEqual(['', '', '']);
          else expect([value, exact]).toEqual([cell.printed.toFixed(cell.decimals), cell.exact.toString()]);
          if (cell && !cell.nil && cell.text === undefined)
            expect(Number(printed!.replace(/[^\d.]/g, ''))).toBe(Math.abs(Number(cell.printed.toFixed(cell.decimals))));
        });
      });
    }
    const operations = files().get('operations.csv')!.data.toString('utf8');
    expect(operations).toContain('(193,782)');
    expect(operations).toContain('営業費用合計');
    expect(operations).toContain('Total costs and expenses');
  });

  it('has every printed fact in JSON, as figures.json has it', () => {
    const { facts } = JSON.parse(files().get('facts.json')!.data.toString('utf8')) as {
      facts: { concept: string; period: string; value: string }[];
    };
    const figures = JSON.parse(String(release.outputs.get('figures.json'))) as {
      facts: { fact: string; value: string }[];
      figures: { fact: string; against?: string }[];
    };
    // figures.json remembers every fact, so that a later comparison can tell causes; readers are given what is printed.
    const printed = new Set(figures.figures.flatMap(({ fact, against }) => [fact, against]));
    expect(facts.map(({ concept, period, value }) => [`${concept}@${period}`, value])).toEqual(
      figures.facts.filter(({ fact }) => printed.has(fact)).map(({ fact, value }) => [fact, value]),
    );
  });

  it('holds none when none are asked for', () => {
    const plain = readObjects(pdfOf(release));
    expect(plain.catalog['/AF']).toBeUndefined();
    expect(plain.dict(plain.catalog['/Names'])['/EmbeddedFiles']).toBeUndefined();
    expect(plain.all.filter((object) => object['/Type'] === '/Filespec')).toEqual([]);
  });

  it('looks the same', () => {
    const pages = (file: Uint8Array) => {
      const { catalog, dict, stream } = readObjects(file);
      return (dict(catalog['/Pages'])['/Kids'] as readonly PdfValue[]).map((page) => stream(dict(page)['/Contents']).toString('latin1'));
    };
    expect(pages(pdf)).toEqual(pages(pdfOf(release)));
  });
});

it.skipIf(!hasVeraPdf)(needing('veraPDF', 'a PDF with its data is PDF/UA-1 and PDF/A-3a at once'), () => {
  expect(judge(pdf, ['ua1', '3a'])).toEqual({ ua1: [], '3a': [] });
});

it.skipIf(!hasVeraPdf)(needing('veraPDF', 'and no PDF/A-2a, which admits no such files'), () => {
  expect(judge(pdf, ['2a'])['2a']!.join('\n')).toMatch(/6\.8-5|6\.6\.4-1/);
});

it.skipIf(!has('pdfdetach'))(needing('pdfdetach', 'the files come out of the PDF by a reader’s own command'), () => {
  const text = withFile(pdf, (file) => {
    const target = join(file, '..', 'operations.csv');
    execFileSync('pdfdetach', ['-savefile', 'operations.csv', '-o', target, file]);
    return readFileSync(target, 'utf8');
  });
  expect(parseCsv(text)[0]!.slice(0, 5)).toEqual(['kind', 'level', 'fact', 'label_ja', 'label_en']);
});
