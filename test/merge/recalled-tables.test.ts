// Turn the making of a table into what it asks of a release: all of that stands in the key that it is recalled by.
import { describe, expect, it } from 'vitest';
import { openMerging } from '../../src/merge/merge.ts';
import { recallTable } from '../../src/merge/recall-table.ts';
import { labelKey } from '../../src/merge/release-keys.ts';
import { BoundedMemory } from '../../src/model/memory.ts';
import type { Period, Release } from '../../src/model/release.ts';
import { smallFinancials, smallRelease } from '../support/merge-fixture.ts';

/** The object, of which only these fields may be asked for. */
function only<T extends object>(value: T, fields: readonly (keyof T)[], asked: Set<string>): T {
  return new Proxy(value, {
    get(target, field, receiver) {
      if (!fields.some((known) => known === field)) throw new Error(`a table asks for ${String(field)}`);
      asked.add(String(field));
      return Reflect.get(target, field, receiver);
    },
  });
}

const at = { file: 'release.hbs', line: 1, column: 1, length: 1 };

describe('a table', () => {
  it('asks nothing but its statement and what the keys of labels and markup say', () => {
    const asked = new Set<string>();
    const dates = ['id', 'start', 'end', 'fiscalYear', 'quarter', 'fiscal', 'previous'] as const;
    const periods = new Map([...smallRelease.periods].map(([id, period]): [string, Period] => [id, only(period, dates, asked)]));
    // Words of a data file may hold expressions: these ask for all that they can.
    const caption = {
      value: '{{period "current"}} {{date "announced"}} {{date "current.end"}} {{rate}} {{issuer "name"}} {{issuer "contacts.tel"}}',
      at,
    };
    const known = smallFinancials.statements.get('position');
    if (!known) throw new Error('no statement');
    const statement = { ...known, spec: { ...known.spec, captions: { ja: [caption], en: [caption] } } };
    const memory = new BoundedMemory(10);
    const merging = {
      ...openMerging(smallRelease, { ...smallFinancials, statements: new Map([['position', statement]]) }, () => {}, memory),
      release: only({ ...smallRelease, periods }, ['issuer', 'concepts', 'spec', 'periods', 'languages'], asked),
    };
    const table = recallTable(merging, { table: 'position' }, at, 'en', 'en.1');
    expect(table?.captions[0]?.inlines.map(({ text }) => text).join('')).toBe(
      '1Q01 August 9, 2001 June 30, 2001 120.00 Mini Works Inc. 03-0000-0000',
    );
    expect([...asked]).toEqual(expect.arrayContaining(['issuer', 'concepts', 'spec', 'periods', 'end', 'fiscalYear', 'quarter']));
    expect(recallTable(merging, { table: 'position' }, at, 'en', 'en.1')).not.toBe(table);
    expect(recallTable({ ...merging, figures: [] }, { table: 'position' }, at, 'en', 'en.1')).toBe(table);
  });

  it('has a key of labels for every name and date of a period, and for none of its figures', () => {
    const memory = new BoundedMemory(10);
    const [[id, period] = []] = [...smallRelease.periods];
    if (id === undefined || !period) throw new Error('no period');
    const key = (change: Partial<Period>, release: Partial<Release> = {}) =>
      labelKey({ ...smallRelease, periods: new Map(smallRelease.periods).set(id, { ...period, ...change }), ...release }, memory);
    const changes: readonly Partial<Period>[] = [
      { start: '2000-01-02' },
      { end: '2000-01-03' },
      { fiscalYear: 1999 },
      { quarter: 3 },
      { fiscal: { start: '2000-01-01', end: '2000-12-31' } },
      { previous: 'x' },
    ];
    expect(new Set([key({}), ...changes.map((change) => key(change))]).size).toBe(changes.length + 1);
    expect(key({ facts: new Map(), controls: [], asReleased: [], at })).toBe(key({}));
    for (const field of ['issuer', 'concepts', 'spec'] as const) {
      const { [field]: value } = smallRelease;
      const other = value instanceof Map ? new Map(value) : { ...value };
      expect(key({}, { [field]: other })).not.toBe(key({}));
    }
  });
});
