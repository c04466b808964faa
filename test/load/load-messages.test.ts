// Turn the sentences of the source and the catalogues into a comparison: each sentence is in each catalogue, with the same values, and nothing else is.
import { describe, expect, it } from 'vitest';
import { languageCodes, writtenIn } from '../../src/language/languages.ts';
import { loadMessages, messageLanguages, tellerIn } from '../../src/load/load-messages.ts';
import { isWritten, plainMessages, saidWordings, unsaidMessages } from '../support/wordings.ts';

const said = saidWordings();
const catalogues = messageLanguages.filter((lang) => lang !== writtenIn).map((lang) => ({ lang, messages: loadMessages(lang) }));

/** What stands between values alone says nothing in any language; it may be written otherwise all the same. */
const hasWords = (wording: string): boolean => /\p{L}{2}/u.test(wording.replace(/\{\d+\}/g, ''));

const placeholders = (wording: string): readonly string[] => [...new Set(wording.match(/\{\d+\}/g))].sort();

/** Whether a value is the ending of a plural, which another language may not have. */
const isEnding = (value: string | undefined): boolean => /\? '\w*' : '\w*'$|'(?:s|has|have)'/.test(value ?? '');

describe('the messages of the source', () => {
  it('are many', () => {
    expect(said.length).toBeGreaterThan(1400);
    expect(plainMessages().length).toBeGreaterThan(300);
    // A language that the program knows is told in, too.
    expect(messageLanguages).toEqual(languageCodes);
  });

  it('are said wherever they have a value', () => {
    // What the server refuses of a program's question, and what is no message.
    expect(
      unsaidMessages().filter((place) => !/^src\/(?:server\/(?:answer-requests|guard)|derive\/dump-|pdf\/parts\/)/.test(place)),
    ).toEqual([]);
  });
});

describe.each(catalogues)('the messages in $lang', ({ lang, messages }) => {
  it('has every sentence', () => {
    const missing = said.filter(({ wording }) => hasWords(wording) && !Object.hasOwn(messages, wording));
    expect(missing.map(({ wording, place }) => `${place} ${wording}`)).toEqual([]);
  });

  it('has every text without a value that stands where a message does', () => {
    const missing = plainMessages().filter(({ wording, place }) => !Object.hasOwn(messages, wording) && !isNoMessage(wording, place));
    expect(missing.map(({ wording, place }) => `${place} ${wording}`)).toEqual([]);
  });

  it('has the values of each sentence, and no other', () => {
    const wrong = said.flatMap(({ wording, values, place }) => {
      const told = messages[wording];
      if (told === undefined) return [];
      const [own, other] = [placeholders(wording), placeholders(told)];
      const left = own.filter((each) => !other.includes(each) && !isEnding(values[Number(each.slice(1, -1)) - 1]?.trim()));
      const added = other.filter((each) => !own.includes(each));
      return left.length + added.length > 0 ? [`${place} ${wording} -> ${told}`] : [];
    });
    expect(wrong).toEqual([]);
  });

  it('has nothing that the source does not say', () => {
    const wordings = new Set(said.map(({ wording }) => wording));
    // Between the items of a list, how a day is written, and words that the program puts together.
    // Currencies are the issuer's.
    const made = [', ', ' and ', ' or ', '; ', ' needs ', '{year}-{month}-{day}', 'thousands', 'millions', 'billions'];
    expect(
      Object.keys(messages).filter((key) => !wordings.has(key) && !isWritten(key) && !made.includes(key) && !/^[A-Z]{3}$/.test(key)),
    ).toEqual([]);
  });

  it('writes no sentence as the source does, but for what is code', () => {
    const same = Object.entries(messages).filter(([key, told]) => key === told && /[a-z] [a-z]/.test(key.replace(/\{\d+\}/g, '')));
    expect(same.map(([key]) => key)).toEqual([]);
  });

  it('is read when something is told', () => {
    expect(tellerIn(lang)('state the figure with its source under `stated`, and print it by a helper')).toMatch(/\P{ASCII}/u);
  });
});

/** Words of the page in the browser and of reports, patterns, and reasons in the examples of schemas. */
function isNoMessage(wording: string, place: string): boolean {
  return !hasWords(wording) || /^src\/(?:language\/\w+\/|server\/(?:guard|answer-requests)\.ts|validate\/schema\/)/.test(place);
}
