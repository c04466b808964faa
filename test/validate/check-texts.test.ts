// Turn characters that nobody sees, and texts beyond all use, into what validate says of them, in whatever file and place they stand.
import { describe, expect, it } from 'vitest';
import { refusedCharacters } from '../../src/model/printable.ts';
import { checkTexts } from '../../src/validate/check-texts.ts';
import { files, loadFixture, withEdit } from '../support/fixture.ts';

const unseen = ['\u200b', '\u200c', '\u200d', '\u2060', '\u00ad', '\ufeff', '\u034f', '\u3164', ' \u200b\u200b '];

describe('a text that prints nothing', () => {
  it.each(unseen)('%j is refused as a label', (text) => {
    const { findings, release } = loadFixture(withEdit(files.concepts, 'ja: 役務売上', `ja: "${text}"`));
    expect(release).toBeUndefined();
    expect(findings).toHaveLength(1);
    const [finding] = findings;
    expect(finding?.message).toMatch(/^ja of labels of revenue\.services holds no character that prints, only U\+[0-9A-F]{4}$/);
    expect(finding?.at?.file).toBe(files.concepts);
  });

  it.each([
    [files.operations, 'ja: (1)', 'ja: "\\u200B"'],
    [files.style, 'ja: ・', 'ja: "\\u2060"'],
    [files.release, 'source: Plan of the board', 'source: "\\u00AD\\u200D"'],
    [files.issuer, 'tel: 03-0000-0000', 'tel: "\\u200B"'],
  ])('is refused in %s, wherever a text may stand', (file, from, to) => {
    const { listed, findings } = loadFixture(withEdit(file, from, to));
    expect(listed.join('\n')).toMatch(/^validate\/wrong-type .* holds no character that prints, only U\+/);
    expect(findings.map(({ at }) => at?.file)).toEqual([file]);
  });

  it('may be an empty text or spaces where these have a meaning', () => {
    expect(loadFixture(withEdit(files.style, 'ja: ・', 'ja: ""')).listed).toEqual([]);
    expect(loadFixture(withEdit(files.style, 'en: •', 'en: "\u3000"')).listed).toEqual([]);
  });
});

describe('every character', () => {
  const unseen = /^[\p{Cc}\p{Default_Ignorable_Code_Point}]*$/u;
  /** Whether a text may stand in a file, by Unicode's properties of its characters. */
  const mayStand = (text: string): boolean => {
    const inked = text.replace(/[^\S\ufeff]/g, '');
    return refusedCharacters(text).length === 0 && (inked === '' || !unseen.test(inked));
  };
  const stands = (value: string): boolean => {
    const at = { file: 'x.yaml', line: 1, column: 1, length: 1 };
    return checkTexts({ file: 'x.yaml', text: '', lineStarts: [0], value: [value], locate: () => at }, () => {});
  };

  it('of the basic plane is judged alone, and behind a letter, as its kind is', () => {
    const wrong: string[] = [];
    for (let code = 0; code <= 0xffff; code++) {
      const char = String.fromCharCode(code);
      for (const text of [char, `a${char}`]) if (stands(text) !== mayStand(text)) wrong.push(code.toString(16));
    }
    expect(wrong).toEqual([]);
  });
});

describe('a character that no text may hold', () => {
  it.each([
    ['\\u0007', 'U+0007'],
    ['\\u0085', 'U+0085'],
    ['\\uD800', 'U+D800'],
    ['\\uFFFE', 'U+FFFE'],
    ['\\u202E', 'U+202E'],
    ['\\u2067', 'U+2067'],
  ])('%s is named with its place', (escaped, name) => {
    expect(loadFixture(withEdit(files.issuer, 'tel: 03-0000-0000', `tel: "03${escaped}-1"`)).listed).toEqual([
      `validate/wrong-type data/mini/issuer.yaml:15:8 «"03${escaped}-1"» tel of contacts holds ${name}, a character that no text may hold, as its character 3 | delete it: it prints nothing, or shows figures in another order than they stand in`,
    ]);
  });

  it('is found in keys too', () => {
    const { listed } = loadFixture(withEdit(files.issuer, '  tel: 03-0000-0000', '  "te\\u200Bl": 03-0000-0000\n  "\\u202Etel": 1'));
    expect(listed).toHaveLength(1);
    expect(listed[0]).toContain('key "<U+202E>tel" holds U+202E');
  });
});

describe('a text beyond all use', () => {
  it('is refused by its length, the limit named', () => {
    const { listed } = loadFixture(withEdit(files.release, 'why: as first published', `why: ${'x'.repeat(3_001)}`));
    expect(listed).toEqual([
      'validate/wrong-type data/mini/releases/1q01/release.yaml:20:10 «xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…» why of item 1 of overrides holds 3001 characters, more than the 3000 that a value may have | shorten it; running text belongs in the narrative, in paragraphs',
    ]);
    expect(loadFixture(withEdit(files.release, 'why: as first published', `why: ${'x'.repeat(3_000)}`)).listed).toEqual([]);
  });

  it('is refused as a key', () => {
    const { listed } = loadFixture(withEdit(files.issuer, '  tel: ', `  ${'t'.repeat(201)}: `));
    expect(listed.join()).toContain('holds 201 characters, more than the 200 that a key may have | shorten it');
  });

  it('is told by its beginning', () => {
    const { findings } = loadFixture(withEdit(files.release, 'prior-quarter: 4q00', `prior-quarter: ${'q'.repeat(5000)}`));
    expect(findings.length).toBeGreaterThan(0);
    for (const { message } of findings) expect(message.length).toBeLessThan(200);
  });
});

describe('a value of another shape', () => {
  it.each(['{a: 1}', '[]', '[1q01]', '{}', 'null', 'true', '"\u200b"'])('%s is no period', (value) => {
    const { findings, release } = loadFixture(withEdit(files.release, '{current: 1q01,', `{current: ${value},`));
    expect(release).toBeUndefined();
    expect(findings.map(({ code, at }) => `${code} ${at?.line}`)).toEqual(['validate/wrong-type 6']);
  });
});
