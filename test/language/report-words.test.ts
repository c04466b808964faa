// Turn the words of the report of every language into the same set of words, each with what is filled into it.
import { describe, expect, it } from 'vitest';
import { languages } from '../../src/language/languages.ts';
import { reportPhrases } from '../../src/language/report-words.ts';
import { german } from '../support/german/german.ts';

const places = (phrase: string) => [...phrase.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();
const [first, ...others] = [...languages, german].map(({ code, report }) => ({ code, report }));

describe.each(others.map(({ code, report }) => [code, report] as const))('the report in %s', (_, report) => {
  it('has the same places to fill in every phrase', () => {
    for (const name of reportPhrases) {
      expect(report.phrases[name], name).not.toBe('');
      expect(places(report.phrases[name]), name).toEqual(places(first?.report.phrases[name] ?? ''));
    }
    expect(Object.keys(report.phrases).sort()).toEqual([...reportPhrases].sort());
  });

  it('names the same kinds and givens', () => {
    for (const list of ['classes', 'ordered', 'givens', 'kinds', 'texts'] as const)
      expect(Object.keys(report[list]).sort(), list).toEqual(Object.keys(first?.report[list] ?? {}).sort());
  });

  it('has no mark of HTML in a phrase, which may stand in an attribute', () => {
    expect(Object.values(report.phrases).filter((phrase) => /[<>"&]/.test(phrase))).toEqual([]);
  });
});
