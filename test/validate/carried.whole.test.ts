// Turn edits of a release that was rolled forward into which of its texts are still open.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openTexts } from '../../src/model/carried.ts';
import type { Finding } from '../../src/model/finding.ts';
import { Session } from '../../src/session.ts';
import { carriedIn } from '../../src/validate/carried-in.ts';
import { inProjectFolder } from '../support/mini-project.ts';

const { root, edit } = inProjectFolder();
const folder = 'data/mini/releases/1q01';
const file = join(root, folder, 'carried.yaml');

function opened(entry: string) {
  writeFileSync(file, `from: mini/4q00\ntexts:\n  - ${entry}\n`);
  const findings: Finding[] = [];
  const session = new Session({ place: { root, issuer: 'mini', release: '1q01' } });
  const sources = session.load().value;
  if (!sources)
    throw new Error(
      session
        .load()
        .findings.map(({ message }) => message)
        .join(),
    );
  const carried = carriedIn(sources, (finding) => findings.push(finding));
  return { open: carried && openTexts(carried).length, findings: findings.map(({ message }) => message) };
}

const undone: (() => void)[] = [];
afterEach(() => {
  for (const undo of undone.splice(0)) undo();
});

const sentence = '{file: narrative.en.md, text: "<dfn><sup>(1)</sup></dfn> Goods include exports."}';
const users = '{file: narrative.en.md, text: "There were {{number \\"market.users\\" in=\\"million\\" decimals=1}} users."}';

describe('a carried text', () => {
  it.each<[string, string, number]>([
    ['stands as it was', sentence, 1],
    ['holds an expression', users, 1],
    ['is confirmed', sentence.replace('}', ', confirmed: Tanaka}'), 0],
    ['is no whole sentence', '{file: narrative.en.md, text: "Goods include"}', 0],
    ['stands in another language alone', sentence.replace('.en.', '.ja.'), 0],
    ['stood in a narrative that is gone', sentence.replace('.en.', '.de.'), 0],
    ['is a title', '{file: release.yaml, key: titles.ja, text: 2001年度第1四半期決算}', 1],
    ['is a title of another language', '{file: release.yaml, key: titles.en, text: 2001年度第1四半期決算}', 0],
    ['is a figure that was a forecast', '{file: periods/1q01.yaml, key: facts.revenue.goods, text: "1,200,500"}', 1],
    ['is a figure that is another now', '{file: periods/1q01.yaml, key: facts.revenue.goods, text: "1,200,000"}', 0],
    ['is named by nothing', '{file: release.yaml, key: constructor.name, text: Object}', 0],
  ])('%s', (_, entry, wanted) => expect(opened(entry)).toEqual({ open: wanted, findings: [] }));

  it.each<[string, (text: string) => string, number]>([
    ['its lines are broken elsewhere', (text) => text.replace('Goods include exports.', 'Goods include\nexports.'), 1],
    ['another sentence stands before it', (text) => text.replace('<dfn><sup>(1)', 'It is so. <dfn><sup>(1)'), 0],
    ['another sentence stands after it', (text) => text.replace('exports.', 'exports. It is so.'), 1],
    ['a word of it changes', (text) => text.replace('exports', 'imports'), 0],
    ['it is joined to another', (text) => text.replace('Goods include exports.', 'Goods include exports, and more.'), 0],
    ['it is taken out', (text) => text.replace('Goods include exports.', ''), 0],
  ])('where %s', (_, change, wanted) => {
    undone.push(edit(`${folder}/narrative.en.md`, change));
    expect(opened(sentence).open).toBe(wanted);
  });

  it('is a literal with its reason', () => {
    undone.push(edit(`${folder}/release.yaml`, (text) => `${text}literals:\n  - {kind: date, text: spring of 1999, why: a works}\n`));
    const literal = (more: string) => opened(`{file: release.yaml, key: literals, text: spring of 1999${more}}`).open;
    expect(literal(', why: a works')).toBe(1);
    expect(literal('')).toBe(1);
    expect(literal(', why: the opening of a works')).toBe(0);
  });

  it.each<[string, string]>([
    ['{file: issuer.yaml, text: x}', 'nothing is carried in issuer.yaml'],
    ['{file: ../1q01/release.yaml, text: x}', 'nothing is carried in ../1q01/release.yaml'],
    ['{file: narrative.en.md, text: x, confirmed: " "}', 'a text is confirmed by nobody'],
    ['{file: narrative.en.md, text: x, confirm: A}', 'key confirm is not known here'],
    ['{file: narrative.en.md}', 'item 1 of texts has no key text'],
  ])('%s is told', (entry, wanted) => expect(opened(entry).findings).toEqual([wanted]));
});
