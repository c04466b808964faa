import { describe, expect, it } from 'vitest';
import { reportCharacters } from '../../src/load/decode-text.ts';
import type { Finding } from '../../src/model/finding.ts';

function told(text: string, file = 'narrative.ja.md') {
  const findings: Finding[] = [];
  const lineStarts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const sound = reportCharacters({ file, text, lineStarts }, (finding) => findings.push(finding));
  return {
    sound,
    lines: findings.map(({ severity, code, at, message }) => `${severity} ${code} ${at?.line}:${at?.column}+${at?.length} ${message}`),
  };
}

describe('characters of a file', () => {
  it('that nobody sees are errors at their place', () => {
    for (const [char, name] of [
      ['\0', 'U+0000'],
      ['\u001b', 'U+001B'],
      ['\u0085', 'U+0085'],
      ['\u2028', 'U+2028'],
      ['\u202e', 'U+202E'],
      ['\u2067', 'U+2067'],
      ['\ufdd0', 'U+FDD0'],
      ['\uffff', 'U+FFFF'],
      ['\u{1fffe}', 'U+1FFFE'],
      ['\u{e0041}', 'U+E0041'],
    ] as const) {
      expect(told(`one\ntwo${char}three`)).toEqual({
        sound: false,
        lines: [`error load/character 2:4+${char.length} ${name} is a character that nobody sees`],
      });
    }
    expect(told('tab\there\nand\ttoo 髙﨑𠮷 \ue000').sound).toBe(true);
  });

  it('that look like others are told, the first twenty of them', () => {
    expect(told('売上⾼\n１２名')).toEqual({
      sound: true,
      lines: [
        'warning load/look-alike 1:3+1 ⾼ (U+2FBC, a radical) is printed as 高',
        'warning load/look-alike 2:1+2 １２ stands in full-width digits',
      ],
    });
    expect(told('１２名', 'label.yaml').lines).toEqual([]);
    const many = told('⾼'.repeat(30)).lines;
    expect(many).toHaveLength(20);
    expect(many[0]).toContain('; 30 places in this file, of which the first 20 are told');
  });
});
