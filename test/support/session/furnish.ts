// Turn the small issuer's project into one with a chart, pictures, words that were carried over and a review: files that sessions read, or are asked beside.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { carriedFile, reviewFile } from './furnished-edits.ts';

const chart = `form: bars
title: {ja: 売上高と費用, en: Revenues and costs}
unit: {ja: （千円）, en: (Thousands of JPY)}
periods: [prior-quarter, current]
series:
  - concept: revenue.total
  - concept: costs.total
  - concept: revenue.services
`;

const mark = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect x="2" y="3" width="30" height="12" fill="#204060"/><circle cx="33" cy="9" r="5" fill="#a04020"/></svg>
`;

/** What was confirmed, and what has been worded otherwise since: all of it is done, so that the release builds. */
const carried = `from: mini/4q00
texts:
  - file: release.yaml
    key: titles.en
    text: Results of the 1st Quarter of Fiscal 2001
    confirmed: Tanaka
  - file: release.yaml
    key: titles.ja
    text: 2000年度第4四半期決算
  - file: narrative.en.md
    text: <dfn><sup>(1)</sup></dfn> Goods include exports.
    confirmed: Tanaka
`;

const review = `checked:
  - {by: Mori, kind: figure, lang: en, of: en.s1/revenue.total@1q01/amount, signed: "JPY1,501 million"}
  - {by: Sato, kind: sentence, lang: en, of: notes, signed: Goods include exports.}
`;

export function furnish(root: string): void {
  const write = (file: string, content: string | Uint8Array): void => {
    mkdirSync(join(root, file, '..'), { recursive: true });
    writeFileSync(join(root, file), content);
  };
  write('data/mini/charts/revenue.yaml', chart);
  write('data/mini/pictures/mark.svg', mark);
  write('data/mini/releases/1q01/pictures/plant.png', plainPicture(12, 8, [90, 120, 60]));
  write(carriedFile, carried);
  write(reviewFile, review);
  for (const [lang, words] of [
    ['en', ['Mark of the company', 'The new plant']],
    ['ja', ['会社のマーク', '新工場']],
  ] as const) {
    const file = `data/mini/releases/1q01/narrative.${lang}.md`;
    const text = readFileSync(join(root, file), 'utf8');
    write(
      file,
      text.replace(
        /\n## Notes|\n## 注/,
        (head) => `\n{{chart "revenue"}}\n\n![${words[0]}](mark.svg)\n\n![${words[1]}](plant.png)\n${head}`,
      ),
    );
  }
}

/** The bytes of a picture of one colour, with a darker frame. */
export function plainPicture(width: number, height: number, color: readonly [number, number, number]): Uint8Array {
  const picture = new PNG({ width, height, colorType: 2 });
  for (let at = 0; at < width * height; at++) {
    const edge = at % width === 0 || at < width;
    for (const [part, value] of color.entries()) picture.data[4 * at + part] = edge ? value >> 1 : value;
    picture.data[4 * at + 3] = 255;
  }
  return PNG.sync.write(picture, { colorType: 2 });
}
