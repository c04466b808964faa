// Turn contacts that become links into what validate says of them.
import { describe, expect, it } from 'vitest';
import { files, loadFixture, withEdit } from '../support/fixture.ts';

const found = (contact: string) => loadFixture(withEdit(files.issuer, '  tel: 03-0000-0000', `  tel: 03-0000-0000\n  ${contact}`)).listed;
const web = 'write the host, and a path if there is one: www.example.co.jp/ir; text of another kind needs another name';
const mail = 'write one address and nothing else: ir@example.co.jp; text of another kind needs another name';

describe('a contact that becomes a link', () => {
  it.each([
    'web: www.example.co.jp',
    'web: www.example.co.jp/ir/',
    'web-en: https://www.example.co.jp',
    'e-mail: a@b.example',
    'website: 例え.jp',
  ])('%s is taken', (contact) => {
    expect(found(contact)).toEqual([]);
  });

  it('is refused where it is typed', () => {
    expect(found('web: "javascript:alert(1)"')).toEqual([
      `validate/wrong-type data/mini/issuer.yaml:16:8 «"javascript:alert(1)"» web of contacts is "javascript:alert(1)", not the address of a web site | ${web}`,
    ]);
    expect(found('e-mail: IR室')).toEqual([
      `validate/wrong-type data/mini/issuer.yaml:16:11 «IR室» e-mail of contacts is "IR室", not an e-mail address | ${mail}`,
    ]);
  });

  it.each([
    'web: localhost',
    'web: "a@b.example"',
    'url: ""',
    'homepage: "www.a.example <b>"',
    'web-ja: 当社のサイト',
    'mail-ir: "a@b.example?bcc=c@d.example"',
  ])('%s is refused', (contact) => {
    expect(found(contact).map((line) => line.split(' ')[0])).toEqual(['validate/wrong-type']);
  });

  it('is free text under any other name', () => {
    expect(found('listing: "Nasdaq: MINI"')).toEqual([]);
    expect(found('webcast: from 10 a.m.')).toEqual([]);
  });
});
