// Turn sixty strings of any characters, in every place that holds text, into a proof that each is printed or refused at its place. The thousands are for test/scripts/fuzz-text.ts.
import { describe, expect, it } from 'vitest';
import { carriers } from '../support/text-property/carriers.ts';
import { holdText } from '../support/text-property/hold-text.ts';
import { placeStrings } from '../support/text-property/place-strings.ts';
import { folded, foundBetween, inOrder, marksOf } from '../support/text-property/read-again.ts';
import { faultLines } from '../support/text-property/text-table.ts';

describe('any text', () => {
  it('is found again in the PDF and on the web page, or refused at its place: sixty strings of seed 7', async () => {
    const batches = placeStrings(7, 60);
    expect(new Set(batches.flat().map(({ carrier }) => carrier))).toEqual(new Set(carriers));
    const held = (await Promise.all(batches.map(holdText))).flat();
    expect(faultLines(held)).toEqual([]);
    const of = (end: string) => held.filter((each) => each.end === end).length;
    expect(held).toHaveLength(60);
    expect(of('found')).toBeGreaterThan(20);
    expect(of('refused')).toBeGreaterThan(10);
  }, 120_000);
});

describe('the comparison itself', () => {
  it('tells what is lost, added and changed from what is set otherwise', () => {
    const [open, close] = marksOf(1_234);
    const between = (text: string) => foundBetween(`x${open}${text}${close}y`, 1_234);
    expect(between('売上 高')).toEqual([folded('売上高')]);
    expect(between('か\u3099（“a” -- b）：')).toEqual([folded('が("a" – b):')]);
    expect(between('売上')).not.toEqual([folded('売上高')]);
    expect(between('⽔ｶﾞ')).toEqual([folded('水ガ')]);
    expect(between('木')).not.toEqual([folded('水')]);
    expect(between('\ue000')).not.toEqual([folded('')]);
    expect(foundBetween(`${open}a`, 1_234)).toEqual([]);
    expect([inOrder('abc', 'xaybzc'), inOrder('abc', 'acb')]).toEqual([true, false]);
  });
});
