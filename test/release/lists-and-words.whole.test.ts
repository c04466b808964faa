// Turn the sample with numbered lists and tables of words into every output, and see that each prints them, tags them and passes its own judge.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { editedSample } from '../support/edited-sample.ts';
import { runCommand } from '../support/run-command.ts';
import { needing } from '../support/tools.ts';
import { hasVeraPdf, judge } from '../support/verapdf.ts';

const narrative = (lang: string) => `data/iij/releases/2q02/narrative.${lang}.md`;
const place = editedSample([
  {
    file: narrative('en'),
    from: '### Outlook for Systems Integration services\n',
    to: [
      '8. First, a long item that has to be wrapped before it ends, so that its second line shows where the text of items begins and ends.',
      '9. Second, {{amount "revenue.total" in="billion" decimals=1}}.',
      '10. Third.',
      '',
      '| Service | Outlook | Revenue |',
      '|:--|---|--:|',
      '| CDN \\| live | The network goes on with **its services** for years, <sup>(1)</sup> and with many more words than one line of a page can hold at all. | {{amount "revenue.total" in="billion" decimals=1}} |',
      '| CATV |  | {{percent "market.catv-share" decimals=0}} |',
      '',
      '<dfn data-mark="(1)">(1)</dfn> Regional operators.',
      '',
      '### Outlook for Systems Integration services',
      '',
    ].join('\n'),
  },
  {
    file: narrative('ja'),
    from: '## 概況 {#overview}\n',
    to: '## 概況 {#overview}\n\n1. 最初の項目です。\n2. 次の項目です。\n\n| 事業 | 状況 |\n|---|---|\n| 測定機器 | 堅調 |\n\n',
  },
]);
const output = (name: string) => readFileSync(join(place.root, 'out/iij/2q02', name), 'utf8');
let tags = '';

beforeAll(async () => {
  const { code, err } = await runCommand(['build', 'iij/2q02', '--text'], place.root);
  if (code !== 0) throw new Error(err);
  tags = (await runCommand(['inspect', 'tags', 'iij/2q02'], place.root)).out.replaceAll(/ +/g, ' ');
});

describe('numbered lists', () => {
  it('are lists with their numbers as labels', () => {
    expect(tags.match(/ListNumbering=Decimal/g)).toHaveLength(2);
    expect(tags).toContain(' Lbl\n "8."\n LBody\n "First, a long item');
    expect(tags).toContain(' Lbl\n "10."\n LBody\n "Third."');
    expect(tags).toContain(' Lbl\n "1."\n LBody\n "最初の項目です。"');
  });

  it('print their numbers on the web page and in plain text', () => {
    expect(output('release.html')).toContain('<ol>\n<li><span class="label">8.</span> First, a long item');
    expect(output('release.txt')).toMatch(/^8\. First, a long item .*\n {3}\S.*\n/m);
    expect(output('release.txt')).toContain('\n10. Third.\n');
    expect(output('document.json')).toContain('8. First, a long item');
  });
});

describe('tables of words', () => {
  it('are tables whose cells know their heads', () => {
    expect(tags).toMatch(/TH ID=(\S+\.r0\.c0) Scope=Column\n "Service"/);
    expect(tags).toMatch(
      /TH ID=(\S+\.r1\.c0) Headers=\[\S+\.r0\.c0\] Scope=Row\n "CDN \| live"\n TD Headers=\[\S+\.r0\.c1 \S+\.r1\.c0\]\n "The network goes on/,
    );
  });

  it('stand on the web page and in plain text as tables', () => {
    expect(output('release.html')).toContain('<th scope="row" class="left">CDN | live</th><td class="left">The network');
    expect(output('release.html')).toMatch(/<td class="left"><\/td><td class="right"><data value="\d+">50%<\/data><\/td>/);
    expect(output('release.txt')).toMatch(/^CDN \| live {2}The network.* JPY10\.6 billion$/m);
    expect(output('release.txt')).toMatch(/^事業 +状況\n-+ {2}-+\n測定機器 {2}堅調$/m);
  });
});

describe('the file', () => {
  it('is as it was recorded, and its pages break no rule', async () => {
    const verified = await runCommand(['verify', 'out/iij/2q02/release.pdf'], place.root);
    expect(verified.out).not.toContain('wrong');
    expect(verified.code).toBe(0);
    const { code, err } = await runCommand(['check', '--pages', 'iij/2q02'], place.root);
    expect({ code, errors: err.split('\n').filter((line) => line.startsWith('error[')) }).toEqual({ code: 0, errors: [] });
  });

  it.skipIf(!hasVeraPdf)(needing('veraPDF', 'is PDF/A-2a and PDF/UA-1'), () => {
    expect(judge(readFileSync(join(place.root, 'out/iij/2q02/release.pdf')), ['ua1', '2a'])).toEqual({ ua1: [], '2a': [] });
  });
});
