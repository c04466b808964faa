// Turn files of several forms into the days that they say they were made on.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fileDates } from '../../../src/pdf/objects/file-dates.ts';

const file = (info: string, end = '\n') =>
  Buffer.from(
    `%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj${end}7 0 obj\n${info}\nendobj\ntrailer\n<< /Root 1 0 R /Info 7 0 R >>\n%%EOF\n`,
  );

describe('the dates of a file', () => {
  it('are read from one of ours', () => {
    const bytes = readFileSync('test/earlier/0.1.0/aoba-2026h1/release.pdf');
    expect(fileDates(bytes)).toEqual({ created: '2025-11-07 00:00:00 UTC', modified: '2025-11-07 00:00:00 UTC' });
  });

  it.each<readonly [what: string, info: string, expected: object]>([
    ['a whole date', `<< /CreationDate (D:20021113093005+09'00') >>`, { created: '2002-11-13 09:30:05 +09:00' }],
    ['one without apostrophes', '<< /CreationDate (D:20021113093005-0500) >>', { created: '2002-11-13 09:30:05 -05:00' }],
    ['universal time', '<</ModDate(D:20250401120000Z)>>', { modified: '2025-04-01 12:00:00 UTC' }],
    ['no zone', '<< /CreationDate (D:20250401120000) >>', { created: '2025-04-01 12:00:00' }],
    ['a year alone', '<< /CreationDate (D:2025) >>', { created: '2025-01-01 00:00:00' }],
    ['no prefix', '<< /CreationDate (20250401) >>', { created: '2025-04-01 00:00:00' }],
    ['no dates', '<< /Title (A) >>', {}],
    ['no date at all', '<< /CreationDate (yesterday) >>', {}],
    ['a date in hexadecimal digits, which is not read', '<< /CreationDate <443A32303032> >>', {}],
  ])('are read from a file of another form: %s', (_, info, expected) => {
    expect(fileDates(file(info))).toEqual(expected);
    expect(fileDates(file(info, '\r'))).toEqual(expected);
  });

  it('are those of the dictionary that was written last', () => {
    const twice = Buffer.concat([file('<< /CreationDate (D:2001) >>'), file('<< /CreationDate (D:2002) >>')]);
    expect(fileDates(twice).created).toBe('2002-01-01 00:00:00');
  });

  it('are none where nothing leads to them', () => {
    for (const bytes of ['', '%PDF-1.4', '/Info', '/Info 9 0 R', '/Info 9999999999999999999 0 R'])
      expect(fileDates(Buffer.from(bytes))).toEqual({});
    expect(fileDates(new Uint8Array(5_000_000).fill(0x2f))).toEqual({});
  });
});
