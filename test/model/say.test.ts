// Turn sentences that are said into what another language makes of them, in this process and in another.
import { describe, expect, it, vi } from 'vitest';
import { keepSayings, learnSayings, say, sayAll, sayingsIn, sayName, sayWord } from '../../src/model/say.ts';
import { tellFinding, textsOfFinding } from '../../src/model/tell-finding.ts';
import { tellerOf } from '../../src/model/tell-message.ts';

keepSayings();

const tell = tellerOf(
  {
    '{1} differs from {2}': '{2}≠{1}',
    'the total of {1}': '{1}計',
    'the {1} says {2}': '{1}＝{2}',
    'no value here': '値なし',
    caption: '表題',
    ', ': '、',
    ' and ': 'と',
    '{year}-{month}-{day}': '{year}年{month}月{day}日',
  },
  'xx',
);

describe('say', () => {
  it('is the text that a template would be', () => {
    expect(say`${1}, ${undefined} and ${10n} of ${'a'}`).toBe('1, undefined and 10 of a');
    expect(say`a line\nand ${sayWord('caption')}`).toBe('a line\nand caption');
    expect(sayAll(['a', 'b', 'c'], ' and ')).toBe('a and b and c');
    expect([sayAll([]), sayAll(['a'])]).toEqual(['', 'a']);
  });

  it('keeps nothing before messages are told in another language', async () => {
    // Other tests of this worker may have asked for another language already.
    vi.resetModules();
    const fresh = await import('../../src/model/say.ts');
    expect(fresh.saidAs(fresh.say`${'it'} was said`)).toBeUndefined();
    fresh.keepSayings();
    expect(fresh.saidAs(fresh.say`${'it'} was said`)).toEqual({ parts: ['', ' was said'], values: ['it'] });
  });
});

describe('a teller', () => {
  it('puts values where the sentence has them', () => {
    expect(tell(say`${'a'} differs from ${'b'}`)).toBe('b≠a');
  });

  it('tells sentences inside sentences, lists and days', () => {
    const list = sayAll([say`the total of ${'b'}`, '2026-03-01'], ', ');
    expect(tell(say`${list} differs from ${'no value here'}`)).toBe('値なし≠b計、2026年3月1日');
  });

  it('takes words for the program’s own only where they are said to be', () => {
    expect(tell(say`the ${sayWord('caption')} says ${'caption'}`)).toBe('表題＝caption');
  });

  it('names things as their language does', () => {
    sayName('cash', { en: 'Cash', xx: '現金' }, (label) => label.toLowerCase());
    expect(tell(say`the total of ${'cash'}`)).toBe('現金計');
  });

  it('tells what it does not know as it is written, with its values told', () => {
    expect(tell(say`unheard of: ${say`the total of ${'b'}`}`)).toBe('unheard of: b計');
    expect(tell('what {1} a user typed, and nobody said')).toBe('what {1} a user typed, and nobody said');
    expect(tell(say`${'{2}'} differs from ${'b'}`)).toBe('b≠{2}');
  });

  it('takes no longer over what says itself', () => {
    expect(tell(say`${'the same'}`)).toBe('the same');
    expect(tell(say`${say`${'caption'}`} differs from ${'x'}`)).toBe('x≠caption');
  });

  it('tells every text of a finding, and nothing else of it', () => {
    const at = { file: 'a.yaml', line: 1, column: 1, length: 1 };
    const text = say`the total of ${'b'}`;
    const finding = {
      severity: 'error',
      code: 'check/balance',
      message: text,
      at,
      label: text,
      related: [{ at, message: text }],
      hints: [text],
    } as const;
    expect(tellFinding(finding, tell)).toEqual({
      ...finding,
      message: 'b計',
      label: 'b計',
      related: [{ at, message: 'b計' }],
      hints: ['b計'],
    });
    expect(textsOfFinding(finding)).toEqual([text, text, text, text]);
  });
});

describe('sayings', () => {
  it('go from one process to another, with all that stands in them', () => {
    const text = say`${say`the total of ${'far'}`} differs from ${sayWord('caption')}`;
    const sayings = structuredClone(sayingsIn([text, 'not said']));
    expect(JSON.parse(JSON.stringify(sayings))).toEqual(sayings);
    expect(sayings.map(([each]) => each)).toEqual([text, 'the total of far']);
    // Fifty thousand others push out what was said first.
    for (let count = 0; count <= 50_000; count++) say`the total of ${count}`;
    expect(tell(text)).toBe(text);
    learnSayings(sayings);
    expect(tell(text)).toBe('表題≠far計');
  });
});
