import { describe, expect, it } from 'vitest';
import { inlinesOf, listed, mergeNarrative, mergePage, mergePieces, smallRelease, textOf, written } from '../support/merge-fixture.ts';

const finding = (text: string) => listed(mergeNarrative(text).findings)[0];

describe('names', () => {
  it('of the rate, periods and dates', () => {
    expect(written('{{rate}}')).toBe('120.00');
    expect(written('{{period "current"}}')).toBe('1Q01');
    expect(written('{{period "prior-quarter" style="end"}}')).toBe('Mar 31, 2001');
    expect(written('{{period "4q00" style="quarter"}}', 'ja')).toBe('2000年度第4四半期');
    expect(written('{{date "announced.en"}}')).toBe('August 9, 2001');
    expect(written('{{date "announced.ja"}}', 'ja')).toBe('2001年8月10日');
    expect(written('{{date "current.end" style="slash"}}')).toBe('2001/6/30');
    expect(written('{{date "prior-quarter.start" style="short"}}')).toBe('January 1');
    const day = { value: '2001-11-09', at: smallRelease.spec.at };
    const dated = { release: { spec: { ...smallRelease.spec, dates: new Map([['next-results', day]]) } } };
    expect(written('{{date "next-results"}}', 'en', dated)).toBe('November 9, 2001');
  });

  it('of a day that is undecided are asked for before they are printed', () => {
    const { spec } = smallRelease;
    const open = { release: { spec: { ...spec, undecidedDates: new Map([['meeting', spec.at]]) } } };
    const layout = (text: string) => ({
      ...open,
      templates: { release: `<section class="part" title="P"><section class="page en-text">${text}</section></section>` },
    });
    const asked = '{{#if (has "undecided.meeting")}}none{{else}}{{date "meeting"}}{{/if}}';
    expect(listed(mergePieces(layout(`<p>${asked}</p>`)).findings)).toEqual([]);
    expect(listed(mergePieces(layout('<p>{{date "meeting"}}</p>')).findings).join()).toContain('date meeting is undecided');
    // What nothing prints is told, with the names that would be printed.
    const unused = listed(mergePieces(layout('{{#if (has "dates.meetings")}}{{date "meetings"}}{{/if}}')).findings).join();
    expect(unused).toContain('merge/date-unused');
    expect(unused).toContain('did you mean meetings?');
  });

  it('of a whole year, which has no quarter, and of the day of the rate', () => {
    const known = smallRelease.periods.get('1q01');
    if (!known) throw new Error('no period');
    const year = { ...known, id: '2001fy', end: '2002-03-31', quarter: 4 };
    const { spec } = smallRelease;
    const periods = new Map(smallRelease.periods).set('2001fy', year);
    const more = { release: { periods, spec: { ...spec, rateDate: { value: '2001-06-29', at: spec.at } } } };
    const asked = '{{#if (whole-year "2001fy")}}year{{else}}part{{/if}} {{#if (whole-year "current")}}year{{else}}part{{/if}}';
    expect(written(asked, 'en', more)).toBe('year part');
    expect(written('{{period "2001fy"}} {{period "2001fy" style="part"}}', 'en', more)).toBe('FY2001 Full Year');
    expect(written('{{date "rate-date"}}', 'en', more)).toBe('June 29, 2001');
    for (const style of ['ordinal', 'ordinal-word'])
      expect(listed(mergeNarrative(`{{period "2001fy" style="${style}"}}`, 'en', more).findings)[0]).toContain(
        '2001fy, from 2001-04-01 to 2002-03-31, is no quarter and has no number of one',
      );
    expect(finding('{{#if (whole-year "4q0")}}year{{/if}}')).toContain('unknown period 4q0');
    expect(finding('{{date "rate-date"}}')).toContain('unknown date rate-date');
  });

  it('of the issuer', () => {
    expect(written('{{issuer "name"}}')).toBe('Mini Works Inc.');
    expect(written('{{issuer "short-name"}}', 'ja')).toBe('ミニ工業');
    expect([written('{{issuer "nil"}}', 'ja'), written('{{issuer "nil"}}')]).toEqual(['–', '–']);
    expect(written('{{issuer "contacts.email"}}')).toBe('ir@example.co.jp');
  });

  it('that do not exist are reported with the known ones', () => {
    expect(finding('{{date "anounced.en"}}')).toBe(
      'merge/helper-argument narrative.en.md:3:8+13 unknown date anounced.en | did you mean announced.en?',
    );
    expect(finding('{{issuer "contacts.telex"}}')).toBe(
      'merge/helper-argument narrative.en.md:3:10+16 the issuer has no contacts.telex | did you mean contacts.tel?',
    );
    expect(finding('{{period "current" style="ends"}}')).toMatch(/style="ends" is none of end, label/);
  });
});

describe('a page reference', () => {
  it('is left to the layout', () => {
    const merged = mergePage('<p>see page {{page "table-1"}}.</p>\n<h1 id="table-1">Table</h1>');
    expect(merged.findings).toEqual([]);
    expect(inlinesOf(merged).map(({ text, pageRef }) => pageRef ?? text)).toEqual(['see page ', 'table-1', '.']);
  });

  it('to a part finds its first section', () => {
    const merged = mergePage('<p>{{page "en"}}</p>');
    expect(merged.findings).toEqual([]);
    expect(merged.document.parts[0]?.sections[0]?.anchor).toBe('en');
  });

  it('must lead somewhere, and to one place', () => {
    expect(listed(mergePage('<p>{{page "tabel"}} <a href="#nowhere">x</a></p><h1 id="table">T</h1>').findings)).toEqual([
      'merge/unknown-page-reference page.hbs:2:4+16 nothing has the id tabel | did you mean table?',
      'merge/unknown-page-reference page.hbs:2:40+1 nothing has the id nowhere | known here: en, table',
    ]);
    expect(listed(mergePage('<h1 id="a">A</h1><h2 id="a">B</h2>', 'en').findings)).toContain(
      'merge/unknown-page-reference page.hbs:2:18+11 id a is given twice | a reference to it could mean either',
    );
  });
});

describe('another language of the release', () => {
  const inEnglish = { release: { languages: ['en'] } };

  it('is asked for by its code', () => {
    const sentence = '{{#if (language "ja")}}In two languages.{{else}}In English.{{/if}}';
    expect(written(sentence)).toBe('In two languages.');
    expect(written(sentence, 'en', inEnglish)).toBe('In English.');
    expect(finding('{{#if (language "fr")}}x{{/if}}')).toBe(
      'merge/helper-argument narrative.en.md:3:17+4 unknown language fr | known here: ja, en',
    );
  });

  it('is named where words point to it in vain', () => {
    expect(listed(mergeNarrative('Tokyo, {{date "announced.ja"}}', 'en', inEnglish).findings)).toEqual([
      'merge/helper-argument narrative.en.md:3:15+14 the release is not announced in Japanese | its languages are English: take the day out, or put it between {{#if (language "ja")}} and {{/if}}',
    ]);
    expect(listed(mergePage('<p>page {{page "ja"}}</p>', 'en', inEnglish).findings)).toEqual([
      'merge/unknown-page-reference page.hbs:2:9+13 nothing has the id ja | the release has no part in Japanese: put what points to it between {{#if (language "ja")}} and {{/if}}',
    ]);
    expect(listed(mergePage('<p>page {{#if (language "ja")}}{{page "ja"}}{{/if}}</p>', 'en', inEnglish).findings)).toEqual([]);
  });
});

it('writes text of data as text, whatever it holds', () => {
  // The issuer's names are data: they are never read as templates, markup or Markdown.
  expect(textOf(mergeNarrative('{{issuer "name"}} *is* ours'))).toBe('Mini Works Inc. is ours');
});
