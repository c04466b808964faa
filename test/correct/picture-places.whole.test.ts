// A picture that was exchanged, or of which something else is said, stands in the notice under its heading; a decoration does not.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Block, Document } from '../../src/model/document.ts';
import type { Lang } from '../../src/model/language.ts';
import type { Corrected } from '../../src/project/correct-release.ts';
import { CorrectedSample } from '../support/corrected-sample.ts';

const folder = 'data/aoba/releases/2026h1';
const square = (fill: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" fill="${fill}"/></svg>`;
/** Added to the sample before it is built: pictures of their own, in a line, and one that only decorates. */
const placed = {
  ja: '\n\n### 新工場\n\n新工場は稼働しています。\n\n![新工場の建屋](plant.svg)\n\n本店に社章![社章](mark.svg)を掲げ、社章![社章](mark.svg)を掲げています。\n\n<img src="band.svg" alt="" decorative>\n',
  en: '\n\n### New plant\n\nThe new plant is at work.\n\n![Hall of the new plant](plant.svg)\n\nThe mark ![the mark](mark.svg) is put up, and the mark ![the mark](mark.svg) again.\n\n<img src="band.svg" alt="" decorative>\n',
};

let sample: CorrectedSample;
let build: string;
const paint = (name: string, fill: string): void => writeFileSync(join(sample.root, folder, 'pictures', `${name}.svg`), square(fill));
const narrative = (lang: Lang) => `${folder}/narrative.${lang}.md`;

beforeAll(async () => {
  sample = new CorrectedSample('aoba');
  mkdirSync(join(sample.root, folder, 'pictures'), { recursive: true });
  for (const name of ['plant', 'mark', 'band']) paint(name, '#0b3d91');
  sample.edit((['ja', 'en'] as const).map((lang) => ({ file: narrative(lang), edit: (text) => text.trimEnd() + placed[lang] })));
  build = await sample.build('earlier');
});

/** The places of a notice line by line: names, versions, texts with what is marked between ＿, pictures. */
function told({ papers, findings }: Corrected, lang: Lang): readonly string[] {
  expect(findings.map(({ code, message }) => `${code} ${message}`)).toEqual([]);
  return papers ? placesOf(papers.notice.document, lang) : [];
}

function placesOf({ parts }: Document, lang: Lang): readonly string[] {
  const blocks = parts.filter((part) => part.lang === lang).flatMap(({ sections }) => sections.flatMap((section) => section.blocks));
  const from = blocks.findIndex((block) => block.kind === 'heading' && block.class === 'place');
  return from < 0 ? [] : blocks.slice(from).flatMap(lineOf);
}

function lineOf(block: Block): readonly string[] {
  if (block.kind === 'group') return [`picture ${block.picture?.picture.file.split('/').at(-1)}`];
  if (block.kind !== 'heading' && block.kind !== 'paragraph') return [];
  return [block.inlines.map(({ text, changed }) => (changed ? `＿${text}＿` : text)).join('')];
}

describe('a correction of pictures alone', () => {
  it('tells what was exchanged, shows what is seen now, and names one that stands in lines once', async () => {
    paint('plant', '#117733');
    paint('mark', '#117733');
    const corrected = await sample.correct(build);
    expect(told(corrected, 'ja')).toEqual([
      expect.stringMatching(/^新工場（.*\d+ページ）$/),
      '【訂正前】',
      '＿図：新工場の建屋＿',
      '＿図：社章＿',
      '【訂正後】',
      '＿図：新工場の建屋 （図を差し替え）＿',
      'picture plant.svg',
      '＿図：社章 （図を差し替え）＿',
      '以上',
    ]);
    expect(told(corrected, 'en')).toEqual([
      expect.stringMatching(/^New plant \(page \d+, Attachments\)$/),
      '[Before correction]',
      '＿Picture: Hall of the new plant＿',
      '＿Picture: the mark＿',
      '[After correction]',
      '＿Picture: Hall of the new plant (picture replaced)＿',
      'picture plant.svg',
      '＿Picture: the mark (picture replaced)＿',
    ]);
    expect(corrected.papers?.numericalData.told).toEqual({ ja: false, en: false });
  });

  it('tells what is said of a picture now, in the language in which it is said, and shows it no second time', async () => {
    paint('plant', '#0b3d91');
    paint('mark', '#0b3d91');
    sample.edit([{ file: narrative('en'), edit: (text) => text.replace('Hall of the new plant', 'Gate of the new plant') }]);
    const corrected = await sample.correct(build);
    expect(corrected.papers?.languages).toEqual(['en']);
    expect(told(corrected, 'en').slice(1)).toEqual([
      '[Before correction]',
      '＿Picture: Hall of the new plant＿',
      '[After correction]',
      '＿Picture: Gate of the new plant＿',
    ]);
    sample.edit([{ file: narrative('en'), edit: (text) => text.replace('Gate of the new plant', 'Hall of the new plant') }]);
  });

  it('tells of a picture that is gone, under the heading where it stood', async () => {
    sample.edit([{ file: narrative('en'), edit: (text) => text.replace('![Hall of the new plant](plant.svg)\n\n', '') }]);
    expect(told(await sample.correct(build), 'en').slice(1)).toEqual([
      '[Before correction]',
      '＿Picture: Hall of the new plant＿',
      '[After correction]',
      '(Not stated)',
    ]);
    sample.edit([
      { file: narrative('en'), edit: (text) => text.replace('The mark !', '![Hall of the new plant](plant.svg)\n\nThe mark !') },
    ]);
  });

  it('is no correction where a decoration changed', async () => {
    paint('band', '#117733');
    const { papers, differences } = await sample.correct(build);
    expect(papers).toBeUndefined();
    expect(differences?.changes.map(({ kind }) => kind)).toEqual(['picture', 'picture']);
  });
});
