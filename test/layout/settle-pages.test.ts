import { describe, expect, it } from 'vitest';
import type { Paragraph } from '../../src/model/document.ts';
import type { Page } from '../../src/model/page.ts';
import { documentOf, here, lines, section, words } from '../support/block-document.ts';
import { blockStyleSheet } from '../support/block-style.ts';
import { layOut, runs, text } from '../support/lay-out.ts';

/** A paragraph that prints the page of an anchor after `before`. */
function reference(id: string, anchor: string, before: string, after = ''): Paragraph {
  const pageRef = { text: '?', at: here, pageRef: anchor };
  const inlines = [{ text: before, at: here }, pageRef, ...(after === '' ? [] : [{ text: after, at: here }])];
  return { kind: 'paragraph', id, class: '', lang: 'en', at: here, inlines };
}

const printed = (page: Page | undefined, element: string): string =>
  page
    ? runs(page)
        .filter((run) => 'element' in run.owner && run.owner.element === element)
        .map(text)
        .join('')
    : '';

describe('a page reference', () => {
  it('prints the physical page on which its anchor stands', () => {
    const document = documentOf({
      ja: [section('j', [reference('r', 'en', 'from page '), lines('a', 40)])],
      en: [section('e', [lines('b', 1)])],
    });
    const { layout, findings } = layOut(document, blockStyleSheet());
    expect(layout.anchors.get('en')).toBe(4);
    expect(printed(layout.pages[0], 'r')).toBe('from page 4');
    expect(findings).toEqual([]);
  });

  // Printed with one digit the reference fits its line, with two it takes a second line.
  const tight = (id: string): Paragraph => reference(id, 'end', `${words(9)} xxxxxxx`);

  it('settles when its own digits move the page', () => {
    const document = documentOf({ en: [section('s', [lines('a', 119), tight('r'), lines('b', 15)]), section('end', [lines('c', 1)])] });
    const { layout, findings } = layOut(document, blockStyleSheet());
    expect(findings).toEqual([]);
    expect(layout.anchors.get('end')).toBe(11);
    expect(layout.pages.map((page) => printed(page, 'r')).join('')).toMatch(/x11$/);
  });

  it('that never settles is an error', () => {
    // With one line more the ladder's step gives the two pages wanted; without it the style's three pages stand.
    const narrow = { ...blockStyleSheet(), ladder: new Map([['text', [{ size: 10, leading: 8, measure: 400 }]]]) };
    const style = { ...narrow, pages: new Map([...narrow.pages, ['filler', narrow.pages.get('text')!]]) };
    const filler = section('f', [lines('a', 90)], 'filler');
    const document = documentOf({ en: [filler, section('s', [lines('b', 36), tight('r')]), section('end', [lines('c', 1)], 'filler')] });
    const { findings } = layOut(document, style, new Map([['text', 2]]));
    expect(findings.map(({ code, message }) => `${code}: ${message}`)).toContain(
      'layout/page-reference-unsettled: page reference to end does not settle: it prints 9, and then end stands on page 10',
    );
  });
});

describe('the fit ladder', () => {
  const ladder = new Map([
    [
      'text',
      [
        { size: 11, leading: 24, measure: 400 },
        { size: 10, leading: 20, measure: 400 },
        { size: 9, leading: 16, measure: 380 },
      ],
    ],
  ]);
  const style = { ...blockStyleSheet(), ladder };
  const document = documentOf({ en: [section('s', [lines('a', 31)])] });

  it('takes the largest step that sets the pages wanted', () => {
    const { layout, findings } = layOut(document, style, new Map([['text', 2]]));
    expect(layout.pages).toHaveLength(2);
    expect(
      new Set(
        layout.pages
          .flatMap(runs)
          .filter((run) => 'element' in run.owner)
          .map((run) => run.size),
      ),
    ).toEqual(new Set([9]));
    expect(layout.pages[0]?.frames[0]?.x).toBe((500 - 380) / 2);
    expect(findings).toEqual([]);
  });

  it('leaves the style alone without a target', () => {
    expect(layOut(document, style).layout.pages).toHaveLength(3);
  });

  it('warns when no step meets the target, with what each gives, and keeps the style', () => {
    const { layout, findings } = layOut(document, style, new Map([['text', 1]]));
    expect(layout.pages).toHaveLength(3);
    expect(findings.map(({ severity, code, message }) => `${severity} ${code}: ${message}`)).toEqual([
      'warning layout/page-target: 3 pages of class text, 1 wanted (3 at 11/24, 3 at 10/20, 2 at 9/16)',
    ]);
  });
});
