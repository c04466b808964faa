// Turn a seed into characters that programs stumble over: controls, invisible ones, marks of every grammar, long runs.
import type { Seeded } from '../seeded-random.ts';

/** Kinds of characters; each is as likely as another, however many characters it has. */
export const nastyKinds: Readonly<Record<string, readonly string[]>> = {
  control: range(0x00, 0x1f).filter((character) => !'\t\n\r'.includes(character)),
  'control of the second row': ['\u007f', ...range(0x80, 0x9f)],
  nul: ['\u0000'],
  'escape sequence': ['\u001b[31m', '\u001b[2J', '\u001b]0;title\u0007', '\u009b1m'],
  bidi: ['\u200e', '\u200f', '\u061c', ...range(0x202a, 0x202e), ...range(0x2066, 0x2069)],
  'private use': ['\ue000', '\ue001', '\ue002', '\ue003', '\uf8ff', '\u{f0000}', '\u{10fffd}'],
  'private use with a number': ['\ue0000\ue002', '\ue0010\ue002', '\ue00099\ue002', '\ue001999999\ue002', '\ue0001e9\ue002'],
  noncharacter: ['\ufffe', '\uffff', '\ufdd0', '\ufdef', '\u{1fffe}', '\u{10ffff}'],
  'half of a pair': ['\ud800', '\udbff', '\udc00', '\udfff'],
  'byte that is no UTF-8': ['\udc80', '\udcbf', '\udcc0', '\udcff', '\udcfe'],
  'byte order mark': ['\ufeff'],
  replacement: ['\ufffd'],
  invisible: ['\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\u2061', '\u2064', '\u034f', '\u115f', '\u3164', '\u180e', '\u206a'],
  'annotation and tag': ['\ufff9', '\ufffa', '\ufffb', '\u{e0001}', '\u{e0041}', '\u{e007f}', '\ufe00', '\ufe0f', '\u{e0100}'],
  'combining mark': ['\u0301', '\u0308', '\u3099', '\u309a', '\u20dd', '\u0e31', '\u{1d165}', 'a\u0301\u0301\u0301'],
  space: ['\u00a0', '\u2003', '\u2009', '\u202f', '\u3000', '\u1680', '\u2028', '\u2029', '\u0085', '\u000b', '\u000c'],
  'line end': ['\r', '\r\n', '\n', '\n\n', '\n\r'],
  tab: ['\t', '\t\t', ' \t ', '\n\t'],
  quote: ['"', "'", '`', '“', '”', "''", '"""', '```', '「', '』'],
  brace: ['{', '}', '{{', '}}', '{{{', '}}}', '[', ']', '(', ')', '<', '>', '</', '/>', '[[', ']]'],
  'mark of YAML': [':', ': ', ' #', '#', '&', '*', '!', '|', '>', '%', '@', '-', '- ', '? ', '---', '...', '<<: ', ',', '：', '，'],
  'mark of Markdown': ['*', '**', '_', '#', '- ', '+ ', '1. ', '> ', '\\', '`', '~~', '![', '](', '|', '---', '===', '&amp;', '&#0;'],
  'mark of Handlebars': ['{{', '}}', '{{#', '{{/', '{{!', '{{!--', '--}}', '{{>', '{{&', '{{~', '\\{{', '\\\\{{', '{{{{', '{{else}}'],
  figure: ['0', '1', '９', '-', '−', '△', '▲', '%', '％', ',', '.', '1e9', '٣', '一', '①', 'Ⅻ', '½'],
  'emoji and pair': ['𠮷', '🏯', '👩‍👩‍👧', '🇯🇵', '𝟘', '𩸽'],
  'other script': ['ا', 'ש', 'ก', 'अ', '한', 'ß', 'İ', 'ı', 'ﬁ', 'Ω', 'K', 'ｶﾞ', 'が', '⽔', '㈱', '㍿'],
};

function range(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, i) => String.fromCharCode(from + i));
}

/** One sign, now and then a few of different kinds. */
export function nastyText(random: Seeded): string {
  const count = random.below(5) === 0 ? 2 + random.below(6) : 1;
  return Array.from({ length: count }, () => random.pick(nastyKinds[random.pick(Object.keys(nastyKinds))] ?? [''])).join('');
}

/** What a long run repeats, and how often: most are hundreds, some as long as a book. */
export function longRun(random: Seeded): string {
  const piece = random.pick([
    'a',
    '漢',
    '。',
    '「',
    ' ',
    '　',
    '-',
    '(',
    '9',
    '1,',
    '*',
    '_',
    '#',
    '{',
    '[',
    '<b>',
    '&',
    '\\',
    '\u0301',
    '\u200b',
    'ab ',
  ]);
  return piece.repeat(random.pick([50, 300, 300, 1_000, 1_000, 5_000, 20_000, 100_000]));
}
